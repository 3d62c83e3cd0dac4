// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GatePanel.h"

#include "../Words.h"

#include "workbench/Gatekeeper.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

QListWidget *list(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *widget = new QListWidget(parent);
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(accessibleName);
    widget->setWordWrap(true);
    widget->setSpacing(4);
    return widget;
}

QString requirementWords(const records::Requirement &requirement)
{
    const bool isSatisfied = requirement.status == records::RequirementStatus::Satisfied;
    QStringList lines{QStringLiteral("%1 %2 · %3")
                          .arg(isSatisfied ? QStringLiteral("✓") : QStringLiteral("✗"), words(requirement.title),
                               words(label(requirement.status)))};
    for (const auto &person : requirement.people)
        lines << safe(person);
    for (const auto &reason : requirement.reasons)
        lines << words(reason);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

GatePanel::GatePanel(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new QLabel(this))
    , m_requirements(list("gateRequirements", tr("What the policy asks"), this))
    , m_missing(list("gateMissing", tr("What an approval given now would lack"), this))
    , m_withdraw(new QPushButton(tr("Withdraw my record…"), this))
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
    layout->addWidget(m_withdraw);
    setCanSign(false);
}

void GatePanel::setReport(const records::GateReport &report)
{
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
    m_withdraw->setEnabled(can);
}

} // namespace countersign::ui
