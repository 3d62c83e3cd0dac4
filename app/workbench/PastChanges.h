// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Recently.h"

#include "core/Analysis.h"
#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Progress.h"
#include "git/Repository.h"
#include "impact/History.h"
#include "risk/Engine.h"
#include "risk/Likelihood.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// What recent changes up to one commit are like: percentiles are taken from them. Changes that start from almost the same commit
/// share it.
struct RecentChanges {
    Oid upTo;
    std::vector<double> scores; ///< of the newest, sorted
    std::vector<std::vector<std::string>> paths; ///< of the newest
};

/// The history of one repository, asked about changes that are not in it yet. Any thread; answers depend on the change and on the
/// commits below it alone.
class PastChanges
{
public:
    /// @param file where the history is kept; empty: nowhere.
    PastChanges(std::filesystem::path file, risk::LikelihoodModel model);

    /// Reads what is missing below @p base. Errors: those of git::logHistory(); cancelled.
    [[nodiscard]] Result<std::shared_ptr<const RecentChanges>>
    recentUpTo(const git::Repository &repository, const Oid &base, const std::stop_token &stop, const ProgressCallback &progress);

    struct Answer {
        Likelihood likelihood;
        Band band = Band::Low;
        std::vector<CoChange> coChange;
    };
    /// @param recent of the change's merge base, as recentUpTo() gave it.
    [[nodiscard]] Answer ask(const Analysis &analysis, std::span<const FileChange> files, const RecentChanges &recent);

    /// What is known of files below the base of a change, in their order. Reads what is missing. Errors: those of
    /// git::logHistory(); cancelled.
    [[nodiscard]] Result<std::vector<std::optional<risk::FilePast>>>
    pastsOf(const git::Repository &repository, const Change &change, std::vector<std::string> paths, const std::stop_token &stop);

private:
    using Changes = std::vector<impact::History::Index>;
    [[nodiscard]] std::shared_ptr<const Changes> changesUpTo(const Oid &commit);
    [[nodiscard]] impact::History &history();

    const std::filesystem::path m_file;
    const risk::LikelihoodModel m_model;
    std::mutex m_mutex; ///< what follows
    std::optional<impact::History> m_history; ///< once something is asked: tens of megabytes in a long history
    Recently<Oid, Changes> m_changes;
    Recently<Oid, RecentChanges> m_recent;
};

} // namespace countersign::workbench
