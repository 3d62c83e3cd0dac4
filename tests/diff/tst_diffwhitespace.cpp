// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"
#include "TextPairs.h"
#include "WhitespaceRule.h"

#include "diff/Diff.h"
#include "support/Files.h"
#include "support/Program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace countersign;
using diff::Whitespace;

namespace
{

std::string rowsOf(const std::string &oldBytes, const std::string &newBytes, const diff::DiffOptions &options)
{
    const Text oldText(oldBytes);
    const Text newText(newBytes);
    return test::dump(oldText, newText, diff::diffTexts(oldText, newText, options));
}

std::string withCrLf(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes)
        out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

/// Lines that no alignment can do without, by the textbook table for the longest common subsequence.
std::uint32_t leastChanged(const Text &oldText, const Text &newText, Whitespace rule)
{
    std::vector<std::uint32_t> above(newText.lineCount() + 1);
    for (LineNumber i = 1; i <= oldText.lineCount(); ++i) {
        std::vector<std::uint32_t> longest(above.size());
        for (LineNumber j = 1; j <= newText.lineCount(); ++j) {
            longest[j] = test::equalUnder(rule, oldText.rawLine(i), newText.rawLine(j)) ? above[j - 1] + 1
                                                                                        : std::max(above[j], longest[j - 1]);
        }
        above = longest;
    }
    return oldText.lineCount() + newText.lineCount() - 2 * above.back();
}

struct Counts {
    std::uint32_t added = 0;
    std::uint32_t removed = 0;
    [[nodiscard]] std::uint32_t all() const { return added + removed; }
};

/// Two folders of files with the same names, compared by git in one go.
class FolderPair
{
public:
    FolderPair()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("old"));
        QDir(m_folder.path()).mkdir(QStringLiteral("new"));
    }
    [[nodiscard]] bool add(const test::TextPair &pair)
    {
        const QString name = QString::number(m_pairs.size());
        m_pairs.push_back(pair);
        return test::writeFile(m_folder.filePath(QStringLiteral("old/") + name), QByteArray::fromStdString(pair.oldBytes))
            && test::writeFile(m_folder.filePath(QStringLiteral("new/") + name), QByteArray::fromStdString(pair.newBytes));
    }
    [[nodiscard]] const std::vector<test::TextPair> &pairs() const { return m_pairs; }

    /// Lines that git counts, by the number of the pair; nothing for pairs in which it sees no difference.
    [[nodiscard]] std::map<std::size_t, Counts> count(const std::vector<const char *> &options) const
    {
        // Without context: else an ignored blank line is counted where it stands near a change. (-U0 would add the patch.)
        QStringList arguments{QStringLiteral("-c"),          QStringLiteral("diff.context=0"), QStringLiteral("diff"),
                              QStringLiteral("--no-index"),  QStringLiteral("--numstat"),      QStringLiteral("--minimal"),
                              QStringLiteral("--no-renames")};
        for (const char *option : options)
            arguments.push_back(QString::fromLatin1(option));
        arguments << QStringLiteral("old") << QStringLiteral("new");
        const test::Outcome outcome =
            test::runProgram(QStringLiteral("git"), arguments, test::cleanEnvironment(m_folder.path()), {}, m_folder.path());
        std::map<std::size_t, Counts> counts;
        for (const QByteArray &line : outcome.out.split('\n')) {
            const QList<QByteArray> fields = line.split('\t');
            if (fields.size() != 3)
                continue;
            const std::size_t name = fields[2].mid(fields[2].lastIndexOf('/') + 1).toUInt();
            counts[name] = {fields[0].toUInt(), fields[1].toUInt()};
        }
        return counts;
    }

private:
    QTemporaryDir m_folder;
    std::vector<test::TextPair> m_pairs;
};

bool isComparable(const test::TextPair &pair)
{
    const auto isOdd = [](const std::string &bytes) {
        // git takes NUL for binary and, counting bytes only, a last line of one character without newline for blank.
        return bytes.contains('\0') || bytes.size() == 1
            || (bytes.size() > 1 && !bytes.ends_with('\n') && bytes[bytes.size() - 2] == '\n');
    };
    return !isOdd(pair.oldBytes) && !isOdd(pair.newBytes);
}

} // namespace

