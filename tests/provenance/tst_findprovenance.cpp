// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoadedChange.h"
#include "WorkBranch.h"

#include <QTest>

using namespace countersign;
using countersign::test::claude;
using countersign::test::joined;
using countersign::test::LoadedChange;
using countersign::test::RepositoryBuilder;
using countersign::test::runs;
using countersign::test::WorkBranch;

namespace
{

const std::string noteMetadata = R"(---
{"schema_version":"authorship/3.0.0","base_commit_sha":"x","prompts":{},
 "humans":{"h_31dce776f88375":{"author":"Ann <ann@example.com>"}},
 "sessions":{"s_c9883b05a2487d":{"agent_id":{"tool":"cursor","id":"y","model":"gpt-5"},"messages":["my secret transcript"]}}})";

std::string evidence(const Provenance &provenance)
{
    std::string text;
    for (const ProvenanceEvidence &piece : provenance.evidence)
        text += piece.kind + "/" + piece.source + "/" + piece.tool + "/" + std::string(name(piece.level)) + "; ";
    return text;
}

} // namespace

class FindProvenanceTest : public QObject
{
    Q_OBJECT

private slots:
    void unmarkedLinesAreUnknownNeverHuman();
    void markerOnTheOnlyCommitPaintsItsLines();
    void agentAsAuthorOutweighsATrailer();
    void automationIsNeitherAiNorUnknown();
    void personAndBotTogetherAreNotAutomation();
    void suggestionKeepsItsLevel();
    void squashIsMixedAndPaintsNoLine();
    void eachLineGoesToTheCommitThatBroughtIt();
    void lineRewrittenByAPersonIsNoLongerTheAis();
    void renameIsFollowed();
    void contentMovedToANewFileGoesToItsMover();
    void mergeKeepsTheOriginsOfBothSides();
    void linesResolvedInAMergeBelongToTheMerge();
    void mergedTargetBranchPaintsNothing();
    void deletedAndReaddedFileBelongsToTheLaterCommit();
    void filesThatSwapNamesKeepTheirOrigins();
    void movedLinesCountAsAdded();
    void noteIsIntersectedWithAddedLines();
    void personsLinesInANoteAreNotAi();
    void untrackedLinesFallBackToTheCommit();
    void noteRefinesASquash();
    void conflictingEvidenceIsKept();
    void transcriptsNeverLeaveTheNote();
    void brokenNoteIsAProblemAndTheRestStands();
    void branchNameIsOnlyAHint();
    void deletionsOnlyKeepTheCommitsLevel();
    void binaryFilesHaveNoLines();
    void rootCommitIsRead();
    void everyAddedLineIsInExactlyOneRun();
    void sameInputGivesTheSameResult();
    void cancelIsAnswered();
    void progressIsReported();
};

void FindProvenanceTest::unmarkedLinesAreUnknownNeverHuman()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "one\nnew\nthree\n"}}, "Change a line");
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Unknown);
    QCOMPARE(runs(found, "a.txt"), "2 unknown");
    QCOMPARE(found.unknownLines, 1U);
    QCOMPARE(found.totalLines, 1U);
    QVERIFY(found.evidence.empty());
    QVERIFY(found.tools.empty());
}

void FindProvenanceTest::markerOnTheOnlyCommitPaintsItsLines()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "zero\none\nnew\nthree\n"}, {"b.txt", "b\n"}}, "Change" + claude);
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Asserted);
    QCOMPARE(joined(found.tools), "claude-code");
    QCOMPARE(runs(found, "a.txt"), "1 asserted claude-code AI, 3 asserted claude-code AI");
    QCOMPARE(runs(found, "b.txt"), "1 asserted claude-code AI");
    QCOMPARE(found.aiLines, 3U);
    QCOMPARE(found.unknownLines, 0U);
    QCOMPARE(found.evidence.size(), 1U);
    QCOMPARE(found.evidence.front().commit, id.hex());
    QCOMPARE(found.evidence.front().detail, "Co-Authored-By: Claude <noreply@anthropic.com>");
}

