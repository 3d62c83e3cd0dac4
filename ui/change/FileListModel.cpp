// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileListModel.h"

#include "../Words.h"

namespace countersign::ui
{

void FileListModel::setReport(std::shared_ptr<const workbench::ChangeReport> report)
{
    beginResetModel();
    m_report = std::move(report);
    m_messages = {};
    if (m_report && m_report->messages) {
        m_messages.delta = m_report->messages->delta;
        m_messages.fileClass = m_report->messages->fileClass;
    }
    m_read.clear();
    endResetModel();
}

void FileListModel::setCoverage(const review::Coverage &coverage)
{
    m_read.clear();
    for (const auto &file : coverage.files)
        m_read[file.path] = file.lines.changed;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), {ReadPermilleRole, Qt::AccessibleTextRole});
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->files.size()) + (m_report->messages ? 1 : 0);
}

const FileSummary &FileListModel::summary(int row) const
{
    const auto &files = m_report->analysis.files;
    const auto at = static_cast<std::size_t>(row);
    return at < files.size() ? files[at] : m_messages;
}

QString FileListModel::folderWords(const FileSummary &file) const
{
    if (&file == &m_messages)
        return tr("%n commit(s)", nullptr, static_cast<int>(m_report->analysis.change.commits.size()));
    const std::string &path = file.delta.path();
    const auto slash = path.rfind('/');
    const QString folder = slash == std::string::npos ? tr("top level") : safe(path.substr(0, slash));
    return isFolded(file.fileClass) ? tr("%1 · %2").arg(folder, words(label(file.fileClass)))
                                    : tr("%1 · +%2 −%3").arg(folder).arg(file.added).arg(file.removed);
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FileSummary &file = summary(index.row());
    const bool isMessages = &file == &m_messages;
    const std::string &path = file.delta.path();
    const auto slash = path.rfind('/');
    switch (role) {
    case Qt::DisplayRole:
        return isMessages ? tr("Commit messages") : safe(slash == std::string::npos ? path : path.substr(slash + 1));
    case FolderRole:
        return folderWords(file);
    case BandRole:
        return file.worst ? static_cast<int>(bandOf(*file.worst)) : -1;
    case FindingsRole:
        return file.findings;
    case FoldedRole:
        return isFolded(file.fileClass);
    case ReadPermilleRole: {
        const auto count = m_read.find(path);
        return count == m_read.end() || count->second.total == 0
            ? -1
            : static_cast<int>(count->second.read * 1000 / count->second.total);
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %n finding(s)", nullptr, static_cast<int>(file.findings))
            .arg(isMessages ? tr("Commit messages") : safe(path), words(label(file.delta.status)));
    case Qt::ToolTipRole:
        return isMessages ? tr("Commit messages") : safe(path);
    default:
        return {};
    }
}

} // namespace countersign::ui
