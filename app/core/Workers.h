// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <ranges>
#include <thread>
#include <vector>

namespace countersign
{

/// Calls @p work with one of @p tools and every number below @p count, each once and the small ones first: one thread a tool
/// (a repository handle, say), this one among them. Returns when all is done. There must be a tool.
template<class Tools, class Work>
    requires std::ranges::random_access_range<Tools>
void onThreads(Tools &tools, std::size_t count, const Work &work)
{
    std::atomic<std::size_t> next = 0;
    const auto takeTurns = [&](const auto &tool) {
        for (std::size_t i = next++; i < count; i = next++)
            work(tool, i);
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(std::ranges::size(tools), count); ++i)
        others.emplace_back([&takeTurns, &tools, i] { takeTurns(tools[i]); });
    takeTurns(tools[0]);
}

/// The same without tools, on this thread and up to @p threads - 1 others.
template<class Work>
void onThreads(std::size_t count, std::size_t threads, const Work &work)
{
    const auto tools = std::views::iota(std::size_t{0}, std::max<std::size_t>(threads, 1));
    onThreads(tools, count, [&work](std::size_t, std::size_t i) { work(i); });
}

} // namespace countersign
