// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/KeyDesk.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace countersign::ui
{

/// The keys that one can sign with, whether what they sign counts here, the default one, and a test that signs.
class KeySettings : public QWidget
{
    Q_OBJECT
public:
    explicit KeySettings(QWidget *parent = nullptr);

    /// Lists the keys anew. @param workspace null: no repository is open.
    void open(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] bool isBusy() const { return m_listing.isRunning() || m_testing.isRunning(); }

public slots:
    /// Signs a throw-away statement with the key of the current row.
    void signTest();

private:
    void read();
    void showReport(const workbench::KeyReport &report);
    void addRow(const workbench::KeyStanding &standing);
    void makeDefault();
    void showDefault();
    void showBusy();
    [[nodiscard]] QString currentKey() const;

    std::shared_ptr<Workspace> m_workspace;
    QTableWidget *m_table;
    QLabel *m_note;
    QLabel *m_default;
    QPushButton *m_test;
    QPushButton *m_useAsDefault;
    QPushButton *m_again;
    QListWidget *m_result;
    QProgressBar *m_progress;
    Job m_listing;
    Job m_testing;
};

} // namespace countersign::ui
