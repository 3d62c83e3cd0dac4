// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Finds many literals in one pass over a text. ASCII letters match in either case. A table of bits that stays in the processor's
/// nearest cache knows which three bytes may begin a literal; only there are those literals compared that begin so (the filter of
/// Wu and Manber, TR-94-17, 1994, without its shifts: the literals are short). Time is linear in the text, for given literals.
/// Immutable; any thread.
class LiteralScanner
{
public:
    /// @param literals lower case, none empty.
    explicit LiteralScanner(std::span<const std::string> literals);
    LiteralScanner(std::initializer_list<std::string> literals)
        : LiteralScanner(std::span(literals.begin(), literals.size()))
    {
    }

    /// Puts the index of every literal that occurs in @p text into @p found (cleared first; ascending, none twice).
    void scan(std::string_view text, std::vector<int> &found) const;
    /// Calls take(index, offset) for every occurrence: which literal, and the offset of its first byte. Offsets ascend. Goes on
    /// as long as it returns true.
    template<class Take>
    void each(std::string_view text, Take take) const
    {
        std::uint32_t key = 0;
        for (std::size_t end = 0; end < text.size(); ++end) {
            key = nextKey(key, text[end]);
            if (!mayBegin(key) || end + 1 < m_beginning)
                continue;
            const std::size_t at = end + 1 - m_beginning;
            const std::uint64_t bytes = lowered(eightBytes(text, at));
            for (const Candidate &candidate : beginningWith(key)) {
                if ((bytes & candidate.mask) == candidate.bytes && goesOn(candidate, text.substr(at))
                    && !take(candidate.literal, at))
                    return;
            }
        }
    }
    /// One of them occurs in @p text: much cheaper than an expression where nearly no text has any.
    [[nodiscard]] bool findsAny(std::string_view text) const;

private:
    /// A literal among those with the same key.
    struct Candidate {
        std::uint64_t bytes = 0; ///< the first eight, as they lie in memory
        std::uint64_t mask = 0; ///< of the bytes that it has
        int literal = 0;
    };
    static constexpr std::size_t longestBeginning = 3; ///< bytes
    static constexpr std::uint32_t bitsOfByte = 5;
    static constexpr std::uint32_t keys = 1U << (bitsOfByte * longestBeginning);

    /// The key of the last m_beginning bytes, with one more.
    [[nodiscard]] std::uint32_t nextKey(std::uint32_t key, char c) const
    {
        return ((key << bitsOfByte) ^ m_column[static_cast<std::uint8_t>(c)]) & m_keyMask;
    }
    [[nodiscard]] bool mayBegin(std::uint32_t key) const { return (m_beginnings[key / 64] >> (key % 64) & 1) != 0; }
    [[nodiscard]] std::span<const Candidate> beginningWith(std::uint32_t key) const
    {
        const std::uint64_t below = m_beginnings[key / 64] & ((std::uint64_t{1} << (key % 64)) - 1);
        const std::size_t group = m_groupsBefore[key / 64] + static_cast<std::size_t>(std::popcount(below));
        return std::span(m_candidates).subspan(m_firstOf[group], m_firstOf[group + 1] - m_firstOf[group]);
    }
    /// The bytes from @p at on, zeros behind the end.
    [[nodiscard]] static std::uint64_t eightBytes(std::string_view text, std::size_t at)
    {
        std::uint64_t bytes = 0;
        if (at + sizeof(bytes) <= text.size())
            std::memcpy(&bytes, text.data() + at, sizeof(bytes));
        else
            std::memcpy(&bytes, text.data() + at, text.size() - at);
        return bytes;
    }
    /// ASCII letters in lower case: what lies between A and Z in a byte below 0x80 gets the bit 0x20.
    [[nodiscard]] static std::uint64_t lowered(std::uint64_t bytes)
    {
        constexpr std::uint64_t each = 0x0101010101010101U;
        constexpr std::uint64_t high = each * 0x80U;
        const std::uint64_t low = bytes & ~high;
        const std::uint64_t fromA = low + each * (0x80U - 'A');
        const std::uint64_t beyondZ = low + each * (0x7FU - 'Z');
        return bytes | (((fromA ^ beyondZ) & ~bytes & high) >> 2U);
    }
    /// The text has all of the literal's bytes, where it may have eight of them.
    [[nodiscard]] bool goesOn(const Candidate &candidate, std::string_view text) const;

    std::array<std::uint8_t, 256> m_column{}; ///< of a byte in the keys; 0: in no literal
    std::size_t m_beginning = longestBeginning; ///< bytes that a key is made of: less where some literal has less
    std::uint32_t m_keyMask = keys - 1;
    std::array<std::uint64_t, keys / 64> m_beginnings{}; ///< bits, by key
    std::array<std::uint32_t, keys / 64> m_groupsBefore{}; ///< bits that are set before each 64
    std::vector<std::uint32_t> m_firstOf; ///< per set bit, index into m_candidates; one more at the end
    std::vector<Candidate> m_candidates; ///< by key
    std::vector<std::string> m_literals;
};

} // namespace countersign::risk
