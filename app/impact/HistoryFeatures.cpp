// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include "core/FileClass.h"

#include <algorithm>
#include <set>

namespace countersign::impact
{

namespace
{

using risk::Factor;

constexpr double secondsPerDay = 86400;

void set(risk::Features &features, Factor factor, double value)
{
    features.at(static_cast<std::size_t>(factor)) = value;
}

/// The author's days since the last change are a mean over the files that had one.
double meanDays(double sum, std::size_t count)
{
    return count == 0 ? 0 : std::max(0.0, sum / static_cast<double>(count));
}

} // namespace

/// What is known about every file and author at one moment of the history.
struct History::Walk {
    struct File {
        std::set<std::uint32_t> authors;
        std::vector<Index> commits;
        std::int64_t last = 0;
        std::uint32_t fixes = 0;
    };
    std::unordered_map<std::uint32_t, File> files;
    std::unordered_map<std::uint32_t, std::uint32_t> changesBy;

    void take(const History &history, Index commit)
    {
        const Entry &entry = history.m_commits[commit];
        ++changesBy[entry.author];
        for (const std::uint32_t id : history.filesOf(commit)) {
            File &file = files[id];
            file.authors.insert(entry.author);
            file.commits.push_back(commit);
            file.last = std::max(file.last, entry.time);
            file.fixes += entry.isFix ? 1 : 0;
        }
    }

    /// History factors of a change of @p ids by @p author at @p time.
    void describe(std::span<const std::uint32_t> ids, std::uint32_t author, std::int64_t time, risk::Features &features) const
    {
        std::set<std::uint32_t> authors;
        std::set<Index> commits;
        double days = 0;
        std::size_t old = 0;
        for (const std::uint32_t id : ids) {
            const auto found = files.find(id);
            if (found == files.end())
                continue;
            authors.insert(found->second.authors.begin(), found->second.authors.end());
            commits.insert(found->second.commits.begin(), found->second.commits.end());
            days += static_cast<double>(time - found->second.last) / secondsPerDay;
            ++old;
        }
        set(features, Factor::Authors, static_cast<double>(authors.size()));
        set(features, Factor::Revisions, static_cast<double>(commits.size()));
        set(features, Factor::Age, meanDays(days, old));
        const auto by = changesBy.find(author);
        set(features, Factor::Experience, by == changesBy.end() ? 0 : by->second);
    }
};

std::vector<std::string> History::programPathsOf(Index commit) const
{
    std::vector<std::string> paths = pathsOf(commit);
    std::erase_if(paths, [](const std::string &path) { return !isProgram(classify(path)); });
    return paths;
}

std::vector<risk::Features> History::featuresOf(std::span<const Index> changes, std::size_t first) const
{
    std::vector<risk::Features> out;
    Walk walk;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Entry &entry = m_commits[changes[i]];
        if (i >= first) {
            risk::Features features;
            const auto size = sizeOf(changes[i]);
            risk::setSize(features, programPathsOf(changes[i]), {}, {});
            for (const Factor factor : {Factor::LinesAdded, Factor::LinesRemoved, Factor::Entropy})
                features.at(static_cast<std::size_t>(factor)).reset();
            if (size) {
                set(features, Factor::LinesAdded, static_cast<double>(size->added));
                set(features, Factor::LinesRemoved, static_cast<double>(size->removed));
                set(features, Factor::Entropy, size->entropy);
            }
            set(features, Factor::IsFix, entry.isFix ? 1 : 0);
            walk.describe(filesOf(changes[i]), entry.author, entry.time, features);
            out.push_back(features);
        }
        walk.take(*this, changes[i]);
    }
    return out;
}

