// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui
{

/// Paints a cell of the table of reached files: two lines of text, and before the first the mark that the picture has.
class DependentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics) { return 2 * metrics.height() + 18; }
};

} // namespace countersign::ui
