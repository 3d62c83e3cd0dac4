// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Icons.h"

#include <QPainter>

namespace countersign::ui
{

namespace
{

constexpr int side = 20; ///< pixels at scale 1

QPixmap drawn(PageIcon icon, const QColor &colour, qreal scale)
{
    QPixmap picture(QSize(side, side) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
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
    return picture;
}

} // namespace

QIcon pageIcon(PageIcon icon, const Theme &theme)
{
    QIcon out;
    for (const qreal scale : {1.0, 2.0, 3.0}) {
        out.addPixmap(drawn(icon, theme.dimmed, scale), QIcon::Normal, QIcon::Off);
        out.addPixmap(drawn(icon, theme.accent, scale), QIcon::Normal, QIcon::On);
        out.addPixmap(drawn(icon, theme.border, scale), QIcon::Disabled, QIcon::Off);
    }
    return out;
}

} // namespace countersign::ui
