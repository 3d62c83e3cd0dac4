// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoadedChange.h"
#include "provenance/Tag.h"
#include "support/RepositoryBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace countersign;
using countersign::test::joined;
using countersign::test::LoadedChange;
using countersign::test::must;
using countersign::test::RepositoryBuilder;
using countersign::test::runs;

namespace
{

const Signature ann{"Ann Author", "ann@example.com", 1767225600, 0};
const Signature bob{"Bob Other", "bob@example.com", 1767225600, 0};

/// "work" has two commits on top of main.
class Fixture
{
public:
    Fixture()
    {
        builder.commit({.branch = "main", .files = {{"a.txt", "one\ntwo\n"}}, .message = "Start"});
        first = builder.commit({.branch = "work", .files = {{"a.txt", "one\ntwo\nthree\n"}}, .message = "First", .from = "main"});
        second = builder.commit({.branch = "work", .files = {{"b\xFF.txt", "b\nc\n"}}, .message = "Second"});
    }

    Result<void> tag(const Signature &who, const std::string &tool, const std::string &spec = "main..work",
                     const provenance::TagScope &scope = {})
    {
        LoadedChange loaded(builder.path(), spec);
        return provenance::tagChange(loaded.repository, loaded.change, tool, "model-1", who, scope);
    }

    std::string note(const Oid &commit)
    {
        return builder.git({QStringLiteral("notes"), QStringLiteral("--ref=countersign"), QStringLiteral("show"),
                            QString::fromStdString(commit.hex())});
    }

    void replaceNote(const Oid &commit, const std::string &text)
    {
        builder.git({QStringLiteral("notes"), QStringLiteral("--ref=countersign"), QStringLiteral("add"), QStringLiteral("-f"),
                     QStringLiteral("-F"), QStringLiteral("-"), QString::fromStdString(commit.hex())},
                    QByteArray::fromStdString(text));
    }

    [[nodiscard]] Provenance find(const std::string &spec = "main..work") const
    {
        return LoadedChange(builder.path(), spec).provenance();
    }

    RepositoryBuilder builder;
    Oid first;
    Oid second;
};

} // namespace

class TagTest : public QObject
{
    Q_OBJECT

private slots:
    void tagOfAFilePaintsOnlyThatFile();
    void tagOfLinesPaintsThemWhoeverBroughtThem();
    void tagOfWhatIsNotThereIsRefused();
    void tagIsReadBackAsAsserted();
    void tagHoldsWhatAgentTraceAsksFor();
    void tagOfOneCommitLeavesTheOthersUnknown();
    void taggingTwiceKeepsOneRecord();
    void tagsOfTwoPeopleStandSideBySide();
    void foreignRecordsInTheNoteAreKept();
    void tagOfAnotherVersionIsLeftOut();
    void personsTagIsNotAi();
    void brokenRecordIsAProblemAndTheRestStands_data();
    void brokenRecordIsAProblemAndTheRestStands();
    void wrongUseIsRefused();
    void otherToolsNotesAreNeverWritten();
};

void TagTest::tagIsReadBackAsAsserted()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    const Provenance found = fixture.find();
    QCOMPARE(found.level, ProvenanceLevel::Asserted);
    QCOMPARE(joined(found.tools), "copilot");
    QCOMPARE(runs(found, "a.txt"), "3 asserted copilot AI");
    QCOMPARE(runs(found, "b\xFF.txt"), "1-2 asserted copilot AI");
    QVERIFY(found.problems.empty());
    QCOMPARE(found.evidence.size(), 2U);
    QCOMPARE(found.evidence.front().kind, "tag");
    QCOMPARE(found.evidence.front().source, "refs/notes/countersign");
    QCOMPARE(found.evidence.front().detail, "asserted by Ann Author <ann@example.com>, model model-1, basis person");
}

