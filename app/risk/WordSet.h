// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// The words of a text, so that who looks for names need not read a text that does not have them. Words are kept as digests of
/// 32 bits: a set may claim a word that is not there, and never misses one. Immutable; any thread.
class WordSet
{
public:
    using Word = std::uint32_t;

    explicit WordSet(std::string_view text);

    /// Calls take(word) for every run of letters, digits, '_' and bytes beyond ASCII, in order, repeated ones too.
    template<class Take>
    static void eachWord(std::string_view text, Take take)
    {
        constexpr Word basis = 2166136261U; // FNV-1a
        constexpr Word prime = 16777619U;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!isWordByte(text[at]))
                continue;
            Word digest = basis;
            for (; at < text.size() && isWordByte(text[at]); ++at)
                digest = (digest ^ static_cast<std::uint8_t>(text[at])) * prime;
            take(digest);
        }
    }
    [[nodiscard]] static std::vector<Word> wordsOf(std::string_view text);
    /// True when the text has all of @p words.
    [[nodiscard]] bool holds(const std::vector<Word> &words) const;

    /// Each once, ascending.
    [[nodiscard]] std::span<const Word> words() const { return m_words; }
    [[nodiscard]] std::size_t textBytes() const { return m_textBytes; }
    /// Memory that it takes.
    [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + m_words.size() * sizeof(Word); }

private:
    static constexpr std::array<bool, 256> wordBytes = [] {
        std::array<bool, 256> table{};
        for (std::size_t c = 0; c < table.size(); ++c)
            table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
        return table;
    }();
    [[nodiscard]] static bool isWordByte(char c) { return wordBytes[static_cast<std::uint8_t>(c)]; }

    std::vector<Word> m_words; ///< sorted, each once
    std::size_t m_textBytes;
};

} // namespace countersign::risk
