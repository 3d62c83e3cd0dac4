// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <string>
#include <vector>

namespace countersign::cli
{

/// What a git hook is told.
struct HookOptions {
    std::string name; ///< "pre-receive" or "pre-push"
    std::vector<std::string> branches; ///< globs over full ref names: only these are gated
    std::string allowedSigners;
    std::string pin; ///< id of the first roster; empty: COUNTERSIGN_ROSTER, else what is remembered
    std::string pusher;
};

/// Reads the updates of a push from standard input and says which may happen: changes of gated branches by their gate, the ledger
/// only when it grows and verifies, everything else. Yes when all may.
[[nodiscard]] Exit runHook(const Terminal &terminal, const Arguments &arguments, const HookOptions &options,
                           const std::stop_token &stop);

} // namespace countersign::cli
