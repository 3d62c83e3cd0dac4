// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace countersign;
using test::Outcome;

namespace
{

using Files = std::map<std::string, std::optional<std::string>>;

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

/// Each anchor holds ten of the one before.
std::string nestedAnchors()
{
    std::string text = "a0: &a0 [x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int k = 0; k < 10; ++k)
            text += (k == 0 ? "" : ", ") + before;
        text += "]\n";
    }
    return text;
}

std::string noteOfAMillionRanges()
{
    std::string note = "a.txt\n  0123456789abcdef ";
    for (int i = 1; i <= 1'000'000; ++i)
        note += std::to_string(i) + ",";
    note.back() = '\n';
    return note
        + "---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":{\"0123456789abcdef\":{\"agent_id\":{\"tool\":\"x\"}}}}\n";
}

} // namespace

/// What a change may hold, and what may hang on its commits: the analysis ends, needs a bounded amount of memory, says what it
/// left out, and all of its other findings stand.
class TestHostileContent : public QObject
{
    Q_OBJECT
private slots:
    void contentLeavesOtherFindingsStanding_data();
    void contentLeavesOtherFindingsStanding();
    void noteLeavesTheAnalysisStanding_data();
    void noteLeavesTheAnalysisStanding();
    void messageLeavesTheAnalysisStanding_data();
    void messageLeavesTheAnalysisStanding();
    void reportLeavesTheAnalysisStanding_data();
    void reportLeavesTheAnalysisStanding();

private:
    /// Analyses branch "topic", with @p files and a script that destroys beside them. Aborts the test unless all is well.
    Outcome analyse(const Files &files, const std::string &message, const std::function<void(test::RepositoryBuilder &)> &prepare,
                    const QStringList &options = {});
    QTemporaryDir m_folder;
};

Outcome TestHostileContent::analyse(const Files &files, const std::string &message,
                                    const std::function<void(test::RepositoryBuilder &)> &prepare, const QStringList &options)
{
    test::RepositoryBuilder builder;
    builder.commit({.files = {{"deploy.sh", "echo\n"}, {"a.txt", "one\n"}}, .message = "Start\n"});
    Files all = files;
    all.emplace("deploy.sh", "echo\nterraform destroy -auto-approve\n");
    all.emplace("a.txt", "one\ntwo\n");
    builder.commit({.branch = "topic", .files = all, .message = message, .from = "main"});
    if (prepare)
        prepare(builder);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const QString limit = QStringLiteral("exec \"$@\""); // sanitizers reserve terabytes of addresses
#else
    const QString limit = QStringLiteral("ulimit -v 3000000; exec \"$@\"");
#endif
    return test::runProgram(QStringLiteral("/bin/sh"),
                            QStringList{QStringLiteral("-c"), limit, QStringLiteral("sh"), QStringLiteral(COUNTERSIGN_PROGRAM),
                                        QStringLiteral("analyze"), QStringLiteral("topic"), QStringLiteral("--format"),
                                        QStringLiteral("json")}
                                + options,
                            test::cleanEnvironment(m_folder.path()), {}, QString::fromStdString(builder.path()));
}

namespace
{

bool findsTheScript(const Outcome &outcome)
{
    for (const QJsonValue &finding : outcome.json().value(QLatin1String("findings")).toArray()) {
        if (finding[QLatin1String("rule")].toString() == QLatin1String("DST-04")
            && finding[QLatin1String("file")].toString() == QLatin1String("deploy.sh"))
            return true;
    }
    qWarning("code %d, said: %s%s", outcome.code, outcome.err.left(2000).constData(), outcome.out.left(2000).constData());
    return false;
}

} // namespace

