// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Annotation.h"

#include <utility>

namespace countersign {

std::string_view name(Annotation::Level level)
{
    switch (level) {
    case Annotation::Level::Error:
        return "error";
    case Annotation::Level::Warning:
        return "warning";
    case Annotation::Level::Note:
        return "note";
    case Annotation::Level::None:
        return "none";
    }
    std::unreachable();
}

} // namespace countersign
