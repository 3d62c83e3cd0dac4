// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DisplayLine.h"

#include "core/FileChange.h"
#include "core/Finding.h"
#include "syntax/Syntax.h"

#include <QCache>
#include <QFont>
#include <QTextLayout>

#include <memory>
#include <span>

namespace countersign::ui
{

struct Theme;

/// One laid out stretch of a line.
struct LineLayout {
    DisplayLine shown;
    QTextLayout text;
    LineStart start;
    std::uint32_t bytes = 0;

    /// x of byte @p offset of the line (0: its first), in pixels from the stretch's left edge; clamped to the stretch.
    [[nodiscard]] qreal xOf(std::uint32_t offset) const;
    /// The byte of the line at @p x pixels from the stretch's left edge.
    [[nodiscard]] std::uint32_t byteAt(qreal x) const;
};

/// Text layouts of the lines that were painted last, by side, line and stretch. GUI thread.
class LineLayouts
{
public:
    LineLayouts();

    /// Forgets everything. @p file may be null; it must stay alive.
    void reset(const FileChange *file);
    /// Colours, font or width changed.
    void clear() { m_layouts.clear(); }
    void setFont(const QFont &font);
    void setTabWidth(int cells);
    /// Stretches are at most this long: the pane's width when lines are wrapped.
    void setStretch(std::uint32_t cells);

    [[nodiscard]] int tabWidth() const { return m_tabWidth; }
    [[nodiscard]] std::uint32_t stretch() const { return m_stretch; }
    [[nodiscard]] std::uint32_t stretchesOf(Side side, LineNumber line) const;
    [[nodiscard]] const std::vector<LineStart> &startsOf(Side side, LineNumber line);
    /// The layout of one stretch (0 to stretchesOf() - 1). @p styles the line's colours. Valid until the next call.
    [[nodiscard]] const LineLayout &at(Side side, const Row &row, std::uint32_t stretch, std::span<const syntax::StyleRun> styles,
                                       const Theme &theme);

private:
    [[nodiscard]] std::string_view lineOf(Side side, LineNumber line) const;
    [[nodiscard]] TextEncoding encodingOf(Side side) const;

    const FileChange *m_file = nullptr;
    QFont m_font;
    int m_tabWidth = 4;
    std::uint32_t m_stretch = 4096;
    QCache<quint64, LineLayout> m_layouts;
    QCache<quint64, std::vector<LineStart>> m_starts;
};

} // namespace countersign::ui