/// What the whitespace modes hide and what they leave, against expectations and against git.
class TestDiffWhitespace : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleAllowsWhatItIsNamedFor_data();
    void everyRuleAllowsWhatItIsNamedFor();

    void rowsKeepTheBytesOfBothSides()
    {
        QCOMPARE(rowsOf("a\nif  (b)\n", "a\t\n  if (b)\n", {.whitespace = Whitespace::All}),
                 std::string("=   1   1 |a\n=   2   2 |if  (b)\n"));
    }

    void blankLinesAloneAreNoChange()
    {
        const diff::DiffOptions options{.ignoreBlankLines = true};
        QCOMPARE(rowsOf("a\nb\n", "a\n\nb\n", options), std::string("=   1   1 |a\n=   -   2\n=   2   3 |b\n"));
        QCOMPARE(rowsOf("a\n\nb\n", "a\nb\n", options), std::string("=   1   1 |a\n=   2   - |\n=   3   2 |b\n"));
    }

    void blankLineWithSpacesNeedsARuleForThem()
    {
        const FileRows none = diff::diffTexts(Text("a\nb\n"), Text("a\n \nb\n"), {.ignoreBlankLines = true});
        QCOMPARE(none.hunks.size(), 1U);
        const FileRows atEnd =
            diff::diffTexts(Text("a\nb\n"), Text("a\n \nb\n"), {.whitespace = Whitespace::AtEndOfLine, .ignoreBlankLines = true});
        QCOMPARE(atEnd.hunks.size(), 0U);
        QCOMPARE(atEnd.hiddenHunks, 1U);
    }

    void blankLineInsideAChangeStays()
    {
        const FileRows rows = diff::diffTexts(Text("a\nb\n"), Text("a\nnew\n\nb\n"), {.ignoreBlankLines = true});
        QCOMPARE(rows.added, 2U);
        QCOMPARE(rows.hiddenHunks, 0U);
    }

    void hiddenHunksAreCounted()
    {
        const Text oldText("one\ntwo\nthree\nfour\nfive\nsix\n");
        const Text newText("  one\ntwo\nthree!\nfour\nfive \nsix\n");
        QCOMPARE(diff::diffTexts(oldText, newText).hiddenHunks, 0U);
        QCOMPARE(diff::diffTexts(oldText, newText, {.whitespace = Whitespace::AtEndOfLine}).hiddenHunks, 1U);
        QCOMPARE(diff::diffTexts(oldText, newText, {.whitespace = Whitespace::All}).hiddenHunks, 2U);
        QCOMPARE(diff::diffTexts(oldText, newText, {.whitespace = Whitespace::All}).hunks.size(), 1U);
    }

    void hunkThatShrinksIsNotHidden()
    {
        const FileRows rows = diff::diffTexts(Text("one\ntwo\n"), Text("  one\n  two!\n"), {.whitespace = Whitespace::All});
        QCOMPARE(rows.hunks.size(), 1U);
        QCOMPARE(rows.hunks[0].newStart, 2U);
        QCOMPARE(rows.hiddenHunks, 0U);
    }

    void movedBlockMayDifferInWhatTheRuleIgnores()
    {
        std::string rest;
        for (int i = 0; i < 12; ++i)
            rest += "kept line " + std::to_string(i) + "\n";
        const Text oldText("call_of_something(first, second);\nand_another();\n" + rest);
        const Text newText(rest + "call_of_something(first,second);  \n    and_another();\n");
        const auto moved = [&](Whitespace rule) {
            const FileRows rows = diff::diffTexts(oldText, newText, {.whitespace = rule});
            return std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind);
        };
        QCOMPARE(moved(Whitespace::None), 0);
        QCOMPARE(moved(Whitespace::All), 2);
    }

    void singleLinesAreEqualWhereGitSaysSo();
    void countsAreNearGits();
};

void TestDiffWhitespace::everyRuleAllowsWhatItIsNamedFor_data()
{
    QTest::addColumn<std::string>("oldBytes");
    QTest::addColumn<std::string>("newBytes");
    QTest::addColumn<int>("weakest"); ///< the first rule under which the texts are equal
    QTest::newRow("spaces at the end") << std::string("a\n") << std::string("a  \t\n") << 1;
    QTest::newRow("line ends") << std::string("a\r\nb\r\n") << std::string("a\nb\n") << 1;
    QTest::newRow("no newline at the end") << std::string("a\nb") << std::string("a\nb\n") << 1;
    QTest::newRow("spaces on a blank line") << std::string("a\n\n") << std::string("a\n  \n") << 1;
    QTest::newRow("wider indentation") << std::string("  a\n") << std::string("\t\ta\n") << 2;
    QTest::newRow("CR inside") << std::string("a \rb\n") << std::string("a b\n") << 2;
    QTest::newRow("new indentation") << std::string("a\n") << std::string(" a\n") << 3;
    QTest::newRow("space inside") << std::string("f(a,b)\n") << std::string("f(a, b)\n") << 3;
    QTest::newRow("no-break space") << std::string("a b\n")
                                    << std::string("a\xC2\xA0"
                                                   "b\n")
                                    << 4;
    QTest::newRow("form feed") << std::string("ab\n") << std::string("a\fb\n") << 4;
    QTest::newRow("line break") << std::string("a b\n") << std::string("a\nb\n") << 4;
}

