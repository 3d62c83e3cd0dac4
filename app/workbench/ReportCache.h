// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace countersign::workbench
{

struct ChangeReport;

/// Reports that were made in this process, so that a change that is looked at again need not be analysed again. What was used
/// last is forgotten last. Any thread.
class ReportCache
{
public:
    /// @param mostBytes that the texts and rows of all kept reports may take, but for the last one that alone takes more.
    explicit ReportCache(std::size_t mostBytes = std::size_t{64} << 20U)
        : m_mostBytes(mostBytes)
    {
    }

    /// Null: not there. @param key everything that the report depends on, in some digest.
    [[nodiscard]] std::shared_ptr<const ChangeReport> find(std::string_view key);
    /// Keeps a report.
    void put(std::string key, std::shared_ptr<const ChangeReport> report);

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const ChangeReport> report;
        std::size_t bytes = 0;
    };

    const std::size_t m_mostBytes;
    std::mutex m_mutex;
    std::list<Entry> m_entries; ///< used last first
    std::size_t m_bytes = 0; ///< of m_entries
    Entry m_large; ///< the last one that alone takes more than all may
};

} // namespace countersign::workbench
