// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign::ui
{

/// Threads for the window's work, and the way back to the GUI thread. Qt has both, too; these are built from the standard
/// library's locks alone, so that the thread sanitizer sees every hand-over and can vouch for the window.
class Background
{
public:
    /// @param threads at least 1. One thread keeps the order of its work.
    explicit Background(unsigned threads);
    /// Finishes what was given to it.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// The one that all jobs share: a thread a core, at least three, so that one long job leaves room for short ones.
    /// It ends with the application. GUI thread.
    [[nodiscard]] static Background &shared();

    /// Any thread. @p work must not throw.
    void start(std::function<void()> work);
    /// Waits until nothing is left to do.
    void waitForDone();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    unsigned m_running = 0;
    bool m_isEnding = false;
    std::vector<std::jthread> m_threads;
};

/// Calls @p call in the GUI thread, soon, in the order of the calls. Any thread; needs a QCoreApplication.
void callInGui(std::function<void()> call);

} // namespace countersign::ui