void TagTest::tagHoldsWhatAgentTraceAsksFor()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    const auto record = QJsonDocument::fromJson(QByteArray::fromStdString(fixture.note(fixture.first))).object();
    const auto text = [](const QJsonValue &value) { return value.toString().toStdString(); };
    QCOMPARE(text(record[QLatin1String("version")]), "0.1.0");
    QCOMPARE(text(record[QLatin1String("timestamp")]), "2026-01-01T00:00:00Z");
    QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
                .match(record[QLatin1String("id")].toString())
                .hasMatch());
    QCOMPARE(text(record[QLatin1String("vcs")][QLatin1String("revision")]), fixture.first.hex());
    QCOMPARE(text(record[QLatin1String("asserted_by")]), "Ann Author <ann@example.com>");
    QCOMPARE(text(record[QLatin1String("basis")]), "person");
    const auto file = record[QLatin1String("files")][0];
    QCOMPARE(text(file[QLatin1String("path")]), "a.txt");
    QCOMPARE(text(file[QLatin1String("blob")]), fixture.builder.id(fixture.first.hex() + ":a.txt").hex());
    QCOMPARE(text(file[QLatin1String("content_hash")]),
             "sha256:b6285c57e8797db5d4c51c80d6f11938afda9b11c6a003549709189e9b4b92a2");
    const auto range = file[QLatin1String("conversations")][0][QLatin1String("ranges")][0];
    QCOMPARE(range[QLatin1String("start_line")].toInt(), 3);
    QCOMPARE(range[QLatin1String("end_line")].toInt(), 3);
    QVERIFY(text(range[QLatin1String("content_hash")]).starts_with("sha256:"));
}

void TagTest::tagOfOneCommitLeavesTheOthersUnknown()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot", fixture.first.hex() + ".." + fixture.second.hex()).has_value());
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "3 unknown");
    QCOMPARE(runs(found, "b\xFF.txt"), "1-2 asserted copilot AI");
}

void TagTest::taggingTwiceKeepsOneRecord()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    const std::string once = fixture.note(fixture.first);
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    QCOMPARE(fixture.note(fixture.first), once);
}

void TagTest::tagsOfTwoPeopleStandSideBySide()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    QVERIFY(fixture.tag(bob, "copilot").has_value());
    QVERIFY(fixture.tag(ann, "cursor").has_value());
    QCOMPARE(std::ranges::count(fixture.note(fixture.first), '\n'), 2);
    const Provenance found = fixture.find();
    QCOMPARE(joined(found.tools), "copilot cursor");
    QCOMPARE(found.evidence.size(), 6U);
}

void TagTest::foreignRecordsInTheNoteAreKept()
{
    Fixture fixture;
    fixture.replaceNote(fixture.first, "something else\n");
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    QVERIFY(fixture.note(fixture.first).starts_with("something else\n{"));
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "3 asserted copilot AI");
    QCOMPARE(found.problems.size(), 1U);
}

void TagTest::tagOfAnotherVersionIsLeftOut()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    const std::string note = fixture.note(fixture.first);
    const Oid amended = fixture.builder.commit(
        {.branch = "amended", .files = {{"a.txt", "one\ntwo\nthree!\n"}}, .message = "Amended", .from = "main"});
    fixture.replaceNote(amended, note); // as notes.rewriteRef does
    const Provenance found = fixture.find("main..amended");
    QCOMPARE(runs(found, "a.txt"), "3 unknown");
    QCOMPARE(found.level, ProvenanceLevel::Unknown);
    QCOMPARE(found.problems.size(), 1U);
}

void TagTest::personsTagIsNotAi()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    std::string note = fixture.note(fixture.first);
    for (auto at = note.find("\"ai\""); at != std::string::npos; at = note.find("\"ai\""))
        note.replace(at, 4, "\"human\"");
    fixture.replaceNote(fixture.first, note);
    QCOMPARE(runs(fixture.find(), "a.txt"), "3 asserted");
}

