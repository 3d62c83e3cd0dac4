// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"
#include "Queue.h"

#include "impact/BlastRadius.h"

#include <string>

namespace countersign::workbench
{

/// "countersign.analysis/1": one document with a final line feed. Text from outside stays as it is, valid UTF-8.
[[nodiscard]] std::string analysisJson(const Analysis &analysis);

/// "countersign.impact/1": who depends on a file or symbol.
[[nodiscard]] std::string usersJson(const std::string &what, const impact::Users &users);

/// "countersign.queue/1", in the order given.
[[nodiscard]] std::string queueJson(const std::string &targetRef, const std::vector<QueueEntry> &entries);

/// How many equal rows stand around a hunk; wholeFile for all of them.
inline constexpr std::uint32_t wholeFile = 0xFFFFFFFFU;

/// "countersign.rows/1" of the given files.
[[nodiscard]] std::string rowsJson(const std::vector<std::shared_ptr<const FileChange>> &files, std::uint32_t context);

/// Rows first to last (half-open) that are shown together when @p context equal rows stand around every hunk.
struct RowSection {
    std::size_t first = 0;
    std::size_t last = 0;
};
[[nodiscard]] std::vector<RowSection> sections(const FileRows &rows, std::uint32_t context);

} // namespace countersign::workbench
