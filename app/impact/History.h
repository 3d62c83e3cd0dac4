// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/BlastRadius.h"
#include "core/Change.h"
#include "core/Error.h"
#include "core/Progress.h"
#include "git/HistoryLog.h"
#include "risk/FilePasts.h"
#include "risk/Likelihood.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace countersign::impact
{

/// How many of the newest changes a percentile of likelihood is taken from: each one's blobs must be read and compared.
inline constexpr std::size_t sizedChanges = 300;
/// How many of the newest changes a percentile of reach is taken from.
inline constexpr std::size_t recentChanges = 2000;

/// Lines of the program that a commit changes (isProgram()), as the factors need them.
struct CommitSize {
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    double entropy = 0; ///< bits
};

/// Who changed what, when, over all commits that were read so far: one pass of names over the history, kept between runs in one
/// file of the user's cache folder and continued from there. Commits of any branch may be in it; every question names the tip
/// whose ancestors count, so the answers do not depend on what else was read before. Belongs to one thread at a time.
class History
{
public:
    /// Index of a commit.
    using Index = std::uint32_t;

    /// @param file where it is kept; empty: nowhere.
    explicit History(std::filesystem::path file = {});

    /// Reads what is new up to @p tip. Errors: those of git::logHistory().
    [[nodiscard]] Result<void> readUpTo(const git::Repository &repository, const Oid &tip, std::stop_token stop = {},
                                        const ProgressCallback &progress = {});
    /// Reads the sizes of the newest @p count changes up to @p tip that are not known yet.
    [[nodiscard]] Result<void> readSizes(const git::Repository &repository, const Oid &tip, std::size_t count,
                                         std::stop_token stop = {}, const ProgressCallback &progress = {});

    [[nodiscard]] std::size_t commitCount() const { return m_commits.size(); }

    /// Ancestors of a tip, itself included, oldest first; merges left out. Empty when the tip was not read.
    [[nodiscard]] std::vector<Index> changesUpTo(const Oid &tip) const;
    [[nodiscard]] const Oid &idOf(Index commit) const { return m_commits[commit].id; }
    [[nodiscard]] std::int64_t timeOf(Index commit) const { return m_commits[commit].time; }
    [[nodiscard]] std::vector<std::string> pathsOf(Index commit) const;
    [[nodiscard]] std::optional<CommitSize> sizeOf(Index commit) const;
    [[nodiscard]] bool isFix(Index commit) const { return m_commits[commit].isFix; }

    /// Those of pathsOf() that are part of the program.
    [[nodiscard]] std::vector<std::string> programPathsOf(Index commit) const;
    /// History factors of every change of @p changes from index @p first on, as they stood before it; size factors where known.
    [[nodiscard]] std::vector<risk::Features> featuresOf(std::span<const Index> changes, std::size_t first) const;

    /// What is asked about a change that is not in the history.
    struct Question {
        std::vector<std::string> paths; ///< as the base has them
        std::string author; ///< address
        std::int64_t time = 0;
    };
    struct Answer {
        risk::Features features; ///< authors, age, revisions, experience
        std::uint32_t mostFixes = 0; ///< past fixes of the file that has most
        std::vector<CoChange> coChange; ///< strongest first, at most 20
    };
    /// @param changes as changesUpTo() gave them for the change's base.
    [[nodiscard]] Answer ask(std::span<const Index> changes, const Question &question) const;

    /// What the history says about each of the question's paths; nothing: it does not know the path.
    [[nodiscard]] std::vector<std::optional<risk::FilePast>> pastsOf(std::span<const Index> changes,
                                                                     const Question &question) const;

private:
    struct Entry {
        Oid id;
        std::int64_t time = 0; ///< of the author
        std::int64_t commitTime = 0;
        std::uint32_t author = 0;
        std::uint32_t firstFile = 0; ///< into m_files
        std::uint32_t fileCount = 0;
        std::uint32_t firstParent = 0; ///< into m_parents
        std::uint32_t parentCount = 0;
        bool isFix = false;
    };
    struct Walk; ///< running counts while changes are gone through

    void add(git::LoggedCommit commit);
    void load();
    void save(std::size_t firstCommit, std::span<const std::pair<Index, CommitSize>> sizes);
    [[nodiscard]] std::uint32_t pathId(const std::string &path);
    [[nodiscard]] std::uint32_t authorId(const std::string &author);
    [[nodiscard]] std::span<const std::uint32_t> filesOf(Index commit) const
    {
        return std::span(m_files).subspan(m_commits[commit].firstFile, m_commits[commit].fileCount);
    }

    std::filesystem::path m_file;
    std::vector<Entry> m_commits;
    std::vector<std::uint32_t> m_files;
    std::vector<Oid> m_parents;
    std::vector<std::string> m_paths;
    std::vector<std::string> m_authors;
    std::unordered_map<std::string, std::uint32_t> m_pathIds;
    std::unordered_map<std::string, std::uint32_t> m_authorIds;
    std::unordered_map<Oid, Index> m_byId;
    std::unordered_map<Index, CommitSize> m_sizes;
};

} // namespace countersign::impact
