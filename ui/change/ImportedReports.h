// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../diffview/DiffModel.h"

#include "workbench/ForeignReports.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace countersign::ui
{

/// What other programs wrote down about the opened change: results of scanners and AI reviewers (SARIF 2.1.0), coverage of its
/// tests. It is read from files that the reader names and shown with its source; nothing of it counts as anybody's approval.
/// GUI thread.
class ImportedReports : public QObject
{
    Q_OBJECT
public:
    explicit ImportedReports(QObject *parent = nullptr);

    /// How the reader names files; a test gives its own.
    using FileChooser = std::function<QStringList(QWidget *parent)>;
    void setFileChooser(FileChooser chooser) { m_choose = std::move(chooser); }

    /// The change as it is read now; null: another one, what was imported for the last one is forgotten. What was imported is
    /// carried on to a newer version of the change, and imported() brings it.
    void setReport(std::shared_ptr<const workbench::ChangeReport> report);
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

    /// What other tools say about lines of the new side of a file, to be shown under them.
    [[nodiscard]] static std::vector<DiffComment> under(const Analysis &analysis, const FileChange &file);

public slots:
    void import(); ///< asks for files first

signals:
    /// The change with what the files say about it.
    void imported(std::shared_ptr<const countersign::workbench::ChangeReport> report);
    void failed(const QString &why);

private:
    void bring();

    FileChooser m_choose;
    std::shared_ptr<const workbench::ChangeReport> m_report; ///< the change as it was read
    std::shared_ptr<const workbench::ChangeReport> m_shown; ///< the same with what is imported; null: nothing is
    workbench::ForeignReports m_imported;
    std::shared_ptr<const workbench::ChangeReport> m_of; ///< what m_imported speaks of
    std::vector<std::filesystem::path> m_waiting; ///< files that are not read yet
    Job m_job;
};

} // namespace countersign::ui
