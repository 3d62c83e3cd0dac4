// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenance/Markers.h"

#include <QTest>

using namespace countersign;
using namespace countersign::provenance;

namespace
{

const Markers &markers()
{
    static const auto loaded = Markers::builtIn();
    if (!loaded)
        qFatal("%s %s", loaded.error().what.english().c_str(), loaded.error().where.c_str());
    return *loaded;
}

Commit commitBy(const std::string &name, const std::string &email, const std::string &message)
{
    Commit commit;
    commit.author = {name, email, 0, 0};
    commit.committer = {"Ann", "ann@example.com", 0, 0};
    commit.message = message;
    return commit;
}

/// "asserted claude-code trailer; …"
QString words(const std::vector<MarkerHit> &hits)
{
    QStringList parts;
    for (const MarkerHit &hit : hits)
        parts << QString::fromStdString(std::string(name(hit.level)) + " " + hit.tool + " " + hit.source);
    return parts.join(QStringLiteral("; "));
}

} // namespace

class MarkersTest : public QObject
{
    Q_OBJECT

private slots:
    void authorIsRecognisedByExactAddress_data();
    void authorIsRecognisedByExactAddress();
    void messageLineIsRecognised_data();
    void messageLineIsRecognised();
    void agentAsCommitterIsWeakerThanAsAuthor();
    void markerIsFoundOutsideTheTrailerBlock();
    void sameMarkerCountsOnce();
    void detailIsBounded();
    void branchNameIsOnlyAHint();
    void toolNamesOfNotesBecomeSlugs();
    void squashIsRecognised_data();
    void squashIsRecognised();
    void fileErrorNamesItsLine_data();
    void fileErrorNamesItsLine();
    void userFileExtendsTheBuiltInMarkers();
    void brokenUserFileAddsNothing();
};

void MarkersTest::authorIsRecognisedByExactAddress_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("email");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *email, const char *found) {
        QTest::addRow("%s <%s>", name, email) << std::string(name) << std::string(email) << QString::fromLatin1(found);
    };
    row("Claude", "noreply@anthropic.com", "agent claude-code author");
    row("claude[bot]", "209825114+claude[bot]@users.noreply.github.com", "agent claude-code author");
    row("copilot-swe-agent[bot]", "198982749+Copilot@users.noreply.github.com", "agent copilot author");
    row("Cursor Agent", "cursoragent@cursor.com", "agent cursor author");
    row("Codex", "codex@openai.com", "agent codex author");
    row("Codex", "noreply@openai.com", "agent codex author");
    row("Ann (aider)", "ann@example.com", "agent aider author");
    row("Devin AI", "158243242+devin-ai-integration[bot]@users.noreply.github.com", "agent devin author");
    row("Jules", "161369871+google-labs-jules[bot]@users.noreply.github.com", "agent jules author");
    row("openhands", "openhands@all-hands.dev", "agent openhands author");
    row("Amp", "amp@ampcode.com", "agent amp author");
    row("Crush", "crush@charm.land", "agent crush author");
    row("opencode", "noreply@opencode.ai", "agent opencode author");
    row("Qwen", "qwen-coder@alibabacloud.com", "agent qwen-code author");
    row("Roo", "roomote@roocode.com", "agent roo author");
    row("Warp", "agent@warp.dev", "agent warp author");
    row("Junie", "junie@jetbrains.com", "agent junie author");
    row("Droid", "138933559+factory-droid[bot]@users.noreply.github.com", "agent factory-droid author");
    row("Lovable", "159125892+gpt-engineer-app[bot]@users.noreply.github.com", "agent lovable author");
    row("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", "automation dependabot author");
    row("renovate[bot]", "29139614+renovate[bot]@users.noreply.github.com", "automation renovate author");
    row("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com", "automation github-actions author");
    // People: a name, a vendor's domain or a similar address is no evidence.
    row("Claude Monet", "claude@example.com", "");
    row("Devin", "devin@example.com", "");
    row("Somebody", "somebody@anthropic.com", "");
    row("Staff", "graham@all-hands.dev", "");
    row("Copilot", "1234+Copilot@users.noreply.github.com", "");
    row("aider", "ann@example.com", "");
    row("x", "noreply@anthropic.com.example.org", "");
}