void TestDiffWhitespace::everyRuleAllowsWhatItIsNamedFor()
{
    QFETCH(std::string, oldBytes);
    QFETCH(std::string, newBytes);
    QFETCH(int, weakest);
    for (int rule = 0; rule < 4; ++rule) {
        const FileRows rows = diff::diffTexts(Text(oldBytes), Text(newBytes), {.whitespace = static_cast<Whitespace>(rule)});
        QCOMPARE(rows.hunks.empty(), rule >= weakest);
    }
}

void TestDiffWhitespace::singleLinesAreEqualWhereGitSaysSo()
{
    FolderPair folders;
    for (std::uint32_t seed = 0; folders.pairs().size() < 400; ++seed) {
        test::TextPair pair = test::randomPair(seed * 4 + 1);
        // The first line that is not empty, and the same with other white space.
        const std::string line = pair.oldBytes.substr(0, pair.oldBytes.find('\n') + 1);
        std::string edited = line;
        for (std::uint32_t i = 0; i < 1 + seed % 3; ++i)
            edited.insert((seed * 31 + i * 17) % (edited.size() + 1), 1, " \t\r\v\f "[(seed + i) % 6]);
        if (isComparable({"", line, edited}))
            QVERIFY(folders.add({pair.name, line, edited}));
    }
    for (const test::WhitespaceMode &mode : test::whitespaceModes()) {
        const std::map<std::size_t, Counts> counts = folders.count(mode.gitOptions);
        for (std::size_t i = 0; i < folders.pairs().size(); ++i) {
            const test::TextPair &pair = folders.pairs()[i];
            const bool isEqual = diff::diffTexts(Text(pair.oldBytes), Text(pair.newBytes), mode.options).hunks.empty();
            QVERIFY2(isEqual != counts.contains(i),
                     qPrintable(QLatin1String(mode.name) + QLatin1String(", ") + QString::fromStdString(pair.name)));
        }
    }
}

/// What is equal under the rule is so for git and for us; how many lines are not may differ a little with the alignment.
void TestDiffWhitespace::countsAreNearGits()
{
    FolderPair folders;
    for (std::uint32_t seed = 0; folders.pairs().size() < 600; ++seed) {
        const test::TextPair pair = test::randomPair(seed);
        if (isComparable(pair))
            QVERIFY(folders.add(pair));
    }
    for (const QString &name : QDir(QStringLiteral(PAIRS_FOLDER)).entryList({QStringLiteral("*.old.txt")}, QDir::Files)) {
        const QString stem = QStringLiteral(PAIRS_FOLDER "/") + name.chopped(8);
        const test::TextPair pair{name.toStdString(), test::readFile(stem + QLatin1String(".old.txt")).toStdString(),
                                  test::readFile(stem + QLatin1String(".new.txt")).toStdString()};
        QVERIFY(folders.add(pair));
        QVERIFY(folders.add({pair.name + " CRLF", pair.oldBytes, withCrLf(pair.newBytes)}));
    }
    for (const test::WhitespaceMode &mode : test::whitespaceModes()) {
        const std::map<std::size_t, Counts> counts = folders.count(mode.gitOptions);
        std::uint64_t ours = 0;
        std::uint64_t gits = 0;
        for (std::size_t i = 0; i < folders.pairs().size(); ++i) {
            const test::TextPair &pair = folders.pairs()[i];
            const Text oldText(pair.oldBytes);
            const Text newText(pair.newBytes);
            const FileRows rows = diff::diffTexts(oldText, newText, mode.options);
            const QString where = QLatin1String(mode.name) + QLatin1String(", ") + QString::fromStdString(pair.name);
            QVERIFY2(counts.contains(i) != rows.hunks.empty(), qPrintable(where));
            if (!mode.options.ignoreBlankLines)
                QVERIFY2(rows.added + rows.removed >= leastChanged(oldText, newText, mode.options.whitespace), qPrintable(where));
            ours += rows.added + rows.removed;
            gits += counts.contains(i) ? counts.at(i).all() : 0;
        }
        const QString totals =
            QLatin1String("%1: %2 lines, git %3").arg(QLatin1String(mode.name), QString::number(ours), QString::number(gits));
        QVERIFY2(ours <= gits + gits / 20 && ours >= gits - gits / 20, qPrintable(totals));
    }
}

QTEST_GUILESS_MAIN(TestDiffWhitespace)
#include "tst_diffwhitespace.moc"
