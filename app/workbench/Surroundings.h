// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PastChanges.h"

#include "core/Analysis.h"
#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Progress.h"
#include "git/Repository.h"
#include "impact/BlastRadius.h"
#include "risk/FilePasts.h"
#include "risk/Likelihood.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>

namespace countersign::workbench
{

/// What is known about the repositories around the changes: imports, history, recent changes. Shared between threads; every
/// answer depends on the change and the repository alone, not on what was asked before.
class Surroundings
{
public:
    /// @param folder for what is kept between runs; empty: nothing is kept.
    Surroundings(std::filesystem::path folder, risk::LikelihoodModel shipped);
    ~Surroundings();
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;

    /// Likelihood and blast radius of a change that was graded, and its band anew. What cannot be computed stays ungraded, with
    /// an entry in analysis.problems. The first change of a long history takes seconds, the others milliseconds: they share
    /// history, percentiles and imports. Errors: cancelled.
    [[nodiscard]] Result<void> addAxes(const git::Repository &repository, Analysis &analysis, std::span<const FileChange> files,
                                       unsigned threads, std::stop_token stop = {}, const ProgressCallback &progress = {});

    /// The history of the files of a change up to its base, read when a rule asks for the first time. What is given must outlive
    /// it. Null: the history is not to be had (a shallow clone, a change without a base).
    [[nodiscard]] std::unique_ptr<risk::FilePasts> pasts(const git::Repository &repository, const Change &change,
                                                         std::span<const FileChange> files, std::stop_token stop = {});

    /// Does beforehand what addAxes() would do first for changes that start near @p base. Errors: those of git::logHistory(), of
    /// impact::ImpactIndex::build(); cancelled.
    [[nodiscard]] Result<void> warmUp(const git::Repository &repository, const Oid &base, unsigned threads,
                                      std::stop_token stop = {}, const ProgressCallback &progress = {});
    /// warmUp() or addAxes() came to an end before, so that the next answers take no long.
    [[nodiscard]] bool isWarm(const git::Repository &repository);

    /// The imports of one tree.
    [[nodiscard]] Result<std::shared_ptr<const impact::ImpactIndex>> index(const git::Repository &repository, const Oid &tree,
                                                                           std::span<const FileSide> also, unsigned threads,
                                                                           std::stop_token stop = {},
                                                                           const ProgressCallback &progress = {});

private:
    struct Place; ///< one repository
    class Pasts;
    [[nodiscard]] std::shared_ptr<Place> placeOf(const git::Repository &repository);
    /// The imports of a tree, built from those of @p from where these are known.
    [[nodiscard]] Result<std::shared_ptr<const impact::ImpactIndex>>
    index(const git::Repository &repository, Place &place, const Oid &tree, std::span<const FileSide> also, const Oid &from,
          unsigned threads, const std::stop_token &stop, const ProgressCallback &progress);
    /// Files reached by each of the recent changes; the imports at their end are kept to start from.
    [[nodiscard]] Result<std::shared_ptr<const std::vector<std::uint32_t>>>
    reachOf(const git::Repository &repository, Place &place, const RecentChanges &recent, const Oid &tree, unsigned threads,
            const std::stop_token &stop, const ProgressCallback &progress);
    [[nodiscard]] Result<BlastRadius> blastRadius(const git::Repository &repository, Place &place, const Change &change,
                                                  std::span<const FileChange> files, const RecentChanges *recent,
                                                  unsigned threads, const std::stop_token &stop,
                                                  const ProgressCallback &progress);

    std::filesystem::path m_folder;
    risk::LikelihoodModel m_shipped;
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::shared_ptr<Place>> m_places;
};

} // namespace countersign::workbench
