// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueDelegate.h"

#include "../models/QueueModel.h"
#include "../style/Theme.h"

#include <QPainter>

namespace countersign::ui
{

namespace
{

constexpr int margin = 10;
constexpr int barWidth = 64;

void paintChip(QPainter &painter, const QRect &cell, const QString &text, const QColor &colour, QFont font)
{
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QRect chip(cell.left() + margin, cell.top() + 8, metrics.horizontalAdvance(text) + 18, metrics.height() + 6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(font);
    painter.drawText(chip, Qt::AlignCenter, text);
}

/// Ten blocks, so that the share reads without its colour.
void paintShare(QPainter &painter, const QRect &place, int permille, const Theme &theme)
{
    const int filled = place.width() * permille / 1000;
    const int block = place.width() / 10;
    for (int x = 0; x < place.width(); x += block) {
        const QRect part(place.left() + x, place.top(), block - 1, place.height());
        painter.fillRect(part, x < filled ? theme.ai : theme.border);
    }
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.accentSoft : theme.surface);
    painter->setPen(theme.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QString first = index.data(Qt::DisplayRole).toString();
    const QString second = index.data(QueueModel::SecondLineRole).toString();
    const QRect cell = option.rect;
    const int band = index.data(QueueModel::BandRole).toInt();
    QFont font = option.font;
    const QFontMetrics metrics(font);
    if (index.column() == QueueModel::Band) {
        if (!first.isEmpty())
            paintChip(*painter, cell, first.toUpper(), band >= 0 ? theme.bands[band] : theme.dimmed, font);
        painter->restore();
        return;
    }
    QRect line(cell.left() + margin, cell.top() + 8, cell.width() - 2 * margin, metrics.height() + 2);
    const int share = index.column() == QueueModel::AiShare ? index.data(QueueModel::SharePermilleRole).toInt() : -1;
    if (share >= 0) {
        paintShare(*painter, QRect(line.left(), line.center().y() - 3, barWidth, 7), share, theme);
        line.setLeft(line.left() + barWidth + 8);
    }
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(index.column() == QueueModel::Title ? bold : font);
    const bool isWeak = (index.column() == QueueModel::AiShare && share < 0)
        || (index.column() == QueueModel::Gate
            && index.data(QueueModel::GateRole).toInt() == static_cast<int>(workbench::GateState::Waiting));
    painter->setPen(isWeak ? theme.dimmed : theme.text);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(first, Qt::ElideRight, line.width()));
    painter->setFont(font);
    painter->setPen(theme.dimmed);
    const QRect under(cell.left() + margin, line.bottom() + 2, cell.width() - 2 * margin, metrics.height() + 2);
    painter->drawText(under, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(second, Qt::ElideRight, under.width()));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, 2 * QFontMetrics(option.font).height() + 22};
}

} // namespace countersign::ui
