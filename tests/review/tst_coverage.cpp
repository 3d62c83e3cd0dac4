// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "review/Coverage.h"
#include "review/Pace.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;

namespace
{

FileChange file(const std::string &path, const std::string &oldText, const std::string &newText)
{
    FileChange change;
    change.delta.oldSide = {path, {}, 0100644, oldText.size()};
    change.delta.newSide = {path, {}, 0100644, newText.size()};
    change.oldText = Text(oldText);
    change.newText = Text(newText);
    change.rows = diff::diffTexts(change.oldText, change.newText);
    return change;
}

std::string lines(int first, int last)
{
    std::string text;
    for (int i = first; i <= last; ++i)
        text += "line number " + std::to_string(i) + "\n";
    return text;
}

/// Two hunks: line 2 changed, lines 11 and 12 added; and a removed line in another file.
struct Fixture {
    std::vector<FileChange> files{file("a.txt", lines(1, 10), "line number 1\nsomething else\n" + lines(3, 12)),
                                  file("b.txt", lines(1, 3), lines(2, 3))};
    Provenance provenance;

    Fixture()
    {
        using enum ProvenanceLevel;
        FileProvenance a;
        a.path = "a.txt";
        a.runs = {{{2, 2}, Mixed, "cursor", false}, {{11, 11}, Asserted, "claude-code", true}, {{12, 12}, Recorded, "", false}};
        FileProvenance b;
        b.path = "b.txt";
        provenance.files = {a, b};
    }
};

} // namespace

class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsReadAtFirst();
    void markedHunkCountsItsLines();
    void markedRowsCountAlone();
    void everythingReadIsComplete();
    void unknownKeysCountNothing();
    void linesWithoutProvenanceAreUnknown();
    void binaryFilesAreNamed();
    void changesBehindTheLinesAreNamed();
    void emptyChangeIsComplete();
    void hunksWithFindingsAreCounted();
    void paceLeavesPausesOut();
};

void CoverageTest::nothingIsReadAtFirst()
{
    const Fixture fixture;
    const Coverage coverage = CoverageMap(fixture.files, fixture.provenance).coverage({});
    QCOMPARE(coverage.total.changed, (ReadCount{4, 0}));
    QCOMPARE(coverage.total.ai, (ReadCount{1, 0}));
    QCOMPARE(coverage.total.unknown, (ReadCount{1, 0}));
    QCOMPARE(coverage.files.size(), 2U);
    QCOMPARE(coverage.files[0].path, "a.txt");
    QCOMPARE(coverage.files[0].lines.changed, (ReadCount{3, 0}));
    QCOMPARE(coverage.files[1].lines.changed, (ReadCount{1, 0}));
    QVERIFY(!coverage.total.changed.isComplete());
}

void CoverageTest::markedHunkCountsItsLines()
{
    const Fixture fixture;
    const CoverageMap map(fixture.files, fixture.provenance);
    QCOMPARE(map.files()[0].hunks.size(), 2U);
    const Coverage coverage = map.coverage({{map.files()[0].hunks[1].key, RowSet::all()}});
    QCOMPARE(coverage.total.changed, (ReadCount{4, 2}));
    QCOMPARE(coverage.total.ai, (ReadCount{1, 1}));
    QCOMPARE(coverage.total.unknown, (ReadCount{1, 0}));
    QCOMPARE(coverage.files[1].lines.changed.read, 0U);
}

void CoverageTest::markedRowsCountAlone()
{
    const Fixture fixture;
    const CoverageMap map(fixture.files, fixture.provenance);
    const std::string key = map.files()[0].hunks[1].key; // line 11 is an AI's, line 12 is not
    QCOMPARE(map.coverage({{key, RowSet::of(0, 0)}}).total.changed, (ReadCount{4, 1}));
    QCOMPARE(map.coverage({{key, RowSet::of(0, 0)}}).total.ai, (ReadCount{1, 1}));
    QCOMPARE(map.coverage({{key, RowSet::of(1, 1)}}).total.ai, (ReadCount{1, 0}));
    QCOMPARE(map.coverage({{key, RowSet::of(0, 1)}}), map.coverage({{key, RowSet::all()}}));
    QCOMPARE(map.coverage({{key, RowSet()}}), map.coverage({}));
}