void MarkersTest::authorIsRecognisedByExactAddress()
{
    QFETCH(std::string, name);
    QFETCH(std::string, email);
    QFETCH(QString, found);
    QCOMPARE(words(markers().inspect(commitBy(name, email, "Fix it"))), found);
}

void MarkersTest::messageLineIsRecognised_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *line, const char *found) {
        QTest::newRow(line) << std::string(line) << QString::fromLatin1(found);
    };
    row("Co-Authored-By: Claude <noreply@anthropic.com>", "asserted claude-code trailer");
    row("co-authored-by: Claude Opus 4.7 (1M context) <noreply@anthropic.com>", "asserted claude-code trailer");
    row("Generated with [Claude Code](https://claude.com/claude-code)", "asserted claude-code body");
    row("\xF0\x9F\xA4\x96 Generated with [Claude Code](https://claude.ai/code)", "asserted claude-code body");
    row("* \xF0\x9F\xA4\x96 Generated with [Claude Code](https://claude.ai/code)", "asserted claude-code body");
    row("Claude-Session: https://claude.ai/code/session_01K", "asserted claude-code trailer");
    row("Agent-Logs-Url: https://github.com/o/r/sessions/1", "asserted copilot trailer");
    row("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", "asserted copilot trailer");
    row("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", "suggestion copilot trailer");
    row("Co-authored-by: x <62310815+github-advanced-security[bot]@users.noreply.github.com>", "suggestion copilot trailer");
    row("Co-authored-by: gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>",
        "suggestion gemini trailer");
    row("Co-authored-by: Cursor <cursoragent@cursor.com>", "asserted cursor trailer");
    row("Made-with: Cursor", "asserted cursor trailer");
    row("Made-with: love", "");
    row("https://chatgpt.com/codex/tasks/task_1", "asserted codex body");
    row("Co-authored-by: aider (gpt-4o) <noreply@aider.chat>", "asserted aider trailer");
    row("Link to Devin run: https://app.devin.ai/sessions/0a1b", "asserted devin body");
    row("Co-authored-by: openhands openhands@all-hands.dev", "asserted openhands trailer");
    row("Co-authored-by: OpenHands <openhands@all-hands.dev>", "asserted openhands trailer");
    row("Amp-Thread-ID: T-0a1b", "asserted amp trailer");
    row("Amp-Thread-ID:", "");
    row("Entire-Checkpoint: 0123456789ab", "asserted entire trailer");
    row("Entire-Checkpoint: none", "");
    row("Replit-Commit-Author: Agent", "asserted replit trailer");
    row("Replit-Commit-Author: ann", "");
    row("Assisted-by: Claude:claude-opus-4 coccinelle sparse", "asserted claude-code trailer");
    row("Assisted-by: Opus 4.7", "asserted opus 4.7 trailer");
    row("Assisted-by: Claude Opus 4.7", "asserted claude-code trailer");
    row("Assisted-by: Claude Code", "asserted claude-code trailer");
    row("Assisted-by: GitHub Copilot", "asserted copilot trailer");
    row("Assisted-by: GPT-5", "asserted gpt-5 trailer");
    row("Assisted-by: gemini-2.5-pro", "asserted gemini-2.5-pro trailer");
    row("Assisted-by: crush <crush@charm.land>", "asserted crush trailer");
    row("Generated-by: ChatGPT", "asserted chatgpt trailer");
    row("Generated-by: OurTool:tiny-model [lint]", "asserted ourtool trailer");
    // People and other programs
    row("Assisted-by: Ann Example <ann@example.com>", "");
    row("Assisted-by: Ann Example", "");
    row("Assisted-by: Claude Monet", "");
    row("Assisted-by: Claude Monet <claude@example.com>", "");
    row("Assisted-by: https://example.com/help", "");
    row("Assisted-by: bugzilla:12345", "");
    row("Generated-by: protoc", "");
    row("Co-authored-by: Claude <claude@example.com>", "");
    row("Co-authored-by: Devin Example <devin@example.com>", "");
    row("Reviewed-by: Claude <noreply@anthropic.com>", "");
    row("Signed-off-by: Claude <noreply@anthropic.com>", "");
    row("> Co-Authored-By: Claude <noreply@anthropic.com>", "");
    row("Stop writing \"Generated with [Claude Code]\" into messages", "");
    row("Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", "");
}

