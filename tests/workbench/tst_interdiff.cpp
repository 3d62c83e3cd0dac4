// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "diff/FileLoader.h"
#include "diff/HunkKey.h"
#include "git/ChangeResolver.h"
#include "support/RepositoryBuilder.h"
#include "workbench/InterDiff.h"
#include "workbench/PatchDigest.h"
#include "workbench/PatchSets.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

using namespace countersign;
using namespace countersign::workbench;
using test::RepositoryBuilder;

namespace
{

using Files = std::map<std::string, std::optional<std::string>>;

/// "line 1" to "line 40", each telling enough, with some of them replaced, dropped ("") or followed by more lines.
std::string lines(const std::map<int, std::string> &edits = {})
{
    std::string text;
    for (int i = 1; i <= 40; ++i) {
        const auto edit = edits.find(i);
        text += edit == edits.end() ? "this is line number " + std::to_string(i) + " of the file\n" : edit->second;
    }
    return text;
}

/// A change in four versions: what patch set A starts from and ends with, and the same of patch set B.
class Push
{
public:
    Push(const Files &baseA, const Files &headA, const Files &baseB, const Files &headB,
         const std::map<std::string, std::string> &modes = {})
        : m_a(patchSet("a", baseA, headA, modes))
        , m_b(patchSet("b", baseB, headB, modes))
    {
    }

    [[nodiscard]] git::Repository open() const
    {
        auto repository = git::Repository::open(m_repository.path());
        if (!repository)
            qFatal("%s", repository->gitDirectory().c_str());
        return std::move(*repository);
    }
    [[nodiscard]] InterDiff compare() const
    {
        auto result = interDiff(open(), m_a, m_b);
        if (!result)
            qFatal("%s", result.error().what.english().c_str());
        return std::move(*result);
    }
    [[nodiscard]] const PatchSetTrees &a() const { return m_a; }
    [[nodiscard]] const PatchSetTrees &b() const { return m_b; }

private:
    PatchSetTrees patchSet(const std::string &name, const Files &base, const Files &head,
                           const std::map<std::string, std::string> &modes)
    {
        Files edits = head;
        for (const auto &[path, content] : base) {
            if (!head.contains(path))
                edits[path] = std::nullopt;
        }
        m_repository.commit({.branch = "base-" + name, .files = base});
        m_repository.commit({.branch = "head-" + name, .files = edits, .modes = modes, .from = "base-" + name});
        return {m_repository.id("base-" + name + "^{tree}"), m_repository.id("head-" + name + "^{tree}")};
    }

    RepositoryBuilder m_repository;
    PatchSetTrees m_a;
    PatchSetTrees m_b;
};

/// "path kind +added -removed" of every file, the author's lines.
std::string summary(const InterDiff &result)
{
    std::string out;
    for (const auto &file : result.files)
        out += file.path() + " " + std::string(name(file.kind)) + " +" + std::to_string(file.author.added) + " -"
            + std::to_string(file.author.removed) + (file.isConflict ? " conflict" : "") + "\n";
    return out + std::string(name(result.proof));
}

/// The lines of the rows with this origin, with their signs.
std::string linesOf(const InterFile &file, Origin origin)
{
    std::string out;
    for (std::size_t i = 0; i < file.origins.size(); ++i) {
        const Row &row = file.change.rows.rows[i];
        if (file.origins[i].left == origin)
            out += "-" + std::string(file.change.oldText.rawLine(row.left));
        if (file.origins[i].right == origin)
            out += "+" + std::string(file.change.newText.rawLine(row.right));
    }
    return out;
}

} // namespace

class InterDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void pushesAreJudged_data();
    void pushesAreJudged();
    void linesHaveTheirOrigin();
    void linesTakenBackAreCounted();
    void otherFilesOfTheBaseAreListedApart();
    void digestsAreOfContentAlone();
    void modesAndBinariesCount();
    void readMarksFollowARebase();
    void cancelledStops();
    void missingPatchSetIsNamed();
};

