// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Oid.h"
#include "risk/WordSet.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace countersign::workbench
{

/// The words of blobs that were read in this session: the trees of a queue's changes have nearly all of them in common. Any thread.
class KnownWords
{
public:
    /// @param mostBytes that all sets may take; when they would take more, all are forgotten.
    explicit KnownWords(std::size_t mostBytes = std::size_t{64} << 20U)
        : m_mostBytes(mostBytes)
    {
    }

    /// Null: not known.
    [[nodiscard]] std::shared_ptr<const risk::WordSet> find(const Oid &blob);
    void put(const Oid &blob, std::shared_ptr<const risk::WordSet> words);

private:
    const std::size_t m_mostBytes;
    std::mutex m_mutex;
    std::unordered_map<Oid, std::shared_ptr<const risk::WordSet>> m_sets;
    std::size_t m_bytes = 0;
};

} // namespace countersign::workbench