void TestHostileContent::contentLeavesOtherFindingsStanding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const char *path, const std::string &content) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray::fromStdString(content);
    };
    row("invalid UTF-8", "src/a.py", "x = '\xFF\xFE\x80\xC0\xAF'\nif \xED\xA0\x80:\n    pass\n");
    row("line of 5 MB", "src/a.js", "const a = [" + repeated("'password',", 480'000) + "];\n");
    row("line of 5 MB of one letter", "src/a.py", repeated("a", 5'000'000) + "\n");
    row("nothing but brackets", "src/a.ts", repeated("({[", 700'000) + "\n");
    row("truncated YAML", "k8s/a.yaml", "kind: Deployment\nspec:\n  template: {a: [b, \"c");
    row("truncated HCL", "main.tf", "resource \"aws_db_instance\" \"a\" {\n  name = \"${var.x");
    row("truncated JSON", "package.json", "{\"dependencies\": {\"a\": \"^1");
    row("cyclic anchors", "k8s/a.yaml", "a: &a [*b]\nb: &b [*a]\nc: &c\n  <<: *c\n");
    row("anchors within anchors", "k8s/a.yaml", nestedAnchors());
    row("JSON nested a million deep", "package.json", repeated("[", 1'000'000) + repeated("]", 1'000'000));
    row("YAML nested a million deep", "k8s/a.yaml", repeated("[", 1'000'000) + "\n");
    row("HCL nested a million deep", "main.tf", repeated("a {\n", 300'000));
    row("half a million lines", "src/a.go", repeated("if err != nil {\n", 500'000));
    row("NUL bytes", "src/a.c", std::string("a\0b\0c", 5) + repeated(std::string_view("\0", 1), 100'000));
    row("quotes that never end", "src/a.py", repeated("\"\"\"'''", 300'000) + "\n");
}

void TestHostileContent::contentLeavesOtherFindingsStanding()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    const Outcome outcome = analyse({{path.toStdString(), content.toStdString()}}, "Two\n", {});
    QCOMPARE(outcome.code, 0);
    QVERIFY(findsTheScript(outcome));
}

void TestHostileContent::noteLeavesTheAnalysisStanding_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("a million ranges") << QByteArray::fromStdString(noteOfAMillionRanges()) << false;
    QTest::newRow("no note at all") << QByteArray("not a note\n") << true;
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE\xFF\n---\n{\"schema_version\":\"authorship/3.0.0\"}\n") << true;
    QTest::newRow("nested") << QByteArray("a.txt\n  0123456789abcdef 1\n---\n") + QByteArray(1'000'000, '[') << true;
    QTest::newRow("ranges that overflow") << QByteArray(
        "a.txt\n  0123456789abcdef 1-99999999999999999999\n---\n{\"schema_version\":\"authorship/3.0.0\"}\n")
                                          << true;
}

void TestHostileContent::noteLeavesTheAnalysisStanding()
{
    QFETCH(QByteArray, note);
    QFETCH(bool, isTold);
    const Outcome outcome = analyse({}, "Two\n", [&note](test::RepositoryBuilder &builder) {
        const QString blob = QString::fromStdString(
            builder.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, note));
        builder.git({QStringLiteral("-c"), QStringLiteral("user.name=A"), QStringLiteral("-c"), QStringLiteral("user.email=a@b"),
                     QStringLiteral("notes"), QStringLiteral("--ref=ai"), QStringLiteral("add"), QStringLiteral("-C"), blob,
                     QStringLiteral("topic")});
    });
    QCOMPARE(outcome.code, 0);
    QVERIFY(findsTheScript(outcome));
    const QByteArray told = QJsonDocument(outcome.json().value(QLatin1String("provenance")).toObject()).toJson();
    QVERIFY2(!isTold || told.contains("note"), told.left(2000).constData());
}

void TestHostileContent::messageLeavesTheAnalysisStanding_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("a hundred thousand trailers")
        << QByteArray("Two\n\n") + QByteArray("Co-Authored-By: Claude <noreply@anthropic.com>\n").repeated(100'000);
    QTest::newRow("trailer of 2 MB") << QByteArray("Two\n\nAssisted-by: ") + QByteArray(2'000'000, 'x') + "\n";
    QTest::newRow("control characters") << QByteArray("Two\x1b]0;x\x07\n\nAssisted-by: \x1b[2J\xE2\x80\xAE:m\n");
    QTest::newRow("not UTF-8") << QByteArray("Two \xFF\n\nAssisted-by: \xFF\xFE:\x80\n");
}

void TestHostileContent::messageLeavesTheAnalysisStanding()
{
    QFETCH(QByteArray, message);
    const Outcome outcome = analyse({}, message.toStdString(), {});
    QCOMPARE(outcome.code, 0);
    QVERIFY(findsTheScript(outcome));
    QVERIFY(!outcome.out.contains('\x1b') && !outcome.err.contains('\x1b'));
}

void TestHostileContent::reportLeavesTheAnalysisStanding_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    const QByteArray result = R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T"}},"results":[{"message":{"text":"x"},)"
                              R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"%1"}}}]}]}]})";
    const auto sarif = [&result](const char *uri) { return QByteArray(result).replace("%1", uri); };
    QTest::newRow("SARIF that leads out") << QStringLiteral("--sarif") << sarif("../../../etc/passwd");
    QTest::newRow("SARIF of another machine") << QStringLiteral("--sarif") << sarif("file:///home/x/y/z.c");
    QTest::newRow("coverage of foreign paths")
        << QStringLiteral("--coverage")
        << QByteArray("SF:/etc/passwd\nDA:1,1\nend_of_record\nSF:../../a.txt\nDA:2,0\nend_of_record\n");
}

void TestHostileContent::reportLeavesTheAnalysisStanding()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    const QString file = m_folder.filePath(QStringLiteral("report"));
    QVERIFY(test::writeFile(file, content));
    const Outcome outcome = analyse({}, "Two\n", {}, {option, file});
    QCOMPARE(outcome.code, 0);
    QVERIFY(findsTheScript(outcome));
    QVERIFY(outcome.json().value(QLatin1String("annotations")).toArray().isEmpty());
    QVERIFY(!outcome.out.contains("passwd\""));
}

QTEST_GUILESS_MAIN(TestHostileContent)
#include "tst_hostilecontent.moc"
