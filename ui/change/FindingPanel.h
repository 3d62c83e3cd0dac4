// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Finding.h"
#include "review/Store.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// A decision about a finding as the person has entered it; no decision: open again.
struct FindingChoice {
    std::string finding; ///< id
    std::optional<review::FindingDecision> decision;
    std::string reason;
    std::optional<std::int64_t> expires; ///< of a waiver, seconds since 1970
};

/// The findings of a change, worst first, and what was decided about the current one: acknowledged, waived until a day, disputed.
class FindingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FindingPanel(QWidget *parent = nullptr);

    void setFindings(std::vector<Finding> findings);
    void setDecisions(const std::map<std::string, review::FindingState> &decisions);
    /// Findings without a decision in force.
    [[nodiscard]] int openCount() const;
    void showError(const QString &text);
    /// Makes a finding current, with a decision chosen and the cursor where its reason belongs. Nothing is saved yet.
    void prepare(const std::string &finding, review::FindingDecision decision);
    /// "waived · alice@example.com · restored from backup"
    [[nodiscard]] static QString decisionWords(const review::FindingState &state);

signals:
    void findingSelected(const countersign::Finding &finding);
    void decided(const countersign::ui::FindingChoice &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const Finding *current() const;
    [[nodiscard]] const review::FindingState *decisionOf(const Finding &finding) const;
    void fill();
    void showCurrent();
    void showFields();
    void save();

    std::vector<Finding> m_findings;
    std::map<std::string, review::FindingState> m_decisions;
    QListWidget *m_list;
    QComboBox *m_decision;
    QLineEdit *m_reason;
    QDateEdit *m_expires;
    QPushButton *m_save;
    QLabel *m_note;
};

} // namespace countersign::ui
