// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ledger.h"

#include <functional>
#include <stop_token>
#include <string_view>
#include <unordered_set>
namespace countersign::records
{

/// Largest log that is read, in bytes: some 400,000 records.
inline constexpr std::size_t mostLogBytes = 64UL * 1024 * 1024;

/// Reads log/leaves and fetches the record that each line names, wherever the records are kept. What is wrong with the log
/// becomes problems of the ledger.
class LogReader
{
public:
    /// What a line names; envelope nothing and blob null: its file is not there.
    struct Found {
        bool isThere = false;
        std::optional<std::string> envelope = {};
        Oid blob = {};
    };
    /// Called once for each well-formed line, rosters too.
    using Fetch = std::function<Result<Found>(const LogLeaf &leaf)>;

    LogReader(Fetch fetch, std::stop_token stop)
        : m_fetch(std::move(fetch))
        , m_stop(std::move(stop))
    {
    }

    /// Errors: of the fetching; Cancelled.
    [[nodiscard]] Result<void> read(std::string_view leaves);
    void problem(Failure failure, Message what) { m_ledger.problems.push_back({failure, std::move(what)}); }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }

private:
    [[nodiscard]] Result<void> readLine(std::string_view line);

    Fetch m_fetch;
    std::stop_token m_stop;
    Ledger m_ledger;
    std::unordered_set<std::string> m_seen;
};

} // namespace countersign::records
