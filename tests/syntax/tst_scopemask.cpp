// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax/Syntax.h"

#include <QTest>

using namespace countersign;
using namespace countersign::syntax;

namespace
{

/// The text with every byte replaced by its scope: '.' code, 'c' comment, 's' string; blanks stay.
std::string picture(const ScopeMask &mask, const Text &text)
{
    std::string out;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        const std::string_view content = text.line(line);
        for (std::uint32_t column = 0; column < content.size(); ++column) {
            const Scope scope = mask.at(line, column);
            out += content[column] == ' ' ? ' ' : scope == Scope::Code ? '.' : scope == Scope::Comment ? 'c' : 's';
        }
        out += '\n';
    }
    return out;
}

} // namespace

class TestScopeMask : public QObject
{
    Q_OBJECT

private slots:
    void everyByteHasItsScope_data();
    void everyByteHasItsScope();
    void commentLinesAreLinesOfNothingButComment();
    void unknownFileIsAllCode();
    void beyondTheTextIsCode();
    void stoppedMaskIsCode();

private:
    Highlighter m_highlighter;
};

void TestScopeMask::everyByteHasItsScope_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *name, const char *path, const char *text, const char *expected) {
        QTest::newRow(name) << std::string(path) << std::string(text) << std::string(expected);
    };
    row("C++", "a.cpp", "int x = 1; // TODO drop\n/* a\n b */ call(\"s\\n\", 'c');\n/// @param x what\n",
        "... . . .. cc cccc cccc\ncc c\n c cc .....sssss. sss..\nccc cccccc c cccc\n");
    row("C++ raw string", "a.cpp", "auto s = R\"(drop\ntable)\"; f();\n", ".... . . sssssss\nsssssss. ....\n");
    row("C++ documentation words", "a.cpp", "/** @note a \\warning b */ int x;\n", "ccc ccccc c cccccccc c cc ... ..\n");
    row("Python", "a.py", "def f():\n    \"\"\"Doc TODO\n    more\"\"\"\n    return f\"a {x} b\" # note\n",
        "... ....\n    cccccc cccc\n    ccccccc\n    ...... sss s.s ss c cccc\n");
    row("YAML", "a.yml", "# c\nkey: \"s\" # c\nrun: |\n  rm # not a comment\n",
        "c c\n.... sss c c\n.... s\n  .. . ... . .......\n");
    row("Terraform", "main.tf", "# c\nname = \"a-${var.y}\" # c\n", "c c\n.... . sssss.....ss c c\n");
    row("Terraform comments", "main.tf", "resource \"a\" \"b\" { // c\n  x = 1 /* c \"\n c */\n  // y = true\n}\n",
        "........ sss sss . cc c\n  . . . cc c c\n c cc\n  cc c c cccc\n.\n");
    row("Terraform heredoc", "main.tf", "p = <<-EOT\n  # text ${f(\"a\")}\n  EOT\nq = 1 # c\n",
        ". . ......\n  s ssss ss..sss.s\n  ...\n. . . c c\n");
    row("shell", "run.sh", "#!/bin/sh\nrm -rf \"$X/y\" 'z' # c\ncat <<EOF\ntext\nEOF\n",
        "ccccccccc\n.. ... s..sss sss c c\n... .....\nssss\n...\n");
    row("SQL", "a.sql", "-- c\nDROP TABLE t; /* c */\nSELECT 's';\n", "cc c\n.... ..... .. cc c cc\n...... sss.\n");
    row("Dockerfile", "Dockerfile", "# c\nFROM debian:12\nRUN x \"y\"\n", "c c\n.... .........\n... . sss\n");
    row("JavaScript", "a.js", "// c\nconst s = `a ${x} b`; /* c */\n", "cc c\n..... . . ss ss.s ss. cc c cc\n");
    row("Markdown code is no comment", "a.md", "a `x` b\n", ". ... .\n");
}

void TestScopeMask::everyByteHasItsScope()
{
    QFETCH(std::string, path);
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const Text whole(text);
    QCOMPARE(picture(ScopeMask::of(m_highlighter, whole, path), whole), expected);
}

void TestScopeMask::commentLinesAreLinesOfNothingButComment()
{
    const Text text("# only comment\nx = 1  # mixed\n\n   # indented, TODO too\n");
    const ScopeMask mask = ScopeMask::of(m_highlighter, text, "a.py");
    QVERIFY(mask.isCommentLine(1, text.line(1)));
    QVERIFY(!mask.isCommentLine(2, text.line(2)));
    QVERIFY(!mask.isCommentLine(3, text.line(3)));
    QVERIFY(mask.isCommentLine(4, text.line(4)));
}

void TestScopeMask::unknownFileIsAllCode()
{
    const Text text("# not known\n");
    QCOMPARE(picture(ScopeMask::of(m_highlighter, text, "a.unknown-kind"), text), std::string(". ... .....\n"));
}

void TestScopeMask::beyondTheTextIsCode()
{
    const Text text("// x\n");
    const ScopeMask mask = ScopeMask::of(m_highlighter, text, "a.cpp");
    QCOMPARE(mask.at(1, 3), Scope::Comment);
    QCOMPARE(mask.at(1, 4), Scope::Code);
    QCOMPARE(mask.at(2, 0), Scope::Code);
    QCOMPARE(mask.at(noLine, 0), Scope::Code);
}

void TestScopeMask::stoppedMaskIsCode()
{
    std::stop_source source;
    source.request_stop();
    const Text text("// x\n");
    QCOMPARE(ScopeMask::of(m_highlighter, text, "a.cpp", source.get_token()).at(1, 0), Scope::Code);
}

QTEST_GUILESS_MAIN(TestScopeMask)
#include "tst_scopemask.moc"
