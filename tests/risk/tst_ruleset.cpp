// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/DeclarativeRule.h"
#include "risk/FileFilter.h"
#include "risk/LiteralScanner.h"
#include "risk/Matcher.h"
#include "risk/RuleSet.h"
#include "risk/RuleTexts.h"
#include "risk/VectorscanMatcher.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

using namespace countersign;
using namespace countersign::risk;

namespace
{

const std::string minimal = R"([[rule]]
id = "X-01"
title = "t %1"
why = "w"
check = "c"
severity = "high"
direction = "added"
patterns = ['drop']
)";

Result<std::shared_ptr<const RuleSet>> load(const std::string &content)
{
    const RuleFile file{"x.toml", content};
    return RuleSet::fromFiles(std::span(&file, 1));
}

/// What occurs indeed of what the matcher says may occur. It must say it in order.
std::vector<LineMatch> linesWith(const Matcher &matcher, const std::vector<const Pattern *> &patterns, const Text &text)
{
    std::vector<LineMatch> found;
    if (!text.isEmpty())
        matcher.matchLines(text, 1, text.lineCount(), found);
    if (!std::ranges::is_sorted(found))
        return {};
    std::erase_if(found, [&](const LineMatch &match) { return !patterns[match.pattern]->occursIn(text.line(match.line)); });
    return found;
}

} // namespace

class RuleSetTest : public QObject
{
    Q_OBJECT
private slots:
    void builtInRulesLoad();
    void everyRuleFileIsBuiltIn();
    void noBuiltInPatternCostsTimeOnEveryLine();
    void catalogueSeesEveryText();
    void digestFollowsContent();
    void brokenRuleIsNamedWithItsLine_data();
    void brokenRuleIsNamedWithItsLine();
    void globsMatchPaths_data();
    void globsMatchPaths();
    void scannerFindsWhatSearchFinds();
    void everyExpressionOfTheProgramIsRight();
    void matcherNeverMissesAPattern();
    void vectorscanFindsTheSame();
    void manyLinesAtOnceAreReadAsEachAlone();
};

void RuleSetTest::builtInRulesLoad()
{
    const auto rules = RuleSet::builtIn();
    QVERIFY2(rules.has_value(), rules ? "" : (rules.error().what.english() + " " + rules.error().where).c_str());
    QCOMPARE((*rules)->digest().size(), 64U);
    std::set<std::string> ids;
    for (const auto &rule : (*rules)->rules())
        ids.insert(rule->id);
    for (const char *id : {"DST-03", "DST-04", "DST-05", "DB-01", "SEC-01", "SEC-02", "TST-02", "TST-06", "CI-03", "AGT-01"})
        QVERIFY2(ids.contains(id), id);
}

void RuleSetTest::everyRuleFileIsBuiltIn()
{
    QStringList names;
    for (const RuleFile &file : RuleSet::builtInFiles())
        names << QString::fromStdString(file.name);
    const QDir folder(QStringLiteral(COUNTERSIGN_RULES));
    QCOMPARE(names, folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name));
}

void RuleSetTest::noBuiltInPatternCostsTimeOnEveryLine()
{
    const auto rules = RuleSet::builtIn();
    QVERIFY(rules.has_value());
    std::string slow;
    for (const std::size_t index : (*rules)->matcher().unsieved()) {
        const RuleSet::PatternPlace &place = (*rules)->placeOf(index);
        const DeclarativeRule &rule = *(*rules)->rules()[place.rule];
        slow += rule.id + ": " + (place.isTo ? rule.to : rule.patterns)[place.pattern].expression() + "\n";
    }
    QVERIFY2(slow.empty(), slow.c_str());
}

