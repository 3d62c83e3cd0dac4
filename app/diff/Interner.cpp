// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interner.h"

#include <QHashFunctions>

#include <bit>

namespace countersign::diff
{

Interner::Interner(std::size_t expected)
    : m_slots(std::bit_ceil(expected + expected / 2 + 8))
{
}

std::uint32_t Interner::id(std::string_view bytes)
{
    // Seeded by Qt for each process: nobody can prepare lines that collide. The numbers do not depend on it.
    const std::size_t hash = qHashBits(bytes.data(), bytes.size(), QHashSeed::globalSeed());
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const Known &known = m_known[m_slots[slot] - 1];
        if (known.hash == hash && known.bytes == bytes)
            return m_slots[slot] - 1;
    }
    m_known.push_back({hash, bytes});
    m_slots[slot] = count();
    if (m_known.size() * 4 > m_slots.size() * 3)
        grow();
    return count() - 1;
}

void Interner::grow()
{
    std::vector<std::uint32_t> wider(m_slots.size() * 2);
    const std::size_t mask = wider.size() - 1;
    for (std::uint32_t id = 0; id < m_known.size(); ++id) {
        std::size_t slot = m_known[id].hash & mask;
        while (wider[slot] != 0)
            slot = (slot + 1) & mask;
        wider[slot] = id + 1;
    }
    m_slots = std::move(wider);
}

} // namespace countersign::diff
