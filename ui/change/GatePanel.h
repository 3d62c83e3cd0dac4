// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Gate.h"
#include "records/Statement.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// What the policy asks of a change and why, what is satisfied, what would satisfy the rest and who can; what an approval given
/// now would lack; the buttons that take one's own record back and that override.
class GatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit GatePanel(QWidget *parent = nullptr);

    void setReport(const records::GateReport &report);
    /// Nothing is known: @p why.
    void setUnknown(const QString &why);
    void setMissing(const std::vector<Message> &missing);
    /// What was set last; nothing: nothing is known.
    [[nodiscard]] const std::optional<records::GateReport> &report() const { return m_report; }
    /// The buttons work only when there is something to sign.
    void setCanSign(bool can);

signals:
    void withdrawRequested();
    void overrideRequested();

private:
    void showButtons();

    std::optional<records::GateReport> m_report;
    bool m_canSign = false;
    QLabel *m_verdict;
    QListWidget *m_requirements;
    QListWidget *m_missing;
    QPushButton *m_withdraw;
    QPushButton *m_override;
};

} // namespace countersign::ui
