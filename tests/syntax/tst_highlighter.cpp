// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax/Syntax.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::syntax;

namespace
{

/// The bytes that @p line shows in @p style, pieces joined with '|'.
std::string inStyle(const Text &text, const StyledLines &styled, LineNumber line, Style style)
{
    std::string joined;
    for (const StyleRun &run : styled.lines.at(line - styled.first)) {
        if (run.style == style)
            joined += (joined.empty() ? "" : "|") + std::string(text.line(line).substr(run.begin, run.end - run.begin));
    }
    return joined;
}

/// A C++ file whose comment opens in line 3 and closes in line 700.
Text longComment()
{
    std::string bytes = "int before;\nint x;\n/* opens\n";
    for (int line = 4; line < 700; ++line)
        bytes += "int inComment" + std::to_string(line) + ";\n";
    bytes += "closes */\n";
    for (int line = 701; line <= 1000; ++line)
        bytes += "int after" + std::to_string(line) + ";\n";
    return Text(bytes);
}

} // namespace

class TestHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void definitionComesFromTheFileNameAlone_data();
    void definitionComesFromTheFileNameAlone();
    void keywordsAndCommentsAreRuns();
    void runsAreByteOffsetsOfUtf8();
    void byteOrderMarkDoesNotHideTheFirstColumn();
    void invalidUtf8AndNulKeepRunsInsideTheLine();
    void veryLongLineIsColouredUpToTheLimit();
    void stateReachesOverManyLines();
    void anyWindowEqualsTheWholeText();
    void changedTextIsNotMistakenForARememberedOne();
    void pathWithoutDefinitionHasNoRuns();
    void rangeIsClampedToTheText();
    void stopReturnsFewerLines();

private:
    Highlighter m_highlighter;
};

void TestHighlighter::definitionComesFromTheFileNameAlone_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("definition");
    QTest::newRow("C++") << std::string("src/a.cpp") << std::string("C++");
    QTest::newRow("Python") << std::string("a.py") << std::string("Python");
    QTest::newRow("YAML") << std::string(".github/workflows/ci.yml") << std::string("YAML");
    QTest::newRow("Terraform") << std::string("infra/main.tf") << std::string("Terraform");
    QTest::newRow("shell") << std::string("run.sh") << std::string("Bash");
    QTest::newRow("Dockerfile") << std::string("deploy/Dockerfile") << std::string("Dockerfile");
    QTest::newRow("JavaScript") << std::string("web/a.js") << std::string("JavaScript");
    QTest::newRow("SQL") << std::string("db/001.sql") << std::string("SQL");
    QTest::newRow("HCL") << std::string("live/terragrunt.hcl") << std::string("Terraform");
    QTest::newRow("environment file") << std::string(".env.production") << std::string("Bash");
    QTest::newRow("named Dockerfile") << std::string("Dockerfile.dev") << std::string("Dockerfile");
    QTest::newRow("template of YAML") << std::string("values.yaml.j2") << std::string("YAML");
    QTest::newRow("unknown") << std::string("a.unknown-kind") << std::string();
    QTest::newRow("folder name does not count") << std::string("a.cpp/b") << std::string();
    QTest::newRow("empty") << std::string() << std::string();
}

void TestHighlighter::definitionComesFromTheFileNameAlone()
{
    QFETCH(std::string, path);
    QFETCH(std::string, definition);
    QCOMPARE(m_highlighter.definitionFor(path), definition);
}

void TestHighlighter::keywordsAndCommentsAreRuns()
{
    const Text text("if (x) // why\n    return 1;\n");
    const StyledLines styled = m_highlighter.highlight(text, "a.cpp", 1, 2);
    QCOMPARE(styled.first, 1U);
    QCOMPARE(styled.lines.size(), 2U);
    QCOMPARE(inStyle(text, styled, 1, Style::ControlFlow), std::string("if"));
    QCOMPARE(inStyle(text, styled, 1, Style::Comment), std::string("// why"));
    QCOMPARE(inStyle(text, styled, 2, Style::DecVal), std::string("1"));
}

void TestHighlighter::runsAreByteOffsetsOfUtf8()
{
    const Text text("auto s = \"häß😀\"; // größer 😀 ende\nint x; // é\n");
    const StyledLines styled = m_highlighter.highlight(text, "a.cpp", 1, 2);
    QCOMPARE(inStyle(text, styled, 1, Style::String), std::string("\"häß😀\""));
    QCOMPARE(inStyle(text, styled, 1, Style::Comment), std::string("// größer 😀 ende"));
    QCOMPARE(inStyle(text, styled, 2, Style::Comment), std::string("// é"));
}

