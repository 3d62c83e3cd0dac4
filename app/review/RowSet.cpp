// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowSet.h"

#include <algorithm>
#include <charconv>

namespace countersign::review
{

namespace
{

/// Takes a number off the front; nothing: there is none.
std::optional<std::uint32_t> takeNumber(std::string_view &text)
{
    std::uint32_t number = 0;
    const auto [behind, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(behind - text.data()));
    return number;
}

bool take(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

RowSet RowSet::of(std::uint32_t first, std::uint32_t last)
{
    return RowSet({{first, last + 1}});
}

std::optional<RowSet> RowSet::parse(std::string_view text)
{
    if (text == "all")
        return all();
    RowSet rows;
    while (!text.empty()) {
        const auto first = takeNumber(text);
        if (!first || !take(text, '-'))
            return std::nullopt;
        std::uint32_t behind = end;
        if (!text.empty()) {
            const auto last = takeNumber(text);
            if (!last || *last < *first || *last >= end - 1)
                return std::nullopt;
            behind = *last + 1;
        }
        const bool isAscending = rows.m_ranges.empty() || rows.m_ranges.back().behind < *first;
        if (!isAscending || *first == end || (!text.empty() && (!take(text, ',') || text.empty())))
            return std::nullopt;
        rows.m_ranges.push_back({*first, behind});
    }
    return rows;
}

std::string RowSet::text() const
{
    if (*this == all())
        return "all";
    std::string text;
    for (const Range &range : m_ranges) {
        if (!text.empty())
            text += ',';
        text += std::to_string(range.first) + '-';
        if (range.behind != end)
            text += std::to_string(range.behind - 1);
    }
    return text;
}

bool RowSet::contains(std::uint32_t row) const
{
    const auto after = std::ranges::upper_bound(m_ranges, row, {}, &Range::first);
    return after != m_ranges.begin() && row < std::prev(after)->behind;
}

bool RowSet::covers(std::uint32_t rows) const
{
    return rows == 0 || (!m_ranges.empty() && m_ranges.front().first == 0 && m_ranges.front().behind >= rows);
}

std::uint32_t RowSet::count(std::uint32_t rows) const
{
    std::uint32_t count = 0;
    for (const Range &range : m_ranges) {
        if (range.first < rows)
            count += std::min(range.behind, rows) - range.first;
    }
    return count;
}

void RowSet::add(const RowSet &rows)
{
    std::vector<Range> both;
    std::ranges::merge(m_ranges, rows.m_ranges, std::back_inserter(both), {}, &Range::first, &Range::first);
    m_ranges.clear();
    for (const Range &range : both) {
        if (!m_ranges.empty() && range.first <= m_ranges.back().behind)
            m_ranges.back().behind = std::max(m_ranges.back().behind, range.behind);
        else
            m_ranges.push_back(range);
    }
}

void RowSet::remove(const RowSet &rows)
{
    std::vector<Range> left;
    auto cut = rows.m_ranges.begin();
    for (Range range : m_ranges) {
        while (cut != rows.m_ranges.end() && cut->behind <= range.first)
            ++cut;
        for (auto one = cut; one != rows.m_ranges.end() && one->first < range.behind; ++one) {
            if (range.first < one->first)
                left.push_back({range.first, one->first});
            range.first = std::min(one->behind, range.behind);
        }
        if (range.first < range.behind)
            left.push_back(range);
    }
    m_ranges = std::move(left);
}

} // namespace countersign::review
