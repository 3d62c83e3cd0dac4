// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store.h"

#include "ChangeRow.h"
#include "OpenStore.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::review
{

namespace
{

/// Typing that goes on for less than this is one entry of the history.
constexpr std::int64_t typingSeconds = 300;

constexpr std::array<std::pair<Answer, std::string_view>, 4> answers{
    {{Answer::Yes, "yes"}, {Answer::No, "no"}, {Answer::NotApplicable, "na"}, {Answer::Override, "override"}}};
constexpr std::array<std::pair<FindingDecision, std::string_view>, 3> decisions{{{FindingDecision::Acknowledged, "acknowledged"},
                                                                                 {FindingDecision::Waived, "waived"},
                                                                                 {FindingDecision::Disputed, "disputed"}}};

template<class Table>
auto fromName(const Table &table, std::string_view text) -> std::optional<typename Table::value_type::first_type>
{
    for (const auto &[value, word] : table) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

SqlValue nameOrNull(const std::optional<Answer> &answer)
{
    return answer ? SqlValue(name(*answer)) : SqlValue();
}

StoredAnswer answerFrom(const SqlRow &row)
{
    return {row.text(0), answerFromName(row.text(1)), row.text(2), row.text(3), row.integer(4)};
}

FindingState findingFrom(const SqlRow &row)
{
    FindingState state;
    state.finding = row.text(0);
    state.decision = findingDecisionFromName(row.text(1)).value_or(FindingDecision::Acknowledged);
    state.reason = row.text(2);
    if (!row.isNull(3))
        state.expires = row.integer(3);
    state.reviewer = row.text(4);
    state.time = row.integer(5);
    state.content = row.text(6);
    return state;
}

PatchSet patchSetFrom(const SqlRow &row)
{
    PatchSet set;
    set.head = Oid::fromHex(row.text(0)).value_or(Oid());
    set.firstSeen = row.integer(1);
    if (!row.isNull(2))
        set.base = Oid::fromHex(row.text(2));
    set.target = Oid::fromHex(row.text(3)).value_or(Oid());
    set.targetRef = row.text(4);
    return set;
}

} // namespace

std::string_view name(Answer answer)
{
    return answers[static_cast<std::size_t>(answer)].second;
}

std::optional<Answer> answerFromName(std::string_view text)
{
    return fromName(answers, text);
}

std::string_view name(FindingDecision decision)
{
    return decisions[static_cast<std::size_t>(decision)].second;
}

std::optional<FindingDecision> findingDecisionFromName(std::string_view text)
{
    return fromName(decisions, text);
}

class Store::Private
{
public:
    Private(Sqlite opened, const Clock &time)
        : database(std::move(opened))
        , clock(time)
    {
    }

    /// Runs @p work with the number of the change's row, made when it is new, in one transaction.
    Result<void> change(const ReviewKey &key, std::initializer_list<std::string_view> texts,
                        const std::function<Result<void>(std::int64_t)> &work)
    {
        return checkLengths(texts).and_then([&] { return withChangeRow(database, key, work); });
    }

    Result<std::int64_t> find(const ReviewKey &key) { return findChangeRow(database, key); }

    Result<void> addAnswerHistory(std::int64_t id, std::string_view question, std::optional<Answer> answer,
                                  std::string_view evidence, std::string_view reviewer)
    {
        // The running entry goes on while the same choice is being explained; a new choice, or a pause, begins another.
        const std::int64_t now = clock.now();
        const auto running = database.number("SELECT id FROM answer_history WHERE id = (SELECT max(id) FROM answer_history WHERE "
                                             "change = ?1 AND question = ?2 AND reviewer = ?3) AND answer IS ?4 AND time > ?5",
                                             {id, question, reviewer, nameOrNull(answer), now - typingSeconds});
        if (!running)
            return std::unexpected(running.error());
        if (*running != 0)
            return database.run("UPDATE answer_history SET evidence = ?2 WHERE id = ?1", {*running, evidence});
        return database.run("INSERT INTO answer_history (change, question, reviewer, answer, evidence, time) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                            {id, question, reviewer, nameOrNull(answer), evidence, now});
    }

    Sqlite database;
    const Clock &clock;
};

Store::Store(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

Store::Store(Store &&) noexcept = default;
Store &Store::operator=(Store &&) noexcept = default;
Store::~Store() = default;

Result<OpenedStore> Store::open(const std::filesystem::path &path, const Clock &clock)
{
    auto opened = openStoreFile(path, clock);
    if (!opened)
        return std::unexpected(opened.error());
    return OpenedStore{Store(std::make_unique<Private>(std::move(opened->database), clock)), std::move(opened->setAside)};
}

Result<StoredReview> Store::load(const ReviewKey &key, std::string_view reviewer)
{
    StoredReview review;
    Sqlite &database = m_d->database;
    const auto loaded = database.snapshot([&]() -> Result<void> {
        const auto id = m_d->find(key);
        if (!id || *id == 0)
            return id ? Result<void>() : std::unexpected(id.error());
        const auto ask = [&](const char *sql, const std::function<void(const SqlRow &)> &row) {
            return database.query(sql, {*id, reviewer}, row);
        };
        return ask("SELECT question, answer, evidence, reviewer, time FROM answer WHERE change = ?1 AND reviewer = ?2",
                   [&](const SqlRow &row) { review.answers.emplace(row.text(0), answerFrom(row)); })
            .and_then([&] {
                return ask("SELECT hunk, rows, time FROM read_mark WHERE change = ?1 AND reviewer = ?2", [&](const SqlRow &row) {
                    if (const auto rows = RowSet::parse(row.text(1))) {
                        review.read.emplace(row.text(0), *rows);
                        review.readTimes.emplace(row.text(0), row.integer(2));
                    }
                });
            })
            .and_then([&] {
                return database.query(
                    "SELECT finding, state, reason, expires, reviewer, time, content FROM finding_state WHERE change = ?1", {*id},
                    [&](const SqlRow &row) { review.findings.emplace(row.text(0), findingFrom(row)); });
            })
            .and_then([&] {
                return ask("SELECT intent, notes FROM draft WHERE change = ?1 AND reviewer = ?2",
                           [&](const SqlRow &row) { review.draft = {row.text(0), row.text(1)}; });
            })
            .and_then([&] {
                return database.query("SELECT head, time, base, target, target_ref FROM patch_set WHERE change = ?1 ORDER BY id",
                                      {*id}, [&](const SqlRow &row) { review.patchSets.push_back(patchSetFrom(row)); });
            });
    });
    if (!loaded)
        return std::unexpected(loaded.error());
    return review;
}

Result<void> Store::saveAnswer(const ReviewKey &key, std::string_view question, std::optional<Answer> answer,
                               std::string_view evidence, std::string_view reviewer)
{
    return m_d->change(key, {question, evidence, reviewer}, [&](std::int64_t id) {
        return m_d->database
            .run("INSERT INTO answer (change, question, reviewer, answer, evidence, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                 "ON CONFLICT DO UPDATE SET answer = excluded.answer, evidence = excluded.evidence, time = excluded.time",
                 {id, question, reviewer, nameOrNull(answer), evidence, m_d->clock.now()})
            .and_then([&] { return m_d->addAnswerHistory(id, question, answer, evidence, reviewer); });
    });
}

Result<std::vector<StoredAnswer>> Store::answerHistory(const ReviewKey &key, std::string_view question)
{
    std::vector<StoredAnswer> history;
    const auto read = m_d->find(key).and_then([&](std::int64_t id) {
        return m_d->database.query("SELECT question, answer, evidence, reviewer, time FROM answer_history "
                                   "WHERE change = ?1 AND question = ?2 ORDER BY id",
                                   {id, question}, [&](const SqlRow &row) { history.push_back(answerFrom(row)); });
    });
    if (!read)
        return std::unexpected(read.error());
    return history;
}

Result<void> Store::setRead(const ReviewKey &key, std::span<const ReadHunk> hunks, std::string_view reviewer)
{
    return m_d->change(key, {reviewer}, [&](std::int64_t id) -> Result<void> {
        for (const ReadHunk &hunk : hunks) {
            const auto done = m_d->database.run(
                "INSERT INTO read_mark (change, hunk, reviewer, time, rows, path, digests) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                "ON CONFLICT DO UPDATE SET time = excluded.time, rows = excluded.rows, path = excluded.path, "
                "digests = excluded.digests",
                {id, hunk.key, reviewer, m_d->clock.now(), hunk.rows.text(), hunk.path, digestsToHex(hunk.digests)});
            if (!done)
                return done;
        }
        return {};
    });
}

Result<std::vector<ReadHunk>> Store::readHunks(const ReviewKey &key, std::string_view reviewer)
{
    std::vector<ReadHunk> marks;
    const auto read = m_d->find(key).and_then([&](std::int64_t id) {
        return m_d->database.query("SELECT hunk, rows, path, digests FROM read_mark WHERE change = ?1 AND reviewer = ?2 "
                                   "ORDER BY time, hunk",
                                   {id, reviewer}, [&](const SqlRow &row) {
                                       if (auto rows = RowSet::parse(row.text(1)))
                                           marks.push_back(
                                               {row.text(0), std::move(*rows), row.text(2), digestsFromHex(row.text(3))});
                                   });
    });
    if (!read)
        return std::unexpected(read.error());
    return marks;
}

Result<void> Store::decide(const ReviewKey &key, const FindingRef &finding, FindingDecision decision, std::string_view reason,
                           std::optional<std::int64_t> expires, std::string_view reviewer)
{
    if (decision != FindingDecision::Acknowledged && reason.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "A waived or disputed finding needs a reason.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Say why in one sentence.")));
    if (expires && decision != FindingDecision::Waived)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "Only a waiver runs out.")));
    const SqlValue until = expires ? SqlValue(*expires) : SqlValue();
    const auto known = [](std::string_view text) { return text.empty() ? SqlValue() : SqlValue(text); };
    return m_d->change(key, {finding.id, finding.rule, finding.content, reason, reviewer}, [&](std::int64_t id) {
        const std::int64_t now = m_d->clock.now();
        return m_d->database
            .run("INSERT OR REPLACE INTO finding_state (change, finding, state, reason, expires, reviewer, time, rule, content) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                 {id, finding.id, name(decision), reason, until, reviewer, now, known(finding.rule), known(finding.content)})
            .and_then([&] {
                return m_d->database.run("INSERT INTO finding_history (change, finding, state, reason, expires, reviewer, time) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                         {id, finding.id, name(decision), reason, until, reviewer, now});
            });
    });
}

Result<void> Store::withdrawDecision(const ReviewKey &key, std::string_view finding)
{
    return m_d->change(key, {finding}, [&](std::int64_t id) {
        return m_d->database.run("DELETE FROM finding_state WHERE change = ?1 AND finding = ?2", {id, finding});
    });
}

Result<std::vector<FindingState>> Store::decisionHistory(const ReviewKey &key, std::string_view finding)
{
    std::vector<FindingState> history;
    const auto read = m_d->find(key).and_then([&](std::int64_t id) {
        return m_d->database.query("SELECT finding, state, reason, expires, reviewer, time, NULL FROM finding_history "
                                   "WHERE change = ?1 AND finding = ?2 ORDER BY id",
                                   {id, finding}, [&](const SqlRow &row) { history.push_back(findingFrom(row)); });
    });
    if (!read)
        return std::unexpected(read.error());
    return history;
}

Result<void> Store::saveDraft(const ReviewKey &key, const Draft &draft, std::string_view reviewer)
{
    return m_d->change(key, {draft.intent, draft.notes, reviewer}, [&](std::int64_t id) {
        return m_d->database.run(
            "INSERT OR REPLACE INTO draft (change, reviewer, intent, notes, time) VALUES (?1, ?2, ?3, ?4, ?5)",
            {id, reviewer, draft.intent, draft.notes, m_d->clock.now()});
    });
}

Result<void> Store::addPatchSet(const ReviewKey &key, const PatchSet &seen)
{
    const std::string base = seen.base ? seen.base->hex() : std::string();
    const SqlValue start = seen.base ? SqlValue(base) : SqlValue();
    const std::string target = seen.target.hex();
    return m_d->change(key, {seen.targetRef}, [&](std::int64_t id) {
        // What an earlier version of this program saw has no base yet: it is filled in when the same head is seen again.
        return m_d->database.run("INSERT INTO patch_set (change, head, time, base, target, target_ref) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET base = excluded.base, "
                                 "target = excluded.target, target_ref = excluded.target_ref WHERE base IS NULL",
                                 {id, seen.head.hex(), m_d->clock.now(), start, target, seen.targetRef});
    });
}

} // namespace countersign::review
