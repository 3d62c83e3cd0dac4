// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordSet.h"

#include <algorithm>

namespace countersign::risk
{

std::vector<WordSet::Word> WordSet::wordsOf(std::string_view text)
{
    std::vector<Word> words;
    eachWord(text, [&words](Word word) { words.push_back(word); });
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
