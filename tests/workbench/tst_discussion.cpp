// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/ChangeResolver.h"
#include "support/RepositoryBuilder.h"
#include "workbench/Discussion.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace countersign;
using namespace countersign::workbench;
using test::RepositoryBuilder;

namespace
{

const std::string body =
    "void first()\n{\n    prepareEverything(first);\n}\n\nvoid second()\n{\n    cleanEverythingUp(second);\n}\n";

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// "path kind first-last" of where something stands now.
std::string where(const PlacedLines &now)
{
    return now.path + " " + std::string(name(now.place.kind)) + " " + std::to_string(now.place.lines.first) + "-"
        + std::to_string(now.place.lines.last);
}

} // namespace

class DiscussionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void wholeConversation();
    void draftsAndThreadsFollow();
    void linesMovedToAnotherFileAreFollowed();
    void workerThreadMayAsk();
    void cancelledStops();

private:
    std::shared_ptr<Discussion> open()
    {
        auto repository = must(git::Repository::open(m_repository->path()));
        return must(Discussion::open(repository, must(git::resolveChange(repository, "topic"))));
    }

    std::unique_ptr<RepositoryBuilder> m_repository;
    std::unique_ptr<QTemporaryDir> m_home;
};

void DiscussionTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("COUNTERSIGN_STORE", (m_home->path() + QStringLiteral("/reviews.sqlite")).toUtf8());
    m_repository = std::make_unique<RepositoryBuilder>();
    m_repository->commit({.files = {{"a.cpp", "void zero();\n"}, {"b.cpp", "// b\n"}}});
    m_repository->commit({.branch = "topic", .files = {{"a.cpp", body}}, .from = "main"});
}

void DiscussionTest::wholeConversation()
{
    const auto talk = open();
    const auto thread = must(talk->post("a.cpp", Side::New, {3, 3}, "why?"));
    must(talk->reply(thread, "because"));
    must(talk->setState(thread, review::ThreadState::Acknowledged));
    const auto id = must(talk->load()).threads.at(0).thread.comments.at(1).id;
    must(talk->edit(id, "because of the order"));
    QCOMPARE(must(talk->history(id)).size(), 1U);
    must(talk->remove(id));
    const auto one = must(talk->load()).threads.at(0);
    QCOMPARE(one.patchSet, 1U);
    QCOMPARE(one.thread.state, review::ThreadState::Acknowledged);
    QVERIFY(one.thread.comments.at(1).deleted);
    QCOMPARE(where(one.now), "a.cpp exact 3-3");
    QCOMPARE(talk->post("a.cpp", Side::New, {3, 300}, "x").error().kind, ErrorKind::Usage);
    QCOMPARE(talk->post("none.cpp", Side::New, {1, 1}, "x").error().kind, ErrorKind::Usage);
    must(talk->post("b.cpp", Side::New, {1, 1}, "a file that the change leaves alone"));
    QCOMPARE(where(must(talk->load()).threads.at(1).now), "b.cpp exact 1-1");
}

void DiscussionTest::draftsAndThreadsFollow()
{
    Discussion::Id draft = 0;
    {
        const auto talk = open();
        must(talk->post("a.cpp", Side::New, {3, 3}, "why?"));
        must(talk->post("a.cpp", Side::Old, {1, 1}, "was it used?"));
        draft = must(talk->saveDraft("a.cpp", Side::New, {8, 8}, "and thi"));
    }
    // The file is renamed and grows; the base moves on and renames nothing.
    m_repository->commit({.branch = "main", .files = {{"b.cpp", "// b, more\n"}}});
    m_repository->commit({.branch = "topic", .files = {{"a.cpp", std::nullopt}, {"src/a.cpp", "// top\n" + body}}});
    const auto talk = open();
    must(talk->updateDraft(draft, "and this?"));
    auto now = must(talk->load());
    QCOMPARE(now.threads.size(), 2U);
    QCOMPARE(where(now.threads[0].now), "a.cpp exact 1-1");
    QCOMPARE(where(now.threads[1].now), "src/a.cpp exact 4-4");
    QCOMPARE(where(now.drafts.at(0).now), "src/a.cpp exact 9-9");
    must(talk->postDraft(draft));
    now = must(talk->load());
    QVERIFY(now.drafts.empty());
    QCOMPARE(now.threads.at(2).thread.comments.at(0).text, "and this?");
    QCOMPARE(now.threads.at(2).patchSet, 1U); // where it was begun
    const auto reply = must(talk->saveReplyDraft(now.threads[0].thread.id, "no"));
    must(talk->discardDraft(reply));
    QVERIFY(must(talk->load()).drafts.empty());
}

void DiscussionTest::linesMovedToAnotherFileAreFollowed()
{
    must(open()->post("a.cpp", Side::New, {6, 9}, "belongs elsewhere"));
    m_repository->commit({.branch = "topic",
                          .files = {{"a.cpp", body.substr(0, body.find("void second"))},
                                    {"b.cpp", "// b\n" + body.substr(body.find("void second"))}}});
    QCOMPARE(where(must(open()->load()).threads.at(0).now), "b.cpp exact 2-5");
}

void DiscussionTest::workerThreadMayAsk()
{
    const auto talk = open();
    const auto post = [&talk](int line) {
        return talk->post("a.cpp", Side::New, {static_cast<LineNumber>(line), static_cast<LineNumber>(line)}, "from a thread");
    };
    std::vector<std::future<Result<Discussion::Id>>> jobs;
    for (int line = 1; line <= 6; ++line)
        jobs.push_back(std::async(std::launch::async, post, line));
    for (auto &job : jobs)
        must(job.get());
    QCOMPARE(must(talk->load()).threads.size(), 6U);
}

void DiscussionTest::cancelledStops()
{
    const auto talk = open();
    must(talk->post("a.cpp", Side::New, {3, 3}, "why?"));
    std::stop_source source;
    source.request_stop();
    const auto loaded = talk->load(source.get_token());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(DiscussionTest)
#include "tst_discussion.moc"
