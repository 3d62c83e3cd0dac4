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
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTimeZone>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace countersign::ui
{

namespace
{

constexpr int waiverDays = 30;
constexpr int openChoice = -1;
constexpr int findingRole = Qt::UserRole; ///< index of a finding; -1: none
constexpr int annotationRole = Qt::UserRole + 1; ///< index of an annotation; -1: none

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

/// Rows as high as their wrapped text: a tree view wraps, but leaves room for one line each.
class WrappedRows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int margins = 20;
        constexpr int narrowest = 80;
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const auto *tree = qobject_cast<const QTreeView *>(item.widget);
        if (!tree)
            return QStyledItemDelegate::sizeHint(option, index);
        const int levels = index.parent().isValid() ? 2 : 1;
        const int width = tree->viewport()->width() - levels * tree->indentation() - item.decorationSize.width() - margins;
        const QRect room(0, 0, std::max(width, narrowest), QWIDGETSIZE_MAX);
        return {width, item.fontMetrics.boundingRect(room, Qt::TextWordWrap, item.text).height() + margins / 2};
    }
};

} // namespace

FindingPanel::FindingPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_decision(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_expires(new QDateEdit(this))
    , m_save(new QPushButton(tr("Save decision"), this))
    , m_import(new QPushButton(tr("Import report…"), this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("findingPanel"));
    m_list->setObjectName(QStringLiteral("findingList"));
    m_list->setAccessibleName(tr("Findings, worst first"));
    m_list->setHeaderHidden(true);
    m_list->setWordWrap(true);
    m_list->setIndentation(14);
    m_list->setIconSize({4, 24});
    m_list->setItemDelegate(new WrappedRows(m_list));
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, [this] { m_list->doItemsLayout(); });
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
    m_import->setObjectName(QStringLiteral("importReport"));
    m_import->setAccessibleDescription(tr("Results of other tools (SARIF) or coverage of the tests"));
    form->addRow(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        showCurrent();
        const int annotation = item ? item->data(0, annotationRole).toInt() : -1;
        if (const Finding *finding = current())
            emit findingSelected(*finding);
        else if (annotation >= 0)
            emit annotationSelected(m_annotations[static_cast<std::size_t>(annotation)]);
    });
    connect(m_import, &QPushButton::clicked, this, &FindingPanel::importRequested);
    connect(m_decision, &QComboBox::activated, this, &FindingPanel::showFields);
    connect(m_save, &QPushButton::clicked, this, &FindingPanel::save);
    connect(m_reason, &QLineEdit::returnPressed, this, &FindingPanel::save);
    showCurrent();
}

void FindingPanel::setFindings(std::vector<Finding> findings, std::vector<Message> problems)
{
    m_findings = std::move(findings);
    m_problems = std::move(problems);
    m_decisions.clear();
    m_annotations.clear();
    m_coverage.reset();
    m_list->clear();
    fill();
    showCurrent();
}

void FindingPanel::setReports(std::vector<Annotation> annotations, std::optional<TestCoverage> coverage)
{
    m_annotations = std::move(annotations);
    m_coverage = std::move(coverage);
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
    m_list->setCurrentItem(itemOf(static_cast<int>(found - m_findings.begin())));
    showCurrent();
    m_decision->setCurrentIndex(m_decision->findData(static_cast<int>(decision)));
    showFields();
    m_reason->setFocus();
}

const Finding *FindingPanel::current() const
{
    const int index = m_list->currentItem() ? m_list->currentItem()->data(0, findingRole).toInt() : -1;
    return index >= 0 && index < static_cast<int>(m_findings.size()) ? &m_findings[static_cast<std::size_t>(index)] : nullptr;
}

QTreeWidgetItem *FindingPanel::itemOf(int finding) const
{
    for (QTreeWidgetItemIterator item(m_list); *item; ++item) {
        if ((*item)->data(0, findingRole).toInt() == finding)
            return *item;
    }
    return nullptr;
}

const review::FindingState *FindingPanel::decisionOf(const Finding &finding) const
{
    const auto found = m_decisions.find(finding.id);
    return found != m_decisions.end() && found->second.isInForce(SystemClock().now()) ? &found->second : nullptr;
}

