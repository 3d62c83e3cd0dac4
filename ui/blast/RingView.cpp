// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RingView.h"

#include "../Words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr double reachOfPointer = 3; ///< pixels around a mark that count as the mark
constexpr double margin = 14; ///< pixels

} // namespace

RingView::RingView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("ringView"));
    setAccessibleName(tr("Picture of the blast radius"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RingView::setPicture(RingPicture picture)
{
    const auto &members = m_picture.layout.members;
    std::optional<std::uint32_t> kept;
    if (m_current >= 0 && m_picture.dependents == picture.dependents)
        kept = members[m_picture.layout.marks[static_cast<std::size_t>(m_current)].first];
    m_picture = std::move(picture);
    m_hovered = -1;
    m_current = kept ? m_picture.layout.markOf(*kept) : -1;
    replan();
}

void RingView::setCurrentFile(std::uint32_t dependent)
{
    const int mark = m_picture.layout.markOf(dependent);
    if (mark == m_current)
        return;
    m_current = mark;
    setAccessibleDescription(describe(mark));
    update();
}

QPointF RingView::pointOf(int mark) const
{
    const auto &one = m_picture.layout.marks[static_cast<std::size_t>(mark)];
    return m_plan.toPixels(one.x, one.y);
}

void RingView::replan()
{
    m_plan = planRings(m_picture, QRectF(rect()).adjusted(margin, margin, -margin, -margin), font());
    m_still = QPixmap();
    update();
}

void RingView::choose(int mark)
{
    if (mark < 0)
        return;
    m_current = mark;
    setAccessibleDescription(describe(mark));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    emit markChosen(mark);
}

int RingView::markAt(QPointF point) const
{
    const QPointF at = (point - m_plan.centre) / m_plan.radius;
    return m_picture.layout.markAt(at.x(), at.y(), reachOfPointer / m_plan.radius);
}

int RingView::sectorLabelAt(QPointF point) const
{
    const auto found = std::ranges::find_if(m_plan.labels, [&](const RingLabel &label) { return label.place.contains(point); });
    return found == m_plan.labels.end() ? -1 : static_cast<int>(found->sector);
}

/// "src/report/loader.py, direct, uses what changed, or entry point"
QString RingView::describe(int mark) const
{
    if (mark < 0 || !m_picture.dependents)
        return {};
    const auto &one = m_picture.layout.marks[static_cast<std::size_t>(mark)];
    const QString where = QStringLiteral("%1, %2").arg(hopWords(one.hops), words(one.level));
    if (one.isBundle())
        return tr("%n file(s) of %1, %2", nullptr, static_cast<int>(one.count))
            .arg(sectorName(m_picture.layout.sectors[one.sector], m_picture.group), where);
    return QStringLiteral("%1, %2").arg(safe((*m_picture.dependents)[m_picture.layout.members[one.first]].path, 200), where);
}

void RingView::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    const qreal scale = devicePixelRatioF();
    if (m_still.isNull() || m_still.devicePixelRatioF() != scale || m_stillTheme != &theme) {
        m_stillTheme = &theme;
        m_still = QPixmap((QSizeF(size()) * scale).toSize());
        m_still.setDevicePixelRatio(scale);
        m_still.fill(theme.surface);
        QPainter painter(&m_still);
        painter.setFont(font());
        paintRings(painter, m_picture, m_plan, theme);
    }
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.drawPixmap(QPointF(0, 0), m_still);
    if (m_hovered >= 0 && m_hovered != m_current)
        paintPath(painter, m_picture, m_plan, theme, m_hovered, false);
    paintPath(painter, m_picture, m_plan, theme, m_current, hasFocus());
    if (hasFocus() && m_current < 0) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void RingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    replan();
}

void RingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        replan();
}

void RingView::keyPressEvent(QKeyEvent *event)
{
    const auto step = [this](int clockwise, int outwards) { choose(m_picture.layout.neighbour(m_current, clockwise, outwards)); };
    switch (event->key()) {
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Up:
        return step(0, 1);
    case Qt::Key_Down:
        return step(0, -1);
    case Qt::Key_Home:
        return choose(m_picture.layout.marks.empty() ? -1 : 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit markActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RingView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (const int mark = markAt(event->position()); mark >= 0)
        choose(mark);
    else if (const int sector = sectorLabelAt(event->position()); sector >= 0)
        emit sectorActivated(sector);
}

void RingView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int mark = markAt(event->position()); mark >= 0)
        emit markActivated(mark);
}

void RingView::mouseMoveEvent(QMouseEvent *event)
{
    const int mark = markAt(event->position());
    setCursor(mark >= 0 || sectorLabelAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    update();
}

void RingView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void RingView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RingView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool RingView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), describe(markAt(help->pos())).toHtmlEscaped(), this);
    return true;
}

} // namespace countersign::ui