History::Answer History::ask(std::span<const Index> changes, const Question &question) const
{
    constexpr std::size_t mostPartners = 20;
    constexpr std::uint32_t fewestShared = 3; // revisions; less is chance
    constexpr double weakest = .3;
    std::set<std::uint32_t> wanted;
    for (const std::string &path : question.paths) {
        if (const auto found = m_pathIds.find(path); found != m_pathIds.end())
            wanted.insert(found->second);
    }
    const auto author = m_authorIds.find(question.author);
    Walk walk;
    std::unordered_map<std::uint32_t, std::uint32_t> revisions; // of every file
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared; // wanted file and another
    for (const Index change : changes) {
        const auto files = filesOf(change);
        std::vector<std::uint32_t> here;
        for (const std::uint32_t file : files) {
            ++revisions[file];
            if (wanted.contains(file))
                here.push_back(file);
        }
        if (here.empty()) {
            ++walk.changesBy[m_commits[change].author];
            continue;
        }
        walk.take(*this, change);
        constexpr std::size_t tooWide = 100; // files of one commit say little about each pair
        for (const std::uint32_t file : files.size() <= tooWide ? here : std::vector<std::uint32_t>()) {
            for (const std::uint32_t other : files) {
                if (!wanted.contains(other))
                    ++shared[{file, other}];
            }
        }
    }
    Answer answer;
    const std::vector<std::uint32_t> ids(wanted.begin(), wanted.end());
    walk.describe(ids, author == m_authorIds.end() ? static_cast<std::uint32_t>(m_authors.size()) : author->second, question.time,
                  answer.features);
    for (const std::uint32_t file : ids) {
        if (const auto found = walk.files.find(file); found != walk.files.end())
            answer.mostFixes = std::max(answer.mostFixes, found->second.fixes);
    }
    for (const auto &[pair, count] : shared) {
        const double mean = (revisions[pair.first] + revisions[pair.second]) / 2.0;
        if (count >= fewestShared && count / mean >= weakest)
            answer.coChange.push_back({m_paths[pair.second], m_paths[pair.first], count / mean, count});
    }
    std::ranges::sort(answer.coChange, [](const CoChange &a, const CoChange &b) {
        return std::tuple(b.confidence, std::string_view(a.file), std::string_view(a.with))
            < std::tuple(a.confidence, std::string_view(b.file), std::string_view(b.with));
    });
    answer.coChange.resize(std::min(answer.coChange.size(), mostPartners));
    return answer;
}

std::vector<std::optional<risk::FilePast>> History::pastsOf(std::span<const Index> changes, const Question &question) const
{
    std::unordered_map<std::uint32_t, std::unordered_map<std::uint32_t, std::uint32_t>> revisions; // by file and author
    std::unordered_map<std::uint32_t, std::uint32_t> fixes;
    for (const std::string &path : question.paths) {
        if (const auto found = m_pathIds.find(path); found != m_pathIds.end())
            revisions[found->second];
    }
    for (const Index change : changes) {
        for (const std::uint32_t file : filesOf(change)) {
            if (const auto found = revisions.find(file); found != revisions.end()) {
                ++found->second[m_commits[change].author];
                fixes[file] += isFix(change) ? 1U : 0U;
            }
        }
    }
    const auto author = m_authorIds.find(question.author);
    std::vector<std::optional<risk::FilePast>> pasts;
    for (const std::string &path : question.paths) {
        const auto id = m_pathIds.find(path);
        if (id == m_pathIds.end() || revisions[id->second].empty()) {
            pasts.emplace_back();
            continue;
        }
        risk::FilePast &past = pasts.emplace_back().emplace();
        past.fixes = fixes[id->second];
        for (const auto &[who, count] : revisions[id->second]) {
            past.revisions += count;
            if (count > past.ownerRevisions || (count == past.ownerRevisions && m_authors[who] < past.owner)) {
                past.owner = m_authors[who];
                past.ownerRevisions = count;
            }
            if (author != m_authorIds.end() && who == author->second)
                past.authorRevisions = count;
        }
    }
    return pasts;
}

} // namespace countersign::impact