void TestHighlighter::byteOrderMarkDoesNotHideTheFirstColumn()
{
    const Text text("\xEF\xBB\xBF#include <a>\n");
    const StyledLines styled = m_highlighter.highlight(text, "a.cpp", 1, 1);
    QVERIFY(!styled.lines.at(0).empty());
    QCOMPARE(styled.lines.at(0).front().begin, 3U);
}

void TestHighlighter::invalidUtf8AndNulKeepRunsInsideTheLine()
{
    using namespace std::string_literals;
    const Text text("// \xFF\xC3 \0 \xF0\x9F\n\"\xED\xA0\x80\" x\n\xEF\xBB\n"s);
    const StyledLines styled = m_highlighter.highlight(text, "a.cpp", 1, text.lineCount());
    QCOMPARE(styled.lines.size(), std::size_t{text.lineCount()});
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        std::uint32_t before = 0;
        for (const StyleRun &run : styled.lines[line - 1]) {
            QVERIFY(before <= run.begin && run.begin < run.end && run.end <= text.line(line).size());
            before = run.end;
        }
    }
    QCOMPARE(styled.lines[0].front().end, static_cast<std::uint32_t>(text.line(1).size()));
}

void TestHighlighter::veryLongLineIsColouredUpToTheLimit()
{
    std::string bytes = "x = '";
    bytes.append(2'000'000, 'y');
    const Text text(bytes + "'\nif\n");
    const StyledLines styled = m_highlighter.highlight(text, "a.js", 1, 2);
    QVERIFY(!styled.lines[0].empty());
    QVERIFY(std::ranges::all_of(styled.lines[0], [](const StyleRun &run) { return run.end <= 10'000; }));
    QCOMPARE(styled.lines[0].back().end, 10'000U);
}

void TestHighlighter::stateReachesOverManyLines()
{
    const Text text = longComment();
    const StyledLines inside = m_highlighter.highlight(text, "a.cpp", 600, 600);
    QCOMPARE(inStyle(text, inside, 600, Style::Comment), std::string(text.line(600)));
    const StyledLines after = m_highlighter.highlight(text, "a.cpp", 900, 900);
    QCOMPARE(inStyle(text, after, 900, Style::DataType), std::string("int"));
}

void TestHighlighter::anyWindowEqualsTheWholeText()
{
    const Text text = longComment();
    const StyledLines whole = Highlighter().highlight(text, "a.cpp", 1, text.lineCount());
    QCOMPARE(whole.lines.size(), 1000U);
    for (const auto &[first, last] : {std::pair{990U, 1000U}, {1U, 3U}, {256U, 258U}, {512U, 514U}, {700U, 701U}, {257U, 999U}}) {
        const StyledLines window = m_highlighter.highlight(text, "a.cpp", first, last);
        QCOMPARE(window.first, first);
        QCOMPARE(window.lines.size(), std::size_t{last - first + 1});
        for (LineNumber line = first; line <= last; ++line)
            QVERIFY(window.lines[line - first] == whole.lines[line - 1]);
    }
}

void TestHighlighter::changedTextIsNotMistakenForARememberedOne()
{
    for (int round = 0; round < 40; ++round) {
        const bool comment = round % 2 == 0;
        std::string bytes = comment ? "/* open\n" : "int a;\n\n";
        for (int line = 0; line < 600; ++line)
            bytes += "int x;\n";
        const Text text(bytes);
        const StyledLines styled = m_highlighter.highlight(text, "a.cpp", 550, 550);
        QCOMPARE(inStyle(text, styled, 550, Style::Comment), std::string(comment ? "int x;" : ""));
    }
}

void TestHighlighter::pathWithoutDefinitionHasNoRuns()
{
    const StyledLines styled = m_highlighter.highlight(Text("if\nelse\n"), "data.unknown-kind", 1, 2);
    QCOMPARE(styled.lines.size(), 2U);
    QVERIFY(styled.lines[0].empty() && styled.lines[1].empty());
}

void TestHighlighter::rangeIsClampedToTheText()
{
    const Text text("int a;\nint b;\n");
    QCOMPARE(m_highlighter.highlight(text, "a.cpp", 0, 99).lines.size(), 2U);
    QVERIFY(m_highlighter.highlight(text, "a.cpp", 3, 99).lines.empty());
    QVERIFY(m_highlighter.highlight(Text(), "a.cpp", 1, 1).lines.empty());
}

void TestHighlighter::stopReturnsFewerLines()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(m_highlighter.highlight(Text("int a;\n"), "a.cpp", 1, 1, source.get_token()).lines.empty());
}

QTEST_GUILESS_MAIN(TestHighlighter)
#include "tst_highlighter.moc"
