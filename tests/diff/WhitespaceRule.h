// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/Diff.h"

#include <string_view>
#include <vector>

namespace countersign::test
{

/// Two lines with their ends are equal under the rule: compared character by character, as git does it, and so in another way
/// than the code under test.
[[nodiscard]] bool equalUnder(diff::Whitespace rule, std::string_view left, std::string_view right);
/// The line with its end is one that --ignore-blank-lines ignores under the rule.
[[nodiscard]] bool isBlankUnder(diff::Whitespace rule, std::string_view line);

/// One way to compare, and git's options for it.
struct WhitespaceMode {
    const char *name;
    diff::DiffOptions options;
    std::vector<const char *> gitOptions;
};
/// Every rule, without and with blank lines ignored; the exact one first.
[[nodiscard]] std::vector<WhitespaceMode> whitespaceModes();

} // namespace countersign::test
