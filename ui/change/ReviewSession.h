// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Background.h"
#include "../Job.h"
#include "../Workspace.h"

#include "workbench/ReviewDesk.h"

#include <QObject>

#include <functional>
#include <memory>

namespace countersign::ui
{

/// The reviewer's own part of the opened change: keeps the desk that saves it, and saves in the order of the calls without the
/// window ever waiting for the disk. GUI thread.
class ReviewSession : public QObject
{
    Q_OBJECT
public:
    explicit ReviewSession(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    /// What was typed last reaches the disk first.
    ~ReviewSession() override;

    /// changed() follows with what the store holds.
    void open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    /// What is still being saved is saved; nothing more is heard of it.
    void close();
    [[nodiscard]] bool isOpen() const { return m_desk != nullptr; }
    [[nodiscard]] bool isBusy() const { return m_opening.isRunning() || m_pending > 0; }

    /// Runs in the saving thread; changed() or failed() follows. Does nothing where no review is open.
    void save(std::function<Result<workbench::ReviewState>(workbench::ReviewDesk &)> work);
    /// Counts at once and is saved after.
    void setRead(const review::ReadRows &read);
    [[nodiscard]] const workbench::ReviewState &state() const { return m_state; }

signals:
    void changed();
    void failed(const QString &why);

private:
    std::shared_ptr<workbench::ReviewDesk> m_desk;
    workbench::ReviewState m_state;
    Job m_opening;
    Background m_saves{1}; ///< one thread: saves keep their order
    int m_pending = 0;
};

} // namespace countersign::ui
