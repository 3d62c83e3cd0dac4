// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign
{
struct Progress;
}

namespace countersign::ui
{

/// Bottom of the Change page, always in view: how far the work is, what is missing before one can sign, and the decision.
class ChangeFooter : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeFooter(QWidget *parent = nullptr);

    void setStatus(const QString &text);
    void setProgress(const Progress &progress);
    void setRunning(bool running);
    /// What must be done first; empty: nothing.
    void setToSign(const QStringList &parts);
    /// No change is open.
    void clearToSign();
    void setCanSign(bool can);

signals:
    void cancelRequested();
    void approveRequested();
    void rejectRequested();

private:
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_toSign;
    QPushButton *m_reject;
    QPushButton *m_approve;
};

} // namespace countersign::ui
