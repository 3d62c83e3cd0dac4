// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/ChangeReport.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListView;

namespace countersign::ui
{

class FileListModel;

/// The files of the change, riskiest first: defects in the file that is shown last are found far less often.
class FilePanel : public QWidget
{
    Q_OBJECT
public:
    explicit FilePanel(QWidget *parent = nullptr);

    void setReport(std::shared_ptr<const workbench::ChangeReport> report);
    void setCoverage(const review::Coverage &coverage);
    /// Index in the report; -1: none.
    [[nodiscard]] int current() const;
    /// False: there is no such file.
    bool select(int index);

signals:
    void selected(int index);

private:
    FileListModel *m_files;
    QLabel *m_title;
    QListView *m_list;
};

} // namespace countersign::ui
