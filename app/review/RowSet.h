// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::review
{

/// Which rows of a hunk, counted from its first (0). Knows nothing of how many there are: "all" stays all.
class RowSet
{
public:
    RowSet() = default; ///< none
    [[nodiscard]] static RowSet all() { return RowSet({{0, end}}); }
    [[nodiscard]] static RowSet of(std::uint32_t first, std::uint32_t last);
    /// What text() wrote: "all", "", "0-4,9-9", "7-". Nothing: broken.
    [[nodiscard]] static std::optional<RowSet> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] bool contains(std::uint32_t row) const;
    /// True where the first @p rows are in it.
    [[nodiscard]] bool covers(std::uint32_t rows) const;
    /// How many of the first @p rows are in it.
    [[nodiscard]] std::uint32_t count(std::uint32_t rows) const;
    void add(const RowSet &rows);
    void remove(const RowSet &rows);

    friend bool operator==(const RowSet &, const RowSet &) = default;

private:
    /// Half-open.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t behind = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };
    static constexpr std::uint32_t end = 0xFFFFFFFF; ///< behind every row
    explicit RowSet(std::vector<Range> ranges)
        : m_ranges(std::move(ranges))
    {
    }
    std::vector<Range> m_ranges; ///< ascending, neither touching nor empty
};

} // namespace countersign::review
