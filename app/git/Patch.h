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
    std::string baseCommit; ///< hexadecimal id of a "base-commit:" line; empty without one
};

/// Splits what `git format-patch` and `git diff` write: a mailbox of several messages or one plain diff. Decodes
/// quoted-printable, base64 and RFC 2047 headers. Messages without a diff (cover letters) are left out.
/// Errors: there is no diff in it.
[[nodiscard]] Result<std::vector<PatchMail>> readPatches(std::string_view bytes);

} // namespace countersign::git
