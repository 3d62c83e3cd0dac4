// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Gate.h"
#include "workbench/Signing.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QSpinBox;
class QTableWidget;

namespace countersign::ui
{

/// How a change goes out: the stages of its rollout in order, and what triggers the way back.
class RolloutEditor : public QWidget
{
    Q_OBJECT
public:
    explicit RolloutEditor(QWidget *parent = nullptr);

    /// Nothing: no stage and no trigger were entered.
    [[nodiscard]] std::optional<records::Rollout> rollout() const;

signals:
    void changed();

private:
    void addStage();
    void removeStage();

    QLineEdit *m_name;
    QSpinBox *m_percent;
    QSpinBox *m_minutes;
    QTableWidget *m_stages;
    QLineEdit *m_trigger;
};

/// Which requirements of the gate an override lifts, and why.
class OverrideEditor : public QWidget
{
    Q_OBJECT
public:
    /// Offers the requirements that are not satisfied.
    explicit OverrideEditor(const std::vector<records::Requirement> &requirements, QWidget *parent = nullptr);

    /// Nothing: no requirement or no reason yet.
    [[nodiscard]] std::optional<records::OverrideClaim> claim() const;

signals:
    void changed();

private:
    QListWidget *m_requirements;
    QLineEdit *m_reason;
};

} // namespace countersign::ui
