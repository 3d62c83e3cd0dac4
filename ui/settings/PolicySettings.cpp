// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PolicySettings.h"

#include "../Words.h"
#include "../init/PolicyList.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/SafeText.h"
#include "records/LedgerMemory.h"
#include "workbench/KnownLedger.h"

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

struct PolicyReport {
    records::Policy policy;
    std::optional<records::TrustRoot> trust;
    bool isPinned = false;
};

Result<PolicyReport> readPolicy(const Workspace &workspace, const std::stop_token &stop)
{
    const auto repository = workspace.handle();
    if (!repository)
        return std::unexpected(repository.error());
    auto trust = workbench::readTrust(*repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    const auto memory = records::LedgerMemory::open(*repository, records::defaultMemoryFolder());
    if (!memory)
        return std::unexpected(memory.error());
    const bool isPinned = *trust && (*trust)->fingerprint() == memory->pin();
    return PolicyReport{*trust ? (*trust)->policy : records::rosterlessPolicy(), std::move(*trust), isPinned};
}

QString originWords(const PolicyReport &report)
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
    m_reading.start([workspace = std::move(workspace)](const std::stop_token &stop,
                                                       const ProgressCallback &) { return readPolicy(*workspace, stop); },
                    [this](const Result<PolicyReport> &report) {
                        if (!report) {
                            m_origin->setText(words(report.error()));
                            return;
                        }
                        m_origin->setText(originWords(*report));
                        m_setUp->setVisible(!report->trust);
                        fillPolicyList(*m_words, report->policy);
                        QStringList lines;
                        for (const auto &line : QByteArray::fromStdString(report->policy.text).split('\n'))
                            lines << QString::fromStdString(safeText(line.toStdString()));
                        m_text->setPlainText(lines.join(QLatin1Char('\n')));
                    });
}

} // namespace countersign::ui
