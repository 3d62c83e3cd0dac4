// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"

#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Interaction.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QSplitter;

namespace countersign::ui
{

class DiffView;
class MeetingList;
class Meetings;

/// Two open changes side by side at the place where they meet: the file of each at its own head, with what it changes there.
class MeetingPage : public QWidget
{
    Q_OBJECT
public:
    /// @param meetings outlives this.
    explicit MeetingPage(Meetings &meetings, QWidget *parent = nullptr);

    /// Shows a meeting of the list.
    void showMeeting(int meeting);
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning(); }

signals:
    void changeRequested(const QString &id);

private:
    /// One of the two places.
    struct Place {
        QLabel *who = nullptr;
        QLabel *where = nullptr;
        DiffView *view = nullptr;
    };
    /// A file of a change, as its diff has it.
    struct Shown {
        QString title; ///< of the change
        std::shared_ptr<const FileChange> file; ///< null: the change does not have it any more
    };
    [[nodiscard]] Place addPlace(QSplitter *splitter, const char *name, const QString &accessibleName);
    void read();
    void fill(Place &place, const QString &who, const InteractionPlace &at, const Result<Shown> &shown);
    void clear();
    [[nodiscard]] const Interaction *meeting() const;

    Meetings &m_meetings;
    MeetingList *m_list;
    QLabel *m_title;
    QPushButton *m_open;
    Place m_here;
    Place m_there;
    Job m_reading;
};

} // namespace countersign::ui
