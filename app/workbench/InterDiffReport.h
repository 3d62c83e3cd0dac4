// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "InterDiff.h"

#include "core/Oid.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace countersign::workbench
{

/// How one end of a comparison is named in a report.
struct InterEnd {
    std::size_t number = 0; ///< of the patch set; 0: given as a range
    Oid base; ///< commit; null: the empty tree
    Oid head;
    std::int64_t time = 0; ///< when it was first seen, seconds since 1970; 0: unknown
};

/// "countersign.interdiff/1": one document with a final line feed. Only rows that are not equal are in it.
[[nodiscard]] std::string interDiffJson(const std::string &changeId, const InterEnd &from, const InterEnd &to,
                                        const InterDiff &result);

} // namespace countersign::workbench
