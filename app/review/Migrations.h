// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Sqlite.h"

#include "core/Error.h"

#include <span>
#include <string_view>

namespace countersign::review
{

/// One step of the store's layout: the statements that lead from version N-1 to version N.
using Migration = const char *;

/// Every step, oldest first: migrations()[0] makes version 1 of an empty file. Steps are only ever appended.
[[nodiscard]] std::span<const Migration> migrations();

/// Marks our files in SQLite's header ("CSGN").
inline constexpr std::int64_t storeApplicationId = 0x4353474E;

/// Brings a file to the version that @p steps ends with, in one transaction: it is all done or nothing is.
/// Errors: the file is of a newer version, or is a database of another program; it is untouched then.
[[nodiscard]] Result<void> migrate(Sqlite &database, std::span<const Migration> steps);

} // namespace countersign::review
