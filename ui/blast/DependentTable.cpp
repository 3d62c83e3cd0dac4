// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DependentTable.h"

#include "DependentDelegate.h"

#include "../style/Parts.h"

#include <QHeaderView>

namespace countersign::ui
{

DependentTable::DependentTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new DependentModel(this))
{
    constexpr int narrowColumn = 110; // pixels
    constexpr int narrowest = 60;
    setObjectName(QStringLiteral("blastTable"));
    setAccessibleName(tr("Files that the change reaches, worst first"));
    setModel(m_model);
    setItemDelegate(new DependentDelegate(this));
    showAsRows(this, DependentDelegate::rowHeight(fontMetrics()));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *columns = horizontalHeader();
    columns->setMinimumSectionSize(narrowest);
    for (const int column : {DependentModel::Owner, DependentModel::Role})
        setColumnWidth(column, narrowColumn);
    for (const int column : {DependentModel::Reached, DependentModel::Why})
        columns->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DependentTable::currentFileChanged);
}

bool DependentTable::selectFile(std::uint32_t dependent)
{
    const int row = m_model->rowOf(dependent);
    if (row >= 0 && row != currentIndex().row())
        selectRow(row);
    return row >= 0;
}

} // namespace countersign::ui