void FindingPanel::fill()
{
    const QTreeWidgetItem *before = m_list->currentItem();
    const int currentFinding = before ? before->data(0, findingRole).toInt() : -1;
    std::set<std::string> open; // groups that the reader unfolded
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const auto *item = m_list->topLevelItem(i);
        const int index = item->data(0, findingRole).toInt();
        if (item->isExpanded() && index >= 0 && index < static_cast<int>(m_findings.size()))
            open.insert(m_findings[static_cast<std::size_t>(index)].id);
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    std::map<std::string, QTreeWidgetItem *> groups;
    for (int i = 0; i < static_cast<int>(m_findings.size()); ++i) {
        const Finding &finding = m_findings[static_cast<std::size_t>(i)];
        const auto group = groups.find(finding.group);
        addFinding(group == groups.end() ? m_list->invisibleRootItem() : group->second, i);
        if (group == groups.end())
            groups.emplace(finding.group, m_list->topLevelItem(m_list->topLevelItemCount() - 1));
    }
    for (const auto &[name, item] : groups) {
        if (item->childCount() == 0)
            continue;
        item->setText(0, tr("%1 · and %n like it", nullptr, item->childCount()).arg(item->text(0)));
        item->setExpanded(open.contains(m_findings[static_cast<std::size_t>(item->data(0, findingRole).toInt())].id));
    }
    if (m_findings.empty())
        addNote(m_list->invisibleRootItem(), tr("Nothing found"))->setFlags(Qt::NoItemFlags);
    addReports();
    addProblems();
    m_list->setCurrentItem(currentFinding >= 0 ? itemOf(currentFinding) : nullptr);
}

void FindingPanel::addFinding(QTreeWidgetItem *under, int index)
{
    const Finding &finding = m_findings[static_cast<std::size_t>(index)];
    QString text = QStringLiteral("%1 · %2 %3").arg(words(label(finding.severity)), safe(finding.rule), words(finding.title));
    if (!finding.file.empty())
        text += QStringLiteral("\n%1:%2").arg(safe(finding.file)).arg(finding.startLine);
    if (const auto *decision = decisionOf(finding))
        text += QLatin1Char('\n') + decisionWords(*decision);
    auto *item = new QTreeWidgetItem(under, {text});
    item->setIcon(0, bandIcon(Theme::of(this).band(bandOf(finding.severity))));
    item->setData(0, findingRole, index);
    item->setData(0, annotationRole, -1);
}

/// A row that is no finding; -1: no annotation either.
QTreeWidgetItem *FindingPanel::addNote(QTreeWidgetItem *under, const QString &text, int annotation)
{
    auto *item = new QTreeWidgetItem(under, {text});
    item->setData(0, findingRole, -1);
    item->setData(0, annotationRole, annotation);
    return item;
}

/// What is no finding: said by other tools, or counted.
void FindingPanel::addReports()
{
    QTreeWidgetItem *root = m_list->invisibleRootItem();
    if (!m_annotations.empty()) {
        auto *heading = addNote(root, tr("Other tools say %n thing(s)", nullptr, static_cast<int>(m_annotations.size())));
        for (int i = 0; i < static_cast<int>(m_annotations.size()); ++i) {
            const Annotation &one = m_annotations[static_cast<std::size_t>(i)];
            const QString place =
                one.startLine == noLine ? safe(one.file) : QStringLiteral("%1:%2").arg(safe(one.file)).arg(one.startLine);
            addNote(heading, tr("%1 · %2\n%3\n%4").arg(safe(one.source, 80), safe(one.rule, 80), safe(one.message, 300), place),
                    i);
        }
        heading->setExpanded(true);
    }
    if (!m_coverage)
        return;
    const auto shareWords = [](const CoveredShare &share) {
        return tr("%1 of %2 added lines, %3 of %4 by an AI")
            .arg(share.run)
            .arg(share.runnable)
            .arg(share.aiRun)
            .arg(share.aiRunnable);
    };
    auto *heading = addNote(root, tr("Tests run %1").arg(shareWords(m_coverage->total)));
    for (const TestCoverage::File &file : m_coverage->files)
        addNote(heading, QStringLiteral("%1\n%2").arg(safe(file.path), shareWords(file.share)));
}

void FindingPanel::addProblems()
{
    if (m_problems.empty())
        return;
    auto *heading = addNote(m_list->invisibleRootItem(),
                            tr("%n thing(s) could not be looked at or used", nullptr, static_cast<int>(m_problems.size())));
    for (const Message &problem : m_problems)
        addNote(heading, words(problem));
    heading->setExpanded(true);
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
