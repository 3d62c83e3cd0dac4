// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Comments.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <filesystem>

using namespace countersign;
using namespace countersign::review;

namespace
{

const std::string ann = "ann@example.com";
const std::string bob = "bob@example.com";
const ReviewKey key{"repository", "#12"};
const ReviewKey other{"repository", "#13"};
constexpr std::int64_t newYear = 1767225600; // 2026-01-01T00:00:00Z

class FakeClock final : public Clock
{
public:
    [[nodiscard]] std::int64_t now() const override { return time; }
    std::int64_t time = newYear;
};

/// A value, or the end of the test with the error's words.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

Anchor anchorAt(LineNumber line, const std::string &path = "src/a.cpp")
{
    return must(makeAnchor(Text("one\ntwo\nthree\nfour\nfive\nsix\n"), path, Side::New, {line, line + 1},
                           *Oid::fromHex("1111111111111111111111111111111111111111"), Oid()));
}

class Place
{
public:
    [[nodiscard]] std::string path() const { return m_folder.path().toStdString() + "/reviews.sqlite"; }
    Comments open() { return std::move(must(Comments::open(path(), clock)).comments); }
    /// SQL behind the store's back. @return the first number of the last row.
    std::int64_t sql(const char *text)
    {
        sqlite3 *handle = nullptr;
        std::int64_t number = -1;
        const auto keep = [](void *out, int, char **values, char **) {
            *static_cast<std::int64_t *>(out) = values[0] ? std::stoll(values[0]) : -1;
            return 0;
        };
        if (sqlite3_open(path().c_str(), &handle) != SQLITE_OK || sqlite3_exec(handle, text, keep, &number, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(handle));
        sqlite3_close(handle);
        return number;
    }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
};

} // namespace

class CommentsTest : public QObject
{
    Q_OBJECT

private slots:
    void threadComesBackAsItWasPosted();
    void awkwardTextsComeBackAsTheyWere_data();
    void awkwardTextsComeBackAsTheyWere();
    void emptyAndTooLongTextsAreRefused();
    void statesAreSetAndRemembered();
    void ownCommentIsEditedAndKeepsItsHistory();
    void deletedCommentLeavesATombstone();
    void othersCommentsAreLeftAlone();
    void changesDoNotMix();
    void draftIsOfOneReviewerAndPlace();
    void draftBecomesACommentInOneStep();
    void draftThatCannotBePostedStays();
    void draftSurvivesAKill();
    void tamperedRowsAreReadWithinBounds();
};

void CommentsTest::threadComesBackAsItWasPosted()
{
    Place place;
    CommentId thread = 0;
    {
        auto comments = place.open();
        QVERIFY(must(comments.threads(key)).empty());
        thread = must(comments.post(key, anchorAt(3), "why twice?", ann));
        place.clock.time += 60;
        must(comments.reply(key, thread, "once for each side", bob));
        must(comments.post(key, anchorAt(1), "and here", bob));
    }
    const auto threads = must(place.open().threads(key));
    QCOMPARE(threads.size(), 2U);
    QCOMPARE(threads[0].id, thread);
    QCOMPARE(threads[0].anchor, anchorAt(3));
    QCOMPARE(threads[0].anchor.quote, "three\nfour");
    QCOMPARE(threads[0].state, ThreadState::Open);
    QCOMPARE(threads[0].comments.size(), 2U);
    QCOMPARE(threads[0].comments[0],
             (Comment{threads[0].comments[0].id, ann, newYear, "why twice?", std::nullopt, std::nullopt}));
    QCOMPARE(threads[0].comments[1].author, bob);
    QCOMPARE(threads[0].comments[1].time, newYear + 60);
    QCOMPARE(threads[1].comments[0].text, "and here");
}

void CommentsTest::awkwardTextsComeBackAsTheyWere_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("quotes") << std::string("'; DROP TABLE comment; --");
    QTest::newRow("NUL") << std::string("a\0b", 3);
    QTest::newRow("not UTF-8") << std::string("\xFF\xFE");
    QTest::newRow("lines") << std::string("a\r\nb\n");
    QTest::newRow("1 MiB") << std::string(1024 * 1024, 'x');
}

void CommentsTest::awkwardTextsComeBackAsTheyWere()
{
    QFETCH(std::string, text);
    Place place;
    auto comments = place.open();
    const std::string path = text.substr(0, 100);
    must(comments.post(key, anchorAt(2, path), text, ann));
    must(comments.saveDraft(key, anchorAt(2, path), text, ann));
    const auto threads = must(comments.threads(key));
    QVERIFY(threads[0].comments[0].text == text);
    QVERIFY(threads[0].anchor.path == path);
    QVERIFY(must(comments.drafts(key, ann))[0].text == text);
}

