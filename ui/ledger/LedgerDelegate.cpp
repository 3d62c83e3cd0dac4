// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerDelegate.h"

#include "LedgerModel.h"

#include "../style/Theme.h"

#include <QPainter>

namespace countersign::ui
{

namespace
{

constexpr int margin = 10;

/// What fails stands out; what holds and what is not known yet stay calm.
void paintVerdict(QPainter &painter, const QRect &cell, const QString &text, LedgerRow::State state, const Theme &theme)
{
    QFont font = painter.font();
    const bool isBad = state == LedgerRow::State::Bad;
    font.setWeight(isBad ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isBad ? theme.band(Band::Critical) : theme.dimmed);
    const QString shape = state == LedgerRow::State::Good ? QStringLiteral("✓ ")
        : isBad                                           ? QStringLiteral("✗ ")
                                                          : QStringLiteral("○ ");
    const QRect line(cell.left() + margin, cell.top() + 8, cell.width() - 2 * margin, painter.fontMetrics().height() + 2);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, shape + text);
}

} // namespace

void LedgerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.accentSoft : theme.surface);
    painter->setPen(theme.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(option.font);
    const auto state = static_cast<LedgerRow::State>(index.data(LedgerModel::StateRole).toInt());
    const QString first = index.data(Qt::DisplayRole).toString();
    const QRect cell = option.rect;
    if (index.column() == LedgerModel::Verdict) {
        paintVerdict(*painter, cell, first, state, theme);
        painter->restore();
        return;
    }
    const QFontMetrics metrics(option.font);
    QFont font = option.font;
    if (index.column() == LedgerModel::Decision)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.text);
    const QRect line(cell.left() + margin, cell.top() + 8, cell.width() - 2 * margin, metrics.height() + 2);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(first, Qt::ElideRight, line.width()));
    painter->setFont(option.font);
    painter->setPen(theme.dimmed);
    const QRect under(line.left(), line.bottom() + 2, line.width(), line.height());
    painter->drawText(under, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(index.data(LedgerModel::SecondLineRole).toString(), Qt::ElideRight, under.width()));
    painter->restore();
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, 2 * QFontMetrics(option.font).height() + 22};
}

} // namespace countersign::ui
