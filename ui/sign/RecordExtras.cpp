// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordExtras.h"

#include "../Words.h"
#include "../style/Parts.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

enum StageColumn { NameColumn, PercentColumn, MinutesColumn, StageColumns };

QSpinBox *spinBox(const char *name, const QString &accessibleName, int most, const QString &suffix, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(accessibleName);
    box->setRange(0, most);
    box->setSuffix(suffix);
    return box;
}

} // namespace

RolloutEditor::RolloutEditor(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_percent(spinBox("rolloutPercent", tr("Share of the stage in percent"), 100, QStringLiteral(" %"), this))
    , m_minutes(spinBox("rolloutMinutes", tr("Minutes that the stage is watched"), 100'000, tr(" min"), this))
    , m_stages(new QTableWidget(0, StageColumns, this))
    , m_trigger(new QLineEdit(this))
{
    setObjectName(QStringLiteral("rolloutEditor"));
    m_name->setObjectName(QStringLiteral("rolloutName"));
    m_name->setAccessibleName(tr("Name of the stage"));
    m_name->setPlaceholderText(tr("canary"));
    m_percent->setValue(1);
    m_minutes->setValue(60);
    m_stages->setObjectName(QStringLiteral("rolloutStages"));
    m_stages->setAccessibleName(tr("Stages of the rollout, in order"));
    m_stages->setHorizontalHeaderLabels({tr("Stage"), tr("Share"), tr("Watched")});
    m_stages->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_stages->verticalHeader()->hide();
    m_stages->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_stages->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_stages->setShowGrid(false);
    m_stages->setTabKeyNavigation(false);
    m_trigger->setObjectName(QStringLiteral("rolloutTrigger"));
    m_trigger->setAccessibleName(tr("What makes you roll back, and how"));
    m_trigger->setPlaceholderText(tr("More than 0.1 % errors in five minutes: redeploy the version before"));
    auto *add = button(QStringLiteral("rolloutAdd"), tr("Add stage"), this);
    auto *remove = button(QStringLiteral("rolloutRemove"), tr("Remove"), this);
    connect(add, &QPushButton::clicked, this, &RolloutEditor::addStage);
    connect(m_name, &QLineEdit::returnPressed, this, &RolloutEditor::addStage);
    connect(remove, &QPushButton::clicked, this, &RolloutEditor::removeStage);
    connect(m_trigger, &QLineEdit::textEdited, this, &RolloutEditor::changed);
    auto *entry = new QHBoxLayout;
    entry->addWidget(m_name, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_percent), static_cast<QWidget *>(m_minutes), static_cast<QWidget *>(add),
                            static_cast<QWidget *>(remove)})
        entry->addWidget(widget);
    auto *form = new QFormLayout;
    form->addRow(tr("Rolled back when"), m_trigger);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(entry);
    layout->addWidget(m_stages, 1);
    layout->addLayout(form);
}

void RolloutEditor::addStage()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setFocus();
        return;
    }
    const int row = m_stages->rowCount();
    m_stages->insertRow(row);
    const auto put = [this, row](int column, const QString &text, const QVariant &value) {
        auto *item = new QTableWidgetItem(text);
        item->setData(Qt::UserRole, value);
        m_stages->setItem(row, column, item);
    };
    put(NameColumn, safe(name.toStdString(), 100), name);
    put(PercentColumn, m_percent->text(), m_percent->value());
    put(MinutesColumn, m_minutes->text(), m_minutes->value());
    m_name->clear();
    m_name->setFocus();
    emit changed();
}

void RolloutEditor::removeStage()
{
    const int row = m_stages->currentRow() >= 0 ? m_stages->currentRow() : m_stages->rowCount() - 1;
    if (row < 0)
        return;
    m_stages->removeRow(row);
    emit changed();
}

std::optional<records::Rollout> RolloutEditor::rollout() const
{
    records::Rollout out;
    for (int row = 0; row < m_stages->rowCount(); ++row) {
        const auto value = [this, row](int column) { return m_stages->item(row, column)->data(Qt::UserRole); };
        out.stages.push_back(
            {value(NameColumn).toString().toStdString(), value(PercentColumn).toUInt(), value(MinutesColumn).toUInt()});
    }
    out.rollbackTrigger = m_trigger->text().trimmed().toStdString();
    return out.stages.empty() && out.rollbackTrigger.empty() ? std::nullopt : std::optional(std::move(out));
}

OverrideEditor::OverrideEditor(const std::vector<records::Requirement> &requirements, QWidget *parent)
    : QWidget(parent)
    , m_requirements(new QListWidget(this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(QStringLiteral("overrideEditor"));
    m_requirements->setObjectName(QStringLiteral("overrideRequirements"));
    m_requirements->setAccessibleName(tr("Requirements to override"));
    m_requirements->setWordWrap(true);
    for (const auto &requirement : requirements) {
        using records::RequirementStatus;
        if (requirement.status == RequirementStatus::Satisfied || requirement.status == RequirementStatus::Overridden)
            continue;
        auto *item =
            new QListWidgetItem(QStringLiteral("%1 · %2").arg(words(requirement.title), safe(requirement.id)), m_requirements);
        item->setData(Qt::UserRole, QString::fromStdString(requirement.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_reason->setObjectName(QStringLiteral("overrideReason"));
    m_reason->setAccessibleName(tr("Why the requirements are lifted"));
    m_reason->setPlaceholderText(tr("Why; everybody will read it"));
    connect(m_requirements, &QListWidget::itemChanged, this, &OverrideEditor::changed);
    connect(m_reason, &QLineEdit::textEdited, this, &OverrideEditor::changed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_requirements);
    layout->addWidget(m_reason);
    setMaximumHeight(160);
}

std::optional<records::OverrideClaim> OverrideEditor::claim() const
{
    records::OverrideClaim claim{{}, m_reason->text().trimmed().toStdString()};
    for (int row = 0; row < m_requirements->count(); ++row) {
        const auto *item = m_requirements->item(row);
        if (item->checkState() == Qt::Checked)
            claim.requirements.push_back(item->data(Qt::UserRole).toString().toStdString());
    }
    std::ranges::sort(claim.requirements);
    return claim.requirements.empty() || claim.reason.empty() ? std::nullopt : std::optional(std::move(claim));
}

} // namespace countersign::ui