void CommentsTest::emptyAndTooLongTextsAreRefused()
{
    Place place;
    auto comments = place.open();
    const std::string tooLong(1024 * 1024 + 1, 'x');
    for (const std::string &text : {std::string(), std::string(" \n\t"), tooLong})
        QCOMPARE(comments.post(key, anchorAt(1), text, ann).error().kind, ErrorKind::Usage);
    QCOMPARE(comments.saveDraft(key, anchorAt(1), tooLong, ann).error().kind, ErrorKind::Usage);
    QVERIFY(must(comments.threads(key)).empty());
    const auto thread = must(comments.post(key, anchorAt(1), "text", ann));
    QCOMPARE(comments.reply(key, thread, " ", ann).error().kind, ErrorKind::Usage);
    QCOMPARE(comments.edit(key, must(comments.threads(key))[0].comments[0].id, "", ann).error().kind, ErrorKind::Usage);
}

void CommentsTest::statesAreSetAndRemembered()
{
    Place place;
    auto comments = place.open();
    const auto thread = must(comments.post(key, anchorAt(1), "text", ann));
    for (const ThreadState state : {ThreadState::Acknowledged, ThreadState::WontFix, ThreadState::Fixed}) {
        place.clock.time += 5;
        must(comments.setState(key, thread, state, bob));
        QCOMPARE(threadStateFromName(name(state)), state);
    }
    const auto now = must(comments.threads(key))[0];
    QCOMPARE(now.state, ThreadState::Fixed);
    QCOMPARE(now.stateBy, bob);
    QCOMPARE(now.stateTime, newYear + 15);
    const auto history = must(comments.stateHistory(key, thread));
    QCOMPARE(history.size(), 3U);
    QCOMPARE(history[1], (StateChange{ThreadState::WontFix, bob, newYear + 10}));
}

void CommentsTest::ownCommentIsEditedAndKeepsItsHistory()
{
    Place place;
    auto comments = place.open();
    must(comments.post(key, anchorAt(1), "frist", ann));
    const auto id = must(comments.threads(key))[0].comments[0].id;
    place.clock.time += 5;
    must(comments.edit(key, id, "first", ann));
    place.clock.time += 5;
    must(comments.edit(key, id, "first!", ann));
    must(comments.edit(key, id, "first!", ann)); // no change, no entry
    const auto now = must(comments.threads(key))[0].comments[0];
    QCOMPARE(now.text, "first!");
    QCOMPARE(now.time, newYear);
    QCOMPARE(now.edited, newYear + 10);
    QCOMPARE(must(comments.history(key, id)), (std::vector<Wording>{{"frist", newYear}, {"first", newYear + 5}}));
}

void CommentsTest::deletedCommentLeavesATombstone()
{
    Place place;
    auto comments = place.open();
    must(comments.post(key, anchorAt(1), "the password is hunter2", ann));
    const auto id = must(comments.threads(key))[0].comments[0].id;
    must(comments.edit(key, id, "the password is gone", ann));
    place.clock.time += 5;
    must(comments.remove(key, id, ann));
    must(comments.remove(key, id, ann)); // twice is once
    const auto now = must(comments.threads(key))[0];
    QCOMPARE(now.comments.size(), 1U);
    QCOMPARE(now.comments[0].author, ann);
    QCOMPARE(now.comments[0].deleted, newYear + 5);
    QCOMPARE(now.comments[0].text, "");
    QVERIFY(must(comments.history(key, id)).empty());
    QCOMPARE(comments.edit(key, id, "again", ann).error().kind, ErrorKind::Usage);
}

void CommentsTest::othersCommentsAreLeftAlone()
{
    Place place;
    auto comments = place.open();
    must(comments.post(key, anchorAt(1), "ann's", ann));
    const auto id = must(comments.threads(key))[0].comments[0].id;
    QCOMPARE(comments.edit(key, id, "bob's", bob).error().kind, ErrorKind::Usage);
    QCOMPARE(comments.remove(key, id, bob).error().kind, ErrorKind::Usage);
    QCOMPARE(must(comments.threads(key))[0].comments[0].text, "ann's");
}

