// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/BlastRadius.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::ui
{

/// What a change reaches as a table: one row a file, worst first, and behind them, where they are asked for, the files that
/// usually change along with it.
class DependentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Reached, Why, Owner, Role, ColumnCount };
    enum DataRole {
        SecondLineRole = Qt::UserRole + 1, ///< the smaller text under the first
        LevelRole, ///< int of ReachLevel, -1 a row of context
        SquareRole, ///< bool: infrastructure
        EntryRole, ///< bool: entry point
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param shown indexes into @p dependents, in the order of the rows.
    void setRows(std::shared_ptr<const std::vector<Dependent>> dependents, std::vector<std::uint32_t> shown,
                 std::vector<CoChange> partners);
    /// What a row shows; nothing: it is a partner.
    [[nodiscard]] std::optional<std::uint32_t> dependentAt(int row) const;
    /// The partner that a row shows; null: it is a dependent, or there is no such row.
    [[nodiscard]] const CoChange *partnerAt(int row) const;
    [[nodiscard]] int rowOf(std::uint32_t dependent) const; ///< -1: not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString firstLine(const Dependent &file, int column) const;
    [[nodiscard]] QString secondLine(const Dependent &file, int column) const;
    [[nodiscard]] QString line(const CoChange &partner, int column, bool isSecond) const;

    std::shared_ptr<const std::vector<Dependent>> m_dependents;
    std::vector<std::uint32_t> m_shown;
    std::vector<CoChange> m_partners;
};

/// "imports src/report/totals.py"
[[nodiscard]] QString linkWords(const Dependent &dependent);

/// What the table is narrowed to.
struct DependentFilter {
    QString text = {}; ///< every word of it must stand in path, module, owners, names or entry point
    int mostHops = 3;
    std::string module = {}; ///< empty: all
    friend bool operator==(const DependentFilter &, const DependentFilter &) = default;
};
/// Indexes of what passes, worst first, then by hops and path.
/// @param dependents by hops, then path
[[nodiscard]] std::vector<std::uint32_t> filtered(const std::vector<Dependent> &dependents, const DependentFilter &filter);

} // namespace countersign::ui
