// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReviewDesk.h"

#include "Signing.h"

#include "core/Sha256.h"
#include "records/Binding.h"
#include "records/PolicyMatch.h"
#include "records/TrustRoot.h"

#include <QStandardPaths>
#include <QString>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace countersign::workbench
{

namespace
{

/// Ids of the questions that the rules of the policy in force ask for. A roster that does not verify asks for none: the gate says
/// so.
Result<std::set<std::string>> demandedQuestions(const git::Repository &repository, const Analysis &analysis,
                                                const std::stop_token &stop)
{
    std::set<std::string> ids;
    const auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto trust = records::readTrustRoot(*ledger, {});
    const auto &policy = trust && *trust ? (*trust)->policy : records::rosterlessPolicy();
    const auto risk = gateRisk(analysis);
    const auto target = records::branchOnItsHost(analysis.change.targetRef);
    for (const auto &rule : policy.rules) {
        if (records::whyApplies(rule.when, risk, target))
            ids.insert(rule.checklist.begin(), rule.checklist.end());
    }
    return ids;
}

} // namespace

Result<std::string> repositoryId(const git::Repository &repository, const Oid &head, std::stop_token stop)
{
    auto roots = repository.rootCommits(head, std::move(stop));
    if (!roots)
        return std::unexpected(roots.error());
    std::string text = "countersign repository\n";
    for (const auto &root : *roots)
        text += root.hex() + "\n";
    return sha256Hex(text).substr(0, 32);
}

Result<review::ReviewKey> reviewKey(const git::Repository &repository, const Change &change, std::stop_token stop)
{
    auto id = repositoryId(repository, change.base.isNull() ? change.head : change.base, std::move(stop));
    if (!id)
        return std::unexpected(id.error());
    return review::ReviewKey{std::move(*id), change.ref.empty() ? change.id : change.ref};
}

review::PatchSet patchSetOf(const Change &change)
{
    return {change.head, 0, change.mergeBase, change.base, change.targetRef};
}

std::string reviewerOf(const git::Repository &repository)
{
    return repository.config("user.email").value_or("local");
}

std::filesystem::path defaultStorePath()
{
    if (const QByteArray wanted = qgetenv("COUNTERSIGN_STORE"); !wanted.isEmpty())
        return wanted.toStdString();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(folder.toStdString()) / "countersign" / "reviews.sqlite";
}

void followFindings(std::map<std::string, review::FindingState> &decisions, const std::vector<Finding> &findings)
{
    const auto isHere = [&findings](const std::string &id) { return std::ranges::contains(findings, id, &Finding::id); };
    std::multimap<std::string_view, const Finding *> open; // by content
    for (const Finding &finding : findings) {
        if (!decisions.contains(finding.id))
            open.emplace(finding.content, &finding);
    }
    std::map<std::string, std::vector<std::string>> gone; // by content: a file was renamed, or its look-alikes changed places
    for (const auto &[id, state] : decisions) {
        if (!state.content.empty() && !isHere(id))
            gone[state.content].push_back(id);
    }
    for (const auto &[content, ids] : gone) {
        if (ids.size() != 1 || open.count(content) != 1)
            continue;
        auto node = decisions.extract(ids.front());
        node.key() = node.mapped().finding = open.find(content)->second->id;
        decisions.insert(std::move(node));
    }
}

ReviewDesk::ReviewDesk(std::unique_ptr<SystemClock> clock, review::OpenedStore opened, std::shared_ptr<const ChangeReport> report,
                       review::ReviewKey key, std::string reviewer, const review::Templates &templates,
                       const std::set<std::string> &demanded)
    : m_clock(std::move(clock))
    , m_store(std::move(opened.store))
    , m_setAside(std::move(opened.setAside))
    , m_report(std::move(report))
    , m_key(std::move(key))
    , m_reviewer(std::move(reviewer))
    , m_questions(review::makeChecklist(templates, m_report->analysis, demanded))
    , m_templateSha256(templates.digest())
{
}

Result<std::shared_ptr<ReviewDesk>> ReviewDesk::open(const git::Repository &repository,
                                                     std::shared_ptr<const ChangeReport> report,
                                                     const review::Templates &templates, std::stop_token stop)
{
    auto key = reviewKey(repository, report->analysis.change, stop);
    if (!key)
        return std::unexpected(key.error());
    auto clock = std::make_unique<SystemClock>();
    auto opened = review::Store::open(defaultStorePath(), *clock);
    if (!opened)
        return std::unexpected(opened.error());
    const review::PatchSet seen = patchSetOf(report->analysis.change);
    const auto demanded = demandedQuestions(repository, report->analysis, stop);
    if (!demanded)
        return std::unexpected(demanded.error());
    const auto own = report->templates;
    std::shared_ptr<ReviewDesk> desk(new ReviewDesk(std::move(clock), std::move(*opened), std::move(report), std::move(*key),
                                                    reviewerOf(repository), own ? *own : templates, *demanded));
    if (auto added = desk->m_store.addPatchSet(desk->m_key, seen); !added)
        return std::unexpected(added.error());
    if (auto carried = desk->carryRead(); !carried)
        return std::unexpected(carried.error());
    return desk;
}

Result<ReviewState> ReviewDesk::load()
{
    auto stored = m_store.load(m_key, m_reviewer);
    if (!stored)
        return std::unexpected(stored.error());
    ReviewState state;
    state.stored = std::move(*stored);
    followFindings(state.stored.findings, m_report->analysis.findings);
    state.coverage = m_report->coverage.coverage(state.stored.read);
    state.pace = review::paceOf(m_report->coverage, state.stored.readTimes);
    state.templateSha256 = m_templateSha256;
    state.checklist = review::fillChecklist(m_questions, state.stored, state.coverage);
    return state;
}

Result<ReviewState> ReviewDesk::state()
{
    const std::scoped_lock lock(m_mutex);
    return load();
}

const FileChange *ReviewDesk::fileOf(const std::string &path) const
{
    if (m_report->messages && m_report->messages->path() == path)
        return m_report->messages.get();
    const auto found = std::ranges::find(m_report->files, path, [](const auto &file) { return file->path(); });
    return found == m_report->files.end() ? nullptr : found->get();
}

std::vector<review::ReadHunk> ReviewDesk::marksOf(const review::ReadRows &read) const
{
    std::vector<review::ReadHunk> marks;
    for (const auto &counted : m_report->coverage.files()) {
        const FileChange *file = nullptr;
        for (std::size_t i = 0; i < counted.hunks.size(); ++i) {
            const auto found = read.find(counted.hunks[i].key);
            if (found == read.end())
                continue;
            file = file ? file : fileOf(counted.path);
            if (file)
                marks.push_back(review::readHunk(*file, i, found->first, found->second));
        }
    }
    return marks;
}

/// What was read in an earlier patch set and stands in other hunks now.
Result<void> ReviewDesk::carryRead()
{
    auto marks = m_store.readHunks(m_key, m_reviewer);
    if (!marks)
        return std::unexpected(marks.error());
    review::ReadRows known;
    for (const auto &mark : *marks)
        known.emplace(mark.key, mark.rows);
    std::set<std::string_view> present;
    for (const auto &counted : m_report->coverage.files()) {
        for (const auto &hunk : counted.hunks)
            present.insert(hunk.key);
    }
    std::map<std::string_view, std::vector<review::ReadHunk>> gone; // by path
    for (auto &mark : *marks) {
        if (!mark.digests.empty() && !mark.rows.isEmpty() && !present.contains(mark.key))
            gone[mark.path].push_back(mark);
    }
    std::vector<review::ReadHunk> carried;
    for (const auto &counted : m_report->coverage.files()) {
        const FileChange *file = gone.empty() ? nullptr : fileOf(counted.path);
        if (!file)
            continue;
        auto before = gone.find(file->path());
        if (before == gone.end())
            before = gone.find(file->delta.oldSide.path);
        if (before != gone.end())
            std::ranges::move(review::carryRead(*file, counted.hunks, known, before->second), std::back_inserter(carried));
    }
    return carried.empty() ? Result<void>() : m_store.setRead(m_key, carried, m_reviewer);
}

Result<ReviewState> ReviewDesk::setRead(const review::ReadRows &read)
{
    const std::scoped_lock lock(m_mutex);
    if (auto saved = m_store.setRead(m_key, marksOf(read), m_reviewer); !saved)
        return std::unexpected(saved.error());
    return load();
}

Result<std::vector<review::StoredAnswer>> ReviewDesk::answerHistory(const std::string &question)
{
    const std::scoped_lock lock(m_mutex);
    return m_store.answerHistory(m_key, question);
}

Result<ReviewState> ReviewDesk::saveAnswer(const std::string &question, std::optional<review::Answer> answer,
                                           const std::string &evidence)
{
    const std::scoped_lock lock(m_mutex);
    if (auto saved = m_store.saveAnswer(m_key, question, answer, evidence, m_reviewer); !saved)
        return std::unexpected(saved.error());
    return load();
}

Result<ReviewState> ReviewDesk::decide(const std::string &finding, review::FindingDecision decision, const std::string &reason,
                                       std::optional<std::int64_t> expires)
{
    const std::scoped_lock lock(m_mutex);
    const auto &findings = m_report->analysis.findings;
    const auto found = std::ranges::find(findings, finding, &Finding::id);
    const review::FindingRef about =
        found == findings.end() ? review::FindingRef(finding) : review::FindingRef(finding, found->rule, found->content);
    if (auto saved = m_store.decide(m_key, about, decision, reason, expires, m_reviewer); !saved)
        return std::unexpected(saved.error());
    return load();
}

Result<ReviewState> ReviewDesk::withdrawDecision(const std::string &finding)
{
    const std::scoped_lock lock(m_mutex);
    // What followed its content is still kept under the id that it was made for.
    auto stored = m_store.load(m_key, m_reviewer);
    if (!stored)
        return std::unexpected(stored.error());
    std::map<std::string, review::FindingState> followed = stored->findings;
    followFindings(followed, m_report->analysis.findings);
    for (const auto &[id, state] : stored->findings) {
        const bool isIt = id == finding
            || (!followed.contains(id) && followed.contains(finding) && followed.at(finding).content == state.content);
        if (!isIt)
            continue;
        if (auto saved = m_store.withdrawDecision(m_key, id); !saved)
            return std::unexpected(saved.error());
    }
    return load();
}

} // namespace countersign::workbench