void TagTest::brokenRecordIsAProblemAndTheRestStands_data()
{
    QTest::addColumn<std::string>("line");
    const auto row = [](const char *name, const std::string &line) { QTest::newRow(name) << line; };
    row("not JSON", "what");
    row("not an object", "[]");
    row("nobody", R"({"files":[]})");
    row("file is no object", R"({"asserted_by":"x","files":[1]})");
    row("no blob", R"({"asserted_by":"x","files":[{"path":"a.txt","content_hash":"sha256:0"}]})");
    row("bad hex path", R"({"asserted_by":"x","files":[{"path_hex":"zz","blob":"x","content_hash":"sha256:0"}]})");
    const std::string file = R"({"asserted_by":"x","files":[{"path":"a.txt","blob":"0123456789012345678901234567890123456789",)"
                             R"("content_hash":"sha256:0","conversations":[)";
    row("no contributor", file + R"({"ranges":[{"start_line":1,"end_line":1}]}]}]})");
    row("no conversation", file + "1]}]}");
    row("line 0", file + R"({"contributor":{"type":"ai"},"ranges":[{"start_line":0,"end_line":1}]}]}]})");
    row("negative line", file + R"({"contributor":{"type":"ai"},"ranges":[{"start_line":-1,"end_line":1}]}]}]})");
    row("upside down", file + R"({"contributor":{"type":"ai"},"ranges":[{"start_line":2,"end_line":1}]}]}]})");
    row("huge line", file + R"({"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":4294967296}]}]}]})");
    row("float", file + R"({"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":1.5}]}]}]})");
    std::string many;
    for (int i = 0; i < 300'000; ++i)
        many += R"({"start_line":0,"end_line":1},)";
    row("hundred thousands of ranges", file + R"({"contributor":{"type":"ai"},"ranges":[)" + many + "1]}]}]}");
    row("unknown type", file + R"({"contributor":{"type":"alien"},"ranges":[{"start_line":1,"end_line":1}]}]}]})");
}

void TagTest::brokenRecordIsAProblemAndTheRestStands()
{
    QFETCH(std::string, line);
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    fixture.replaceNote(fixture.first, line + "\n" + fixture.note(fixture.first) + "\n");
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "3 asserted copilot AI");
    QCOMPARE(found.problems.size(), 1U);
}

void TagTest::wrongUseIsRefused()
{
    Fixture fixture;
    QCOMPARE(fixture.tag(ann, "").error().kind, ErrorKind::Usage);
    QCOMPARE(fixture.tag(ann, "\xFF").error().kind, ErrorKind::Usage);
    QCOMPARE(fixture.tag({}, "copilot").error().kind, ErrorKind::Environment);
    LoadedChange loaded(fixture.builder.path(), "main..work");
    loaded.change.isStored = false;
    QCOMPARE(provenance::tagChange(loaded.repository, loaded.change, "copilot", "", ann).error().kind, ErrorKind::Usage);
    QVERIFY(!must(loaded.repository.reference("refs/notes/countersign")).has_value());
}

void TagTest::otherToolsNotesAreNeverWritten()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot").has_value());
    QCOMPARE(fixture.builder.git(
                 {QStringLiteral("for-each-ref"), QStringLiteral("--format=%(refname)"), QStringLiteral("refs/notes")}),
             "refs/notes/countersign");
}

void TagTest::tagOfAFilePaintsOnlyThatFile()
{
    Fixture fixture;
    QVERIFY(fixture.tag(ann, "copilot", "main..work", {.path = "a.txt", .lines = {}}).has_value());
    const Provenance found = fixture.find();
    QCOMPARE(runs(found, "a.txt"), "3 asserted copilot AI");
    QCOMPARE(runs(found, "b\xFF.txt"), "1-2 unknown");
}

void TagTest::tagOfLinesPaintsThemWhoeverBroughtThem()
{
    Fixture fixture;
    fixture.builder.commit({.branch = "work", .files = {{"a.txt", "one\ntwo\nthree\nfour\nfive\n"}}, .message = "Third"});
    // Line 3 came with the first commit, lines 4 and 5 with the last.
    QVERIFY(fixture.tag(ann, "copilot", "main..work", {.path = "a.txt", .lines = LineRange{3, 4}}).has_value());
    QCOMPARE(runs(fixture.find(), "a.txt"), "3-4 asserted copilot AI, 5 unknown");
    // Lines of another version of the file say nothing about this one.
    fixture.builder.commit({.branch = "work", .files = {{"a.txt", "zero\none\ntwo\nthree\nfour\nfive\n"}}, .message = "Fourth"});
    QCOMPARE(runs(fixture.find(), "a.txt"), "1 unknown, 4-6 unknown");
}

void TagTest::tagOfWhatIsNotThereIsRefused()
{
    Fixture fixture;
    QCOMPARE(fixture.tag(ann, "copilot", "main..work", {.path = "none.txt", .lines = {}}).error().kind, ErrorKind::Usage);
    QCOMPARE(fixture.tag(ann, "copilot", "main..work", {.path = "a.txt", .lines = LineRange{3, 9}}).error().kind,
             ErrorKind::Usage);
    QCOMPARE(fixture.tag(ann, "copilot", "main..work", {.path = "none.txt", .lines = LineRange{1, 1}}).error().kind,
             ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(TagTest)
#include "tst_tag.moc"
