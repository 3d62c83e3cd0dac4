// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace countersign::ui
{

class Meetings;

/// Where the change meets others, one row a meeting, with how far the search for them is.
class MeetingList : public QWidget
{
    Q_OBJECT
public:
    /// @param meetings outlives this.
    explicit MeetingList(Meetings &meetings, QWidget *parent = nullptr);

    void setCurrent(int meeting);
    [[nodiscard]] int current() const;

signals:
    void currentChanged(int meeting);
    void activated(int meeting); ///< Enter or a double click

private:
    void fill();
    void addUpTo(int rows);

    Meetings &m_meetings;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QListWidget *m_list;
    QTimer m_adding; ///< the rest of a long list
};

} // namespace countersign::ui
