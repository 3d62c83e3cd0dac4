// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/Diff.h"

#include "core/Row.h"
#include "core/Text.h"

#include <string>

namespace countersign::test
{

/// Why @p rows cannot be the rows of these two texts with these options, or an empty string: every property that a diff must
/// have, but for mirroring and hidden hunks.
std::string brokenRowProperty(const Text &oldText, const Text &newText, const FileRows &rows,
                              const diff::DiffOptions &options = {});

/// How many hunks of @p exact have no line in a hunk of @p shown, counted line by line.
std::uint32_t hiddenHunks(const FileRows &exact, const FileRows &shown);

/// The rows with the sides swapped.
FileRows mirrored(const FileRows &rows);

/// One line of text a row: what it is and both contents, changed bytes in brackets.
std::string dump(const Text &oldText, const Text &newText, const FileRows &rows);

} // namespace countersign::test
