// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OverviewRuler.h"

#include "DiffView.h"

#include "../style/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <vector>

namespace countersign::ui
{

namespace
{

constexpr int leastMark = 2; ///< pixels; a single line stays visible in a long file

enum class Mark : std::uint8_t { None, Moved, Added, Removed, Changed };

Mark markOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Equal:
        return Mark::None;
    case RowKind::MovedFrom:
    case RowKind::MovedTo:
        return Mark::Moved;
    case RowKind::Added:
        return Mark::Added;
    case RowKind::Removed:
        return Mark::Removed;
    case RowKind::Changed:
        return Mark::Changed;
    }
    return Mark::None;
}

QColor colourOf(Mark mark, const Theme &theme)
{
    switch (mark) {
    case Mark::Moved:
        return theme.movedEdge;
    case Mark::Added:
        return theme.addedStrong;
    case Mark::Removed:
        return theme.removedStrong;
    case Mark::Changed:
        return theme.accent;
    case Mark::None:
        break;
    }
    return {};
}

} // namespace

OverviewRuler::OverviewRuler(DiffView *view)
    : QWidget(view)
    , m_view(view)
{
    setObjectName(QStringLiteral("overviewRuler"));
    setAccessibleName(tr("Overview of the file"));
    setToolTip(tr("Changes and findings of the whole file; click to go there"));
    setCursor(Qt::PointingHandCursor);
}

void OverviewRuler::invalidate()
{
    m_marks = {};
    update();
}

QPixmap OverviewRuler::drawn() const
{
    const Theme &theme = Theme::of(this);
    QPixmap picture(size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(theme.panel);
    const auto &items = m_view->model().items();
    const int content = m_view->contentHeight();
    if (items.empty() || content == 0)
        return picture;
    QPainter painter(&picture);
    // One pass over the items, one mark a pixel: a million rows cost as much as their items, not as a million rectangles.
    std::vector<Mark> marks(static_cast<std::size_t>(height()), Mark::None);
    std::vector<bool> read(marks.size());
    const auto yOf = [&](std::size_t item) {
        return static_cast<int>(static_cast<qint64>(m_view->topOf(static_cast<int>(item))) * (height() - 1) / content);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != DiffModel::Kind::Code)
            continue;
        const Mark mark = markOf(m_view->model().row(items[i]).kind);
        auto &place = marks[static_cast<std::size_t>(std::clamp(yOf(i), 0, height() - 1))];
        place = std::max(place, mark);
        if (m_view->isRowRead(items[i].index))
            read[static_cast<std::size_t>(std::clamp(yOf(i), 0, height() - 1))] = true;
    }
    for (int y = 0; y < height(); ++y) {
        if (const Mark mark = marks[static_cast<std::size_t>(y)]; mark != Mark::None)
            painter.fillRect(3, y, width() - 6, leastMark, colourOf(mark, theme));
        if (read[static_cast<std::size_t>(y)]) // as in the panes: a line at the right edge
            painter.fillRect(width() - 2, y, 2, leastMark, theme.accent);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == DiffModel::Kind::Card)
            painter.fillRect(1, yOf(i), width() - 2, leastMark + 2,
                             theme.band(bandOf(m_view->model().finding(items[i]).severity)));
        else if (items[i].kind == DiffModel::Kind::Comment)
            painter.fillRect(1, yOf(i), (width() - 2) / 2, leastMark + 2, theme.accent);
    }
    return picture;
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    if (m_marks.deviceIndependentSize().toSize() != size() || m_marks.devicePixelRatio() != devicePixelRatioF())
        m_marks = drawn();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_marks);
    const int content = std::max(1, m_view->contentHeight());
    const auto scaled = [&](int value) { return static_cast<int>(static_cast<qint64>(value) * height() / content); };
    const int top = m_view->visibleTop();
    QColor veil = Theme::of(this).accent;
    veil.setAlpha(48);
    painter.fillRect(0, scaled(top), width(), std::max(8, scaled(m_view->viewport()->height())), veil);
}

void OverviewRuler::goTo(int y)
{
    m_view->scrollToContent(static_cast<int>(static_cast<qint64>(y) * m_view->contentHeight() / std::max(1, height()))
                            - m_view->viewport()->height() / 2);
}

void OverviewRuler::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position().toPoint().y());
}

void OverviewRuler::mouseMoveEvent(QMouseEvent *event)
{
    goTo(event->position().toPoint().y());
}

} // namespace countersign::ui
