// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DisplayLine.h"

#include "core/SafeText.h"

#include <QChar>

#include <algorithm>
#include <format>
#include <string>

namespace countersign::ui
{

namespace
{

/// The most cells that one byte can take: an escape such as <U+202E> for three bytes, or a tab.
constexpr std::size_t mostCellsPerByte = 8;

bool isPlain(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c >= ' ' && c <= '~'; });
}

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

/// Unicode Standard Annex 11: the blocks of wide characters.
bool isWide(char32_t c)
{
    return c >= 0x1100
        && (isBetween(c, 0x1100, 0x115F) || isBetween(c, 0x2E80, 0x303E) || isBetween(c, 0x3041, 0x4DBF)
            || isBetween(c, 0x4E00, 0xA4CF) || isBetween(c, 0xAC00, 0xD7A3) || isBetween(c, 0xF900, 0xFAFF)
            || isBetween(c, 0xFE30, 0xFE6F) || isBetween(c, 0xFF00, 0xFF60) || isBetween(c, 0xFFE0, 0xFFE6)
            || isBetween(c, 0x1F300, 0x1FAFF) || isBetween(c, 0x20000, 0x3FFFD));
}

bool isEscaped(const Character &character)
{
    return !character.isValid || character.codePoint == '\r' || isDeceptive(character.codePoint);
}

/// A byte that means nothing as "\xNN", everything else that is escaped as safeText() does it.
std::string escaped(const Character &character, std::string_view bytes)
{
    return character.isValid ? safeText(bytes) : std::format("\\x{:02X}", static_cast<std::uint32_t>(character.codePoint));
}

/// Stands on the character before it.
bool isMark(char32_t c)
{
    return c >= 0x300 && QChar::isMark(c);
}

std::uint32_t cellsOf(const Character &character, std::string_view bytes, std::uint32_t cell, int tabWidth)
{
    if (character.codePoint == '\t')
        return static_cast<std::uint32_t>(tabWidth) - cell % static_cast<std::uint32_t>(tabWidth);
    if (isEscaped(character))
        return static_cast<std::uint32_t>(escaped(character, bytes).size());
    return isMark(character.codePoint) ? 0 : isWide(character.codePoint) ? 2 : 1;
}

/// Calls seen(character, its bytes, cell, cells) for every character, in order.
template<class Seen>
void walk(std::string_view line, int tabWidth, std::uint32_t cell, TextEncoding encoding, Seen seen)
{
    for (std::size_t offset = 0; offset < line.size();) {
        const auto start = offset;
        const Character character = nextCharacter(line, offset, encoding);
        const auto own = line.substr(start, offset - start);
        const std::uint32_t cells = cellsOf(character, own, cell, tabWidth);
        seen(character, own, cell, cells);
        cell += cells;
    }
}

} // namespace

int DisplayLine::column(std::uint32_t offset) const
{
    return columns[std::min<std::size_t>(offset, columns.size() - 1)];
}

std::uint32_t DisplayLine::byteAt(int column) const
{
    const auto after = std::ranges::upper_bound(columns, column);
    if (after == columns.begin())
        return 0;
    // All bytes of one character have its column: its first one counts.
    return static_cast<std::uint32_t>(std::ranges::lower_bound(columns, *(after - 1)) - columns.begin());
}

DisplayLine displayLine(std::string_view bytes, int tabWidth, std::uint32_t cell, TextEncoding encoding)
{
    DisplayLine out;
    out.text.reserve(static_cast<qsizetype>(bytes.size()));
    out.columns.reserve(bytes.size() + 1);
    walk(bytes, tabWidth, cell, encoding,
         [&out](const Character &character, std::string_view own, std::uint32_t, std::uint32_t cells) {
             const auto column = static_cast<int>(out.text.size());
             if (character.codePoint == '\t')
                 out.text += QString(static_cast<qsizetype>(cells), QLatin1Char(' '));
             else if (isEscaped(character))
                 out.text += QString::fromStdString(escaped(character, own));
             else
                 out.text += QString::fromUcs4(&character.codePoint, 1);
             out.columns.insert(out.columns.end(), own.size(), column);
         });
    out.columns.push_back(static_cast<int>(out.text.size()));
    return out;
}

std::vector<LineStart> lineStarts(std::string_view line, int tabWidth, std::uint32_t cells, TextEncoding encoding)
{
    std::vector<LineStart> starts{{}};
    if (line.size() * mostCellsPerByte <= cells)
        return starts;
    if (isPlain(line)) {
        for (std::size_t byte = cells; byte < line.size(); byte += cells)
            starts.push_back({static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte)});
        return starts;
    }
    walk(line, tabWidth, 0, encoding, [&](const Character &, std::string_view own, std::uint32_t cell, std::uint32_t count) {
        if (count > 0 && cell + count > starts.back().cell + cells && cell > starts.back().cell)
            starts.push_back({static_cast<std::uint32_t>(own.data() - line.data()), cell});
    });
    return starts;
}

std::uint32_t stretchCount(std::string_view line, int tabWidth, std::uint32_t cells, TextEncoding encoding)
{
    if (line.size() * mostCellsPerByte <= cells)
        return 1;
    if (isPlain(line))
        return std::max<std::uint32_t>(1, (static_cast<std::uint32_t>(line.size()) + cells - 1) / cells);
    return static_cast<std::uint32_t>(lineStarts(line, tabWidth, cells, encoding).size());
}

} // namespace countersign::ui
