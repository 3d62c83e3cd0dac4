// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileDelegate.h"

#include "FileListModel.h"

#include "../style/Theme.h"

#include <QPainter>

namespace countersign::ui
{

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect cell = option.rect;
    const QFontMetrics metrics(option.font);
    painter->save();
    painter->fillRect(cell, option.state & QStyle::State_Selected ? theme.accentSoft : theme.surface);
    const int band = index.data(FileListModel::BandRole).toInt();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(band >= 0                                            ? theme.bands[band]
                          : index.data(FileListModel::FoldedRole).toBool() ? theme.dimmed
                                                                           : theme.bands[0]);
    // Square: something was found; dot: nothing.
    const QRectF mark(cell.left() + 12, cell.top() + 12, 9, 9);
    if (band >= 0)
        painter->drawRoundedRect(mark, 2, 2);
    else
        painter->drawEllipse(mark.adjusted(1, 1, -1, -1));
    int right = cell.right() - 12;
    if (const int count = index.data(FileListModel::FindingsRole).toInt(); count > 0) {
        const QString text = QString::number(count);
        const QRectF chip(right - 22, cell.top() + 8, 22, 20);
        painter->setPen(theme.bands[band]);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(chip, 10, 10);
        painter->drawText(chip, Qt::AlignCenter, text);
        right -= 28;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    const int left = cell.left() + 30;
    painter->setPen(theme.text);
    painter->drawText(QRect(left, cell.top() + 6, right - left, metrics.height() + 2), Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideMiddle, right - left));
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() - 1);
    painter->setFont(small);
    painter->setPen(theme.dimmed);
    painter->drawText(
        QRect(left, cell.top() + 8 + metrics.height(), right - left, metrics.height() + 2), Qt::AlignVCenter,
        QFontMetrics(small).elidedText(index.data(FileListModel::FolderRole).toString(), Qt::ElideMiddle, right - left));
    if (const int read = index.data(FileListModel::ReadPermilleRole).toInt(); read >= 0) {
        const QRect bar(left, cell.bottom() - 5, cell.right() - 12 - left, 3);
        painter->fillRect(bar, theme.border);
        painter->fillRect(QRect(bar.left(), bar.top(), bar.width() * read / 1000, 3), theme.accent);
    }
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, 2 * QFontMetrics(option.font).height() + 24};
}

} // namespace countersign::ui
