// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace countersign::risk
{

/// Takes results in the order in which threads have them and hands them on in the order of their places.
template<class T>
class InOrder
{
public:
    using HandOn = std::function<void(std::size_t place, T result)>;

    InOrder(std::size_t places, HandOn handOn)
        : m_waiting(places)
        , m_handOn(std::move(handOn))
    {
    }

    /// Hands on @p result, and those that waited for it, once all before it have been handed on. One thread at a time does so.
    void put(std::size_t place, T result)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting[place] = std::move(result);
        for (; m_next < m_waiting.size() && m_waiting[m_next]; ++m_next)
            m_handOn(m_next, *std::exchange(m_waiting[m_next], std::nullopt));
    }

private:
    std::mutex m_mutex;
    std::vector<std::optional<T>> m_waiting;
    HandOn m_handOn;
    std::size_t m_next = 0;
};

} // namespace countersign::risk
