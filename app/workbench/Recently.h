// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace countersign::workbench
{

/// A short list of values by key; the one that was asked for longest ago goes. Belongs to one thread at a time.
template<class Key, class Value>
class Recently
{
public:
    explicit Recently(std::size_t most)
        : m_most(most)
    {
    }
    std::shared_ptr<const Value> find(const Key &key)
    {
        const auto found = std::ranges::find(m_entries, key, &Entry::first);
        if (found == m_entries.end())
            return nullptr;
        std::rotate(m_entries.begin(), found, std::next(found));
        return m_entries.front().second;
    }
    void put(Key key, std::shared_ptr<const Value> value)
    {
        m_entries.insert(m_entries.begin(), {std::move(key), std::move(value)});
        if (m_entries.size() > m_most)
            m_entries.pop_back();
    }

private:
    using Entry = std::pair<Key, std::shared_ptr<const Value>>;
    std::size_t m_most;
    std::vector<Entry> m_entries;
};

} // namespace countersign::workbench