void FindProvenanceTest::agentAsAuthorOutweighsATrailer()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Change" + claude, "Cursor Agent <cursoragent@cursor.com>");
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Agent);
    QCOMPARE(runs(found, "a.txt"), "1 agent cursor AI");
    QCOMPARE(joined(found.tools), "claude-code cursor");
}

void FindProvenanceTest::automationIsNeitherAiNorUnknown()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Bump", "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>");
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Automation);
    QCOMPARE(runs(found, "a.txt"), "1 automation");
    QCOMPARE(found.aiLines, 0U);
    QCOMPARE(found.unknownLines, 0U);
    QVERIFY(found.tools.empty());
}

void FindProvenanceTest::personAndBotTogetherAreNotAutomation()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Bump", "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>");
    fixture.commit({{"b.txt", "b\n"}}, "By hand");
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Unknown);
    QCOMPARE(runs(found, "a.txt"), "1 automation");
    QCOMPARE(runs(found, "b.txt"), "1 unknown");
}

void FindProvenanceTest::suggestionKeepsItsLevel()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Apply\n\nCo-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>\n");
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Suggestion);
    QCOMPARE(runs(found, "a.txt"), "1 suggestion copilot AI");
}

void FindProvenanceTest::squashIsMixedAndPaintsNoLine()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Feature (#7)\n\n* by hand\n\n* by tool" + claude);
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Mixed);
    QCOMPARE(runs(found, "a.txt"), "1 mixed claude-code");
    QCOMPARE(found.aiLines, 0U);
    QCOMPARE(found.unknownLines, 1U);
    QCOMPARE(joined(found.tools), "claude-code");
    QCOMPARE(evidence(found), "commit-marker/trailer/claude-code/mixed; squash/subject//mixed; ");
}

void FindProvenanceTest::eachLineGoesToTheCommitThatBroughtIt()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "zero\none\ntwo\nthree\n"}}, "By tool" + claude);
    fixture.commit({{"a.txt", "zero\none\ntwo\nthree\nfour\n"}}, "By hand");
    fixture.commit({{"a.txt", "top\nzero\none\ntwo\nthree\nfour\n"}}, "By agent", "Codex <codex@openai.com>");
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "1 agent codex AI, 2 asserted claude-code AI, 6 unknown");
    QCOMPARE(found.level, ProvenanceLevel::Agent);
    QCOMPARE(found.files.front().level, ProvenanceLevel::Agent);
    QCOMPARE(found.aiLines, 2U);
    QCOMPARE(found.unknownLines, 1U);
}

void FindProvenanceTest::lineRewrittenByAPersonIsNoLongerTheAis()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\n"}}, "By tool" + claude);
    fixture.commit({{"a.txt", "one\ntwo\nthree\nvier\nfive\n"}}, "By hand");
    QCOMPARE(runs(fixture.find(), "a.txt"), "4 unknown, 5 asserted claude-code AI");
}

void FindProvenanceTest::renameIsFollowed()
{
    const std::string text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";
    WorkBranch fixture({{"a.txt", text}});
    fixture.commit({{"a.txt", text + "by tool\n"}}, "By tool" + claude);
    fixture.commit({{"a.txt", std::nullopt}, {"b.txt", text + "by tool\n"}}, "Rename by hand");
    fixture.commit({{"b.txt", text + "by tool\nby hand\n"}}, "By hand");
    QCOMPARE(runs(fixture.find(), "b.txt"), "9 asserted claude-code AI, 10 unknown");
}

void FindProvenanceTest::contentMovedToANewFileGoesToItsMover()
{
    // Over the whole change b.txt is a new file; commit by commit it was renamed and then rewritten.
    const std::string old = "one\ntwo\nthree\nfour\nfive\nsix\n";
    WorkBranch fixture({{"a.txt", old}});
    fixture.commit({{"a.txt", std::nullopt}, {"b.txt", old}}, "Rename by tool" + claude);
    fixture.commit({{"b.txt", "one\n" + std::string("1\n2\n3\n4\n5\n6\n7\n8\n9\n")}}, "Rewrite by hand");
    QCOMPARE(runs(fixture.find(), "b.txt"), "1 asserted claude-code AI, 2-10 unknown");
}

