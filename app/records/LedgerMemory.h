// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"

#include "core/Error.h"
#include "git/Repository.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// What this machine knows about the ledger of one clone, kept outside the repository so that whoever writes to the repository
/// cannot write it: which first roster was pinned, and the greatest log that was ever seen.
class LedgerMemory
{
public:
    /// One small file in @p folder for each clone (named by the digest of the clone's path). Nothing there yet is fine.
    /// Errors: the file is there but cannot be read or is damaged: then it must not be taken for an empty one.
    [[nodiscard]] static Result<LedgerMemory> open(const git::Repository &repository, const std::filesystem::path &folder);

    [[nodiscard]] const std::string &pin() const { return m_pin; } ///< id of the first roster; empty: none
    [[nodiscard]] const std::optional<LogHead> &seen() const { return m_seen; }

    /// Each is on the disk when it returns. Errors: not writable.
    [[nodiscard]] Result<void> setPin(std::string_view fingerprint);
    /// Remembers @p head when it is greater than what was seen.
    [[nodiscard]] Result<void> see(const LogHead &head);
    /// For a log whose unpublished end was appended anew behind what others had published: the caller has checked that nothing of
    /// it was lost.
    [[nodiscard]] Result<void> replaceSeen(const LogHead &head);

private:
    [[nodiscard]] Result<void> save() const;

    std::filesystem::path m_file;
    std::string m_pin;
    std::optional<LogHead> m_seen;
};

/// COUNTERSIGN_TRUST if set, else "countersign/trust" in the user's data folder.
[[nodiscard]] std::filesystem::path defaultMemoryFolder();

} // namespace countersign::records