void MarkersTest::messageLineIsRecognised()
{
    QFETCH(std::string, line);
    QFETCH(QString, found);
    const auto hits = markers().inspect(commitBy("Ann", "ann@example.com", "Fix it\n\n" + line + "\n"));
    QCOMPARE(words(hits), found);
    if (!hits.empty())
        QCOMPARE(hits.front().detail, line);
}

void MarkersTest::agentAsCommitterIsWeakerThanAsAuthor()
{
    Commit commit = commitBy("Ann", "ann@example.com", "Fix it");
    commit.committer = {"Claude", "noreply@anthropic.com", 0, 0};
    QCOMPARE(words(markers().inspect(commit)), QStringLiteral("asserted claude-code committer"));
    commit.committer = {"Ann (aider)", "ann@example.com", 0, 0};
    QCOMPARE(words(markers().inspect(commit)), QString());
}

void MarkersTest::markerIsFoundOutsideTheTrailerBlock()
{
    const std::string message =
        "Fix it\r\n\r\nCo-Authored-By: Claude <noreply@anthropic.com>\r\n\r\nLater text, no trailer block.\r\n";
    QCOMPARE(words(markers().inspect(commitBy("Ann", "ann@example.com", message))),
             QStringLiteral("asserted claude-code trailer"));
}

void MarkersTest::sameMarkerCountsOnce()
{
    const std::string line = "Co-Authored-By: Claude <noreply@anthropic.com>\n";
    QCOMPARE(markers().inspect(commitBy("Ann", "ann@example.com", "Fix it\n\n" + line + line + line)).size(), 1U);
}

void MarkersTest::detailIsBounded()
{
    const std::string line = "Claude-Session: " + std::string(100'000, 'x');
    const auto hits = markers().inspect(commitBy("Ann", "ann@example.com", "Fix it\n\n" + line));
    QCOMPARE(hits.size(), 1U);
    QCOMPARE(hits.front().detail.size(), 200U);
}

void MarkersTest::branchNameIsOnlyAHint()
{
    for (const char *ref : {"refs/heads/claude/fix", "refs/remotes/origin/claude/fix"}) {
        const auto hint = markers().inspectBranch(ref);
        QVERIFY(hint.has_value());
        QCOMPARE(hint->tool, "claude-code");
        QCOMPARE(hint->level, ProvenanceLevel::Unknown);
    }
    QVERIFY(!markers().inspectBranch("refs/heads/claudette/fix"));
    QVERIFY(!markers().inspectBranch("refs/heads/feature/claude/fix"));
    QVERIFY(!markers().inspectBranch("refs/remotes/claude"));
    QVERIFY(!markers().inspectBranch("refs/remotes/"));
    QVERIFY(!markers().inspectBranch(""));
}

void MarkersTest::toolNamesOfNotesBecomeSlugs()
{
    QCOMPARE(markers().slugOf("claude"), "claude-code");
    QCOMPARE(markers().slugOf("GitHub-Copilot"), "copilot");
    QCOMPARE(markers().slugOf(" Droid "), "factory-droid");
    QCOMPARE(markers().slugOf("SomethingNew"), "somethingnew");
}

void MarkersTest::squashIsRecognised_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<bool>("squash");
    QTest::newRow("bullets") << std::string("Fix it (#12)\n\n* one\n\n* two\n") << true;
    QTest::newRow("dashes") << std::string("Fix it (#12)\n\n- one\n- two\n") << true;
    QTest::newRow("rule") << std::string("Fix it (#12)\n\n* one\n\n---------\n\nCo-authored-by: x\n") << true;
    QTest::newRow("CRLF") << std::string("Fix it (#12)\r\n\r\n* one\r\n* two\r\n") << true;
    QTest::newRow("one bullet") << std::string("Fix it (#12)\n\n* one\n") << false;
    QTest::newRow("no number") << std::string("Fix it\n\n* one\n* two\n") << false;
    QTest::newRow("number elsewhere") << std::string("Fix (#12) again\n\n* one\n* two\n") << false;
    QTest::newRow("not a number") << std::string("Fix it (#x)\n\n* one\n* two\n") << false;
    QTest::newRow("empty") << std::string() << false;
}

