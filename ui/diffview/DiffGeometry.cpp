// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands in the view, and how it stays there when something changes.
#include "DiffView.h"

#include "../style/Theme.h"

#include "OverviewRuler.h"

#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr std::uint32_t unwrappedStretch = 4096; ///< cells of one layout where lines are not wrapped
constexpr std::uint32_t narrowestPane = 20; ///< cells

} // namespace

DiffView::Remembered DiffView::remember(int item) const
{
    const auto &items = m_model.items();
    if (item >= 0 && item < static_cast<int>(items.size())) {
        const auto &one = items[static_cast<std::size_t>(item)];
        if (one.kind == DiffModel::Kind::Card)
            return {.finding = m_model.finding(one).id};
        if (one.kind == DiffModel::Kind::Comment)
            return {.comment = m_model.comment(one).id};
    }
    for (int i = std::min(item, static_cast<int>(items.size()) - 1); i >= 0; --i) {
        const auto &one = items[static_cast<std::size_t>(i)];
        const bool isCode = one.kind == DiffModel::Kind::Code;
        if (isCode || one.kind == DiffModel::Kind::Collapsed)
            return {.row = one.index,
                    .side = one.side,
                    .oldLine = isCode ? m_model.row(one).left : noLine,
                    .newLine = isCode ? m_model.row(one).right : noLine};
    }
    return {};
}

int DiffView::itemOf(const Remembered &remembered, bool hasSameRows, const LineMap *lines) const
{
    if (!m_model.file())
        return 0;
    int item = -1;
    if (!remembered.finding.empty()) {
        item = m_model.itemOfFinding(remembered.finding);
    } else if (!remembered.comment.empty()) {
        item = m_model.itemOfComment(remembered.comment);
    } else if (hasSameRows) {
        item = m_model.itemOfRow(remembered.row, remembered.side);
    } else {
        const auto rowOf = [&](Side side, LineNumber line) {
            line = lines ? lines->now(side, line) : line;
            return line == noLine ? -1 : m_model.rowOfLine(side, line);
        };
        int row = rowOf(Side::New, remembered.newLine);
        if (row < 0)
            row = rowOf(Side::Old, remembered.oldLine);
        item = row < 0 ? -1 : m_model.itemOfRow(static_cast<std::uint32_t>(row), remembered.side);
    }
    return std::max(0, item);
}

void DiffView::keepPlace(const std::function<void()> &change, const LineMap *lines)
{
    const auto current = remember(m_current);
    const auto anchor = remember(m_anchor);
    // The reader's eye is on the current item where that is in sight, else at the top.
    const bool isInSight = itemRect(m_current).intersects(viewport()->rect());
    const int eye = isInSight ? m_current : itemAt(0);
    const auto seen = remember(eye);
    const int y = itemRect(eye).top();
    const auto *before = m_model.file();
    change();
    m_chars.reset();
    relayout();
    const bool hasSameRows = m_model.file() == before;
    m_current = itemOf(current, hasSameRows, lines);
    m_anchor = itemOf(anchor, hasSameRows, lines);
    if (eye >= 0 && !m_model.items().empty())
        verticalScrollBar()->setValue(topOf(itemOf(seen, hasSameRows, lines)) - y);
    viewport()->update();
}

DiffView::Pane DiffView::pane(Side side) const
{
    constexpr int stripe = 8;
    const int digit = static_cast<int>(m_cell + .5);
    const int width = viewport()->width();
    const int numbers = digit * (m_digits + 1);
    if (hasTwoPanes()) {
        const int half = width / 2;
        const QRect rect =
            side == Side::Old ? QRect(0, 0, half, viewport()->height()) : QRect(half, 0, width - half, viewport()->height());
        const int left = rect.left() + (side == Side::New ? stripe : 4);
        return {rect, QRect(left, 0, numbers, 0), left + numbers + 2 * digit};
    }
    const QRect rect(0, 0, width, viewport()->height());
    const bool hasBoth = m_model.layout() == DiffLayout::Unified;
    const int left = stripe + (hasBoth && side == Side::New ? numbers : 0);
    return {rect, QRect(left, 0, numbers, 0), stripe + (hasBoth ? 2 * numbers : numbers) + 2 * digit};
}

