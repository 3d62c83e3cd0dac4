// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __x86_64__ // all of them have SSE2
#include <emmintrin.h>
#endif

namespace countersign
{

/// Bytes that are looked at together for the ends of lines.
inline constexpr std::size_t lineEndBlock = 64;

/// Bit n: byte n of the block is LF. Reads lineEndBlock bytes.
[[nodiscard]] inline std::uint64_t lineEndsIn(const char *block)
{
    std::uint64_t ends = 0;
#ifdef __x86_64__
    const __m128i newline = _mm_set1_epi8('\n');
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 16UL * part));
        const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, newline)));
        ends |= std::uint64_t{found} << (16 * part);
    }
#else
    for (unsigned at = 0; at < lineEndBlock; ++at)
        ends |= std::uint64_t{block[at] == '\n'} << at;
#endif
    return ends;
}

[[nodiscard]] inline std::size_t countLineEnds(std::string_view bytes)
{
    std::size_t at = 0;
    std::size_t count = 0;
#ifdef __x86_64__
    const __m128i newline = _mm_set1_epi8('\n');
    __m128i sums = _mm_setzero_si128(); // of the lower and the upper columns
    for (; at + lineEndBlock <= bytes.size(); at += lineEndBlock) {
        __m128i found = _mm_setzero_si128(); // in each of 16 columns
        for (std::size_t part = 0; part < lineEndBlock; part += 16) {
            const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes.data() + at + part));
            found = _mm_sub_epi8(found, _mm_cmpeq_epi8(here, newline)); // equal is -1
        }
        sums = _mm_add_epi64(sums, _mm_sad_epu8(found, _mm_setzero_si128()));
    }
    count = static_cast<std::size_t>(_mm_cvtsi128_si64(sums) + _mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
#endif
    for (; at < bytes.size(); ++at)
        count += bytes[at] == '\n' ? 1U : 0U;
    return count;
}

/// Fills @p starts, a vector of std::uint32_t, with the offset of each line's first byte. Linear; @p bytes are less than 4 GiB.
template<class Offsets>
void findLineStarts(std::string_view bytes, Offsets &starts)
{
    constexpr int usual = 4; // lines that begin in a block: written without asking how many there are
    const std::size_t lines = countLineEnds(bytes) + (bytes.empty() || bytes.ends_with('\n') ? 0 : 1);
    starts.resize(lines + 1 + usual);
    std::uint32_t *next = starts.data();
    *next++ = 0;
    std::uint32_t at = 0;
    for (; at + lineEndBlock <= bytes.size(); at += lineEndBlock) {
        std::uint64_t ends = lineEndsIn(bytes.data() + at);
        const int found = std::popcount(ends);
        const auto write = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                next[i] = at + static_cast<std::uint32_t>(std::countr_zero(ends)) + 1;
                ends &= ends - 1;
            }
        };
        write(0, usual);
        if (found > usual) [[unlikely]]
            write(usual, found);
        next += found;
    }
    for (; at < bytes.size(); ++at) {
        if (bytes[at] == '\n')
            *next++ = at + 1;
    }
    starts.resize(lines);
}

} // namespace countersign
