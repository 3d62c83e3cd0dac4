// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GatePanel.h"

#include "../Words.h"
#include "../style/Parts.h"

#include "workbench/Gatekeeper.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

/// A shape for each state, so that nothing hangs on a colour.
QString shapeOf(records::RequirementStatus status)
{
    using records::RequirementStatus;
    switch (status) {
    case RequirementStatus::Satisfied:
        return QStringLiteral("✓");
    case RequirementStatus::Unsatisfied:
        return QStringLiteral("○");
    case RequirementStatus::Stale:
        return QStringLiteral("↻");
    case RequirementStatus::Expired:
        return QStringLiteral("◷");
    case RequirementStatus::Overridden:
        return QStringLiteral("⊘");
    case RequirementStatus::Error:
        return QStringLiteral("✗");
    }
    return {};
}

QString peopleWords(const std::vector<std::string> &people)
{
    QStringList names;
    for (const auto &person : people)
        names << safe(person, 100);
    return names.join(QStringLiteral(", "));
}

QString requirementWords(const records::Requirement &requirement)
{
    QStringList lines{QStringLiteral("%1 %2 · %3")
                          .arg(shapeOf(requirement.status), words(requirement.title), words(label(requirement.status)))};
    for (const auto &why : requirement.because)
        lines << GatePanel::tr("Because: %1").arg(words(why));
    if (!requirement.people.empty())
        lines << GatePanel::tr("Counts: %1").arg(peopleWords(requirement.people));
    for (const auto &reason : requirement.reasons)
        lines << words(reason);
    for (const auto &remedy : requirement.remedies)
        lines << GatePanel::tr("Needed: %1").arg(words(remedy));
    if (!requirement.candidates.empty())
        lines << GatePanel::tr("Who can: %1").arg(peopleWords(requirement.candidates));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

GatePanel::GatePanel(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new QLabel(this))
    , m_requirements(wrappingList(QStringLiteral("gateRequirements"), tr("What the policy asks"), this))
    , m_missing(wrappingList(QStringLiteral("gateMissing"), tr("What an approval given now would lack"), this))
    , m_withdraw(new QPushButton(tr("Withdraw my record…"), this))
    , m_override(new QPushButton(tr("Override…"), this))
{
    setObjectName(QStringLiteral("gatePanel"));
    m_verdict->setObjectName(QStringLiteral("gateVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    QFont font = m_verdict->font();
    font.setWeight(QFont::DemiBold);
    m_verdict->setFont(font);
    auto *missingTitle = new QLabel(tr("Missing before signing"), this);
    missingTitle->setObjectName(QStringLiteral("gateMissingTitle"));
    missingTitle->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_verdict);
    layout->addWidget(m_requirements, 3);
    layout->addWidget(missingTitle);
    layout->addWidget(m_missing, 2);
    m_withdraw->setObjectName(QStringLiteral("gateWithdraw"));
    connect(m_withdraw, &QPushButton::clicked, this, &GatePanel::withdrawRequested);
    m_override->setObjectName(QStringLiteral("gateOverride"));
    connect(m_override, &QPushButton::clicked, this, &GatePanel::overrideRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_withdraw, 1);
    buttons->addWidget(m_override);
    layout->addLayout(buttons);
    setCanSign(false);
}

void GatePanel::setReport(const records::GateReport &report)
{
    m_report = report;
    showButtons();
    m_verdict->setText(report.isOpen() ? tr("The gate is open.")
                                       : tr("The gate is closed: %1.").arg(words(label(workbench::stateOf(report)))));
    m_requirements->clear();
    for (const auto &requirement : report.requirements)
        m_requirements->addItem(requirementWords(requirement));
    for (const auto &note : report.notes)
        m_requirements->addItem(words(note));
}

void GatePanel::setUnknown(const QString &why)
{
    m_report.reset();
    showButtons();
    m_verdict->setText(why);
    m_requirements->clear();
}

void GatePanel::setMissing(const std::vector<Message> &missing)
{
    m_missing->clear();
    for (const auto &part : missing)
        m_missing->addItem(words(part));
    if (missing.empty())
        m_missing->addItem(tr("Nothing"));
}

void GatePanel::setCanSign(bool can)
{
    m_canSign = can;
    showButtons();
}

void GatePanel::showButtons()
{
    m_withdraw->setEnabled(m_canSign);
    m_override->setEnabled(m_canSign && m_report && !m_report->isOpen());
}

} // namespace countersign::ui
