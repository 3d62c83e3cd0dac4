// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenance/GitAiNote.h"
#include "provenance/LinePainter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;
using namespace countersign::provenance;

namespace
{

const std::string metadata = R"(---
{
  "schema_version": "authorship/3.0.0",
  "base_commit_sha": "7734793b756b3921c88db5375a8c156e9532447b",
  "prompts": {
    "d9978a8723e02b52": {"agent_id": {"tool": "cursor", "id": "x", "model": "gpt-5"}, "messages": [{"text": "secret"}]}
  },
  "humans": {"h_31dce776f88375": {"author": "Ann <ann@example.com>"}},
  "sessions": {"s_c9883b05a2487d": {"agent_id": {"tool": "claude", "id": "y", "model": "claude-opus-4"}}}
})";

QString words(const GitAiNote &note)
{
    QStringList parts;
    for (const auto &[path, attestations] : note.files) {
        for (const Attestation &entry : attestations) {
            std::string text = path + " " + (entry.isHuman ? "person" : entry.tool + "/" + entry.model);
            for (const LineRange &range : entry.ranges)
                text += " " + std::to_string(range.first) + "-" + std::to_string(range.last);
            parts << QString::fromStdString(text);
        }
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

class GitAiNoteTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyFormIsRead();
    void brokenEntryIsLeftOutAndTheRestStands_data();
    void brokenEntryIsLeftOutAndTheRestStands();
    void brokenNoteIsNotRead_data();
    void brokenNoteIsNotRead();
    void emptyNoteSaysNothing();
    void tooManyRangesAreLeftOut();
    void painterKeepsTheFirstColour();
    void millionOverlappingRangesArePaintedQuickly();
};

void GitAiNoteTest::everyKeyFormIsRead()
{
    const auto note = parseGitAiNote("src/main.rs\n"
                                     "  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-4,9\n"
                                     "  h_31dce776f88375 10\n"
                                     "  d9978a8723e02b52 11-12\n"
                                     "  s_00000000000000::t_00000000000000 13\n"
                                     "  human 14\n"
                                     "\"my file.rs\"\n"
                                     "  abcdef0 1\n"
                                     "  abcdef01 2\n"
                                     "  ai_agent 4\n"
                                     "  6ef2299e-a67f-432b-aa80-3d2fb4d28999 3\n"
                                     + metadata);
    QVERIFY(note.has_value());
    QVERIFY(note->problems.empty());
    QCOMPARE(words(*note),
             QStringLiteral("my file.rs / 1-1; my file.rs / 2-2; my file.rs / 4-4; my file.rs / 3-3; "
                            "src/main.rs claude/claude-opus-4 1-4 9-9; src/main.rs person 10-10; "
                            "src/main.rs cursor/gpt-5 11-12; src/main.rs / 13-13; src/main.rs person 14-14"));
}

void GitAiNoteTest::brokenEntryIsLeftOutAndTheRestStands_data()
{
    QTest::addColumn<std::string>("line");
    for (const char *line :
         {"  s_c9883b05a2487d::t_1", "  s_c9883b05a2487d::t_1 0", "  s_c9883b05a2487d::t_1 4-2", "  s_c9883b05a2487d::t_1 1,",
          "  s_c9883b05a2487d::t_1 1-", "  s_c9883b05a2487d::t_1 -1", "  s_c9883b05a2487d::t_1 1, 2",
          "  s_c9883b05a2487d::t_1 99999999999", "  what 1", "  ../../x 1", " one blank", "\t1"})
        QTest::newRow(line) << std::string(line);
}

void GitAiNoteTest::brokenEntryIsLeftOutAndTheRestStands()
{
    QFETCH(std::string, line);
    const auto note = parseGitAiNote("a\n  human 1\n" + line + "\n  human 2\n" + metadata);
    QVERIFY(note.has_value());
    QCOMPARE(note->problems.size(), 1U);
    QVERIFY(note->problems.front().english().find("Line 3") != std::string::npos);
    QCOMPARE(words(*note), QStringLiteral("a person 1-1; a person 2-2"));
}

void GitAiNoteTest::brokenNoteIsNotRead_data()
{
    QTest::addColumn<std::string>("note");
    const std::string head = "a\n  human 1\n---\n";
    QTest::newRow("empty") << std::string();
    QTest::newRow("no divider") << std::string("a\n  human 1\n{}");
    QTest::newRow("not JSON") << head + "what";
    QTest::newRow("not an object") << head + "[]";
    QTest::newRow("no version") << head + "{}";
    QTest::newRow("other version") << head + R"({"schema_version":"authorship/4.0.0"})";
    QTest::newRow("duplicate key") << head + R"({"schema_version":"authorship/3.0.0","prompts":{},"prompts":{}})";
    QTest::newRow("escaped duplicate key") << head
            + R"({"schema_version":"authorship/3.0.0","\u0073chema_version":"authorship/3.0.0"})";
    QTest::newRow("trailing bytes") << head + R"({"schema_version":"authorship/3.0.0"} x)";
    QTest::newRow("byte order mark") << head + "\xEF\xBB\xBF" + R"({"schema_version":"authorship/3.0.0"})";
    QTest::newRow("deep") << head + R"({"schema_version":"authorship/3.0.0","x":)" + std::string(100'000, '[')
            + std::string(100'000, ']') + "}";
    QTest::newRow("too large") << head + R"({"schema_version":"authorship/3.0.0"})" + std::string(mostNoteBytes, ' ');
}

void GitAiNoteTest::brokenNoteIsNotRead()
{
    QFETCH(std::string, note);
    const auto parsed = parseGitAiNote(note);
    QVERIFY(!parsed.has_value());
    QVERIFY(!parsed.error().english().empty());
}

void GitAiNoteTest::emptyNoteSaysNothing()
{
    const auto note = parseGitAiNote(metadata);
    QVERIFY(note.has_value());
    QVERIFY(note->isEmpty());
}

void GitAiNoteTest::tooManyRangesAreLeftOut()
{
    std::string text = "a\n  human 1";
    for (std::size_t i = 0; i < mostNoteRanges; ++i)
        text += ",1";
    const auto note = parseGitAiNote(text + "\n" + metadata);
    QVERIFY(note.has_value());
    QCOMPARE(note->problems.size(), 1U);
    QCOMPARE(words(*note), QString());
}

void GitAiNoteTest::painterKeepsTheFirstColour()
{
    LinePainter painter(5);
    painter.paint({2, 3}, 7);
    painter.paint({1, 4'000'000'000}, 8);
    painter.paint({6, 9}, 9);
    QCOMPARE(painter.colour(1), 8U);
    QCOMPARE(painter.colour(2), 7U);
    QCOMPARE(painter.colour(3), 7U);
    QCOMPARE(painter.colour(5), 8U);
    LinePainter none(0);
    none.paint({1, 9}, 1);
}

void GitAiNoteTest::millionOverlappingRangesArePaintedQuickly()
{
    QElapsedTimer clock;
    clock.start();
    LinePainter painter(100'000);
    for (std::uint32_t i = 0; i < mostNoteRanges; ++i)
        painter.paint({1 + i % 50'000, 100'000}, i);
    QVERIFY(clock.elapsed() < 5'000);
    QCOMPARE(painter.colour(100'000), 0U);
}

QTEST_GUILESS_MAIN(GitAiNoteTest)
#include "tst_gitainote.moc"
