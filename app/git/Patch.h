// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

/// One patch of a mailbox, or a bare diff (then author and message are empty).
struct PatchMail {
    Signature author;
    std::string message; ///< subject without "[PATCH n/m]", blank line, text up to "---"
    std::string diff;
    std::size_t diffLine = 0; ///< 1-based line of the input where the diff starts; 0 unknown (it was encoded)
    bool lostLineEnds = false; ///< CR LF throughout was taken away: the files may have had it, or only the mail
    std::string baseCommit; ///< hexadecimal id of a "base-commit:" line; empty without one
};

/// Reads what `git format-patch`, `git diff` and `diff -u` write: a mailbox of several messages, one message, or a plain
/// diff. Decodes quoted-printable, base64, MIME parts and RFC 2047 headers. Messages without a diff (cover letters) are left
/// out. Errors: there is no diff in it.
[[nodiscard]] Result<std::vector<PatchMail>> readPatches(std::string_view bytes);

} // namespace countersign::git
