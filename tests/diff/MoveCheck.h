// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/Diff.h"

#include <string>

namespace countersign::test
{

/// Why the moved blocks of @p rows cannot be right, or an empty string: both ends have the same moved lines without a hole, at
/// least 20 alphanumerics in all, and no more text edited inside them than moved.
std::string brokenMoves(const Text &oldText, const Text &newText, const FileRows &rows, const diff::DiffOptions &options);

} // namespace countersign::test