void MarkersTest::squashIsRecognised()
{
    QFETCH(std::string, message);
    QFETCH(bool, squash);
    QCOMPARE(isSquash(commitBy("Ann", "ann@example.com", message)), squash);
}

void MarkersTest::fileErrorNamesItsLine_data()
{
    QTest::addColumn<std::string>("toml");
    QTest::addColumn<std::string>("where");
    QTest::newRow("not TOML") << std::string("version = 1\nmodels = [\n\"a\"\nversion") << std::string("team.toml:4");
    QTest::newRow("no version") << std::string("models = [\"a\"]\n") << std::string("team.toml:1");
    QTest::newRow("version from the future") << std::string("\nversion = 2\n") << std::string("team.toml:2");
    QTest::newRow("unknown field") << std::string("version = 1\n\ncolour = \"red\"\n") << std::string("team.toml:3");
    QTest::newRow("unknown tool field") << std::string("version = 1\n[[tool]]\nslug = \"x\"\nauthor = [\"a@b.c\"]\n")
                                        << std::string("team.toml:4");
    QTest::newRow("wrong type") << std::string("version = 1\n[[tool]]\nslug = \"x\"\nauthors = \"a@b.c\"\n")
                                << std::string("team.toml:4");
    QTest::newRow("no slug") << std::string("version = 1\n[[tool]]\nauthors = [\"a@b.c\"]\n") << std::string("team.toml:2");
    QTest::newRow("upper case slug") << std::string("version = 1\n[[tool]]\nslug = \"X\"\n") << std::string("team.toml:3");
    QTest::newRow("duplicate key") << std::string("version = 1\nversion = 1\n") << std::string("team.toml:2");
}

void MarkersTest::fileErrorNamesItsLine()
{
    QFETCH(std::string, toml);
    QFETCH(std::string, where);
    const auto parsed = Markers::parse(toml, "team.toml");
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().what.isEmpty());
    QCOMPARE(parsed.error().where, where);
}

void MarkersTest::userFileExtendsTheBuiltInMarkers()
{
    Markers own = markers();
    const auto added = own.extend("version = 1\n[[tool]]\nslug = \"house\"\nauthors = [\"bot@example.com\"]\n", "team.toml");
    QVERIFY(added.has_value());
    QCOMPARE(words(own.inspect(commitBy("Bot", "bot@example.com", "Fix it"))), QStringLiteral("agent house author"));
    QCOMPARE(words(own.inspect(commitBy("Claude", "noreply@anthropic.com", "Fix it"))),
             QStringLiteral("agent claude-code author"));
}

void MarkersTest::brokenUserFileAddsNothing()
{
    Markers own = markers();
    QVERIFY(!own.extend("version = 1\n[[tool]]\nslug = \"house\"\nauthors = [\"bot@example.com\"]\n[[tool]]\n", "team.toml"));
    QVERIFY(own.inspect(commitBy("Bot", "bot@example.com", "Fix it")).empty());
}

QTEST_GUILESS_MAIN(MarkersTest)
#include "tst_markers.moc"
