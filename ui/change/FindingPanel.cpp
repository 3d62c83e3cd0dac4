// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FindingPanel.h"

#include "../Words.h"
#include "../style/Theme.h"

#include "core/Clock.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int waiverDays = 30;
constexpr int openChoice = -1;

QString nameOf(review::FindingDecision decision)
{
    switch (decision) {
    case review::FindingDecision::Acknowledged:
        return FindingPanel::tr("acknowledged");
    case review::FindingDecision::Waived:
        return FindingPanel::tr("waived");
    case review::FindingDecision::Disputed:
        return FindingPanel::tr("disputed");
    }
    return {};
}

/// A bar in the colour of the band; the word of the severity stands beside it.
QIcon bandIcon(const QColor &colour)
{
    QPixmap bar(4, 24);
    bar.fill(colour);
    return bar;
}

} // namespace

FindingPanel::FindingPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_decision(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_expires(new QDateEdit(this))
    , m_save(new QPushButton(tr("Save decision"), this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("findingPanel"));
    m_list->setObjectName(QStringLiteral("findingList"));
    m_list->setAccessibleName(tr("Findings, worst first"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setIconSize({4, 24});
    m_decision->setObjectName(QStringLiteral("findingDecision"));
    m_decision->setAccessibleName(tr("Decision about the finding"));
    m_decision->view()->setObjectName(QStringLiteral("findingDecisionList"));
    m_decision->addItem(tr("open"), openChoice);
    for (const auto decision :
         {review::FindingDecision::Acknowledged, review::FindingDecision::Waived, review::FindingDecision::Disputed})
        m_decision->addItem(nameOf(decision), static_cast<int>(decision));
    m_reason->setObjectName(QStringLiteral("findingReason"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setPlaceholderText(tr("Why"));
    m_expires->setObjectName(QStringLiteral("findingExpires"));
    m_expires->setAccessibleName(tr("Day until which the finding is waived"));
    m_expires->setCalendarPopup(true);
    m_save->setObjectName(QStringLiteral("findingSave"));
    m_note->setObjectName(QStringLiteral("findingNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setContentsMargins(10, 6, 10, 10);
    form->addRow(tr("Decision"), m_decision);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Until"), m_expires);
    form->addRow(m_note);
    form->addRow(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        showCurrent();
        if (const Finding *finding = current())
            emit findingSelected(*finding);
    });
    connect(m_decision, &QComboBox::activated, this, &FindingPanel::showFields);
    connect(m_save, &QPushButton::clicked, this, &FindingPanel::save);
    connect(m_reason, &QLineEdit::returnPressed, this, &FindingPanel::save);
    showCurrent();
}

void FindingPanel::setFindings(std::vector<Finding> findings)
{
    m_findings = std::move(findings);
    m_decisions.clear();
    fill();
    showCurrent();
}

void FindingPanel::setDecisions(const std::map<std::string, review::FindingState> &decisions)
{
    if (decisions == m_decisions)
        return;
    m_decisions = decisions;
    fill();
    showCurrent();
}

int FindingPanel::openCount() const
{
    return static_cast<int>(std::ranges::count_if(m_findings, [this](const Finding &finding) { return !decisionOf(finding); }));
}

void FindingPanel::showError(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

QString FindingPanel::decisionWords(const review::FindingState &state)
{
    QStringList parts{nameOf(state.decision), safe(state.reviewer, 60)};
    if (!state.reason.empty())
        parts << safe(state.reason, 200);
    return parts.join(QStringLiteral(" · "));
}

void FindingPanel::prepare(const std::string &finding, review::FindingDecision decision)
{
    const auto found = std::ranges::find(m_findings, finding, &Finding::id);
    if (found == m_findings.end())
        return;
    const QSignalBlocker quiet(m_list); // the view is at the finding already
    m_list->setCurrentRow(static_cast<int>(found - m_findings.begin()));
    showCurrent();
    m_decision->setCurrentIndex(m_decision->findData(static_cast<int>(decision)));
    showFields();
    m_reason->setFocus();
}

const Finding *FindingPanel::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_findings.size()) ? &m_findings[static_cast<std::size_t>(row)] : nullptr;
}

const review::FindingState *FindingPanel::decisionOf(const Finding &finding) const
{
    const auto found = m_decisions.find(finding.id);
    return found != m_decisions.end() && found->second.isInForce(SystemClock().now()) ? &found->second : nullptr;
}

void FindingPanel::fill()
{
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const Theme &theme = Theme::of(this);
    for (const auto &finding : m_findings) {
        QString text = QStringLiteral("%1 · %2 %3").arg(words(label(finding.severity)), safe(finding.rule), words(finding.title));
        if (!finding.file.empty())
            text += QStringLiteral("\n%1:%2").arg(safe(finding.file)).arg(finding.startLine);
        if (const auto *decision = decisionOf(finding))
            text += QLatin1Char('\n') + decisionWords(*decision);
        new QListWidgetItem(bandIcon(theme.band(bandOf(finding.severity))), text, m_list);
    }
    if (m_findings.empty()) {
        auto *item = new QListWidgetItem(tr("Nothing found"), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(row < static_cast<int>(m_findings.size()) ? row : -1);
}

void FindingPanel::showCurrent()
{
    const Finding *finding = current();
    for (QWidget *widget : {static_cast<QWidget *>(m_decision), static_cast<QWidget *>(m_save)})
        widget->setEnabled(finding != nullptr);
    const auto *decision = finding ? decisionOf(*finding) : nullptr;
    m_decision->setCurrentIndex(m_decision->findData(decision ? static_cast<int>(decision->decision) : openChoice));
    m_reason->setText(decision ? QString::fromStdString(decision->reason) : QString());
    const QDate today = QDate::currentDate();
    m_expires->setMinimumDate(today.addDays(1));
    m_expires->setDate(decision && decision->expires ? QDateTime::fromSecsSinceEpoch(*decision->expires, QTimeZone::UTC).date()
                                                     : today.addDays(waiverDays));
    showError({});
    showFields();
}

void FindingPanel::showFields()
{
    const int choice = m_decision->currentData().toInt();
    m_reason->setEnabled(current() && choice != openChoice);
    m_expires->setEnabled(current() && choice == static_cast<int>(review::FindingDecision::Waived));
}

void FindingPanel::save()
{
    const Finding *finding = current();
    if (!finding)
        return;
    FindingChoice choice{finding->id, {}, m_reason->text().trimmed().toStdString(), {}};
    const int decision = m_decision->currentData().toInt();
    if (decision != openChoice)
        choice.decision = static_cast<review::FindingDecision>(decision);
    if (choice.decision == review::FindingDecision::Waived)
        choice.expires = QDateTime(m_expires->date(), QTime(0, 0), QTimeZone::UTC).toSecsSinceEpoch();
    emit decided(choice);
}

void FindingPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace countersign::ui
