// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoadedChange.h"
#include "core/Sha256.h"
#include "provenance/AgentTrace.h"
#include "provenance/AttributionNote.h"
#include "provenance/GitAiNote.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

using namespace countersign;
using namespace countersign::provenance;
using countersign::test::LoadedChange;
using countersign::test::must;
using countersign::test::RepositoryBuilder;
using countersign::test::runs;

namespace
{

std::string trace(const std::string &revision, const std::string &hash, const std::string &type = "ai", int first = 2,
                  int last = 3)
{
    return R"({"version":"0.1.0","id":"x","timestamp":"2026-01-01T00:00:00Z","vcs":{"type":"git","revision":")" + revision
        + R"("},"tool":{"name":"Cursor"},"files":[{"path":"a.txt","conversations":[{"url":"secret","contributor":{"type":")"
        + type + R"("},"ranges":[{"start_line":)" + std::to_string(first) + R"(,"end_line":)" + std::to_string(last)
        + R"(,"content_hash":")" + hash + "\"}]}]}]}\n";
}

const std::string legacy = R"({"schema_version":"authorship/0.0.1","files":{"a.txt":{"file":"a.txt","authors":[
 {"author":"Claude Code","lines":[2],"agent_metadata":null},
 {"author":"Ann Author","lines":[[3,4]],"agent_metadata":null},
 {"author":"helper","lines":[5],"agent_metadata":{"model":"m-1"}}]}}})";

/// One commit on "work" that adds lines 2 to 5 of a.txt.
class Scene
{
public:
    Scene() { start = builder.commit({.branch = "main", .files = {{"a.txt", "one\n"}}, .message = "Start"}); }

    Oid work(std::map<std::string, std::optional<std::string>> more = {}, const std::string &message = "Work")
    {
        more["a.txt"] = "one\ntwo\nthree\nfour\nfive\n";
        return builder.commit({.branch = "work", .files = std::move(more), .message = message, .from = "main"});
    }

    void note(const Oid &commit, const std::string &ref, const std::string &text)
    {
        builder.git({QStringLiteral("notes"), QStringLiteral("--ref"), QString::fromStdString(ref), QStringLiteral("add"),
                     QStringLiteral("-F"), QStringLiteral("-"), QString::fromStdString(commit.hex())},
                    QByteArray::fromStdString(text));
    }

    [[nodiscard]] Provenance find() const { return LoadedChange(builder.path(), "main..work").provenance(); }

    RepositoryBuilder builder;
    Oid start;
};

const std::string twoAndThree = "sha256:" + sha256Hex("two\nthree\n");

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private slots:
    void hashesAreThoseOfTheSpecification_data();
    void hashesAreThoseOfTheSpecification();
    void brokenTraceIsLeftOutAndTheRestStands();
    void traceOfTheParentCountsWhenItsTextFits();
    void traceThatCannotBeProvenPaintsNothing_data();
    void traceThatCannotBeProvenPaintsNothing();
    void personsTraceIsNotAi();
    void olderNoteIsRead();
    void newerNoteOutranksTheOlder();
    void attributionNoteIsJudgedByItsBody_data();
    void attributionNoteIsJudgedByItsBody();
    void brokenAttributionNoteIsAProblem_data();
    void brokenAttributionNoteIsAProblem();
    void anyNumberOfThreadsGivesTheSameResult();
};

void EvidenceTest::hashesAreThoseOfTheSpecification_data()
{
    QTest::addColumn<QString>("hash");
    QTest::addColumn<bool>("fits");
    QTest::newRow("SHA-256") << QString::fromStdString("sha256:" + sha256Hex("hello\n")) << true;
    QTest::newRow("SHA-256 without the line's end") << QString::fromStdString("sha256:" + sha256Hex("hello")) << true;
    QTest::newRow("cut SHA-256") << QString::fromStdString("sha256:" + sha256Hex("hello").substr(0, 16)) << true;
    QTest::newRow("too short to prove anything") << QString::fromStdString("sha256:" + sha256Hex("hello").substr(0, 4)) << false;
    QTest::newRow("MurmurHash3") << QStringLiteral("murmur3:248bfa47") << true;
    QTest::newRow("another text") << QStringLiteral("murmur3:248bfa48") << false;
    QTest::newRow("unknown hash") << QStringLiteral("md5:5d41402abc4b2a76b9719d911017c592") << false;
    QTest::newRow("none") << QString() << false;
}

