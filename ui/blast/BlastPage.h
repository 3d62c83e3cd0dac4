// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DependentTable.h"
#include "PictureExport.h"

#include "../Job.h"
#include "../Workspace.h"

#include "core/Finding.h"
#include "workbench/ChangeReport.h"

#include <QWidget>

#include <memory>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace countersign::ui
{

class BlastCards;
class RingView;

/// Where the opened change reaches: the rings of files that depend on it, and the same as a table. Both show what the filters let
/// through; the layout of the rings is made in the background.
class BlastPage : public QWidget
{
    Q_OBJECT
public:
    explicit BlastPage(QWidget *parent = nullptr);

    /// @param report null: no change is open, or its risks are not known yet.
    void setReport(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    [[nodiscard]] bool isBusy() const { return m_layouting.isRunning(); }
    [[nodiscard]] RingView *rings() const { return m_rings; }
    [[nodiscard]] const DependentModel &model() const { return m_table->rows(); }
    void setFileChooser(FileChooser chooser) { m_choose = std::move(chooser); }

public slots:
    void focusFilter();
    void exportPicture(); ///< asks for a file
    void jump(); ///< to the line of the current row
    void jumpToCause(); ///< to what the current row depends on

signals:
    /// A place in a file of the change itself: its diff has it.
    void placeRequested(const std::string &path, countersign::Side side, countersign::LineNumber line);

private:
    void buildHeader(QBoxLayout *layout);
    void buildFilters(QBoxLayout *layout);
    void buildFooter(QBoxLayout *layout);
    void fillModules();
    void applyFilter();
    void layOut();
    void writeTo(const QString &file);
    void showSummary();
    void selectMark(int mark);
    void openMark(int mark);
    void narrowTo(int sector);
    [[nodiscard]] const BlastRadius *blast() const;
    [[nodiscard]] const std::vector<Dependent> &dependents() const;
    void openPlace(const std::string &path, LineNumber line, std::vector<std::string> names, const QString &why);

    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    std::vector<std::uint32_t> m_shown;
    FileChooser m_choose = systemFileChooser();
    QString m_exportTo; ///< where the picture goes that is being made; empty: nowhere
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_reason;
    QComboBox *m_group;
    QComboBox *m_hops;
    QComboBox *m_module;
    QPushButton *m_partners;
    QPushButton *m_export;
    QSplitter *m_splitter;
    RingView *m_rings;
    BlastCards *m_cards;
    QLineEdit *m_filter;
    QLabel *m_count;
    DependentTable *m_table;
    Job m_layouting;
};

} // namespace countersign::ui
