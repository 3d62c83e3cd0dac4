// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Row.h"

#include <utility>

namespace countersign {

std::string_view name(RowKind kind)
{
    switch (kind) {
    case RowKind::Equal:
        return "equal";
    case RowKind::Changed:
        return "changed";
    case RowKind::Removed:
        return "removed";
    case RowKind::Added:
        return "added";
    case RowKind::MovedFrom:
        return "moved-from";
    case RowKind::MovedTo:
        return "moved-to";
    }
    std::unreachable();
}

} // namespace countersign
