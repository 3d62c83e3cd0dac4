// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "review/RowSet.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace countersign::ui
{

/// Rows of the hunks of a file, by the index of the hunk.
using RowsOfHunks = std::map<std::size_t, review::RowSet>;

/// Read marks are kept for the exact rows of a file; a view that leaves white space out has other rows of the same lines. A row
/// of the view is read when the exact diff has marked every line of it that it says was changed, and it has at least one.
/// @param read of the hunks of @p exact. @return by index of the rows of @p view.
[[nodiscard]] std::vector<bool> readInView(const FileRows &exact, const RowsOfHunks &read, const FileRows &view);

/// The exact rows that show the lines of rows @p shown of @p view; a hunk of which that is everything is whole.
[[nodiscard]] RowsOfHunks rowsBehind(const FileRows &exact, const FileRows &view, std::span<const std::uint32_t> shown);

} // namespace countersign::ui