void InterDiffTest::pushesAreJudged_data()
{
    QTest::addColumn<Files>("baseA");
    QTest::addColumn<Files>("headA");
    QTest::addColumn<Files>("baseB");
    QTest::addColumn<Files>("headB");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *name, const Files &baseA, const Files &headA, const Files &baseB, const Files &headB,
                        const char *expected) {
        QTest::newRow(name) << baseA << headA << baseB << headB << std::string(expected);
    };
    const Files base{{"f", lines()}};
    const Files head{{"f", lines({{20, "the author's line\n"}})}};
    const Files moved{{"f", lines({{3, "a line of the new base\n"}})}};
    const Files rebased{{"f", lines({{3, "a line of the new base\n"}, {20, "the author's line\n"}})}};

    row("same again", base, head, base, head, "f unchanged +0 -0\nequal-trees");
    row("clean rebase", base, head, moved, rebased, "f rebase +0 -0\nequal-patches");
    row("rebase and back", moved, rebased, base, head, "f rebase +0 -0\nequal-patches");
    row("one more line", base, head, base, {{"f", lines({{20, "the author's line\nand another\n"}})}}, "f author +1 -0\nnone");
    row("one more line and a rebase", base, head, moved,
        {{"f", lines({{3, "a line of the new base\n"}, {20, "the author's line\nand another\n"}})}}, "f both +1 -0\nnone");
    row("one line fewer", base, head, base, {{"f", lines({{20, ""}})}}, "f author +0 -1\nnone");
    row("patch taken back", base, head, base, base, "f author +1 -1\nnone");
    row("patch taken back and a rebase", base, head, moved, moved, "f both +1 -1\nnone");
    row("base taken back", base, head, moved, head, "f both +1 -1\nnone");
    row("part was merged meanwhile", base, {{"f", lines({{5, "first part\n"}, {20, "second part\n"}})}},
        {{"f", lines({{5, "first part\n"}})}}, {{"f", lines({{5, "first part\n"}, {20, "second part\n"}})}},
        "f rebase +0 -0\nreapplied");
    row("all was merged meanwhile", base, head, rebased, rebased, "f rebase +0 -0\nreapplied");
    row("lines moved by the author", base, {{"f", lines({{10, "the author's own and long line\n"}})}}, base,
        {{"f", lines({{10, ""}, {30, "this is line number 30 of the file\nthe author's own and long line\n"}})}},
        "f author +1 -1\nnone");
    row("addition at another place after a rebase", base, {{"f", lines({{10, "this is line number 10 of the file\nnew\n"}})}},
        moved, {{"f", lines({{3, "a line of the new base\n"}, {30, "this is line number 30 of the file\nnew\n"}})}},
        "f both +1 -1\nnone");
    row("conflict decided by hand", base, head, {{"f", lines({{20, "the base's line\n"}})}},
        {{"f", lines({{20, "a line of both\n"}})}}, "f both +1 -1 conflict\nnone");
    row("new file kept", base, {{"f", lines()}, {"new", "x\n"}}, moved, {{"f", *moved.at("f")}, {"new", "x\n"}},
        "new unchanged +0 -0\nequal-patches");
    row("new file changed", base, {{"f", lines()}, {"new", "x\n"}}, moved, {{"f", *moved.at("f")}, {"new", "y\n"}},
        "new author +1 -1\nnone");
    row("another file is new", base, head, moved, {{"f", *rebased.at("f")}, {"new", "y\n"}},
        "f rebase +0 -0\nnew author +1 -0\nnone");
    row("deleted, base as before", {{"f", lines()}, {"gone", "x\n"}}, base, {{"f", *moved.at("f")}, {"gone", "x\n"}}, moved,
        "gone unchanged +0 -0\nequal-patches");
    row("deleted, changed in the base", {{"f", lines()}, {"gone", lines()}}, base, {{"f", lines()}, {"gone", *moved.at("f")}},
        base, "gone both +0 -0 conflict\nnone");
    row("file renamed in the base", base, head, {{"g", lines()}}, {{"g", *head.at("f")}}, "g rebase +0 -0\nreapplied");
    row("file renamed in the base and changed by the author", base, head, {{"g", lines()}},
        {{"g", lines({{20, "the author's line\nand another\n"}})}}, "g both +1 -0\nnone");
    row("file renamed by the author", base, head, base, {{"g", *head.at("f")}}, "g author +0 -0\nnone");
    row("rename by the author rebased", base, {{"g", lines({{20, "the author's line\n"}})}}, moved, {{"g", *rebased.at("f")}},
        "g rebase +0 -0\nequal-patches");
}

void InterDiffTest::pushesAreJudged()
{
    QFETCH(Files, baseA);
    QFETCH(Files, headA);
    QFETCH(Files, baseB);
    QFETCH(Files, headB);
    QFETCH(std::string, expected);
    const Push push(baseA, headA, baseB, headB);
    QCOMPARE(summary(push.compare()), expected);
}

