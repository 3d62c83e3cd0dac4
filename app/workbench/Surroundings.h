// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What is kept between runs, in the user's cache folder: COUNTERSIGN_CACHE if set, else the system's place for it. All of it can
/// be deleted at any time.
[[nodiscard]] std::filesystem::path cacheFolder();

/// Weights that `calibrate` refitted for a repository, in the user's data folder.
[[nodiscard]] std::filesystem::path calibratedWeights(const git::Repository &repository);

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
    /// an entry in analysis.problems. Errors: cancelled.
    [[nodiscard]] Result<void> addAxes(const git::Repository &repository, Analysis &analysis, std::span<const FileChange> files,
                                       unsigned threads, std::stop_token stop = {}, const ProgressCallback &progress = {});

    /// The history of the files of a change up to its base, read when a rule asks for the first time. What is given must outlive
    /// it. Null: the history is not to be had (a shallow clone, a change without a base).
    [[nodiscard]] std::unique_ptr<risk::FilePasts> pasts(const git::Repository &repository, const Change &change,
                                                         std::span<const FileChange> files, std::stop_token stop = {});

    /// The imports of one tree; recent reach is not filled in.
    [[nodiscard]] Result<std::shared_ptr<const impact::ImpactIndex>> index(const git::Repository &repository, const Oid &tree,
                                                                           std::span<const FileSide> also, unsigned threads,
                                                                           std::stop_token stop = {},
                                                                           const ProgressCallback &progress = {});

private:
    struct Place; ///< one repository
    struct Recent; ///< what recent changes up to one commit are like
    class Pasts;
    [[nodiscard]] std::shared_ptr<Place> placeOf(const git::Repository &repository);
    [[nodiscard]] Result<std::shared_ptr<const Recent>> recentUpTo(const git::Repository &repository, Place &place,
                                                                   const Oid &base, const std::stop_token &stop,
                                                                   const ProgressCallback &progress);

    std::filesystem::path m_folder;
    risk::LikelihoodModel m_shipped;
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::shared_ptr<Place>> m_places;
};

} // namespace countersign::workbench
