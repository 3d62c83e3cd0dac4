// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// What a sentence is about, and whom it names; in lower case.
struct Sentence {
    std::set<std::string> words; ///< without the small words that stand in every sentence
    std::set<std::string> people; ///< "user", "reviewer", "you"
    std::string text;
    std::string lower; ///< the text in lower case
    std::size_t paragraph = 0; ///< its number, among those of one text
};

/// The sentences of a line of prose: they end in a point, and where a list item or a table cell does.
[[nodiscard]] std::vector<Sentence> sentencesOf(std::string_view line);

/// The sentences of one file that a change brought, or took. Lines that follow each other are one paragraph.
class ChangedSentences
{
public:
    ChangedSentences(const FileChange &file, Side side);

    /// How much of the sentence stands in one of them that also has @p word and names nobody else, or in the sentence before or
    /// after that: 0 to 1.
    [[nodiscard]] double shareOf(const Sentence &sentence, std::string_view word) const;

    /// One of them has the same words.
    [[nodiscard]] bool hold(const Sentence &sentence) const;

private:
    std::vector<Sentence> m_sentences;
};

/// Lines of a text that are sample code between fences, in another language than a shell's: nothing that is asked for.
class SampleCode
{
public:
    explicit SampleCode(const Text &text);
    [[nodiscard]] bool holds(LineNumber line) const { return line < m_isCode.size() && m_isCode[line]; }

private:
    std::vector<bool> m_isCode; ///< by line
};

} // namespace countersign::risk