void RuleSetTest::catalogueSeesEveryText()
{
    const auto rules = RuleSet::builtIn();
    QVERIFY(rules.has_value());
    std::set<std::string> wanted;
    for (const auto &rule : (*rules)->rules()) {
        wanted.insert({rule->title, rule->why, rule->check});
        for (const Counter &counter : rule->counters)
            wanted.insert(counter.text);
    }
    if (qEnvironmentVariableIsSet("COUNTERSIGN_UPDATE")) {
        QFile file(QStringLiteral(COUNTERSIGN_RULE_TEXTS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray old = file.readAll();
        file.close();
        QByteArray list;
        for (const std::string &text : wanted) {
            QByteArray escaped = QByteArray::fromStdString(text);
            escaped.replace('\\', "\\\\").replace('"', "\\\"");
            list += "        QT_TRANSLATE_NOOP(\"app\", \"" + escaped + "\"),\n";
        }
        const auto begin = old.indexOf("texts[] = {\n") + 12;
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(old.left(begin) + list + old.mid(old.indexOf("    };\n", begin)));
        QSKIP("RuleTexts.cpp was written anew");
    }
    const std::span<const char *const> listed = ruleTexts();
    const std::set<std::string> seen(listed.begin(), listed.end());
    std::string difference;
    for (const std::string &text : wanted)
        difference += seen.contains(text) ? "" : "missing: " + text + "\n";
    for (const std::string &text : seen)
        difference += wanted.contains(text) ? "" : "too much: " + text + "\n";
    QVERIFY2(difference.empty(), (difference + "Run this test with COUNTERSIGN_UPDATE=1.").c_str());
}

void RuleSetTest::digestFollowsContent()
{
    const auto one = load(minimal);
    const auto same = load(minimal);
    const auto other = load(minimal + "\n# a remark\n");
    QVERIFY(one && same && other);
    QCOMPARE((*one)->digest(), (*same)->digest());
    QVERIFY((*one)->digest() != (*other)->digest());
}

void RuleSetTest::brokenRuleIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, std::string_view line, std::string_view replacement, const char *where) {
        std::string content = minimal;
        content.replace(content.find(line), line.size(), replacement);
        QTest::newRow(name) << QString::fromStdString(content) << QString::fromLatin1(where);
    };
    QTest::newRow("not TOML") << QStringLiteral("[[rule]]\nid = \n") << QStringLiteral("x.toml:2:6");
    row("missing title", "title = \"t %1\"\n", "", "x.toml:1:1");
    row("unknown field", "why", "whyy", "x.toml:1:1");
    row("unknown severity", "\"high\"", "\"awful\"", "x.toml:6:12");
    row("unknown direction", "\"added\"", "\"sideways\"", "x.toml:7:13");
    row("broken pattern", "'drop'", "'(drop'", "x.toml:8:12");
    row("unknown group", "'drop'", "'(?P<name>drop)'", "x.toml:8:12");
    row("patterns no list", "['drop']", "'drop'", "x.toml:8:12");
    row("no patterns", "patterns = ['drop']\n", "", "x.toml:1:1");
    row("changed into nothing", "\"added\"", "\"changed\"", "x.toml:1:1");
    row("unknown class", "patterns", "files = [\"class:nonsense\"]\npatterns", "x.toml:8:9");
    row("factor without a number that moves", "patterns", "factor = 5\npatterns", "x.toml:1:1");
    row("survivor has something, but no survivor", "patterns", "survivor_has = ['x']\npatterns", "x.toml:1:1");
    row("counter without text", "patterns", "counter = [{ at_most = \"low\" }]\npatterns", "x.toml:8:12");
    QTest::newRow("table at the top") << QStringLiteral("[rules]\n") << QStringLiteral("x.toml:1:1");
}

void RuleSetTest::brokenRuleIsNamedWithItsLine()
{
    QFETCH(QString, content);
    QFETCH(QString, where);
    const auto rules = load(content.toStdString());
    QVERIFY(!rules.has_value());
    QCOMPARE(rules.error().kind, ErrorKind::Input);
    QCOMPARE(QString::fromStdString(rules.error().where), where);
    QVERIFY(!rules.error().what.isEmpty());
}

