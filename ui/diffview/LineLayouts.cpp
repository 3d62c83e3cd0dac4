// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineLayouts.h"

#include "../style/Theme.h"

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int mostLayouts = 2000;
constexpr int mostStarts = 4000; ///< stretches of the lines whose breaks are remembered, in hundreds

quint64 keyOf(Side side, LineNumber line, std::uint32_t stretch)
{
    return (quint64{stretch} << 33U) | (quint64{line} << 1U) | (side == Side::Old ? 0U : 1U);
}

} // namespace

qreal LineLayout::xOf(std::uint32_t offset) const
{
    const std::uint32_t own = offset <= start.byte ? 0 : std::min(offset - start.byte, bytes);
    return text.lineAt(0).cursorToX(shown.column(own));
}

std::uint32_t LineLayout::byteAt(qreal x) const
{
    return start.byte + shown.byteAt(text.lineAt(0).xToCursor(x));
}

LineLayouts::LineLayouts()
    : m_layouts(mostLayouts)
    , m_starts(mostStarts)
{
}

void LineLayouts::reset(const FileChange *file)
{
    m_file = file;
    m_layouts.clear();
    m_starts.clear();
}

void LineLayouts::setFont(const QFont &font)
{
    m_font = font;
    m_layouts.clear();
}

void LineLayouts::setTabWidth(int cells)
{
    m_tabWidth = cells;
    m_layouts.clear();
    m_starts.clear();
}

void LineLayouts::setStretch(std::uint32_t cells)
{
    if (m_stretch == cells)
        return;
    m_stretch = cells;
    m_layouts.clear();
    m_starts.clear();
}

std::string_view LineLayouts::lineOf(Side side, LineNumber line) const
{
    return (side == Side::Old ? m_file->oldText : m_file->newText).line(line);
}

/// How the bytes of a text are read: wide encodings are UTF-8 there.
TextEncoding LineLayouts::encodingOf(Side side) const
{
    const TextEncoding encoding = side == Side::Old ? m_file->oldEncoding : m_file->newEncoding;
    return isWide(encoding) || encoding == TextEncoding::Ascii ? TextEncoding::Utf8 : encoding;
}

std::uint32_t LineLayouts::stretchesOf(Side side, LineNumber line) const
{
    return line == noLine ? 0 : stretchCount(lineOf(side, line), m_tabWidth, m_stretch, encodingOf(side));
}

const std::vector<LineStart> &LineLayouts::startsOf(Side side, LineNumber line)
{
    const quint64 key = keyOf(side, line, 0);
    if (const auto *known = m_starts.object(key))
        return *known;
    auto *starts = new std::vector(lineStarts(lineOf(side, line), m_tabWidth, m_stretch, encodingOf(side)));
    const auto cost = std::min<std::size_t>(mostStarts, 1 + starts->size() / 100);
    m_starts.insert(key, starts, static_cast<int>(cost));
    return *starts;
}

const LineLayout &LineLayouts::at(Side side, const Row &row, std::uint32_t stretch, std::span<const syntax::StyleRun> styles,
                                  const Theme &theme)
{
    const LineNumber line = side == Side::Old ? row.left : row.right;
    const quint64 key = keyOf(side, line, stretch);
    if (const auto *known = m_layouts.object(key))
        return *known;
    const std::string_view content = lineOf(side, line);
    const auto &starts = startsOf(side, line);
    auto *made = new LineLayout;
    made->start = starts[stretch];
    const std::size_t end = stretch + 1 < starts.size() ? starts[stretch + 1].byte : content.size();
    made->bytes = static_cast<std::uint32_t>(end - made->start.byte);
    made->shown = displayLine(content.substr(made->start.byte, made->bytes), m_tabWidth, made->start.cell, encodingOf(side));

    QList<QTextLayout::FormatRange> formats;
    const auto add = [&](std::uint32_t from, std::uint32_t to, const QTextCharFormat &format) {
        const auto clipped = [made](std::uint32_t byte) {
            return made->shown.column(byte <= made->start.byte ? 0 : std::min(byte - made->start.byte, made->bytes));
        };
        if (clipped(to) > clipped(from))
            formats.append({clipped(from), clipped(to) - clipped(from), format});
    };
    for (const auto &run : styles) {
        QTextCharFormat format;
        format.setForeground(theme.syntax(run.style));
        add(run.begin, run.end, format);
    }
    const auto &spans = m_file->rows.spans;
    const auto first = row.firstSpan + (side == Side::Old ? 0U : row.leftSpans);
    for (std::uint32_t i = first; i < first + (side == Side::Old ? row.leftSpans : row.rightSpans); ++i) {
        QTextCharFormat format;
        format.setBackground(side == Side::Old ? theme.removedStrong : theme.addedStrong);
        add(spans[i].begin, spans[i].end, format);
    }
    made->text.setText(made->shown.text);
    made->text.setFont(m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    // A line is code: what stands left is first, whatever the characters' own direction.
    option.setTextDirection(Qt::LeftToRight);
    made->text.setTextOption(option);
    made->text.setFormats(formats);
    made->text.beginLayout();
    made->text.createLine();
    made->text.endLayout();
    m_layouts.insert(key, made);
    return *made;
}

} // namespace countersign::ui
