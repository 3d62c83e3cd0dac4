// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PolicySettings.h"

#include "../Words.h"
#include "../init/PolicyList.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/SafeText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

QString originWords(const workbench::RosterStanding &report)
{
    if (!report.trust)
        return PolicySettings::tr("The repository has no roster, so the built-in policy for that is in force: everybody whom "
                                  "allowed_signers names is a reviewer.");
    return PolicySettings::tr("Named by version %1 of the roster. Its trust root is the first roster, %2, which is %3.")
        .arg(QString::number(report.trust->roster().version), QString::fromStdString(report.trust->fingerprint()),
             report.isPinned ? PolicySettings::tr("pinned on this machine")
                             : PolicySettings::tr("not pinned on this machine: no gate opens before"));
}

} // namespace

PolicySettings::PolicySettings(QWidget *parent)
    : QWidget(parent)
    , m_origin(plainLabel(QStringLiteral("policyOrigin"), this))
    , m_setUp(button(QStringLiteral("policySetUp"), tr("Set up roster and policy…"), this))
    , m_words(new QListWidget(this))
    , m_text(readOnlyText(QStringLiteral("policyText"), tr("The policy as it is written"), this))
{
    setObjectName(QStringLiteral("policySettings"));
    m_words->setObjectName(QStringLiteral("policyWords"));
    m_words->setAccessibleName(tr("The policy in words"));
    m_words->setWordWrap(true);
    m_words->setSpacing(4);
    m_text->setFont(codeFont(9));
    m_setUp->hide();
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("policyTabs"));
    tabs->tabBar()->setDrawBase(false);
    tabs->addTab(m_words, tr("In words"));
    tabs->addTab(m_text, tr("As written"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_setUp);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(m_origin);
    layout->addLayout(buttons);
    layout->addWidget(tabs, 1);
    connect(m_setUp, &QPushButton::clicked, this, &PolicySettings::setUpRequested);
}

void PolicySettings::open(std::shared_ptr<Workspace> workspace)
{
    m_reading.cancel();
    m_words->clear();
    m_text->clear();
    m_setUp->hide();
    m_origin->setText(workspace ? tr("Reading …") : tr("Open a repository to see its policy."));
    if (!workspace)
        return;
    m_reading.start(
        [workspace = std::move(workspace)](const std::stop_token &stop,
                                           const ProgressCallback &) -> Result<workbench::RosterStanding> {
            const auto repository = workspace->handle();
            return repository ? workbench::readStanding(*repository, stop) : std::unexpected(repository.error());
        },
        [this](const Result<workbench::RosterStanding> &standing) {
            if (standing)
                showStanding(*standing);
            else
                m_origin->setText(words(standing.error()));
        });
}

void PolicySettings::showStanding(const workbench::RosterStanding &standing)
{
    const auto &policy = standing.trust ? standing.trust->policy : records::rosterlessPolicy();
    m_origin->setText(originWords(standing));
    m_setUp->setVisible(!standing.trust);
    fillPolicyList(*m_words, policy);
    QStringList lines;
    for (const auto &line : QByteArray::fromStdString(policy.text).split('\n'))
        lines << QString::fromStdString(safeText(line.toStdString()));
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
}

} // namespace countersign::ui
