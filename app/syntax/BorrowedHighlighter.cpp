// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BorrowedHighlighter.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace countersign::syntax
{

namespace
{

/// Those that wait for their next user.
struct Idle {
    std::mutex mutex;
    std::vector<std::unique_ptr<Highlighter>> highlighters;

    /// Never destroyed: they must not outlive the libraries that they come from.
    static Idle &ofProcess()
    {
        static auto &idle = *new Idle;
        return idle;
    }
};

} // namespace

BorrowedHighlighter::BorrowedHighlighter()
{
    Idle &idle = Idle::ofProcess();
    {
        const std::scoped_lock lock(idle.mutex);
        if (!idle.highlighters.empty()) {
            m_highlighter = std::move(idle.highlighters.back());
            idle.highlighters.pop_back();
        }
    }
    if (!m_highlighter)
        m_highlighter = std::make_unique<Highlighter>();
}

BorrowedHighlighter::~BorrowedHighlighter()
{
    m_highlighter->forgetTexts();
    Idle &idle = Idle::ofProcess();
    const std::scoped_lock lock(idle.mutex);
    if (idle.highlighters.size() < std::max(2U, std::thread::hardware_concurrency()))
        idle.highlighters.push_back(std::move(m_highlighter));
}

} // namespace countersign::syntax
