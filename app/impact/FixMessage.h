// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// What a commit's message says about a bug that it takes away.
struct FixMessage {
    std::vector<std::string> causes; ///< ids, 7 to 40 digits, of "Fixes: 1a2b3c4 ("…")", as the kernel and others have it
    std::vector<std::string> reverted; ///< ids of "This reverts commit …"
    bool isFix = false; ///< the subject speaks of a fix of the program: not of a typo, the tests, the formatting or the like
    bool namesIssue = false; ///< "fixes #12", "PROJ-12: …": somebody saw the bug
    friend bool operator==(const FixMessage &, const FixMessage &) = default;
};

/// Linear in the message; of long ones the first 64 KiB are read.
[[nodiscard]] FixMessage readFixMessage(std::string_view message);

} // namespace countersign::impact
