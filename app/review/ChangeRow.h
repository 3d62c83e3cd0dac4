// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Sqlite.h"
#include "Store.h"

#include "core/Error.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>

namespace countersign::review
{

/// Number of the row that stands for a change; 0 when nothing was saved about it.
[[nodiscard]] Result<std::int64_t> findChangeRow(Sqlite &database, const ReviewKey &key);

/// Runs @p work with the number of the change's row, made when it is new, in one transaction.
[[nodiscard]] Result<void> withChangeRow(Sqlite &database, const ReviewKey &key,
                                         const std::function<Result<void>(std::int64_t)> &work);

/// Errors (usage): one of the texts is longer than the store takes, 1 MiB.
[[nodiscard]] Result<void> checkLengths(std::initializer_list<std::string_view> texts);

} // namespace countersign::review
