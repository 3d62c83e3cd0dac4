// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilePanel.h"

#include "FileDelegate.h"
#include "FileListModel.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace countersign::ui
{

FilePanel::FilePanel(QWidget *parent)
    : QWidget(parent)
    , m_files(new FileListModel(this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("filePanel"));
    m_title->setObjectName(QStringLiteral("filesTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setMargin(10);
    m_list->setObjectName(QStringLiteral("fileList"));
    m_list->setAccessibleName(tr("Files of the change, riskiest first"));
    m_list->setModel(m_files);
    m_list->setItemDelegate(new FileDelegate(m_list));
    m_list->setUniformItemSizes(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { emit selected(current.row()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
}

void FilePanel::setReport(std::shared_ptr<const workbench::ChangeReport> report)
{
    m_title->setText(report ? tr("%n file(s), riskiest first", nullptr, static_cast<int>(report->files.size())) : QString());
    m_files->setReport(std::move(report));
}

void FilePanel::setCoverage(const review::Coverage &coverage)
{
    m_files->setCoverage(coverage);
}

int FilePanel::current() const
{
    return m_list->currentIndex().row();
}

bool FilePanel::select(int index)
{
    if (index < 0 || index >= m_files->rowCount())
        return false;
    m_list->setCurrentIndex(m_files->index(index));
    return true;
}

} // namespace countersign::ui
