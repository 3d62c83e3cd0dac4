// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/ChangeReport.h"

#include <QAbstractListModel>

#include <map>
#include <memory>
#include <string>

namespace countersign::ui
{

/// The files of a change, riskiest first, and its commit messages.
class FileListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        FolderRole = Qt::UserRole + 1,
        BandRole, ///< int of countersign::Band of its worst finding, -1 none
        FindingsRole, ///< number of findings
        FoldedRole, ///< generated, vendored or a lock file
        ReadPermilleRole, ///< read lines of all changed lines; -1: nothing to read
    };
    using QAbstractListModel::QAbstractListModel;

    void setReport(std::shared_ptr<const workbench::ChangeReport> report);
    void setCoverage(const review::Coverage &coverage);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// Of a file, or of the commit messages, which stand last.
    [[nodiscard]] const FileSummary &summary(int row) const;
    [[nodiscard]] QString folderWords(const FileSummary &file) const;

    std::shared_ptr<const workbench::ChangeReport> m_report;
    FileSummary m_messages;
    std::map<std::string, review::ReadCount> m_read; ///< by path
};

} // namespace countersign::ui
