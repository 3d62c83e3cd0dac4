// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
#include "impact/BlastRadius.h"

#include <string>
#include <string_view>

namespace countersign::workbench
{

/// A name, path or sentence as text on one line: every character that Markdown gives a meaning is escaped, and what cannot be
/// seen is shown.
[[nodiscard]] std::string escapedWord(std::string_view text);

/// A change's bands, axes, dependents and findings for people, to be put into a comment or a file: GitHub's flavour, which others
/// read, too.
[[nodiscard]] std::string analysisMarkdown(const Analysis &analysis);

/// Who depends on a file or symbol, as a table.
[[nodiscard]] std::string usersMarkdown(const std::string &what, const impact::Users &users);

} // namespace countersign::workbench
