// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EvidencePanel.h"

#include "../Words.h"
#include "../sign/StatementWords.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/SafeText.h"
#include "records/Record.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

QString shapeOf(workbench::EvidenceState state)
{
    switch (state) {
    case workbench::EvidenceState::Holds:
        return QStringLiteral("✓");
    case workbench::EvidenceState::Fails:
        return QStringLiteral("✗");
    case workbench::EvidenceState::Unknown:
        return QStringLiteral("○");
    }
    return {};
}

QString stateWords(workbench::EvidenceState state)
{
    switch (state) {
    case workbench::EvidenceState::Holds:
        return EvidencePanel::tr("holds");
    case workbench::EvidenceState::Fails:
        return EvidencePanel::tr("does not hold");
    case workbench::EvidenceState::Unknown:
        return EvidencePanel::tr("not known");
    }
    return {};
}

QString stepWords(const workbench::EvidenceStep &step)
{
    QStringList lines{QStringLiteral("%1 %2 · %3").arg(shapeOf(step.state), words(step.title), stateWords(step.state))};
    for (const auto &problem : step.problems)
        lines << QStringLiteral("%1 (%2)").arg(words(problem.what), QString::fromUtf8(name(problem.failure)));
    for (const auto &fact : step.facts)
        lines << words(fact);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

EvidencePanel::EvidencePanel(QWidget *parent)
    : QWidget(parent)
    , m_verdict(headingLabel(QStringLiteral("evidenceVerdict"), this))
    , m_steps(new QListWidget(this))
    , m_words(readOnlyText(QStringLiteral("evidenceWords"), tr("What the record says"), this))
    , m_bytes(readOnlyText(QStringLiteral("evidenceBytes"), tr("The record as it was signed"), this))
{
    setObjectName(QStringLiteral("evidencePanel"));
    m_verdict->setMargin(10);
    m_steps->setObjectName(QStringLiteral("evidenceSteps"));
    m_steps->setAccessibleName(tr("Chain of evidence"));
    m_steps->setWordWrap(true);
    m_steps->setSpacing(4);
    m_bytes->setFont(codeFont(9));
    m_bytes->setWordWrapMode(QTextOption::WrapAnywhere);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("evidenceTabs"));
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    tabs->addTab(m_steps, tr("Evidence"));
    tabs->addTab(m_words, tr("What it says"));
    tabs->addTab(m_bytes, tr("Exact bytes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    layout->addWidget(tabs, 1);
    clear();
}

void EvidencePanel::setRecord(const workbench::KnownLedger &known, std::size_t record)
{
    clear();
    const auto &verdict = known.verdict.records[record];
    m_verdict->setText(verdict.isValid() ? tr("This record verifies.")
                                         : tr("This record does not count: %1").arg(words(verdict.problems.front().what)));
    for (const auto &step : workbench::evidenceOf(known, record))
        m_steps->addItem(stepWords(step));
    if (verdict.record)
        m_words->setPlainText(statementWords(verdict.record->statement));
    if (const auto &envelope = known.ledger.entries[record].envelope) {
        const auto raw = records::readRawRecord(*envelope);
        // Escapes stand for characters that a screen would hide.
        m_bytes->setPlainText(QString::fromStdString(safeText(raw ? raw->pae : *envelope)));
    }
}

void EvidencePanel::clear()
{
    m_verdict->setText(tr("Choose a record to see why it can be believed."));
    m_steps->clear();
    m_words->clear();
    m_bytes->clear();
}

} // namespace countersign::ui