void InterDiffTest::linesHaveTheirOrigin()
{
    const Push push({{"f", lines()}}, {{"f", lines({{20, "author, first\n"}})}}, {{"f", lines({{3, ""}, {30, "base, new\n"}})}},
                    {{"f", lines({{3, ""}, {12, "author, second\n"}, {20, "author, first\n"}, {30, "base, new\n"}})}});
    const auto result = push.compare();
    QCOMPARE(linesOf(result.files[0], Origin::Author), "-this is line number 12 of the file\n+author, second\n");
    QCOMPARE(linesOf(result.files[0], Origin::Rebase),
             "-this is line number 3 of the file\n-this is line number 30 of the file\n+base, new\n");
    QCOMPARE(result.files[0].author, (LineCounts{1, 1}));
    QCOMPARE(result.files[0].rebase, (LineCounts{1, 2}));

    // Around a conflict only what the bases do not differ by is the author's.
    const Push conflict({{"f", lines()}}, {{"f", lines({{20, "author\n"}})}}, {{"f", lines({{20, "base, one\nbase, two\n"}})}},
                        {{"f", lines({{20, "base, one\nbase, two\nauthor, again\n"}})}});
    const auto file = conflict.compare().files[0];
    QVERIFY(file.isConflict);
    QCOMPARE(linesOf(file, Origin::Author), "-author\n+author, again\n");
    QCOMPARE(linesOf(file, Origin::Rebase), "+base, one\n+base, two\n");
}

void InterDiffTest::linesTakenBackAreCounted()
{
    const std::string head = lines({{20, "author\n"}});
    const Push push({{"f", lines()}}, {{"f", head}},
                    {{"f", lines({{3, "this is line number 3 of the file\nfix of the base\n"}})}}, {{"f", head}});
    const auto file = push.compare().files[0];
    QVERIFY(file.change.rows.rows.empty()); // the heads are the same, and yet:
    QCOMPARE(file.kind, PushKind::Both);
    QCOMPARE(file.author, (LineCounts{0, 1}));
    QVERIFY(file.expected.contains("fix of the base"));
}

void InterDiffTest::otherFilesOfTheBaseAreListedApart()
{
    const Push push({{"f", "x\n"}, {"other", "1\n"}}, {{"f", "y\n"}, {"other", "1\n"}}, {{"f", "x\n"}, {"other", "2\n"}},
                    {{"f", "y\n"}, {"other", "2\n"}});
    const auto result = push.compare();
    QCOMPARE(summary(result), "f unchanged +0 -0\nequal-patches");
    QCOMPARE(result.broughtByBase, std::vector<std::string>{"other"});
    QCOMPARE(result.digestA, result.digestB);
    QCOMPARE(result.digestA.size(), 64U);
    QCOMPARE(result.files[0].digestA, result.files[0].digestB);
}

void InterDiffTest::digestsAreOfContentAlone()
{
    FileChange file;
    file.delta.oldSide = {"f", Oid(), 0100644, 0};
    file.delta.newSide = file.delta.oldSide;
    const auto digest = [&](const std::string &before, const std::string &after) {
        file.oldText = Text(before);
        file.newText = Text(after);
        file.rows = diff::diffTexts(file.oldText, file.newText);
        return patchDigest(file);
    };
    const auto first = digest("a\nb\nc\n", "a\nX\nc\n");
    QCOMPARE(digest("new above\na\nb\nc\nnew below\n", "new above\na\nX\nc\nnew below\n"), first);
    QVERIFY(digest("a\nb\nc\n", "a\nX \nc\n") != first);
    QVERIFY(digest("a\nX\nc\n", "a\nb\nc\n") != first);
    QVERIFY(digest("a\nb\nc\n", "a\nX\nY\nc\n") != first);
    file.delta.newSide.mode = 0100755;
    QVERIFY(digest("a\nb\nc\n", "a\nX\nc\n") != first);
    QCOMPARE(patchDigest({"b", "a"}), patchDigest({"a", "b"}));
    QVERIFY(patchDigest(std::vector<std::string>{}) != patchDigest({"a"}));
}

void InterDiffTest::modesAndBinariesCount()
{
    const std::string png("\x89PNG\r\n\x1A\n\0one", 12);
    const std::string other("\x89PNG\r\n\x1A\n\0two", 12);
    QCOMPARE(
        summary(Push({{"p", png}}, {{"p", png + "x"}}, {{"p", png}, {"q", "1\n"}}, {{"p", png + "x"}, {"q", "1\n"}}).compare()),
        "p unchanged +0 -0\nequal-patches");
    QCOMPARE(summary(Push({{"p", png}}, {{"p", png + "x"}}, {{"p", png}}, {{"p", png + "y"}}).compare()), "p author +0 -0\nnone");
    QCOMPARE(summary(Push({{"p", png}}, {{"p", png + "x"}}, {{"p", other}}, {{"p", png + "x"}}).compare()),
             "p both +0 -0 conflict\nnone");

    RepositoryBuilder repository;
    repository.commit({.files = {{"run", lines()}}});
    repository.commit({.branch = "a", .files = {{"run", lines({{9, "x\n"}})}}, .from = "main"});
    repository.commit({.branch = "b", .files = {{"run", lines({{9, "x\n"}})}}, .modes = {{"run", "100755"}}, .from = "main"});
    const auto opened = git::Repository::open(repository.path());
    QVERIFY(opened.has_value());
    const auto tree = [&](const char *revision) { return repository.id(std::string(revision) + "^{tree}"); };
    const auto result = interDiff(*opened, {tree("main"), tree("a")}, {tree("main"), tree("b")});
    QVERIFY(result.has_value());
    QCOMPARE(result->files[0].kind, PushKind::Author);
    QCOMPARE(result->files[0].author, LineCounts{});
}

