// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LedgerDesk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace countersign::ui
{

class EvidencePanel;
class TrustPanel;

/// The ledger of the repository, or an audit bundle: every record with its verdict and its chain of evidence, the roster, the
/// checkpoint; sharing, exporting and reporting it.
class LedgerPage : public QWidget
{
    Q_OBJECT
public:
    explicit LedgerPage(QWidget *parent = nullptr);

    void setWorkspace(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_desk->workspace(); }
    [[nodiscard]] LedgerDesk *desk() const { return m_desk; }
    [[nodiscard]] const LedgerModel &model() const { return *m_model; }
    [[nodiscard]] bool isBusy() const { return m_desk->isBusy(); }

public slots:
    void refresh();
    void cancel();
    void fetch();
    void push();
    void signCheckpoint(); ///< asks for the key
    void openBundle(); ///< asks for the file
    void exportBundle();
    void saveReport();
    void print();

signals:
    /// The repository has no roster, and the user wants one.
    void setUpRequested();

private:
    void buildHeader(QVBoxLayout *layout);
    void buildActions(QVBoxLayout *layout);
    void buildBody(QVBoxLayout *layout);
    void buildFooter(QVBoxLayout *layout);
    void showRows(std::shared_ptr<const std::vector<LedgerRow>> rows);
    void showLedger();
    void showRecord();
    void showBusy();
    [[nodiscard]] QString verdictWords() const;

    LedgerDesk *m_desk;
    LedgerModel *m_model;
    QTableView *m_table = nullptr;
    EvidencePanel *m_evidence = nullptr;
    TrustPanel *m_trust = nullptr;
    QLineEdit *m_filter = nullptr;
    QLineEdit *m_remote = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_status = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_back = nullptr; ///< from a bundle to the repository
    QPushButton *m_export = nullptr;
    std::vector<QPushButton *> m_ofRepository; ///< work on the repository's own ledger only
    std::vector<QPushButton *> m_ofVerified; ///< need a verified ledger
};

} // namespace countersign::ui
