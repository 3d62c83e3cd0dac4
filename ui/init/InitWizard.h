// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/RosterDesk.h"

#include <QWizard>

#include <memory>
#include <optional>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace countersign::ui
{

class InitPeoplePage;
class InitPolicyPage;
class InitYouPage;

/// Sets up a repository: first roster and policy, what `countersign init` does. Nothing is written before the last page but one
/// is left with Sign, and then all of it at once.
class InitWizard : public QWizard
{
    Q_OBJECT
public:
    explicit InitWizard(std::shared_ptr<Workspace> workspace, QWidget *parent = nullptr);

    /// What the pages say.
    [[nodiscard]] workbench::InitChoice choice() const;
    [[nodiscard]] QString key() const;
    /// What was signed; nothing before.
    [[nodiscard]] const std::optional<workbench::RosterProposal> &proposal() const { return m_proposal; }
    [[nodiscard]] bool isBusy() const;
    /// Drafts and signs in the background; the last page follows.
    void sign();
    [[nodiscard]] Job &job() { return m_signing; }

signals:
    /// The roster stands in the ledger, or waits for others' signatures.
    void signedRoster();
    void failed(const QString &why);

protected:
    void done(int result) override;

private:
    std::shared_ptr<Workspace> m_workspace;
    InitYouPage *m_you;
    InitPeoplePage *m_people;
    InitPolicyPage *m_policy;
    std::optional<workbench::RosterProposal> m_proposal;
    Job m_signing;
};

} // namespace countersign::ui