void DiffView::measure()
{
    const QFontMetricsF metrics(font());
    m_lineHeight = static_cast<int>(metrics.height() + .5) + 3;
    m_cell = std::max(1.0, metrics.horizontalAdvance(QLatin1Char('0')));
    const FileChange *shown = m_model.file();
    const auto lines = shown ? std::max(shown->oldText.lineCount(), shown->newText.lineCount()) : 0;
    m_digits = std::max(3, static_cast<int>(QString::number(lines).size()));
    std::uint32_t stretch = unwrappedStretch;
    if (m_isWrapped) {
        const int narrow = std::min(pane(Side::Old).rect.right() - pane(Side::Old).textLeft,
                                    pane(Side::New).rect.right() - pane(Side::New).textLeft);
        stretch = std::max(narrowestPane, static_cast<std::uint32_t>(std::max(0, narrow - 6) / m_cell));
    }
    m_layouts.setStretch(stretch);
}

int DiffView::heightOfItem(const DiffModel::Item &item) const
{
    switch (item.kind) {
    case DiffModel::Kind::Code:
        if (!m_isWrapped)
            return m_lineHeight;
        return m_lineHeight
            * static_cast<int>(std::max({1U, m_layouts.stretchesOf(Side::Old, m_model.lineOf(item, Side::Old)),
                                         m_layouts.stretchesOf(Side::New, m_model.lineOf(item, Side::New))}));
    case DiffModel::Kind::Collapsed:
    case DiffModel::Kind::Note:
        return m_lineHeight + 6;
    case DiffModel::Kind::Card:
    case DiffModel::Kind::Comment:
        return heightOf(cardOf(item), cardRect(-1).width(), proportional()) + 12;
    }
    return m_lineHeight;
}

void DiffView::relayout()
{
    measure();
    const auto &items = m_model.items();
    m_tops.resize(items.size() + 1);
    int y = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_tops[i] = y;
        y += heightOfItem(items[i]);
    }
    m_tops[items.size()] = y;
    updateScrollBars();
    m_ruler->invalidate();
}

int DiffView::visibleTop() const
{
    return verticalScrollBar()->value();
}

void DiffView::scrollToContent(int y)
{
    verticalScrollBar()->setValue(y);
}

void DiffView::updateScrollBars()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_lineHeight);
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height() + m_lineHeight));
    const Pane one = pane(Side::New);
    const int textWidth = std::max(1, one.rect.right() - one.textLeft);
    horizontalScrollBar()->setPageStep(textWidth);
    horizontalScrollBar()->setSingleStep(static_cast<int>(4 * m_cell));
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : std::max(0, m_longest - textWidth + 40));
}

/// Scrolls within a line that is wider, or wrapped higher, than the view.
void DiffView::showBytes(int item, Side side, ByteSpan bytes)
{
    const auto &shown = m_model.items()[static_cast<std::size_t>(item)];
    const LineNumber line = m_model.lineOf(shown, side);
    if (line == noLine)
        return;
    const auto &starts = m_layouts.startsOf(side, line);
    const auto after = std::ranges::upper_bound(starts, bytes.begin, {}, &LineStart::byte);
    const auto stretch = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, after - starts.begin()) - 1);
    const qreal before = starts[stretch].cell * m_cell;
    if (m_isWrapped) {
        const int top = topOf(item) + static_cast<int>(stretch) * m_lineHeight;
        if (top < visibleTop() || top + m_lineHeight > visibleTop() + viewport()->height())
            verticalScrollBar()->setValue(top - viewport()->height() / 4);
        return;
    }
    const auto &layout = m_layouts.at(side, m_model.row(shown), stretch, m_colours.of(side, line), Theme::of(this));
    const int left = static_cast<int>(before + layout.xOf(bytes.begin));
    const int right = static_cast<int>(before + layout.xOf(bytes.end));
    auto *across = horizontalScrollBar();
    if (right > m_longest) { // this line was never painted
        m_longest = right;
        updateScrollBars();
    }
    const int width = across->pageStep();
    if (left < across->value() || right > across->value() + width)
        across->setValue(right <= width ? 0 : left - width / 3);
}

int DiffView::itemAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    const auto after = std::ranges::upper_bound(m_tops, at);
    return std::min(static_cast<int>(after - m_tops.begin()) - 1, static_cast<int>(m_model.items().size()) - 1);
}

QRect DiffView::itemRect(int item) const
{
    if (item < 0 || item >= static_cast<int>(m_model.items().size()))
        return {};
    return {0, topOf(item) - visibleTop(), viewport()->width(), topOf(item + 1) - topOf(item)};
}

} // namespace countersign::ui