void InterDiffTest::readMarksFollowARebase()
{
    const Push push({{"f", lines()}}, {{"f", lines({{10, "first\n"}, {30, "second\n"}})}},
                    {{"f", lines({{2, "base\nbase\n"}, {20, ""}})}},
                    {{"f", lines({{2, "base\nbase\n"}, {10, "first\n"}, {20, ""}, {30, "second, reworded\n"}})}});
    const auto repository = push.open();
    const auto keys = [&](const PatchSetTrees &trees) {
        const auto deltas = repository.diffTrees(trees.base, trees.head, git::Repository::Renames::Find);
        const auto file = diff::loadFile(repository, deltas->at(0));
        return diff::hunkKeys(*file);
    };
    const auto before = keys(push.a());
    const auto after = keys(push.b());
    QCOMPARE(before.size(), 2U);
    QCOMPARE(after.size(), 2U);
    QCOMPARE(after[0], before[0]); // what was read stays read
    QVERIFY(after[1] != before[1]); // and exactly the edited hunk is to be read again
    QCOMPARE(linesOf(push.compare().files[0], Origin::Author), "-second\n+second, reworded\n");
}

void InterDiffTest::cancelledStops()
{
    const Push push({{"f", "x\n"}}, {{"f", "y\n"}}, {{"f", "x\n"}}, {{"f", "z\n"}});
    std::stop_source source;
    source.request_stop();
    const auto result = interDiff(push.open(), push.a(), push.b(), source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

void InterDiffTest::missingPatchSetIsNamed()
{
    const QTemporaryDir home;
    qputenv("COUNTERSIGN_STORE", (home.path() + QStringLiteral("/reviews.sqlite")).toUtf8());
    RepositoryBuilder repository;
    repository.commit({.files = {{"f", "x\n"}}});
    const auto change = [&] {
        auto opened = git::Repository::open(repository.path());
        return *git::resolveChange(*opened, "topic");
    };
    const auto opened = git::Repository::open(repository.path());
    repository.commit({.branch = "topic", .files = {{"f", "y\n"}}, .from = "main"});
    auto known = knownPatchSets(*opened, change());
    QVERIFY(known && known->size() == 1);
    repository.git({QStringLiteral("branch"), QStringLiteral("-D"), QStringLiteral("topic")});
    repository.commit({.branch = "topic", .files = {{"f", "z\n"}}, .from = "main"});
    known = knownPatchSets(*opened, change());
    QVERIFY(known && known->size() == 2);
    QVERIFY(known->at(0).isHere && !known->at(0).isCurrent && known->at(1).isCurrent);
    QCOMPARE(known->at(1).set.targetRef, "refs/heads/main");
    QCOMPARE(known->at(1).set.base, repository.id("main"));
    QVERIFY(treesOf(*opened, change(), known->at(0)).has_value());
    auto unknownBase = known->at(0); // as an earlier version of the program left it
    unknownBase.set.base = std::nullopt;
    QCOMPARE(treesOf(*opened, change(), unknownBase), treesOf(*opened, change(), known->at(0)));

    repository.git({QStringLiteral("reflog"), QStringLiteral("expire"), QStringLiteral("--expire=now"), QStringLiteral("--all")});
    repository.git({QStringLiteral("repack"), QStringLiteral("-adq")});
    repository.git({QStringLiteral("prune"), QStringLiteral("--expire=now")});
    const auto again = git::Repository::open(repository.path());
    known = knownPatchSets(*again, change());
    QVERIFY(!known->at(0).isHere);
    QVERIFY(known->at(1).isHere);
    const auto trees = treesOf(*again, change(), known->at(0));
    QVERIFY(!trees);
    QCOMPARE(trees.error().what.english(), "Patch set 1 is no longer in this repository.");
    QVERIFY(!trees.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(InterDiffTest)
#include "tst_interdiff.moc"
