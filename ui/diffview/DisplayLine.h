// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/TextEncoding.h"

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::ui
{

/// A stretch of a line as it is painted: decoded, tabs expanded, deceptive characters as escapes.
struct DisplayLine {
    QString text;
    std::vector<int> columns; ///< text position of every byte, and one more for the end

    /// Text position of byte @p offset, counted from the stretch's first; the end for later ones.
    [[nodiscard]] int column(std::uint32_t offset) const;
    /// The byte that stands at text position @p column; the number of bytes behind the last one.
    [[nodiscard]] std::uint32_t byteAt(int column) const;
};

/// @param cell the cell of the line in which the stretch begins; tabs stop at multiples of @p tabWidth cells of the line.
[[nodiscard]] DisplayLine displayLine(std::string_view bytes, int tabWidth, std::uint32_t cell = 0,
                                      TextEncoding encoding = TextEncoding::Utf8);

/// Where a stretch of a line begins.
struct LineStart {
    std::uint32_t byte = 0; ///< in the line
    std::uint32_t cell = 0; ///< in the line, if it were not broken
    friend bool operator==(const LineStart &, const LineStart &) = default;
};

/// Cuts a line into stretches of at most @p cells cells (East Asian wide characters take two; a mark stays with its base
/// character), so that no layout ever has to hold a line of megabytes. At least one stretch. Linear.
[[nodiscard]] std::vector<LineStart> lineStarts(std::string_view line, int tabWidth, std::uint32_t cells,
                                                TextEncoding encoding = TextEncoding::Utf8);

/// How many stretches lineStarts() gives; without looking at the bytes where the length alone tells.
[[nodiscard]] std::uint32_t stretchCount(std::string_view line, int tabWidth, std::uint32_t cells,
                                         TextEncoding encoding = TextEncoding::Utf8);

} // namespace countersign::ui
