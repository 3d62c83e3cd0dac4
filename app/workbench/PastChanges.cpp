// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PastChanges.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t keptCommits = 32;
/// Percentiles move little from one commit to the next: those of a long history are taken anew after as many changes.
constexpr std::size_t step = 100;
constexpr std::size_t longHistory = 1000;

/// Address in "Name <address>", in lower case as the history has it.
std::string addressOf(const Change &change)
{
    std::string address = change.commits.empty() ? std::string() : change.commits.back().author.email;
    std::ranges::transform(address, address.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return address;
}

/// Who or what wrote a change never counts: an agent's address has no experience to speak of.
bool isWrittenByPerson(ProvenanceLevel level)
{
    return level != ProvenanceLevel::Agent && level != ProvenanceLevel::Automation;
}

} // namespace

PastChanges::PastChanges(std::filesystem::path file, risk::LikelihoodModel model)
    : m_file(std::move(file))
    , m_model(std::move(model))
    , m_changes(keptCommits)
    , m_recent(keptCommits)
{
}

impact::History &PastChanges::history()
{
    if (!m_history)
        m_history.emplace(m_file);
    return *m_history;
}

std::shared_ptr<const PastChanges::Changes> PastChanges::changesUpTo(const Oid &commit)
{
    if (auto known = m_changes.find(commit))
        return known;
    auto changes = std::make_shared<const Changes>(history().changesUpTo(commit));
    m_changes.put(commit, changes);
    return changes;
}

Result<std::shared_ptr<const RecentChanges>> PastChanges::recentUpTo(const git::Repository &repository, const Oid &base,
                                                                     const std::stop_token &stop,
                                                                     const ProgressCallback &progress)
{
    const std::scoped_lock lock(m_mutex);
    if (auto read = history().readUpTo(repository, base, stop, progress); !read)
        return std::unexpected(read.error());
    const auto below = changesUpTo(base);
    const Oid upTo = below->size() < longHistory ? base : history().idOf((*below)[below->size() / step * step - 1]);
    if (auto known = m_recent.find(upTo))
        return known;
    if (auto read = history().readSizes(repository, upTo, impact::sizedChanges, stop, progress); !read)
        return std::unexpected(read.error());
    const auto changes = changesUpTo(upTo);
    const std::size_t count = changes->size();
    auto recent = std::make_shared<RecentChanges>();
    recent->upTo = upTo;
    for (const auto &features : history().featuresOf(*changes, count - std::min(count, impact::sizedChanges))) {
        if (features.at(static_cast<std::size_t>(risk::Factor::LinesAdded)))
            recent->scores.push_back(m_model.score(features));
    }
    std::ranges::sort(recent->scores);
    for (std::size_t i = count - std::min(count, impact::recentChanges); i < count; ++i)
        recent->paths.push_back(history().pathsOf((*changes)[i]));
    m_recent.put(upTo, recent);
    return recent;
}

PastChanges::Answer PastChanges::ask(const Analysis &analysis, std::span<const FileChange> files, const RecentChanges &recent)
{
    const Change &change = analysis.change;
    impact::History::Question question;
    std::vector<std::string> program;
    std::vector<std::uint64_t> added;
    std::vector<std::uint64_t> removed;
    for (const FileChange &file : files) {
        question.paths.push_back(file.delta.oldSide.exists() ? file.delta.oldSide.path : file.path());
        if (!isProgram(file.fileClass))
            continue;
        program.push_back(file.path());
        added.push_back(file.rows.added);
        removed.push_back(file.rows.removed);
    }
    question.author = addressOf(change);
    question.time = change.updated;
    impact::History::Answer past;
    {
        const std::scoped_lock lock(m_mutex);
        past = history().ask(*changesUpTo(change.mergeBase), question);
    }
    risk::setSize(past.features, program, added, removed);
    past.features.at(static_cast<std::size_t>(risk::Factor::IsFix)) = risk::speaksOfFix(change.title) ? 1 : 0;
    if (!isWrittenByPerson(analysis.provenance.level))
        past.features.at(static_cast<std::size_t>(risk::Factor::Experience)).reset();
    risk::Contents contents = risk::contentsOf(files);
    constexpr std::uint32_t manyFixes = 5;
    contents.at(static_cast<std::size_t>(risk::Content::PastFixes)) = past.mostFixes >= manyFixes;
    Answer answer;
    answer.likelihood = m_model.judge(past.features, contents, recent.scores);
    answer.band = m_model.bandOf(answer.likelihood);
    answer.coChange = std::move(past.coChange);
    return answer;
}

Result<std::vector<std::optional<risk::FilePast>>> PastChanges::pastsOf(const git::Repository &repository, const Change &change,
                                                                        std::vector<std::string> paths,
                                                                        const std::stop_token &stop)
{
    const std::scoped_lock lock(m_mutex);
    if (auto read = history().readUpTo(repository, change.mergeBase, stop); !read)
        return std::unexpected(read.error());
    impact::History::Question question;
    question.paths = std::move(paths);
    question.author = addressOf(change);
    return history().pastsOf(*changesUpTo(change.mergeBase), question);
}

} // namespace countersign::workbench
