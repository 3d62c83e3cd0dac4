// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Row.h"
#include "syntax/Syntax.h"

#include <QString>

#include <string_view>
#include <vector>

namespace countersign::ui
{

/// One line of a file as it is painted: UTF-8 decoded, tabs expanded, deceptive characters as escapes.
struct DisplayLine {
    QString text;
    std::vector<int> columns; ///< text position of every byte shown, and one more for the end
    bool isCut = false; ///< the line is longer than what is shown

    /// Text position of byte @p offset; the end for bytes that are not shown.
    [[nodiscard]] int column(std::uint32_t offset) const;
};

/// Longer lines are cut, with a mark: painting and highlighting stay quick on a line of any length.
inline constexpr std::size_t maxShownBytes = 20'000;

[[nodiscard]] DisplayLine displayLine(std::string_view line, int tabWidth);

} // namespace countersign::ui
