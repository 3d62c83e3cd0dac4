// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include "core/Row.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::diff
{

/// Which bytes differ between two versions of a line.
struct LineSpans {
    std::vector<ByteSpan> a;
    std::vector<ByteSpan> b;
    bool isSkipped = false; ///< the lines were too long to look at
};

/// Finds the tokens that differ between two lines. Keeps its buffers and its budget from line to line.
class Intraline
{
public:
    /// Spans of both contents, in order, joined over white space. None where nothing but white space is common,
    /// and where the contents are equal. Valid until the next call.
    const LineSpans &compare(std::string_view a, std::string_view b);

private:
    struct Marks {
        std::vector<Token> tokens;
        std::vector<bool> isChanged;
    };
    void markChanges(std::string_view a, std::string_view b);
    void markByTable(std::string_view a, std::string_view b, std::size_t begin, std::size_t aCount, std::size_t bCount);
    void markByFewestEdits(std::string_view a, std::string_view b, std::size_t begin, std::size_t aCount, std::size_t bCount);

    Marks m_a;
    Marks m_b;
    std::vector<std::uint16_t> m_table;
    LineSpans m_spans;
    std::uint64_t m_cellsLeft = 50'000'000;
    std::uint64_t m_stepsLeft = 20'000'000;
    std::size_t m_bytesLeft = std::size_t{32} << 20U; ///< of lines that nobody wrote by hand
};

} // namespace countersign::diff
