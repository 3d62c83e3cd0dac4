// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Background.h"

#include "core/Priority.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace countersign::ui
{

namespace
{

/// Calls on their way to the GUI thread.
struct Mailbox {
    std::mutex mutex;
    std::deque<std::function<void()>> calls;

    static Mailbox &shared()
    {
        static Mailbox mailbox;
        return mailbox;
    }
};

/// Takes one call: one that runs an event loop of its own must not keep the others waiting.
void takeCall()
{
    auto &mailbox = Mailbox::shared();
    std::function<void()> call;
    {
        const std::scoped_lock lock(mailbox.mutex);
        call = std::move(mailbox.calls.front());
        mailbox.calls.pop_front();
    }
    call();
}

} // namespace

Background::Background(unsigned threads)
{
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

Background::~Background()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
}

Background &Background::shared()
{
    // Its threads end before the application does: what Qt keeps for a thread must not outlive Qt's own statics.
    static Background *background = nullptr;
    if (!background) {
        background = new Background(std::max(3U, std::thread::hardware_concurrency()));
        qAddPostRoutine([] {
            delete background;
            background = nullptr;
        });
    }
    return *background;
}

void Background::start(std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_all();
}

void Background::waitForDone()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_running == 0; });
}

void Background::run()
{
    giveWay(); // to the GUI thread
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        auto work = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        lock.unlock();
        work();
        work = nullptr; // what it holds goes before the work counts as done
        lock.lock();
        --m_running;
        m_changed.notify_all();
    }
}

void callInGui(std::function<void()> call)
{
    auto &mailbox = Mailbox::shared();
    {
        const std::scoped_lock lock(mailbox.mutex);
        mailbox.calls.push_back(std::move(call));
    }
    QMetaObject::invokeMethod(QCoreApplication::instance(), takeCall, Qt::QueuedConnection);
}

} // namespace countersign::ui
