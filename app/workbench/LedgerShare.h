// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Checkpoints.h"
#include "Signatory.h"

#include "core/Error.h"
#include "git/Repository.h"
#include "records/Process.h"
#include "records/Signer.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace countersign::workbench
{

struct ShareOutcome {
    std::uint64_t size = 0; ///< entries of the log now
    std::uint64_t fetched = 0; ///< entries that came from the remote
    std::uint64_t reappended = 0; ///< own entries that stand behind them now; none was signed anew
};

/// Takes in the ledger of a remote: what is new there comes first, what is new here is appended anew behind it. Nothing published
/// is ever taken away: a remote whose log does not continue what was published before is refused, and so is one that does not
/// verify.
/// @param remote name of a remote or a URL. git runs outside the repository, so that nothing the repository configures (hooks,
/// ssh command, helpers) is run; the user's own settings count. Errors: no such remote; git is missing or fails (its words are
/// told); the remote's ledger is damaged, forked or rolled back; an own entry does not fit any more and has to be signed again;
/// Cancelled.
[[nodiscard]] Result<ShareOutcome> fetchLedger(git::Repository &repository, const std::string &remote,
                                               const records::ProcessRunner &runner, const std::stop_token &stop = {});

/// The same, then sends the result; when somebody else was faster, both are done again. Errors: as fetchLedger(); the remote
/// refuses.
[[nodiscard]] Result<ShareOutcome> pushLedger(git::Repository &repository, const std::string &remote,
                                              const records::ProcessRunner &runner, const std::stop_token &stop = {});

} // namespace countersign::workbench
