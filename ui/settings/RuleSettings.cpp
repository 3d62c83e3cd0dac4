// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleSettings.h"

#include "../Words.h"
#include "../style/Parts.h"

#include "workbench/DisputedRules.h"
#include "workbench/RuleList.h"
#include "workbench/TrustRoot.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

enum RuleColumn { IdColumn, SeverityColumn, PurposeColumn, OriginColumn, StateColumn, RuleColumns };

struct RuleReport {
    std::vector<workbench::ListedRule> rules;
    std::map<std::string, unsigned> disputes;
    std::vector<Message> problems; ///< of the team's files
};

Result<RuleReport> readRules(const Workspace &workspace, const std::stop_token &stop)
{
    const auto repository = workspace.handle();
    if (!repository)
        return std::unexpected(repository.error());
    const auto engine = workspace.engine();
    if (!engine)
        return std::unexpected(engine.error());
    // A team's rules are those of the branch that changes are meant for.
    const auto team = (*engine)->with(workbench::readTeamFiles(*repository, workspace.target().target));
    RuleReport report{workbench::listRules(*team->rules), {}, team->problems};
    Change target;
    target.base = workspace.target().target;
    target.head = target.base;
    if (team->disputed)
        report.disputes = team->disputed->in(*repository, target, stop);
    return report;
}

QString stateWords(const RuleReport &report, const std::string &id)
{
    const auto found = report.disputes.find(id);
    if (found == report.disputes.end())
        return {};
    return found->second >= workbench::disputesToStepDown
        ? RuleSettings::tr("steps down by one: disputed %n time(s)", nullptr, static_cast<int>(found->second))
        : RuleSettings::tr("disputed %n time(s)", nullptr, static_cast<int>(found->second));
}

QString originWords(const workbench::ListedRule &rule)
{
    if (rule.source.empty())
        return RuleSettings::tr("part of the program");
    return rule.isOfTeam ? RuleSettings::tr("the team's: %1").arg(safe(rule.source, 120)) : safe(rule.source, 120);
}

} // namespace

RuleSettings::RuleSettings(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, RuleColumns, this))
    , m_filter(new QLineEdit(this))
    , m_note(plainLabel(QStringLiteral("ruleNote"), this))
{
    setObjectName(QStringLiteral("ruleSettings"));
    m_filter->setObjectName(QStringLiteral("ruleFilter"));
    m_filter->setAccessibleName(tr("Filter the rules"));
    m_filter->setPlaceholderText(tr("Filter: critical SEC …"));
    m_filter->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("ruleTable"));
    m_table->setAccessibleName(tr("Rules in force"));
    m_table->setHorizontalHeaderLabels({tr("Rule"), tr("Severity"), tr("What it looks for"), tr("From"), tr("State")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    auto *columns = m_table->horizontalHeader();
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setHighlightSections(false);
    for (const auto &[column, width] :
         {std::pair(IdColumn, 90), std::pair(SeverityColumn, 90), std::pair(OriginColumn, 190), std::pair(StateColumn, 220)})
        m_table->setColumnWidth(column, width);
    columns->setSectionResizeMode(PurposeColumn, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(dimmedLabel(
        QStringLiteral("ruleIntro"), this,
        tr("A team adds rules in .countersign/rules on the branch that changes are meant for; nobody switches a rule off.")));
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    connect(m_filter, &QLineEdit::textChanged, this, &RuleSettings::filter);
}

void RuleSettings::open(std::shared_ptr<Workspace> workspace)
{
    m_reading.cancel();
    m_table->setRowCount(0);
    m_note->setText(workspace ? tr("Reading …") : tr("Open a repository to see the rules in force there."));
    if (!workspace)
        return;
    m_reading.start([workspace = std::move(workspace)](const std::stop_token &stop,
                                                       const ProgressCallback &) { return readRules(*workspace, stop); },
                    [this](const Result<RuleReport> &report) {
                        if (!report) {
                            m_note->setText(words(report.error()));
                            return;
                        }
                        m_table->setRowCount(static_cast<int>(report->rules.size()));
                        for (int row = 0; const auto &rule : report->rules) {
                            const QStringList texts{safe(rule.id), rule.severity ? words(label(*rule.severity)) : tr("varies"),
                                                    words(rule.purpose), originWords(rule), stateWords(*report, rule.id)};
                            for (int column = 0; column < RuleColumns; ++column)
                                m_table->setItem(row, column, new QTableWidgetItem(texts[column]));
                            ++row;
                        }
                        QStringList notes{tr("%n rule(s)", nullptr, m_table->rowCount())};
                        for (const auto &problem : report->problems)
                            notes << words(problem);
                        m_note->setText(notes.join(QLatin1Char('\n')));
                        filter(m_filter->text());
                    });
}

void RuleSettings::filter(const QString &text)
{
    const QStringList wanted = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QString all;
        for (int column = 0; column < RuleColumns; ++column)
            all += m_table->item(row, column)->text() + QLatin1Char(' ');
        m_table->setRowHidden(
            row, !std::ranges::all_of(wanted, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }));
    }
}

} // namespace countersign::ui