void RuleSetTest::globsMatchPaths_data()
{
    QTest::addColumn<QString>("glob");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    QTest::newRow("name anywhere") << "*.tf" << "infra/prod/db.tf" << true;
    QTest::newRow("name at the top") << "*.tf" << "db.tf" << true;
    QTest::newRow("no part of a name") << "*.tf" << "db.tfvars" << false;
    QTest::newRow("dot is a dot") << "a.b" << "axb" << false;
    QTest::newRow("path from the top") << ".github/*" << ".github/CODEOWNERS" << true;
    QTest::newRow("path not below") << ".github/*" << "x/.github/CODEOWNERS" << false;
    QTest::newRow("star stays in its folder") << ".github/*" << ".github/workflows/ci.yml" << false;
    QTest::newRow("two stars at the top") << "**/.github/**" << ".github/workflows/ci.yml" << true;
    QTest::newRow("two stars below") << "**/.github/**" << "a/b/.github/x" << true;
    QTest::newRow("two stars whole folder") << "**/dev/**" << "prod/device/x.tf" << false;
    QTest::newRow("choice") << "*.{yml,yaml}" << "a/b.yaml" << true;
    QTest::newRow("choice with nothing") << "opencode.json{,c}" << "opencode.json" << true;
    QTest::newRow("question mark") << "U?.sql" << "U1.sql" << true;
    QTest::newRow("question mark is no slash") << "a?b/*" << "a/b/c" << false;
    QTest::newRow("class") << "class:pipeline" << "whatever" << true;
    QTest::newRow("other class") << "class:test" << "whatever" << false;
}

void RuleSetTest::globsMatchPaths()
{
    QFETCH(QString, glob);
    QFETCH(QString, path);
    QFETCH(bool, matches);
    const std::string entry = glob.toStdString();
    const auto filter = FileFilter::compile(std::span(&entry, 1));
    QVERIFY(filter.has_value());
    QCOMPARE(filter->matches(path.toStdString(), FileClass::Pipeline), matches);
}

void RuleSetTest::scannerFindsWhatSearchFinds()
{
    // Three bytes tell where a literal may begin, or fewer, and eight are compared at once.
    for (const std::vector<std::string> &literals :
         {std::vector<std::string>{"a", "ab", "bab", "bc", "bca", "c", "caa", "drop", "dr"},
          {"ab", "bab", "abaabbab", "drop"},
          {"aba", "abab", "babab", "bcadr", "cab", "drop", "rop", "opaaa", "aab", "aaaaab"},
          {"abaabbab", "abaabbaba", "bbbabaabaaabbaba", "bbbabaabaaabbabab", "baabab"}}) {
        const LiteralScanner scanner(literals);
        QRandomGenerator random(7);
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            for (int i = random.bounded(24); i > 0; --i)
                text += "abcdropXab"[random.bounded(round % 2 == 0 ? 8 : 2)];
            std::vector<int> expected;
            for (std::size_t i = 0; i < literals.size(); ++i) {
                if (text.contains(literals[i]))
                    expected.push_back(static_cast<int>(i));
            }
            std::vector<int> found;
            scanner.scan(text, found);
            QCOMPARE(found, expected);
            QCOMPARE(scanner.findsAny(text), !expected.empty());
            std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            scanner.scan(text, found);
            QVERIFY(std::ranges::includes(found, expected));
        }
    }
}

void RuleSetTest::everyExpressionOfTheProgramIsRight()
{
    for (RuleFile file : RuleSet::builtInFiles()) {
        file.isPartOfProgram = false; // so that each expression is compiled at once
        const auto rules = RuleSet::fromFiles({&file, 1});
        QVERIFY2(rules.has_value(), file.name.c_str());
    }
}

void RuleSetTest::matcherNeverMissesAPattern()
{
    const std::vector<std::string> expressions{"(?i)drop\\s+table", "rm -rf (?P<key>\\S+)", "^x$", "\\bkubectl\\b.*\\bdelete\\b",
                                               "a|bcd"};
    const auto matcher = makeMatcher(expressions);
    QVERIFY(matcher.has_value());
    std::vector<Pattern> patterns;
    for (const std::string &expression : expressions)
        patterns.push_back(std::move(*Pattern::compile(expression)));
    const std::vector<std::string> lines{"DROP  TABLE x", "sudo rm -rf /", "x", "kubectl -n a delete pod",
                                         "bcd",           "nothing here",  "",  std::string("\xff\xfe drop table\0", 14)};
    for (const std::string &line : lines) {
        std::vector<std::size_t> found;
        (*matcher)->match(line, found);
        for (std::size_t i = 0; i < patterns.size(); ++i)
            QVERIFY2(!patterns[i].occursIn(line) || std::ranges::contains(found, i), (line + " / " + expressions[i]).c_str());
    }
}

