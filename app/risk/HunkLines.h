// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"

#include "core/FileChange.h"
#include "core/Finding.h"

#include <span>

/// What the hunks of a finding brought in and took away, read as people's words: sample code in a fence is none.
namespace countersign::risk
{

/// A counter asks what came in or went, and none of what it asks about did.
/// @param files of the whole change: a sentence may have moved into another text that the same rule looks at
[[nodiscard]] bool isHarmless(const Counter &counter, const DeclarativeRule &rule, const FileChange &file, const Finding &finding,
                              std::span<const FileChange> files);

/// Nothing came into the file but imports, and every line that went stands in a file of the change that one of them names.
[[nodiscard]] bool isImported(const Counter &counter, const FileChange &file, std::span<const FileChange> files);

} // namespace countersign::risk
