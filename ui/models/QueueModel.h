// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/Queue.h"

#include <QAbstractTableModel>

#include <vector>

namespace countersign::ui
{

/// The queue as a table: one row a change, riskiest first among the analysed ones, waiting ones after them.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Band, Title, AiShare, BlastRadius, Size, Waiting, Gate, Meets, ColumnCount };
    enum Role {
        SecondLineRole = Qt::UserRole + 1, ///< the smaller text under the first
        BandRole, ///< int of countersign::Band, -1 unknown
        SharePermilleRole, ///< AI lines of all added lines, -1 none
        GateRole, ///< int of workbench::GateState, -1 unknown
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces everything. @p now seconds since 1970, for "waiting".
    void setEntries(std::vector<workbench::QueueEntry> entries, std::int64_t now);
    /// One entry was analysed; its row moves to its place.
    void updateEntry(const workbench::QueueEntry &entry);
    void setGate(const std::string &id, workbench::GateState state);

    [[nodiscard]] const workbench::QueueEntry *entry(int row) const;
    [[nodiscard]] int rowOf(const std::string &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString firstLine(const workbench::QueueEntry &entry, int column) const;
    [[nodiscard]] QString secondLine(const workbench::QueueEntry &entry, int column) const;

    std::vector<workbench::QueueEntry> m_entries;
    std::int64_t m_now = 0;
};

} // namespace countersign::ui
