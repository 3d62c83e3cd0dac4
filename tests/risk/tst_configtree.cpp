// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/HalfRead.h"
#include "risk/structure/ConfigTree.h"
#include "risk/structure/Imports.h"
#include "risk/structure/Manifest.h"

#include "Transition.h"

#include <QTest>

using namespace countersign;
using namespace countersign::risk;

/// Readers of configuration, manifests and imports: positions, and what they make of hostile input.
class ConfigTreeTest : public QObject
{
    Q_OBJECT
private slots:
    void yamlKnowsLinesOfKeysItemsAndBlocks();
    void bracesKnowBlocksMapsListsAndHereDocuments();
    void templatesAmongYamlAreSkipped();
    void hostileInputStaysBounded_data();
    void hostileInputStaysBounded();
    void otherFilesAreAnalysedBesideHostileOnes();
    void halfReadFileIsNamed_data();
    void halfReadFileIsNamed();
    void manifestsGiveNamesAndRequirements_data();
    void manifestsGiveNamesAndRequirements();
    void importsOverSeveralLinesAreOne();
};

namespace
{

/// "path=value@line", one scalar a line.
QString shown(const ConfigTree &tree)
{
    QString out;
    for (ConfigTree::Index i = 1; i < tree.nodes().size(); ++i) {
        const ConfigNode &node = tree.node(i);
        if (!node.value.empty())
            out += QString::fromStdString(tree.pathOf(i) + "=" + node.value + "@" + std::to_string(node.first)) + u'\n';
    }
    return out;
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

} // namespace

void ConfigTreeTest::yamlKnowsLinesOfKeysItemsAndBlocks()
{
    const ConfigTree tree = ConfigTree::ofYaml(Text("a: 1 # one\n"
                                                    "list:\n"
                                                    "- x: 'y'\n"
                                                    "  z: {k: [v, w]}\n"
                                                    "- plain\n"
                                                    "run: |\n"
                                                    "  echo: no\n"
                                                    "b:\n"
                                                    "  \"c\": &anchor d\n"
                                                    "---\n"
                                                    "a: 2\n"));
    QCOMPARE(shown(tree),
             QStringLiteral("a=1@1\n"
                            "list.[].x=y@3\n"
                            "list.[].z.k.[]=v@4\n"
                            "list.[].z.k.[]=w@4\n"
                            "list.[]=plain@5\n"
                            "run=  echo: no\n@6\n"
                            "b.c=d@9\n"
                            "a=2@11\n"));
    QCOMPARE(tree.children(0).size(), 2U);
}

void ConfigTreeTest::bracesKnowBlocksMapsListsAndHereDocuments()
{
    const ConfigTree tree = ConfigTree::ofBraces(Text("resource \"a\" \"b\" { # comment }\n"
                                                      "  name = \"x-${var.y[\"}\"]}\"\n"
                                                      "  list = [\"p\", q.r]\n"
                                                      "  policy = jsonencode({\n"
                                                      "    Action = \"*\"\n"
                                                      "  })\n"
                                                      "  doc = <<-EOT\n"
                                                      "    {\"k\": [1]}\n"
                                                      "    EOT\n"
                                                      "  after = f(1, 2)\n"
                                                      "}\n"));
    QCOMPARE(shown(tree),
             QStringLiteral("resource a b.name=x-${var.y[\"}\"]}@2\n"
                            "resource a b.list.[]=p@3\n"
                            "resource a b.list.[]=q.r@3\n"
                            "resource a b.policy.Action=*@5\n"
                            "resource a b.doc=    {\"k\": [1]}\n@7\n"
                            "resource a b.doc.k.[]=1@8\n"
                            "resource a b.after=f(1, 2)@10\n"));
    QCOMPARE(tree.node(1).first, 1U);
    QCOMPARE(tree.node(1).last, 11U);
}

void ConfigTreeTest::templatesAmongYamlAreSkipped()
{
    const ConfigTree tree = ConfigTree::ofYaml(Text("{{- if .Values.on }}\nkind: X\nmetadata:\n  {{- include \"l\" . }}\n"
                                                    "  name: {{ .Release.Name }}\n{{- end }}\n"));
    QCOMPARE(shown(tree), QStringLiteral("kind=X@2\nmetadata.name={{ .Release.Name }}@5\n"));
}

void ConfigTreeTest::hostileInputStaysBounded_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    const auto add = [](const char *name, const char *path, const std::string &content) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray::fromStdString(content);
    };
    add("a million open brackets", "k8s/a.json", repeated("[", 1'000'000));
    add("a million open maps", "infra/a.tf", repeated("a {", 1'000'000));
    add("YAML that only goes deeper", "k8s/a.yaml", [] {
        std::string deep;
        for (std::size_t i = 0; i < 2'000; ++i)
            deep += std::string(i, ' ') + "a:\n";
        return deep;
    }());
    add("items of items", "k8s/a.yaml", repeated("- ", 200'000));
    add("flow that never ends", "k8s/a.yaml", "a: [" + repeated("{b: [", 200'000));
    add("anchors in a circle", "k8s/a.yaml", "a: &a [*b, *b]\nb: &b [*a, *a]\napiVersion: v1\nkind: Namespace\n");
    add("bomb of aliases", "k8s/a.yaml", "a: &a [x]\n" + repeated("b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n", 1'000));
    add("a line of 5 MB", "infra/a.tf", "resource \"a\" \"b\" { x = \"" + repeated("y", 5'000'000) + "\" }\n");
    add("a line of 5 MB in YAML", ".github/workflows/a.yml", "on: issues\njobs: " + repeated("y: ", 1'700'000) + "\n");
    add("a line of 5 MB in SQL", "db/migrations/1_a.sql", "ALTER TABLE a ADD " + repeated("b ", 2'500'000) + ";");
    add("a line of 5 MB in a manifest", "package.json", "{\"dependencies\": {\"" + repeated("a", 5'000'000) + "\": \"1\"}}");
    add("a line of 5 MB in code", "app/a.py", "from a import (" + repeated("b, ", 1'700'000));
    add("many statements", "db/migrations/1_a.sql", repeated("ALTER TABLE a ADD CONSTRAINT c CHECK (d);\n", 5'000));
    add("cut off JSON", "infra/policy.json", "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"*\"");
    add("cut off here document", "infra/a.tf", "a = <<EOF\n{\"b\": [");
    add("bytes that are no text", "k8s/a.yaml", std::string("apiVersion: \xff\xfe\nkind: \x80\x80\n\0: a\n", 33));
    add("nothing but quotes", "infra/a.tf", repeated("\"", 500'000));
    add("interpolations that never end", "infra/a.tf", "a = \"" + repeated("${", 500'000));
}

void ConfigTreeTest::hostileInputStaysBounded()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    const Text text(content.toStdString());
    for (const ConfigTree &tree : {ConfigTree::ofYaml(text), ConfigTree::ofBraces(text)}) {
        QVERIFY(tree.nodes().size() <= 100'000);
        for (const ConfigNode &node : tree.nodes()) {
            QVERIFY(node.depth <= 100);
            QVERIFY(node.end <= tree.nodes().size());
            QVERIFY(node.last <= text.lineCount());
        }
    }
    // The rules go over it as well, whatever they find.
    for (const Finding &finding : testing::findings({}, {{path.toStdString(), content.toStdString()}}))
        QVERIFY(finding.endLine <= text.lineCount());
}

void ConfigTreeTest::otherFilesAreAnalysedBesideHostileOnes()
{
    const auto found = testing::findings("SEC-04", {},
                                         {{"infra/bad.tf", repeated("a {", 100'000)},
                                          {"infra/sg.tf",
                                           "resource \"aws_security_group\" \"a\" {\n  ingress {\n"
                                           "    from_port = 22\n    to_port = 22\n"
                                           "    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}\n"}});
    QCOMPARE(testing::summary(found), std::string("SEC-04 high new infra/sg.tf:5\n"));
}

void ConfigTreeTest::halfReadFileIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QString>("expected"); // empty: it can be read
    const QString ends = QStringLiteral("%1 ends inside of what begins in line %2: its structure was judged as far as it goes.");
    const QString deep = QStringLiteral("%1 is nested too deep, or too large: its structure was judged in part.");
    const auto row = [](const char *path, const std::string &content, const QString &expected) {
        QTest::newRow(path) << QString::fromLatin1(path) << content << expected;
    };
    const auto at = [](const QString &sentence, const char *path, int line) {
        return sentence.contains(QLatin1String("%2")) ? sentence.arg(QLatin1String(path)).arg(line)
                                                      : sentence.arg(QLatin1String(path));
    };
    row("infra/cut.tf", "a = 1\nresource \"x\" \"y\" {\n  lifecycle { prevent_destroy = tr", at(ends, "infra/cut.tf", 3));
    row("infra/here.tf", "locals {\n  a = <<EOF\n never ends\n", at(ends, "infra/here.tf", 2));
    row("config/cut.json", "{\"Statement\": [\n {\"Effect\": \"Al", at(ends, "config/cut.json", 2));
    row("k8s/cut.yaml", "kind: A\nspec: {ports: [1,\n", at(ends, "k8s/cut.yaml", 2));
    row("infra/deep.tf", repeated("a {\n", 1000), at(deep, "infra/deep.tf", 0));
    row("infra/whole.tf", "resource \"x\" \"y\" {\n  a = \"${b({c = \"}\"})}\"\n  d = <<EOF\n { \nEOF\n}\n", {});
    row("config/whole.json", "{\"a\": [1, {\"b\": \"{\"}]}\n", {});
    row("k8s/whole.yaml", "kind: A\nspec: {ports: [1]}\ntext: |\n  {\n", {});
    row("docs/cut.md", "{", {});
}

void ConfigTreeTest::halfReadFileIsNamed()
{
    QFETCH(QString, path);
    QFETCH(std::string, content);
    QFETCH(QString, expected);
    QString said;
    for (const Message &problem : halfReadFiles(testing::fileChanges({}, {{path.toStdString(), content}})))
        said += QString::fromStdString(problem.english());
    QCOMPARE(said, expected);
}

void ConfigTreeTest::manifestsGiveNamesAndRequirements_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("npm")
        << "package.json"
        << "{\n \"name\": \"a\",\n \"devDependencies\": {\n  \"@b/c\": \"^1.0\"\n },\n \"x\": {\n  \"y\": \"1\"\n }\n}"
        << "@b/c ^1.0 4\n";
    QTest::newRow("requirements") << "requirements.txt" << "# x\nFoo_Bar[extra] >= 1.2 ; python_version > '3'\n-r b.txt\nbaz\n"
                                  << "foo-bar >= 1.2  2\nbaz  4\n";
    QTest::newRow("poetry") << "pyproject.toml"
                            << "[tool.poetry.dependencies]\npython = \"^3\"\na = {version = \"1.0\"}\n[tool.x]\nb = \"1\"\n"
                            << "a 1.0 3\n";
    QTest::newRow("cargo") << "Cargo.toml" << "[package]\nname = \"x\"\n[dev-dependencies]\na = \"1\"\nb = { path = \"../b\" }\n"
                           << "a 1 4\nb  5\n";
    QTest::newRow("go") << "go.mod" << "module m.org/x\nrequire a.org/b v1.0.0\nrequire (\n\tc.org/d/v2 v2.1.0 // indirect\n)\n"
                        << "a.org/b v1.0.0 2\nc.org/d/v2 v2.1.0 4\n";
    QTest::newRow("gem") << "Gemfile" << "source \"x\"\ngem 'a', '~> 1'\n" << "a ~> 1 2\n";
    QTest::newRow("composer") << "composer.json" << "{\n\"require\": {\n\"php\": \"^8\",\n\"a/b\": \"^1\"\n}\n}" << "a/b ^1 4\n";
    QTest::newRow("maven") << "pom.xml"
                           << "<dependency>\n<groupId>g</groupId>\n<artifactId>a</artifactId>\n</dependency>\n"
                           << "g:a  3\n";
    QTest::newRow("gradle") << "build.gradle.kts" << "dependencies {\n implementation(\"g:a:1.0\")\n}\n" << "g:a 1.0 2\n";
    QTest::newRow("nuget") << "App.csproj" << "<PackageReference Include=\"A.B\" Version=\"1.0\" />\n" << "a.b 1.0 1\n";
}

void ConfigTreeTest::manifestsGiveNamesAndRequirements()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    QFETCH(QString, expected);
    std::string out;
    for (const Dependency &one : dependenciesOf(Text(content.toStdString()), path.toStdString()))
        out += one.name + " " + one.requirement + " " + std::to_string(one.line) + "\n";
    QCOMPARE(QString::fromStdString(out), expected);
}

void ConfigTreeTest::importsOverSeveralLinesAreOne()
{
    const auto found = importsOf(Text("import {\n  a,\n  b as c,\n  type D,\n} from './x';\nconst e = 1;\n"), "a.ts");
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].module, std::string("./x"));
    QCOMPARE(found[0].names, (std::vector<std::string>{"a", "b", "D"}));
    QCOMPARE(found[0].first, 1U);
    QCOMPARE(found[0].last, 5U);
}

QTEST_GUILESS_MAIN(ConfigTreeTest)
#include "tst_configtree.moc"