void CommentsTest::changesDoNotMix()
{
    Place place;
    auto comments = place.open();
    const auto thread = must(comments.post(key, anchorAt(1), "text", ann));
    const auto id = must(comments.threads(key))[0].comments[0].id;
    const auto draft = must(comments.saveDraft(key, anchorAt(1), "draft", ann));
    QVERIFY(must(comments.threads(other)).empty());
    QVERIFY(must(comments.drafts(other, ann)).empty());
    QCOMPARE(comments.reply(other, thread, "x", ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.setState(other, thread, ThreadState::Fixed, ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.edit(other, id, "x", ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.remove(other, id, ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.saveReplyDraft(other, thread, "x", ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.updateDraft(other, draft, "x", ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.postDraft(other, draft, ann).error().kind, ErrorKind::Input);
    QCOMPARE(comments.discardDraft(other, draft, ann).error().kind, ErrorKind::Input);
    QVERIFY(must(comments.history(other, id)).empty());
}

void CommentsTest::draftIsOfOneReviewerAndPlace()
{
    Place place;
    auto comments = place.open();
    const auto thread = must(comments.post(key, anchorAt(1), "text", ann));
    const auto first = must(comments.saveDraft(key, anchorAt(2), "he", ann));
    QCOMPARE(must(comments.saveDraft(key, anchorAt(2), "hello", ann)), first);
    must(comments.saveDraft(key, anchorAt(3), "elsewhere", ann));
    must(comments.saveDraft(key, anchorAt(2), "bob's", bob));
    const auto answer = must(comments.saveReplyDraft(key, thread, "n", ann));
    QCOMPARE(must(comments.saveReplyDraft(key, thread, "no", ann)), answer);
    must(comments.updateDraft(key, first, "hello there", ann));
    QCOMPARE(comments.updateDraft(key, first, "x", bob).error().kind, ErrorKind::Input);

    const auto drafts = must(comments.drafts(key, ann));
    QCOMPARE(drafts.size(), 3U);
    QCOMPARE(drafts[0], (CommentDraft{first, std::nullopt, anchorAt(2), "hello there", newYear}));
    QCOMPARE(drafts[2], (CommentDraft{answer, thread, anchorAt(1), "no", newYear}));
    QCOMPARE(must(comments.drafts(key, bob)).size(), 1U);
    QCOMPARE(must(comments.threads(key)).size(), 1U); // none of them is posted

    must(comments.discardDraft(key, first, ann));
    must(comments.discardDraft(key, answer, ann));
    QCOMPARE(must(comments.drafts(key, ann)).size(), 1U);
    QCOMPARE(must(comments.threads(key))[0].anchor, anchorAt(1)); // the thread keeps its place
}

void CommentsTest::draftBecomesACommentInOneStep()
{
    Place place;
    auto comments = place.open();
    const auto draft = must(comments.saveDraft(key, anchorAt(2), "hello", ann));
    const auto thread = must(comments.postDraft(key, draft, ann));
    const auto answer = must(comments.saveReplyDraft(key, thread, "hello back", bob));
    QCOMPARE(must(comments.postDraft(key, answer, bob)), thread);
    const auto threads = must(comments.threads(key));
    QCOMPARE(threads.size(), 1U);
    QCOMPARE(threads[0].anchor, anchorAt(2));
    QCOMPARE(threads[0].comments.size(), 2U);
    QCOMPARE(threads[0].comments[1].text, "hello back");
    QVERIFY(must(comments.drafts(key, ann)).empty());
    QVERIFY(must(comments.drafts(key, bob)).empty());
    QCOMPARE(comments.postDraft(key, draft, ann).error().kind, ErrorKind::Input);
}

void CommentsTest::draftThatCannotBePostedStays()
{
    Place place;
    auto comments = place.open();
    const auto blank = must(comments.saveDraft(key, anchorAt(1), "  ", ann));
    QCOMPARE(comments.postDraft(key, blank, ann).error().kind, ErrorKind::Usage);
    const auto draft = must(comments.saveDraft(key, anchorAt(2), "hello", ann));
    // The last of the three steps fails: none of them may remain.
    place.sql("CREATE TRIGGER stop BEFORE DELETE ON comment_draft BEGIN SELECT raise(ABORT, 'no'); END;");
    QVERIFY(!comments.postDraft(key, draft, ann));
    QVERIFY(must(comments.threads(key)).empty());
    QCOMPARE(must(comments.drafts(key, ann)).size(), 2U);
    place.sql("DROP TRIGGER stop;");
    must(comments.postDraft(key, draft, ann));
    QCOMPARE(place.sql("SELECT count(*) FROM comment_anchor"), 2);
}

void CommentsTest::draftSurvivesAKill()
{
    Place place;
    QProcess writer;
    writer.start(QStringLiteral(COUNTERSIGN_STORE_WRITER), {QStringLiteral("type"), QString::fromStdString(place.path())});
    int confirmed = 0;
    while (confirmed < 20 && writer.waitForReadyRead(30'000)) {
        while (writer.canReadLine())
            confirmed = writer.readLine().trimmed().toInt();
    }
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    while (writer.canReadLine())
        confirmed = writer.readLine().trimmed().toInt();
    QVERIFY(confirmed >= 20);
    const auto drafts = must(place.open().drafts({"repository", "#1"}, ann));
    QCOMPARE(drafts.size(), 1U);
    QVERIFY(drafts[0].text.size() >= static_cast<std::size_t>(confirmed));
    QCOMPARE(drafts[0].anchor.quote, "two");
}

void CommentsTest::tamperedRowsAreReadWithinBounds()
{
    Place place;
    auto comments = place.open();
    must(comments.post(key, anchorAt(1), "text", ann));
    place.sql("UPDATE comment_anchor SET first_line = -5, last_line = 9000000000, content = 'zz', head = 'x', side = 'up';"
              "UPDATE comment_thread SET state = 'happy';");
    const auto thread = must(comments.threads(key))[0];
    QCOMPARE(thread.anchor.lines, (LineRange{1, mostAnchorLines}));
    QVERIFY(thread.anchor.content.empty());
    QVERIFY(thread.anchor.head.isNull());
    QCOMPARE(thread.anchor.side, Side::New);
    QCOMPARE(thread.state, ThreadState::Open);
}

QTEST_GUILESS_MAIN(CommentsTest)
#include "tst_comments.moc"