void FindProvenanceTest::mergeKeepsTheOriginsOfBothSides()
{
    WorkBranch fixture;
    fixture.builder.git({QStringLiteral("branch"), QStringLiteral("side"), QStringLiteral("main")});
    fixture.commit({{"a.txt", "zero\none\ntwo\nthree\n"}}, "By hand");
    fixture.builder.commit(
        {.branch = "side", .files = {{"a.txt", "one\ntwo\nthree\nfour\n"}, {"s.txt", "s\n"}}, .message = "By tool" + claude});
    fixture.builder.commit({.branch = "work",
                            .files = {{"a.txt", "zero\none\ntwo\nthree\nfour\n"}, {"s.txt", "s\n"}},
                            .message = "Merge side",
                            .merges = {"side"}});
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "1 unknown, 5 asserted claude-code AI");
    QCOMPARE(runs(found, "s.txt"), "1 asserted claude-code AI");
}

void FindProvenanceTest::linesResolvedInAMergeBelongToTheMerge()
{
    WorkBranch fixture;
    fixture.builder.git({QStringLiteral("branch"), QStringLiteral("side"), QStringLiteral("main")});
    fixture.commit({{"a.txt", "one\nzwei\nthree\n"}}, "By hand");
    fixture.builder.commit({.branch = "side", .files = {{"a.txt", "one\ndeux\nthree\n"}}, .message = "By hand too"});
    fixture.builder.commit({.branch = "work",
                            .files = {{"a.txt", "one\nzwei deux\nthree\n"}},
                            .message = "Merge side" + claude,
                            .merges = {"side"}});
    QCOMPARE(runs(fixture.find(), "a.txt"), "2 asserted claude-code AI");
}

void FindProvenanceTest::mergedTargetBranchPaintsNothing()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "By tool" + claude);
    fixture.builder.commit(
        {.branch = "main", .files = {{"a.txt", "zero\none\ntwo\nthree\n"}, {"m.txt", "m\n"}}, .message = "Main goes on"});
    fixture.builder.commit({.branch = "work",
                            .files = {{"a.txt", "zero\none\ntwo\nthree\nfour\n"}, {"m.txt", "m\n"}},
                            .message = "Merge main",
                            .merges = {"main"}});
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "5 asserted claude-code AI");
    QCOMPARE(found.totalLines, 1U);
}

void FindProvenanceTest::deletedAndReaddedFileBelongsToTheLaterCommit()
{
    WorkBranch fixture;
    fixture.commit({{"n.txt", "n\nm\n"}}, "By tool" + claude);
    fixture.commit({{"n.txt", std::nullopt}}, "Drop it");
    fixture.commit({{"n.txt", "n\nm\n"}}, "By hand");
    QCOMPARE(runs(fixture.find(), "n.txt"), "1-2 unknown");
}

void FindProvenanceTest::filesThatSwapNamesKeepTheirOrigins()
{
    std::string a;
    std::string b;
    for (int i = 0; i < 30; ++i) {
        a += "alpha " + std::to_string(i) + "\n";
        b += "beta " + std::to_string(i) + "\n";
    }
    WorkBranch fixture({{"a.txt", a}, {"b.txt", b}});
    fixture.commit({{"a.txt", a + "tool a\n"}}, "By tool" + claude);
    fixture.commit({{"b.txt", b + "hand b\n"}}, "By hand");
    fixture.commit({{"a.txt", b + "hand b\n"}, {"b.txt", a + "tool a\n"}}, "Swap", "Codex <codex@openai.com>");
    const Provenance found = fixture.find();
    // git sees two rewritten files here, no renames: all lines were brought by the swap.
    QCOMPARE(runs(found, "a.txt"), "1-31 agent codex AI");
    QCOMPARE(runs(found, "b.txt"), "1-31 agent codex AI");
}

