// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
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
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace countersign::ui
{

/// A decision about a finding as the person has entered it; no decision: open again.
struct FindingChoice {
    std::string finding; ///< id
    std::optional<review::FindingDecision> decision;
    std::string reason;
    std::optional<std::int64_t> expires; ///< of a waiver, seconds since 1970
};

/// The findings of a change, worst first, look-alikes folded under the first of them, and what was decided about the current one:
/// acknowledged, waived until a day, disputed. Below them what other tools say, with their names, and how much of the added lines
/// tests run; neither is anybody's decision.
class FindingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FindingPanel(QWidget *parent = nullptr);

    /// @param problems what could not be looked at, or not be used, and why
    void setFindings(std::vector<Finding> findings, std::vector<Message> problems = {});
    /// What was imported about the change.
    void setReports(std::vector<Annotation> annotations, std::optional<TestCoverage> coverage);
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
    void annotationSelected(const countersign::Annotation &annotation);
    void decided(const countersign::ui::FindingChoice &choice);
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const Finding *current() const;
    [[nodiscard]] const review::FindingState *decisionOf(const Finding &finding) const;
    void fill();
    void addFinding(QTreeWidgetItem *under, int index);
    void addReports();
    void addProblems();
    QTreeWidgetItem *addNote(QTreeWidgetItem *under, const QString &text, int annotation = -1);
    [[nodiscard]] QTreeWidgetItem *itemOf(int finding) const;
    void showCurrent();
    void showFields();
    void save();

    std::vector<Finding> m_findings;
    std::map<std::string, review::FindingState> m_decisions;
    std::vector<Message> m_problems;
    std::vector<Annotation> m_annotations;
    std::optional<TestCoverage> m_coverage;
    QTreeWidget *m_list;
    QComboBox *m_decision;
    QLineEdit *m_reason;
    QDateEdit *m_expires;
    QPushButton *m_save;
    QPushButton *m_import;
    QLabel *m_note;
};

} // namespace countersign::ui
