// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DisplayLine.h"

#include "core/SafeText.h"

#include <algorithm>

namespace countersign::ui
{

int DisplayLine::column(std::uint32_t offset) const
{
    return columns[std::min<std::size_t>(offset, columns.size() - 1)];
}

DisplayLine displayLine(std::string_view line, int tabWidth)
{
    DisplayLine out;
    out.isCut = line.size() > maxShownBytes;
    const auto shown = line.substr(0, maxShownBytes);
    out.text.reserve(static_cast<qsizetype>(shown.size()));
    out.columns.reserve(shown.size() + 1);
    for (std::size_t offset = 0; offset < shown.size();) {
        const auto start = offset;
        const char32_t c = nextCodePoint(shown, offset);
        const auto column = static_cast<int>(out.text.size());
        if (c == '\t') {
            const auto blanks = tabWidth - column % tabWidth;
            out.text += QString(blanks, QLatin1Char(' '));
        } else if (c == '\r' || isDeceptive(c)) {
            out.text += QString::fromStdString(safeText(shown.substr(start, offset - start)));
        } else {
            out.text += QString::fromUcs4(&c, 1);
        }
        out.columns.insert(out.columns.end(), offset - start, column);
    }
    out.columns.push_back(static_cast<int>(out.text.size()));
    if (out.isCut)
        out.text += QStringLiteral(" …");
    return out;
}

} // namespace countersign::ui
