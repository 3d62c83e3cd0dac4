// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"
#include "Gatekeeper.h"

#include "impact/Footprint.h"

#include <functional>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// One open change as the queue shows it. Until it was analysed only id, ref and head are known.
struct QueueEntry {
    std::string id;
    std::string ref;
    Oid head;
    std::optional<Analysis> analysis; ///< without the files' texts
    std::shared_ptr<const impact::Footprint> footprint; ///< known together with the analysis
    std::optional<Error> error; ///< why there is no analysis
    std::optional<GateState> gate; ///< known together with the analysis
};

/// Called from a working thread when the findings of entry @p index of the list are known, once more with all axes, and again
/// when it meets other changes; calls never overlap.
using EntryCallback = std::function<void(std::size_t index, const QueueEntry &entry)>;

/// The open changes of a repository, unanalysed, in a stable order. Errors: no target branch, unreadable refs.
[[nodiscard]] Result<std::vector<QueueEntry>> listQueue(const git::Repository &repository, const git::Reference &target,
                                                        std::stop_token stop = {});

/// Analyses all entries on @p threads threads (0: one a core), each with a handle of its own, and asks the gate of each by the
/// signers that git's configuration names. Findings do not wait for the history of the repository.
/// Errors: cancelled; what goes wrong with one change stays in its entry.
[[nodiscard]] Result<void> analyzeQueue(const git::Repository &repository, const git::Reference &target, const Engine &engine,
                                        std::vector<QueueEntry> &entries, unsigned threads, std::stop_token stop = {},
                                        const ProgressCallback &progress = {}, const EntryCallback &analysed = {});

/// Riskiest first: worst band, then unreadable changes, then more findings of the worst kind, then the one that has
/// waited longest, then id.
[[nodiscard]] bool isRiskier(const QueueEntry &a, const QueueEntry &b);

} // namespace countersign::workbench
