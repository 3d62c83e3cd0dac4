// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/KnownLedger.h"

#include <QAbstractTableModel>

#include <memory>
#include <stop_token>
#include <vector>

namespace countersign::ui
{

/// One line of the ledger as it is shown. Made in a worker thread: ten thousand of them take time.
struct LedgerRow {
    enum class State : std::uint8_t { Unverified, Good, Bad } state = State::Unverified;
    std::size_t record = 0; ///< index into the verdict's records
    QString verdict;
    QString what; ///< the decision and its change
    QString commits; ///< head and target
    QString who;
    QString key;
    QString when;
    QString place; ///< in the log
    QString text; ///< everything that a filter looks at, folded
};

/// The rows of a verified ledger, newest first.
[[nodiscard]] std::vector<LedgerRow> ledgerRows(const workbench::KnownLedger &known, const std::stop_token &stop);
/// The same of one that was only read so far: what its log says.
[[nodiscard]] std::vector<LedgerRow> ledgerRows(const records::Ledger &ledger, const std::stop_token &stop);

/// The records of a ledger as a table, those that fit the filter. Views get them in chunks.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Verdict, Decision, Person, Time, ColumnCount };
    enum Role {
        SecondLineRole = Qt::UserRole + 1, ///< the smaller text under the first
        StateRole, ///< int of LedgerRow::State
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::shared_ptr<const std::vector<LedgerRow>> rows);
    /// Every word must stand somewhere in a row.
    void setFilter(const QString &words);
    /// The row that is shown there; null: none.
    [[nodiscard]] const LedgerRow *row(int index) const;
    /// How many rows fit the filter, whether they were fetched or not.
    [[nodiscard]] int total() const { return static_cast<int>(m_fitting.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void rebuild();

    std::shared_ptr<const std::vector<LedgerRow>> m_rows;
    QStringList m_words; ///< of the filter, folded
    std::vector<std::uint32_t> m_fitting; ///< indexes into the rows
    int m_fetched = 0;
};

} // namespace countersign::ui
