// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffAccessible.h"

#include "DiffView.h"

#include "../Words.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <unordered_map>

namespace countersign::ui
{

namespace
{

int columnsOf(const DiffView &view)
{
    return view.model().layout() == DiffLayout::SideBySide ? 2 : 1;
}

int rowsOf(const DiffView &view)
{
    return static_cast<int>(view.model().items().size());
}

/// One side of one row.
class DiffCell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    DiffCell(DiffView *view, int row, int column)
        : m_view(view)
        , m_row(row)
        , m_column(column)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && m_row < rowsOf(*m_view) && m_column < columnsOf(*m_view); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? name() : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        QRect row = m_view->itemRect(m_row);
        if (columnsOf(*m_view) == 2) {
            row.setWidth(row.width() / 2);
            row.moveLeft(m_column * row.width());
        }
        return row.translated(m_view->viewport()->mapToGlobal(QPoint()));
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.readOnly = state.focusable = state.selectable = true;
        state.selected = m_view->isSelected(m_row);
        state.focused = m_view->hasFocus() && m_view->currentItem() == m_row;
        state.offscreen = !m_view->itemRect(m_row).intersects(m_view->viewport()->rect());
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return isValid() && m_view->isSelected(m_row); }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

private:
    [[nodiscard]] QString name() const
    {
        const DiffModel &model = m_view->model();
        const auto &item = model.items()[static_cast<std::size_t>(m_row)];
        if (item.kind != DiffModel::Kind::Code || columnsOf(*m_view) == 1 || m_column == 1)
            return model.accessibleText(m_row);
        const LineNumber line = model.lineOf(item, Side::Old);
        if (line == noLine)
            return QCoreApplication::translate("DiffAccessible", "no line on the old side");
        return QCoreApplication::translate("DiffAccessible", "old line %1: %2")
            .arg(QString::number(line), safe(model.file()->oldText.line(line)));
    }

    QPointer<DiffView> m_view;
    int m_row;
    int m_column;
};

class DiffTable final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit DiffTable(DiffView *view)
        : QAccessibleWidget(view, QAccessible::Table)
        , m_view(view)
    {
    }
    ~DiffTable() override { forget(); }
    DiffTable(const DiffTable &) = delete;
    DiffTable &operator=(const DiffTable &) = delete;

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] int childCount() const override { return rowsOf(*m_view) * columnsOf(*m_view); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return cellAt(index / columnsOf(*m_view), index % columnsOf(*m_view));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        auto *cell = child ? const_cast<QAccessibleInterface *>(child)->tableCellInterface() : nullptr;
        return cell ? cell->rowIndex() * columnsOf(*m_view) + cell->columnIndex() : -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_view->viewport()->rect().contains(point))
            return nullptr;
        return cellAt(m_view->itemAt(point.y()), point.x() * columnsOf(*m_view) / std::max(1, m_view->viewport()->width()));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? cellAt(m_view->currentItem(), columnsOf(*m_view) - 1) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowsOf(*m_view) || column >= columnsOf(*m_view))
            return nullptr;
        constexpr std::size_t mostCells = 4000; // what has been asked for long ago is asked for again
        if (m_cells.size() > mostCells)
            forget();
        const qint64 key = qint64{row} * 2 + column;
        if (const auto known = m_cells.find(key); known != m_cells.end())
            return QAccessible::accessibleInterface(known->second);
        auto *cell = new DiffCell(m_view, row, column);
        m_cells.emplace(key, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    [[nodiscard]] int selectedCellCount() const override { return selectedRowCount() * columnsOf(*m_view); }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        const QList<int> rows = selectedRows();
        for (const int row : rows) {
            for (int column = 0; column < columnsOf(*m_view); ++column)
                cells << cellAt(row, column);
        }
        return cells;
    }
    [[nodiscard]] QString columnDescription(int column) const override
    {
        return column == 0 && columnsOf(*m_view) == 2 ? QCoreApplication::translate("DiffAccessible", "Old side")
                                                      : QCoreApplication::translate("DiffAccessible", "New side");
    }
    [[nodiscard]] QString rowDescription(int row) const override
    {
        return row >= 0 && row < rowsOf(*m_view) ? m_view->model().accessibleText(row) : QString();
    }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    [[nodiscard]] int columnCount() const override { return columnsOf(*m_view); }
    [[nodiscard]] int rowCount() const override { return rowsOf(*m_view); }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override
    {
        constexpr int most = 1000;
        QList<int> rows;
        for (int row = 0; row < rowsOf(*m_view) && rows.size() < most; ++row) {
            if (m_view->isSelected(row))
                rows << row;
            else if (!rows.isEmpty())
                break;
        }
        return rows;
    }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override { return m_view->isSelected(row); }
    bool selectRow(int row) override
    {
        m_view->setCurrentItem(row);
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forget(); }

private:
    void forget() const
    {
        for (const auto &[key, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    DiffView *m_view;
    mutable std::unordered_map<qint64, QAccessible::Id> m_cells; ///< those that were asked for
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<DiffView *>(object);
    return view ? new DiffTable(view) : nullptr;
}

} // namespace

void installDiffAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellFocus(DiffView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(view->currentItem() * columnsOf(*view) + columnsOf(*view) - 1);
    QAccessible::updateAccessibility(&event);
}

} // namespace countersign::ui