/// Every rule over every line that the tests of the rules are made of, and over bytes that are no text.
void RuleSetTest::vectorscanFindsTheSame()
{
    std::vector<std::string> expressions;
    std::vector<const Pattern *> patterns;
    const auto rules = RuleSet::builtIn();
    QVERIFY(rules.has_value());
    for (const auto &rule : (*rules)->rules()) {
        for (const auto *list : {&rule->patterns, &rule->to}) {
            for (const Pattern &pattern : *list) {
                expressions.push_back(pattern.expression());
                patterns.push_back(&pattern);
            }
        }
    }
    const auto sieve = makeMatcher(expressions);
    const auto quick = makeVectorscanMatcher(expressions);
    QVERIFY(sieve && quick);
    if (!*quick)
        QSKIP("built without Vectorscan");
    std::vector<std::string> lines{"", std::string("\0\xff\x80 drop table\0", 15), std::string(100'000, 'a')};
    for (const auto &entry : std::filesystem::directory_iterator(COUNTERSIGN_TRANSITIONS)) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            lines.push_back(line);
            lines.push_back("\xff" + line.substr(std::min<std::size_t>(1, line.size())) + "\r");
        }
    }
    std::size_t hits = 0;
    std::string whole;
    LineNumber count = 0;
    std::vector<LineMatch> expected;
    for (const std::string &line : lines) {
        const auto occurring = [&](const Matcher &matcher) {
            std::vector<std::size_t> found;
            matcher.match(line, found);
            std::erase_if(found, [&](std::size_t index) { return !patterns[index]->occursIn(line); });
            return found;
        };
        const auto found = occurring(**sieve);
        hits += found.size();
        QCOMPARE(occurring(**quick), found);
        if (line.contains('\r'))
            continue;
        whole += line + "\n";
        ++count;
        for (const std::size_t pattern : found)
            expected.push_back({count, pattern});
    }
    QVERIFY(hits > 100);
    QVERIFY(linesWith(**quick, patterns, Text(whole)) == expected);
    QVERIFY(linesWith(**sieve, patterns, Text(whole)) == expected);
}

/// Patterns that mean one thing in a line and another in a text, over texts of few letters.
void RuleSetTest::manyLinesAtOnceAreReadAsEachAlone()
{
    const std::vector<std::string> expressions{R"(^a)",       R"(b$)",        R"(^$)",      R"(^a.*b$)", R"(\Aab)", R"(ab\z)",
                                               R"(a\s+b)",    R"([^x]ab)",    R"(x*)",      R"(\bab\b)", R"(\Bb)",  R"((?i)AB$)",
                                               R"((?-s)a.b)", R"((?s)a.+x)",  R"(a[^b]*$)", R"(\Wa)",    R"(x\D)",  R"((?m)^b)",
                                               R"(ab|^x)",    R"((?:^|\s)b)", R"(x$|^a$)",  R"(a{2,}b?)"};
    std::vector<Pattern> compiled;
    std::vector<const Pattern *> patterns;
    for (const std::string &expression : expressions)
        compiled.push_back(std::move(*Pattern::compile(expression)));
    for (const Pattern &pattern : compiled)
        patterns.push_back(&pattern);
    const auto sieve = makeMatcher(expressions);
    const auto quick = makeVectorscanMatcher(expressions);
    QVERIFY(sieve && quick);
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto i = random() % 60; i > 0; --i)
            bytes += "aabbxx  \n\n\n\r"[random() % (round % 4 == 0 ? 12 : 11)];
        const Text text(bytes);
        std::vector<LineMatch> expected;
        for (LineNumber line = 1; line <= text.lineCount(); ++line) {
            for (std::size_t i = 0; i < patterns.size(); ++i) {
                if (patterns[i]->occursIn(text.line(line)))
                    expected.push_back({line, i});
            }
        }
        for (const Matcher *matcher : {sieve->get(), quick->get()})
            QVERIFY2(!matcher || linesWith(*matcher, patterns, text) == expected, bytes.c_str());
    }
}

QTEST_GUILESS_MAIN(RuleSetTest)
#include "tst_ruleset.moc"