void EvidenceTest::hashesAreThoseOfTheSpecification()
{
    QFETCH(QString, hash);
    QFETCH(bool, fits);
    const Text text("first\nhello\n");
    QCOMPARE(fitsHash(text, {2, 2}, hash.toStdString()), fits);
    QVERIFY(!fitsHash(text, {2, 3}, hash.toStdString()));
}

void EvidenceTest::brokenTraceIsLeftOutAndTheRestStands()
{
    const AgentTraces traces = parseAgentTraces("{\n" + trace("", "", "ai") + trace("", "", "robot") + trace("", "", "ai", 3, 2)
                                                + "{\"version\":\"9\"}\n" + trace("", "", "mixed") + "\xFF\xFE\n");
    QCOMPARE(traces.records.size(), 2U);
    QCOMPARE(traces.problems.size(), 5U);
    QCOMPARE(traces.records[1].files.at("a.txt").front().contribution.level, ProvenanceLevel::Mixed);
}

void EvidenceTest::traceOfTheParentCountsWhenItsTextFits()
{
    Scene scene;
    scene.work({{std::string(agentTracePath), trace(scene.start.hex(), twoAndThree)}});
    const Provenance found = scene.find();
    QCOMPARE(runs(found, "a.txt"), "2-3 recorded cursor AI, 4-5 unknown");
    for (const ProvenanceEvidence &piece : found.evidence)
        QVERIFY(piece.detail.find("secret") == std::string::npos);
}

void EvidenceTest::traceThatCannotBeProvenPaintsNothing_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QString>("hash");
    QTest::newRow("no hash") << QStringLiteral("parent") << QString();
    QTest::newRow("another text") << QStringLiteral("parent") << QString::fromStdString("sha256:" + sha256Hex("else\n"));
    QTest::newRow("another commit") << QString(40, QLatin1Char('a')) << QString::fromStdString(twoAndThree);
}

void EvidenceTest::traceThatCannotBeProvenPaintsNothing()
{
    QFETCH(QString, revision);
    QFETCH(QString, hash);
    Scene scene;
    const std::string of = revision == QLatin1String("parent") ? scene.start.hex() : revision.toStdString();
    scene.work({{std::string(agentTracePath), trace(of, hash.toStdString())}});
    QCOMPARE(runs(scene.find(), "a.txt"), "2-5 unknown");
}

void EvidenceTest::personsTraceIsNotAi()
{
    Scene scene;
    scene.work({{std::string(agentTracePath), trace(scene.start.hex(), twoAndThree, "human")}},
               "Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
    QCOMPARE(runs(scene.find(), "a.txt"), "2-3 recorded, 4-5 asserted claude-code AI");
}

void EvidenceTest::olderNoteIsRead()
{
    Scene scene;
    const Oid commit = scene.work();
    const std::string blob = scene.builder.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")},
                                               QByteArray::fromStdString(legacy));
    scene.builder.git({QStringLiteral("update-ref"), QString::fromStdString("refs/ai/authorship/" + commit.hex()),
                       QString::fromStdString(blob)});
    const Provenance found = scene.find();
    QCOMPARE(runs(found, "a.txt"), "2 recorded claude-code AI, 3-4 recorded, 5 recorded helper AI");
    QCOMPARE(found.evidence.front().source, "refs/ai/authorship");
}

void EvidenceTest::newerNoteOutranksTheOlder()
{
    Scene scene;
    const Oid commit = scene.work();
    const std::string blob = scene.builder.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")},
                                               QByteArray::fromStdString(legacy));
    scene.builder.git({QStringLiteral("update-ref"), QString::fromStdString("refs/ai/authorship/" + commit.hex()),
                       QString::fromStdString(blob)});
    scene.note(commit, "refs/notes/ai", "a.txt\n  h_31dce776f88375 2-5\n---\n{\"schema_version\":\"authorship/3.0.0\"}");
    QCOMPARE(runs(scene.find(), "a.txt"), "2-5 recorded");
}

