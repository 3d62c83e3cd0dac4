// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/Structure.h"

#include <QTest>

#include <random>

using namespace countersign;
using namespace countersign::risk;

class StructureTest : public QObject
{
    Q_OBJECT
private slots:
    void definitionAroundALine_data();
    void definitionAroundALine();
    void definitionAfterADecorator_data();
    void definitionAfterADecorator();
    void headersNameWhatTheyDefine_data();
    void headersNameWhatTheyDefine();
    void blockEndsWhereNothingFollows_data();
    void blockEndsWhereNothingFollows();
    void flatFileHasNoHeaders();
    void manyLinesHaveTheDefinitionsOfEach();
};

void StructureTest::definitionAroundALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("definition");
    QTest::addColumn<int>("section");
    QTest::newRow("Python") << "class A:\n    def f(self):\n        if x:\n            check()\n" << 4 << 2 << 1;
    QTest::newRow("Python, header over several lines") << "def f(\n    a,\n    b,\n) -> int:\n    check()\n" << 5 << 1 << 1;
    QTest::newRow("C#, brace on its own line") << "class A\n{\n    void F()\n    {\n        Check();\n    }\n}\n" << 5 << 3 << 1;
    QTest::newRow("Go with tabs") << "func f() {\n\tif x {\n\t\tcheck()\n\t}\n}\n" << 3 << 1 << 1;
    QTest::newRow("Terraform") << "resource \"a\" \"b\" {\n  lifecycle {\n    x = 1\n  }\n}\n" << 3 << 2 << 1;
    QTest::newRow("YAML") << "Resources:\n  Db:\n    # why\n    Policy: Retain\n" << 4 << 2 << 1;
    QTest::newRow("JavaScript, else") << "function f() {\n  if (a) {\n    b();\n  } else {\n    check();\n  }\n}\n"
                                      << 5 << 1 << 1;
    QTest::newRow("top level") << "a = 1\ncheck()\n" << 2 << 0 << 0;
}

void StructureTest::definitionAroundALine()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, definition);
    QFETCH(int, section);
    const Text lines(text.toStdString());
    QCOMPARE(enclosingDefinition(lines, static_cast<LineNumber>(line)), static_cast<LineNumber>(definition));
    QCOMPARE(enclosingSection(lines, static_cast<LineNumber>(line)), static_cast<LineNumber>(section));
}

void StructureTest::definitionAfterADecorator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("definition");
    QTest::newRow("Python") << "@login_required\n@cache(1)\ndef f(x):\n" << 3;
    QTest::newRow("Java") << "@Secured\n@Get(\"/x\")\n// remark (here)\npublic void f() {\n" << 4;
    QTest::newRow("C#") << "[Authorize]\n[HttpGet]\npublic int F()\n" << 3;
    QTest::newRow("Rust") << "#[ignore]\nfn f() {\n" << 2;
    QTest::newRow("TypeScript class") << "@UseGuards(A)\nexport class C {\n" << 2;
    QTest::newRow("same line") << "@Test @Ignore void f() {\n" << 1;
    QTest::newRow("nothing") << "@alone\n" << 0;
}

void StructureTest::definitionAfterADecorator()
{
    QFETCH(QString, text);
    QFETCH(int, definition);
    QCOMPARE(followingDefinition(Text(text.toStdString()), 1), static_cast<LineNumber>(definition));
}

void StructureTest::headersNameWhatTheyDefine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("name");
    QTest::newRow("Python") << "    async def show(self, x):" << "show";
    QTest::newRow("Go method") << "func (s *Server) Delete(w http.ResponseWriter) {" << "Delete";
    QTest::newRow("Java") << "  public void delete(long id) {" << "delete";
    QTest::newRow("class") << "export class OrdersController {" << "OrdersController";
    QTest::newRow("closure") << "const list = async (req, res) => {" << "list";
    QTest::newRow("route") << "app.get('/orders', (req, res) => {" << "/orders";
    QTest::newRow("Terraform") << "resource \"aws_db\" \"main\" {" << "resource \"aws_db\" \"main\"";
    QTest::newRow("YAML") << "  Orders:" << "Orders";
    QTest::newRow("section") << "[tool.coverage]" << "tool.coverage";
}

void StructureTest::headersNameWhatTheyDefine()
{
    QFETCH(QString, line);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(definedName(line.toStdString())), name);
}

void StructureTest::blockEndsWhereNothingFollows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<bool>("ends");
    QTest::newRow("end of file") << "a\nexit 0\n\n" << 2 << true;
    QTest::newRow("more follows") << "exit 0\na\n" << 1 << false;
    QTest::newRow("end of a YAML block") << "  run: |\n    a\n    exit 0\n  name: x\n" << 3 << true;
    QTest::newRow("inside a condition") << "if x; then\n  exit 0\nfi\na\n" << 2 << false;
}

void StructureTest::blockEndsWhereNothingFollows()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(bool, ends);
    QCOMPARE(endsBlock(Text(text.toStdString()), static_cast<LineNumber>(line)), ends);
}

void StructureTest::flatFileHasNoHeaders()
{
    std::string flat;
    for (int i = 0; i < 100'000; ++i)
        flat += "  x\n";
    const Text text(flat);
    QCOMPARE(enclosingDefinition(text, 100'000), noLine);
}

void StructureTest::manyLinesHaveTheDefinitionsOfEach()
{
    static const char *const pieces[] = {"def f(x):", "if x:", "call(x)", "# why", "}", "", "class A {", ")", "else {", "x = 1"};
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::string bytes;
        for (int i = 0; i < 60; ++i)
            bytes += std::string(2 * (random() % 5), ' ') + pieces[random() % std::size(pieces)] + "\n";
        const Text text(bytes);
        DefinitionFinder finder(text);
        for (LineNumber line = 1; line <= text.lineCount(); line += static_cast<LineNumber>(1 + random() % 3))
            QCOMPARE(finder.around(line), enclosingDefinition(text, line));
    }
}

QTEST_GUILESS_MAIN(StructureTest)
#include "tst_structure.moc"