void FindProvenanceTest::movedLinesCountAsAdded()
{
    const std::string block = "this is the first line of a block\nthis is the second line of a block\nand this is the third\n";
    const std::string rest = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";
    WorkBranch fixture({{"a.txt", block + rest}});
    fixture.commit({{"a.txt", rest + block}}, "Move" + claude);
    QCOMPARE(runs(fixture.find(), "a.txt"), "11-13 asserted claude-code AI");
}

void FindProvenanceTest::noteIsIntersectedWithAddedLines()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\n"}}, "Change");
    fixture.note(id, "a.txt\n  s_c9883b05a2487d::t_1 1-4,700\n" + noteMetadata);
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "4 recorded cursor AI, 5 unknown");
    QCOMPARE(found.level, ProvenanceLevel::Recorded);
    QCOMPARE(joined(found.tools), "cursor");
    QCOMPARE(found.evidence.front().detail, "cursor, gpt-5: 5 lines attested, 1 of them added here");
}

void FindProvenanceTest::personsLinesInANoteAreNotAi()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "Change");
    fixture.note(id, "a.txt\n  h_31dce776f88375 4\n" + noteMetadata);
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "4 recorded");
    QCOMPARE(found.aiLines, 0U);
    QCOMPARE(found.unknownLines, 0U);
    QCOMPARE(found.level, ProvenanceLevel::Unknown); // no AI and no bot: nothing that a level could name
}

void FindProvenanceTest::untrackedLinesFallBackToTheCommit()
{
    WorkBranch fixture;
    const Oid first = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\n"}}, "By tool" + claude);
    fixture.note(first, "a.txt\n  s_c9883b05a2487d::t_1 4\n" + noteMetadata);
    QCOMPARE(runs(fixture.find(), "a.txt"), "4 recorded cursor AI, 5 asserted claude-code AI");
}

void FindProvenanceTest::noteRefinesASquash()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\nsix\n"}}, "Feature (#7)\n\n* a\n\n* b" + claude);
    fixture.note(id, "a.txt\n  s_c9883b05a2487d::t_1 4\n  h_31dce776f88375 5\n" + noteMetadata);
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "4 recorded cursor AI, 5 recorded, 6 mixed claude-code");
    QCOMPARE(found.aiLines, 1U);
    QCOMPARE(found.unknownLines, 1U);
}

void FindProvenanceTest::conflictingEvidenceIsKept()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "By tool" + claude);
    fixture.note(id, "a.txt\n  h_31dce776f88375 4\n" + noteMetadata);
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "4 recorded");
    QCOMPARE(evidence(found), "commit-marker/trailer/claude-code/asserted; git-ai-note/refs/notes/ai//recorded; ");
    QCOMPARE(found.level, ProvenanceLevel::Asserted);
}

void FindProvenanceTest::transcriptsNeverLeaveTheNote()
{
    WorkBranch fixture;
    const Oid id = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "Change");
    fixture.note(id, "a.txt\n  s_c9883b05a2487d::t_1 4\n" + noteMetadata);
    for (const ProvenanceEvidence &piece : fixture.find().evidence)
        QVERIFY(piece.detail.find("secret") == std::string::npos);
}

void FindProvenanceTest::brokenNoteIsAProblemAndTheRestStands()
{
    WorkBranch fixture;
    const Oid first = fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "By tool" + claude);
    const Oid second = fixture.commit({{"b.txt", "b\n"}}, "Change");
    fixture.note(first, "garbage");
    fixture.note(second, "b.txt\n  what 1\n  s_c9883b05a2487d::t_1 1\n" + noteMetadata);
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "4 asserted claude-code AI");
    QCOMPARE(runs(found, "b.txt"), "1 recorded cursor AI");
    QCOMPARE(found.problems.size(), 2U);
    QVERIFY(found.problems.front().english().find(first.shortHex()) != std::string::npos);
}

void FindProvenanceTest::branchNameIsOnlyAHint()
{
    WorkBranch fixture;
    fixture.builder.commit({.branch = "claude/fix", .files = {{"a.txt", "new\n"}}, .from = "main"});
    const Provenance found = fixture.find("claude/fix");
    QCOMPARE(evidence(found), "branch-hint/branch/claude-code/unknown; ");
    QCOMPARE(runs(found, "a.txt"), "1 unknown");
    QCOMPARE(found.level, ProvenanceLevel::Unknown);
    QVERIFY(found.tools.empty());
}

