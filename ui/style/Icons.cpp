// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Icons.h"

#include <QIconEngine>
#include <QPainter>

namespace countersign::ui
{

namespace
{

constexpr int side = 20; ///< pixels at scale 1

/// Draws the icon between (0, 0) and (side, side).
void draw(QPainter &painter, PageIcon icon, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (icon) {
    case PageIcon::Queue:
        for (const auto &[y, width] : {std::pair(5.0, 13.0), std::pair(10.0, 9.5), std::pair(15.0, 6.0)})
            painter.drawLine(QPointF(3.5, y), QPointF(3.5 + width, y));
        break;
    case PageIcon::Change:
        painter.drawRoundedRect(QRectF(2.5, 4, 15, 12), 2, 2);
        painter.drawLine(QPointF(10, 4), QPointF(10, 16));
        painter.drawLine(QPointF(5, 8), QPointF(7.5, 8));
        painter.drawLine(QPointF(12.5, 12), QPointF(15, 12));
        break;
    case PageIcon::Blast:
        for (const double radius : {7.5, 4.7})
            painter.drawEllipse(QPointF(10, 10), radius, radius);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(10, 10), 1.4, 1.4);
        break;
    case PageIcon::Meetings:
        for (const double from : {5.0, 15.0})
            painter.drawPolyline(QPolygonF{{3, from}, {6.5, from}, {11, 10}});
        painter.drawLine(QPointF(11, 10), QPointF(17, 10));
        break;
    case PageIcon::Ledger:
        painter.drawRoundedRect(QRectF(4.5, 2.5, 11, 15), 1.5, 1.5);
        for (const qreal y : {7.0, 10.0, 13.0})
            painter.drawLine(QPointF(7.5, y), QPointF(12.5, y));
        break;
    case PageIcon::Settings:
        painter.drawEllipse(QPointF(10, 10), 3.5, 3.5);
        for (const auto &[x, y] : {std::pair(1.0, 0.0), std::pair(-1.0, 0.0), std::pair(0.0, 1.0), std::pair(0.0, -1.0)})
            painter.drawLine(QPointF(10 + x * 5.5, 10 + y * 5.5), QPointF(10 + x * 8, 10 + y * 8));
        break;
    }
}

/// Draws when it is asked to, at the scale of the screen.
class DrawnIcon : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) final
    {
        painter->save();
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / qreal(side), rect.height() / qreal(side));
        painter->setRenderHint(QPainter::Antialiasing);
        drawIn(*painter, mode, state);
        painter->restore();
    }

    /// The base class does not promise a transparent ground.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) final
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

protected:
    /// Between (0, 0) and (side, side).
    virtual void drawIn(QPainter &painter, QIcon::Mode mode, QIcon::State state) const = 0;
};

class PageIconEngine final : public DrawnIcon
{
public:
    PageIconEngine(PageIcon icon, const Theme &theme)
        : m_icon(icon)
        , m_off(theme.dimmed)
        , m_on(theme.accent)
        , m_disabled(theme.border)
    {
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PageIconEngine(*this); }

protected:
    void drawIn(QPainter &painter, QIcon::Mode mode, QIcon::State state) const override
    {
        draw(painter, m_icon, mode == QIcon::Disabled ? m_disabled : state == QIcon::On ? m_on : m_off);
    }

private:
    PageIcon m_icon;
    QColor m_off;
    QColor m_on;
    QColor m_disabled;
};

class ClearIconEngine final : public DrawnIcon
{
public:
    [[nodiscard]] QIconEngine *clone() const override { return new ClearIconEngine(*this); }

protected:
    void drawIn(QPainter &painter, QIcon::Mode mode, QIcon::State) const override
    {
        const Theme &theme = Theme::of(nullptr);
        painter.setPen(QPen(mode == QIcon::Disabled ? theme.border : theme.dimmed, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(6, 6), QPointF(14, 14));
        painter.drawLine(QPointF(6, 14), QPointF(14, 6));
    }
};

} // namespace

QIcon pageIcon(PageIcon icon, const Theme &theme)
{
    return QIcon(new PageIconEngine(icon, theme));
}

QIcon clearIcon()
{
    return QIcon(new ClearIconEngine);
}

} // namespace countersign::ui
