// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Oid.h"
#include "git/Repository.h"

#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace countersign::workbench
{

/// Larger files are not shown as they stand in a tree.
inline constexpr std::uint64_t largestTreeFile = 64ULL << 20U;

/// A file as it stands in a tree, to be read only: a new side of which every row is equal. Errors: the tree has no such file, or
/// it is larger than largestTreeFile; missing objects; cancelled.
[[nodiscard]] Result<FileChange> readTreeFile(const git::Repository &repository, const Oid &tree, const std::string &path,
                                              std::stop_token stop = {});

/// The first line that has one of @p names as a whole word; the first names are preferred. noLine: none has.
[[nodiscard]] LineNumber firstMention(const Text &text, std::span<const std::string> names);

} // namespace countersign::workbench