void CoverageTest::everythingReadIsComplete()
{
    const Fixture fixture;
    const CoverageMap map(fixture.files, fixture.provenance);
    ReadRows keys;
    for (const auto &entry : map.files()) {
        for (const auto &hunk : entry.hunks)
            keys.emplace(hunk.key, RowSet::all());
    }
    const Coverage coverage = map.coverage(keys);
    QVERIFY(coverage.total.changed.isComplete());
    QVERIFY(coverage.total.ai.isComplete());
    QVERIFY(coverage.total.unknown.isComplete());
    QCOMPARE(coverage.total.changed.total, 4U);
}

void CoverageTest::unknownKeysCountNothing()
{
    const Fixture fixture;
    const CoverageMap map(fixture.files, fixture.provenance);
    QCOMPARE(map.coverage({{"what", RowSet::all()}, {"", RowSet::all()}}), map.coverage({}));
}

void CoverageTest::linesWithoutProvenanceAreUnknown()
{
    const Fixture fixture;
    const Coverage coverage = CoverageMap(fixture.files, Provenance()).coverage({});
    QCOMPARE(coverage.total.ai.total, 0U);
    QCOMPARE(coverage.total.unknown.total, 3U);
}

void CoverageTest::changesBehindTheLinesAreNamed()
{
    const auto blob = [](char digit) { return *Oid::fromHex(std::string(40, digit)); };
    std::vector<FileChange> files(3);
    files[0].delta.oldSide = {"latin.txt", blob('1'), 0100644, 5};
    files[0].delta.newSide = {"latin.txt", blob('2'), 0100644, 6};
    files[1].delta.oldSide = {"moved.txt", blob('3'), 0100644, 5}; // nothing but its name
    files[1].delta.newSide = {"there.txt", blob('3'), 0100644, 5};
    files[2].delta.newSide = {"empty.txt", blob('4'), 0100644, 0};
    QCOMPARE(CoverageMap(files, {}).coverage({}).notDisplayed, std::vector<std::string>{"latin.txt"});
}

void CoverageTest::binaryFilesAreNamed()
{
    std::vector<FileChange> files(2);
    files[0].delta.kind = FileKind::Binary;
    files[0].delta.newSide = {"a.bin", {}, 0100644, 5};
    files[1].delta.kind = FileKind::Image;
    files[1].delta.newSide = {"a.png", {}, 0100644, 5};
    const Coverage coverage = CoverageMap(files, {}).coverage({});
    QCOMPARE(coverage.notDisplayed, (std::vector<std::string>{"a.bin", "a.png"}));
    QCOMPARE(coverage.total.changed.total, 0U);
}

void CoverageTest::emptyChangeIsComplete()
{
    const Coverage coverage = CoverageMap().coverage({});
    QVERIFY(coverage.total.changed.isComplete());
    QVERIFY(coverage.files.empty());
}

void CoverageTest::hunksWithFindingsAreCounted()
{
    const Fixture fixture;
    const auto finding = [](const char *path, Side side, LineNumber line, Severity severity) {
        Finding one;
        one.file = path;
        one.side = side;
        one.startLine = one.endLine = line;
        one.severity = severity;
        return one;
    };
    const std::vector findings{finding("a.txt", Side::New, 11, Severity::High), finding("a.txt", Side::New, 12, Severity::Medium),
                               finding("a.txt", Side::New, 2, Severity::Low), finding("b.txt", Side::Old, 1, Severity::Critical),
                               finding("b.txt", Side::New, 2, Severity::Critical)};
    const CoverageMap map(fixture.files, fixture.provenance, findings);
    QCOMPARE(map.coverage({}).riskyHunks, (ReadCount{2, 0}));
    QCOMPARE(map.coverage({{map.files()[0].hunks[1].key, RowSet::all()}}).riskyHunks, (ReadCount{2, 1}));
    QCOMPARE(map.coverage({{map.files()[0].hunks[0].key, RowSet::all()}}).riskyHunks, (ReadCount{2, 0}));
}

void CoverageTest::paceLeavesPausesOut()
{
    const Fixture fixture;
    const CoverageMap map(fixture.files, fixture.provenance);
    const auto &a = map.files()[0].hunks;
    const auto &b = map.files()[1].hunks;
    QVERIFY(!paceOf(map, {}));
    QVERIFY(!paceOf(map, {{a[0].key, 1000}}));
    QVERIFY(!paceOf(map, {{a[0].key, 1000}, {a[1].key, 1000}}));
    // Two lines a minute after the first mark; then an hour of lunch that counts as nothing.
    const auto pace = paceOf(map, {{a[0].key, 1000}, {a[1].key, 1060}, {b[0].key, 4700}, {"of another change", 1030}});
    QVERIFY(pace.has_value());
    QCOMPARE(*pace, (Pace{60, 2, 120}));
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
