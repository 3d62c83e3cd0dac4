// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/KnownLedger.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// What a ledger's records are judged by: the pinned fingerprint, the roster in force, the checkpoint with who signed it, and the
/// ledger's own problems and notes.
class TrustPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TrustPanel(QWidget *parent = nullptr);

    /// @param canChange the ledger is the repository's own
    void setLedger(const workbench::KnownLedger &known, bool canChange);
    void clear();

signals:
    void pinRequested(const QString &fingerprint);
    void checkpointRequested();
    void setUpRequested();

private:
    void showPin(const records::LedgerVerdict &verdict);
    void showPeople(const records::TrustRoot &trust);
    void showCheckpoint(const workbench::KnownLedger &known);
    void showState(const records::LedgerVerdict &verdict);
    void askForPin();

    std::string m_fingerprint; ///< of the first roster; empty: none
    QLabel *m_pin;
    QLabel *m_shownFingerprint;
    QPushButton *m_copy;
    QPushButton *m_pinButton;
    QPushButton *m_setUp;
    QLabel *m_roster;
    QListWidget *m_people;
    QLabel *m_checkpoint;
    QPushButton *m_sign;
    QListWidget *m_problems;
};

} // namespace countersign::ui
