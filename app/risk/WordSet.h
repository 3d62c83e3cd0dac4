// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Every run of letters, digits, '_' and bytes beyond ASCII, in order, repeated ones too.
    [[nodiscard]] static std::vector<Word> wordsOf(std::string_view text);
    /// True when the text has all of @p words.
    [[nodiscard]] bool holds(const std::vector<Word> &words) const;

    /// Each once, ascending.
    [[nodiscard]] std::span<const Word> words() const { return m_words; }
    [[nodiscard]] std::size_t textBytes() const { return m_textBytes; }
    /// Memory that it takes.
    [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + m_words.size() * sizeof(Word); }

private:
    std::vector<Word> m_words; ///< sorted, each once
    std::size_t m_textBytes;
};

} // namespace countersign::risk
