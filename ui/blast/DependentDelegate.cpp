// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DependentDelegate.h"

#include "DependentModel.h"
#include "RingPicture.h"

#include "../style/Theme.h"

#include <QPainter>

namespace countersign::ui
{

void DependentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int margin = 10;
    constexpr int markRoom = 18;
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.accentSoft : theme.surface);
    painter->setPen(theme.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QFont font = option.font;
    const QFontMetrics metrics(font);
    QRect line = option.rect.adjusted(margin, 0, -margin, 0);
    line.setTop(option.rect.top() + 7);
    line.setHeight(metrics.height() + 2);
    const int level = index.data(DependentModel::LevelRole).toInt();
    if (index.column() == DependentModel::Reached) {
        constexpr double radius = 4.5;
        if (level >= 0) {
            painter->setRenderHint(QPainter::Antialiasing);
            paintMark(*painter, QPointF(line.left() + radius, line.center().y() + 0.5), radius,
                      colourOf(static_cast<ReachLevel>(level), theme), index.data(DependentModel::SquareRole).toBool(),
                      index.data(DependentModel::EntryRole).toBool());
        }
        line.setLeft(line.left() + markRoom);
        font.setWeight(QFont::DemiBold);
    }
    painter->setFont(font);
    painter->setPen(level < 0 ? theme.dimmed : theme.text);
    const auto elide = index.column() == DependentModel::Reached ? Qt::ElideLeft : Qt::ElideRight; // a path's end tells more
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), elide, line.width()));
    painter->setFont(option.font);
    painter->setPen(theme.dimmed);
    line.translate(0, line.height());
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(index.data(DependentModel::SecondLineRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace countersign::ui