void EvidenceTest::attributionNoteIsJudgedByItsBody_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *note, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(note) << QString::fromLatin1(expected);
    };
    row("a share of a file",
        R"({"version":1,"generator":"Qwen-Coder","files":{"a.txt":{"aiChars":3,"humanChars":1,"percent":75}}})",
        "2-5 mixed qwen-code");
    row("the whole of a file", R"({"generator":"Qwen-Coder","files":{"a.txt":{"aiContributionPercent":100}}})",
        "2-5 asserted qwen-code AI");
    row("nothing of a file", R"({"generator":"Qwen-Coder","files":{"a.txt":{"percent":0}}})", "2-5 unknown");
    row("lists of files", R"({"attribution_state":"measured","ai_files":["a.txt"],"human_files":["b.txt"]})", "2-5 asserted AI");
    row("a person's file", R"({"ai_files":[],"human_files":["a.txt"]})", "2-5 unknown");
    row("lines",
        "a.txt\n  d9978a8723e02b52 2-3\n---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":"
        "{\"d9978a8723e02b52\":{\"agent_id\":{\"tool\":\"claude\",\"model\":\"m\"}}}}",
        "2-3 recorded claude-code AI, 4-5 unknown");
}

void EvidenceTest::attributionNoteIsJudgedByItsBody()
{
    QFETCH(QString, note);
    QFETCH(QString, expected);
    Scene scene;
    scene.note(scene.work(), std::string(attributionRef), note.toStdString());
    const Provenance found = scene.find();
    QCOMPARE(QString::fromStdString(runs(found, "a.txt")), expected);
    QVERIFY(found.problems.empty());
}

void EvidenceTest::brokenAttributionNoteIsAProblem_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("truncated") << QByteArray("{\"files\":");
    QTest::newRow("unknown form") << QByteArray("{\"hello\":1}");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"generator\":\"\xFF\"}");
    QTest::newRow("nested") << QByteArray("{\"files\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
    QTest::newRow("text") << QByteArray("no attribution at all");
}

void EvidenceTest::brokenAttributionNoteIsAProblem()
{
    QFETCH(QByteArray, note);
    Scene scene;
    scene.note(scene.work(), std::string(attributionRef), note.toStdString());
    const Provenance found = scene.find();
    QCOMPARE(runs(found, "a.txt"), "2-5 unknown");
    QCOMPARE(found.problems.size(), 1U);
}

void EvidenceTest::anyNumberOfThreadsGivesTheSameResult()
{
    // Enough commits that several threads are used, with renames, merges and two authors in each file.
    RepositoryBuilder builder;
    std::string text = "start\n";
    builder.commit({.branch = "main", .files = {{"f0.txt", text}, {"g.txt", "g\n"}}, .message = "Start"});
    builder.git({QStringLiteral("branch"), QStringLiteral("work"), QStringLiteral("main")});
    for (int i = 0; i < 140; ++i) {
        const std::string mark = i % 3 == 0 ? "\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n" : "";
        std::map<std::string, std::optional<std::string>> files;
        text += "line " + std::to_string(i) + "\n";
        files["f" + std::to_string(i / 20) + ".txt"] = text;
        if (i % 20 == 0 && i > 0)
            files["f" + std::to_string(i / 20 - 1) + ".txt"] = std::nullopt;
        files["own" + std::to_string(i % 7) + ".txt"] = "own " + std::to_string(i) + "\n";
        builder.commit({.branch = "work", .files = files, .message = "Step " + std::to_string(i) + mark});
        if (i % 40 == 10) {
            const Oid side = builder.commit({.branch = "side" + std::to_string(i),
                                             .files = {{"g.txt", "g\nside " + std::to_string(i) + "\n"}},
                                             .message = "Side" + mark,
                                             .from = "work"});
            builder.commit({.branch = "work",
                            .files = {{"g.txt", "g\nside " + std::to_string(i) + "\n"}},
                            .message = "Merge",
                            .merges = {side.hex()}});
        }
    }
    const LoadedChange loaded(builder.path(), "main..work");
    const auto markers = must(Markers::builtIn());
    const auto find = [&](unsigned threads) {
        return must(findProvenance(loaded.repository, loaded.change, loaded.files, markers, {}, {}, threads));
    };
    const Provenance alone = find(1);
    QVERIFY(alone.aiLines > 20);
    QVERIFY(alone.unknownLines > 40);
    for (const unsigned threads : {2U, 4U})
        QCOMPARE(find(threads), alone);
}

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
