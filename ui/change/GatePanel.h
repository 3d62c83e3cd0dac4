// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Gate.h"
#include "records/Statement.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// What the policy asks of a change, what is satisfied, and what an approval given now would lack; the button that takes one's
/// own record back.
class GatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit GatePanel(QWidget *parent = nullptr);

    void setReport(const records::GateReport &report);
    /// Nothing is known: @p why.
    void setUnknown(const QString &why);
    void setMissing(const std::vector<Message> &missing);
    /// The button works only when there is something to sign.
    void setCanSign(bool can);

signals:
    void withdrawRequested();

private:
    QLabel *m_verdict;
    QListWidget *m_requirements;
    QListWidget *m_missing;
    QPushButton *m_withdraw;
};

} // namespace countersign::ui
