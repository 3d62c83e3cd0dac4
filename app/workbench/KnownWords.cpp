// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KnownWords.h"

#include <utility>

namespace countersign::workbench
{

std::shared_ptr<const risk::WordSet> KnownWords::find(const Oid &blob)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_sets.find(blob);
    return found == m_sets.end() ? nullptr : found->second;
}

void KnownWords::put(const Oid &blob, std::shared_ptr<const risk::WordSet> words)
{
    const std::scoped_lock lock(m_mutex);
    const std::size_t bytes = words->bytes();
    if (m_bytes + bytes > m_mostBytes) {
        m_sets.clear();
        m_bytes = 0;
    }
    if (m_sets.try_emplace(blob, std::move(words)).second)
        m_bytes += bytes;
}

} // namespace countersign::workbench
