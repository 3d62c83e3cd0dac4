// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RosterEditDialog.h"

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/RosterDesk.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace countersign::ui
{

/// The roster in force, and the making of its next version: changes are collected in a draft, read in words, and signed at once.
/// Where one maintainer is not enough the draft is saved for the others, who open it here and sign what they read.
class RosterSettings : public QWidget
{
    Q_OBJECT
public:
    explicit RosterSettings(QWidget *parent = nullptr);

    /// Reads the roster anew. A draft is kept as long as the version that it follows is in force.
    void open(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning() || m_working.isRunning(); }

public slots:
    /// Asks for one change of the draft.
    void edit(countersign::ui::RosterEdit kind);
    /// Puts the end of the draft a year from now; nothing else is changed.
    void renew();
    void discard();
    /// Asks for the key and signs the draft or the proposal that is shown, exactly as it is shown.
    void sign();
    void openProposal(); ///< asks for the file
    void saveProposal(); ///< asks for the file
    /// Shows what a proposal changes. @param file that saveProposal() or `countersign roster` wrote
    void readProposal(const QString &file);
    void writeProposal(const QString &file);

signals:
    /// There is no roster, and the user wants one.
    void setUpRequested();
    /// Another version is in force.
    void rosterChanged();

private:
    void build();
    void addButtons(class QBoxLayout *layout);
    void read();
    void showStanding(const workbench::RosterStanding &standing);
    void addRow(const records::RosterPerson &person, const records::RosterKey &key);
    void setDraft(const records::Roster &draft);
    void dropOutrun();
    void showNext();
    void showBusy();
    void signWith(const QString &key);
    void take(Result<workbench::RosterProposal> proposal);
    [[nodiscard]] QString waitingWords() const;
    [[nodiscard]] std::string current(int role) const;

    std::shared_ptr<Workspace> m_workspace;
    std::optional<records::SignedRoster> m_last; ///< in force
    std::optional<records::Roster> m_draft; ///< not signed by anybody
    QStringList m_shown; ///< the last draft or proposal in words
    std::optional<workbench::RosterProposal> m_proposal; ///< signed by some, not by all that it takes
    QLabel *m_origin;
    QPushButton *m_setUp;
    QTableWidget *m_table;
    std::vector<QPushButton *> m_edits;
    QLabel *m_nextTitle;
    QListWidget *m_changes;
    QPushButton *m_sign;
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_openProposal;
    QLabel *m_status;
    QProgressBar *m_progress;
    Job m_reading;
    Job m_working;
};

} // namespace countersign::ui
