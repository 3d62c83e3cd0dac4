// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "git/Repository.h"
#include "risk/Likelihood.h"

#include <filesystem>
#include <optional>

namespace countersign::workbench
{

/// What is kept between runs, in the user's cache folder: COUNTERSIGN_CACHE if set, else the system's place for it. All of it can
/// be deleted at any time.
[[nodiscard]] std::filesystem::path cacheFolder();
/// Of one repository: facts about its files, below @p cache; empty where that is.
[[nodiscard]] std::filesystem::path factsFile(const std::filesystem::path &cache, const git::Repository &repository);
/// The same for its history.
[[nodiscard]] std::filesystem::path historyFile(const std::filesystem::path &cache, const git::Repository &repository);

/// Where the weights that `calibrate` refitted for a repository are kept: in the user's data folder, never in the repository. All
/// linked worktrees share them.
[[nodiscard]] std::filesystem::path weightsFile(const git::Repository &repository);
/// Nothing: the shipped ones are in use. Errors: the file cannot be read or is not whole.
[[nodiscard]] Result<std::optional<risk::LikelihoodModel>> readWeights(const git::Repository &repository);
/// Replaces them in one step. Errors: not writable.
[[nodiscard]] Result<void> writeWeights(const git::Repository &repository, const risk::LikelihoodModel &model);
/// Takes them away. @return false: there were none. Errors: not writable.
[[nodiscard]] Result<bool> removeWeights(const git::Repository &repository);

} // namespace countersign::workbench
