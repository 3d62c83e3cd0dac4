// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordSet.h"

#include <algorithm>
#include <array>

namespace countersign::risk
{

namespace
{

constexpr std::array<bool, 256> wordBytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
    return table;
}();

} // namespace

std::vector<WordSet::Word> WordSet::wordsOf(std::string_view text)
{
    constexpr Word basis = 2166136261U; // FNV-1a
    constexpr Word prime = 16777619U;
    std::vector<Word> words;
    Word digest = basis;
    bool isInside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (wordBytes[byte]) {
            digest = (digest ^ byte) * prime;
            isInside = true;
        } else if (isInside) {
            words.push_back(digest);
            digest = basis;
            isInside = false;
        }
    }
    if (isInside)
        words.push_back(digest);
    return words;
}

WordSet::WordSet(std::string_view text)
    : m_words(wordsOf(text))
    , m_textBytes(text.size())
{
    std::ranges::sort(m_words);
    m_words.erase(std::ranges::unique(m_words).begin(), m_words.end());
    m_words.shrink_to_fit();
}

bool WordSet::holds(const std::vector<Word> &words) const
{
    return std::ranges::all_of(words, [this](Word word) { return std::ranges::binary_search(m_words, word); });
}

} // namespace countersign::risk
