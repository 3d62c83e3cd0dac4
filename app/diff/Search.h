// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Finding.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::diff
{

struct SearchOptions {
    bool isPattern = false; ///< a regular expression in RE2's syntax; else plain text
    bool matchCase = false;
    bool wholeWords = false;
};

/// One occurrence, inside one line.
struct SearchHit {
    std::uint32_t row = 0; ///< index into FileRows::rows
    Side side = Side::New;
    ByteSpan span;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchHits {
    std::vector<SearchHit> hits; ///< ascending by row; of one row the old side first
    bool isCutShort = false; ///< there are more than mostHits
    static constexpr std::size_t mostHits = 200'000;
};

/// Finds @p words on both sides of a file; a line that is the same on both counts once, on the new side. Linear in the text
/// whatever the expression is. Errors (usage): the expression is empty or none that RE2 takes; cancelled. Any thread.
[[nodiscard]] Result<SearchHits> search(const FileChange &file, const std::string &words, const SearchOptions &options,
                                        std::stop_token stop = {});

} // namespace countersign::diff
