// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"
#include "SshKey.h"
#include "Statement.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// The SSHSIG namespace of checkpoints.
inline constexpr std::string_view checkpointNamespace = "checkpoint@countersign.dev";

/// A statement about a log: it has this size and this root (C2SP tlog-checkpoint without extension lines).
struct Checkpoint {
    std::string origin; ///< checkpointOrigin() of the repository
    LogHead head;
    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// "countersign.dev/ledger/<repository id>"
[[nodiscard]] std::string checkpointOrigin(std::string_view repositoryId);
/// "origin LF size LF base64 root LF": the bytes that are signed.
[[nodiscard]] std::string writeCheckpoint(const Checkpoint &checkpoint);
/// Takes exactly what writeCheckpoint() writes.
[[nodiscard]] Checked<Checkpoint> readCheckpoint(std::string_view text);

/// The keys that signed @p checkpointText; @p signatures holds armored SSH signatures one after the other, each line feed ended.
/// Refuses a signature that is not good and a key that signed twice.
[[nodiscard]] Checked<std::vector<PublicKey>> checkpointSigners(std::string_view checkpointText, std::string_view signatures);
/// The single armored signatures of such a file, as written.
[[nodiscard]] std::vector<std::string> splitArmor(std::string_view signatures);

} // namespace countersign::records