void FindProvenanceTest::deletionsOnlyKeepTheCommitsLevel()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", std::nullopt}}, "Drop" + claude);
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Asserted);
    QCOMPARE(found.totalLines, 0U);
    QCOMPARE(found.files.size(), 1U);
    QVERIFY(found.files.front().runs.empty());
}

void FindProvenanceTest::binaryFilesHaveNoLines()
{
    WorkBranch fixture;
    fixture.commit({{"x.bin", std::string("a\0b\n", 4)}}, "By tool" + claude);
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "By hand");
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "x.bin"), "");
    QCOMPARE(runs(found, "a.txt"), "4 unknown");
    QVERIFY(found.problems.empty());
}

void FindProvenanceTest::rootCommitIsRead()
{
    RepositoryBuilder builder;
    builder.commit({.branch = "main", .files = {{"a.txt", "one\n"}}, .message = "Start" + claude});
    QCOMPARE(runs(LoadedChange(builder.path(), "main").provenance(), "a.txt"), "1 asserted claude-code AI");
}

void FindProvenanceTest::everyAddedLineIsInExactlyOneRun()
{
    // Repeated lines make the two ways of looking (whole change, commit by commit) align differently.
    WorkBranch fixture({{"a.txt", "}\n}\n\nx\n}\n"}});
    std::string text = "}\n}\n\nx\n}\n";
    unsigned seed = 7;
    for (int i = 0; i < 25; ++i) {
        seed = seed * 1103515245U + 12345U;
        const std::size_t at = (seed >> 16U) % (text.size() / 2 + 1);
        const std::size_t lineStart = text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
        text.insert(lineStart, i % 3 == 0 ? "}\n" : i % 3 == 1 ? "\n" : "x\n");
        fixture.commit({{"a.txt", text}}, i % 2 == 0 ? "By tool" + claude : "By hand");
    }
    const LoadedChange loaded(fixture.builder.path(), "main..work");
    const Provenance found = loaded.provenance();
    LineNumber last = 0;
    std::uint32_t lines = 0;
    for (const ProvenanceRun &run : found.files.front().runs) {
        QVERIFY(run.lines.first > last);
        QVERIFY(run.lines.last >= run.lines.first);
        last = run.lines.last;
        lines += run.lines.last - run.lines.first + 1;
    }
    QCOMPARE(lines, loaded.files.front().rows.added);
    QCOMPARE(found.totalLines, lines);
    QCOMPARE(found.aiLines + found.unknownLines, lines);
    QVERIFY(found.aiLines >= 8);
}

void FindProvenanceTest::sameInputGivesTheSameResult()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "zero\none\ntwo\nthree\n"}}, "By tool" + claude);
    fixture.commit({{"a.txt", "zero\none\ntwo\nthree\nfour\n"}}, "By hand");
    QCOMPARE(fixture.find(), fixture.find());
}

void FindProvenanceTest::cancelIsAnswered()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Change");
    const LoadedChange loaded(fixture.builder.path(), "main..work");
    std::stop_source stop;
    stop.request_stop();
    const auto markers = countersign::test::must(provenance::Markers::builtIn());
    const auto found = provenance::findProvenance(loaded.repository, loaded.change, loaded.files, markers, stop.get_token());
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

void FindProvenanceTest::progressIsReported()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "new\n"}}, "Change");
    fixture.commit({{"b.txt", "new\n"}}, "Change" + claude);
    const LoadedChange loaded(fixture.builder.path(), "main..work");
    const auto markers = countersign::test::must(provenance::Markers::builtIn());
    int calls = 0;
    const auto found = provenance::findProvenance(loaded.repository, loaded.change, loaded.files, markers, {},
                                                  [&](const Progress &progress) { calls += progress.total == 2 ? 1 : 0; });
    QVERIFY(found.has_value());
    QCOMPARE(calls, 4);
}

QTEST_GUILESS_MAIN(FindProvenanceTest)
#include "tst_findprovenance.moc"
