// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffView.h"

#include "../style/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

/// Left third: what follows the lines above; right third: what leads to the lines below; between them all.
void DiffView::expandAt(int item, QPoint point, bool all)
{
    if (m_model.isFolded()) {
        expandCurrent(all);
        return;
    }
    const int third = viewport()->width() / 3;
    const bool isMiddle = point.x() >= third && point.x() < 2 * third;
    const auto above = all || isMiddle ? DiffModel::allRows : point.x() < third ? DiffModel::expandStep : 0;
    const auto below = all || isMiddle ? DiffModel::allRows : point.x() < third ? 0 : DiffModel::expandStep;
    keepPlace([&] { m_model.expand(static_cast<std::size_t>(item), above, below); });
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / m_lineHeight - 2);
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    auto *across = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrentItem(m_current - 1, select);
        return;
    case Qt::Key_Down:
        setCurrentItem(m_current + 1, select);
        return;
    case Qt::Key_Left:
        across->setValue(across->value() - across->singleStep());
        return;
    case Qt::Key_Right:
        across->setValue(across->value() + across->singleStep());
        return;
    case Qt::Key_PageUp:
        setCurrentItem(m_current - page, select);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        setCurrentItem(m_current + page, select && event->key() == Qt::Key_PageDown);
        return;
    case Qt::Key_Home:
        setCurrentItem(0, select);
        return;
    case Qt::Key_End:
        setCurrentItem(static_cast<int>(m_model.items().size()) - 1, select);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        expandCurrent(select);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

Side DiffView::sideAt(int x) const
{
    return hasTwoPanes() && x < pane(Side::New).rect.left() ? Side::Old : Side::New;
}

std::optional<TextPlace> DiffView::placeAt(QPoint point, Side side)
{
    const int index = itemAt(point.y());
    if (index < 0)
        return std::nullopt;
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const LineNumber line = m_model.lineOf(item, side);
    if (line == noLine)
        return TextPlace{index, 0};
    const auto &starts = m_layouts.startsOf(side, line);
    qreal x = point.x() - pane(side).textLeft;
    std::size_t stretch = 0;
    if (m_isWrapped) {
        stretch = static_cast<std::size_t>(std::max(0, (point.y() - itemRect(index).top()) / m_lineHeight));
    } else {
        x += horizontalScrollBar()->value();
        while (stretch + 1 < starts.size() && starts[stretch + 1].cell * m_cell <= x)
            ++stretch;
        x -= starts[std::min(stretch, starts.size() - 1)].cell * m_cell;
    }
    stretch = std::min(stretch, starts.size() - 1);
    const auto &layout =
        m_layouts.at(side, m_model.row(item), static_cast<std::uint32_t>(stretch), m_colours.of(side, line), Theme::of(this));
    return TextPlace{index, layout.byteAt(x)};
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int index = itemAt(point.y());
    if (index < 0 || event->button() != Qt::LeftButton)
        return;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const auto item = m_model.items()[static_cast<std::size_t>(index)];
    m_side = hasTwoPanes() ? sideAt(point.x()) : item.side;
    setCurrentItem(index, shift);
    if (item.kind == DiffModel::Kind::Collapsed) {
        expandAt(index, point, shift);
    } else if (item.kind == DiffModel::Kind::Card || item.kind == DiffModel::Kind::Comment) {
        const int button = buttonAt(cardOf(item), cardRect(index), proportional(), point);
        if (button >= 0) {
            const std::string &id = item.kind == DiffModel::Kind::Card ? m_model.finding(item).id : m_model.comment(item).id;
            emit cardAction(QString::fromStdString(id), actionsOf(item)[static_cast<std::size_t>(button)]);
        }
    } else if (!shift) {
        if (const auto place = placeAt(point, m_side))
            m_chars = CharSelection{m_side, *place, *place};
    }
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_chars)
        return;
    const QPoint point = event->position().toPoint();
    const auto place = placeAt({point.x(), std::clamp(point.y(), 0, viewport()->height() - 1)}, m_chars->side);
    if (!place)
        return;
    m_chars->head = *place;
    m_anchor = m_chars->anchor.item;
    m_current = m_chars->head.item;
    ensureVisible(m_current);
    viewport()->update();
    emit currentChanged();
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto place = event->button() == Qt::LeftButton ? placeAt(event->position().toPoint(), m_side) : std::nullopt;
    if (!place)
        return;
    if (const auto word = wordAt(m_model, m_side, *place)) {
        m_chars = *word;
        viewport()->update();
    }
}

} // namespace countersign::ui
