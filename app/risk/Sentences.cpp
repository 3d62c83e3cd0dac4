// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sentences.h"

#include "detectors/Words.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostSentences = 1'000; ///< of one file; what comes after is not found, and counts as gone

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool isSmallWord(std::string_view word)
{
    static const std::set<std::string_view> small{
        "a",     "an",   "the",   "this",  "that", "these", "those", "it",   "its",  "is",    "are",   "be",
        "been",  "was",  "were",  "am",    "of",   "to",    "in",    "on",   "at",   "by",    "for",   "from",
        "with",  "as",   "or",    "and",   "but",  "if",    "when",  "so",   "then", "there", "here",  "can",
        "could", "will", "would", "do",    "does", "did",   "has",   "have", "had",  "may",   "might", "all",
        "each",  "also", "into",  "which", "what", "who",   "how",   "s",    "t",    "re",    "than",  "out",
        "up",    "your", "their", "them",  "they", "we",    "our",   "us",   "i",    "e",     "g"};
    return small.contains(word);
}

/// "reviewer" of "Reviewers": whoever a safeguard relies on or speaks to. Empty: nobody.
std::string personIn(std::string_view word)
{
    static const std::set<std::string_view> people{"human",  "user",   "operator", "reviewer",  "maintainer",
                                                   "owner",  "person", "people",   "developer", "contributor",
                                                   "author", "team",   "lead",     "you"};
    if (people.contains(word))
        return std::string(word);
    if (word.ends_with('s') && people.contains(word.substr(0, word.size() - 1)))
        return std::string(word.substr(0, word.size() - 1));
    return {};
}

Sentence sentenceFrom(std::string_view text)
{
    Sentence sentence;
    sentence.text = text;
    sentence.lower = lowerCase(text);
    eachIdentifier(text, [&sentence](std::string_view word) {
        const std::string lower = lowerCase(word);
        if (const std::string person = personIn(lower); !person.empty())
            sentence.people.insert(person);
        else if (!isSmallWord(lower))
            sentence.words.insert(lower);
    });
    return sentence;
}

/// Blank, a heading, an item of a list, a row of a table.
bool beginsParagraph(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t");
    return start == std::string_view::npos || std::string_view("#-*+|>`~0123456789").contains(line[start]);
}

/// The mark that opens or closes a fence, and what follows it; empty: none.
std::string_view fenceIn(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t>");
    if (start == std::string_view::npos || (line[start] != '`' && line[start] != '~'))
        return {};
    const std::string_view rest = line.substr(start);
    const std::size_t length = rest.find_first_not_of(rest.front());
    const bool isFence =
        std::min(length, rest.size()) >= 3 && (length == std::string_view::npos || !rest.substr(length).contains('`'));
    return isFence ? rest : std::string_view();
}

/// The language of a fence is none of text and none of commands.
bool namesSampleCode(std::string_view fence)
{
    static const std::set<std::string_view> read{"",    "text", "txt",        "md",  "markdown", "mdx",          "prompt",
                                                 "sh",  "bash", "shell",      "zsh", "fish",     "console",      "terminal",
                                                 "ps1", "pwsh", "powershell", "bat", "cmd",      "shellsession", "shell-session"};
    const std::size_t start = fence.find_first_not_of("`~ \t{.");
    const std::string_view language = start == std::string_view::npos ? std::string_view() : fence.substr(start);
    return !read.contains(lowerCase(language.substr(0, language.find_first_of(" \t\r,{}:"))));
}

} // namespace

std::vector<Sentence> sentencesOf(std::string_view line)
{
    std::vector<Sentence> sentences;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const bool isStop = i < line.size() && (line[i] == '.' || line[i] == '!' || line[i] == '?' || line[i] == '|')
            && (i + 1 == line.size() || line[i] == '|' || line[i + 1] == ' ' || line[i + 1] == '*' || line[i + 1] == ')');
        if (i != line.size() && !isStop)
            continue;
        Sentence sentence = sentenceFrom(line.substr(start, i - start));
        if (!sentence.words.empty())
            sentences.push_back(std::move(sentence));
        start = i + 1;
    }
    return sentences;
}

ChangedSentences::ChangedSentences(const FileChange &file, Side side)
{
    const Text &text = side == Side::Old ? file.oldText : file.newText;
    const SampleCode sample(text);
    std::string paragraph;
    LineNumber last = noLine;
    std::size_t paragraphs = 0;
    const auto finish = [&] {
        ++paragraphs;
        for (Sentence &sentence : sentencesOf(paragraph)) {
            sentence.paragraph = paragraphs;
            if (m_sentences.size() < mostSentences)
                m_sentences.push_back(std::move(sentence));
        }
        paragraph.clear();
    };
    for (const Row &row : file.rows.rows) {
        const LineNumber at = side == Side::Old ? row.left : row.right;
        if (m_sentences.size() == mostSentences)
            return;
        if (at == noLine || row.kind == RowKind::Equal || sample.holds(at))
            continue;
        const std::string_view line = text.line(at).substr(0, longestCodeLine);
        if (at != last + 1 || beginsParagraph(line) || paragraph.size() > longestCodeLine)
            finish();
        paragraph.append(line).append(1, ' ');
        last = at;
    }
    finish();
}

double ChangedSentences::shareOf(const Sentence &sentence, std::string_view word) const
{
    const std::string lower = lowerCase(word);
    double best = 0;
    for (std::size_t i = 0; i < m_sentences.size(); ++i) {
        const Sentence &now = m_sentences[i];
        // "The reviewer must …" became "You must …": the words stand, and another one has to keep them.
        const bool namesOthers = !std::ranges::includes(sentence.people, now.people)
            || std::ranges::any_of(sentence.people,
                                   [&now](const std::string &person) { return person != "you" && !now.people.contains(person); });
        if (namesOthers || !holdsWord(now.lower, lower))
            continue;
        // One sentence became two.
        const auto isBeside = [&now](const Sentence &other) { return other.paragraph == now.paragraph; };
        const Sentence *before = i > 0 && isBeside(m_sentences[i - 1]) ? &m_sentences[i - 1] : nullptr;
        const Sentence *after = i + 1 < m_sentences.size() && isBeside(m_sentences[i + 1]) ? &m_sentences[i + 1] : nullptr;
        const auto common = std::ranges::count_if(sentence.words, [&](const std::string &one) {
            return now.words.contains(one) || (before && before->words.contains(one)) || (after && after->words.contains(one));
        });
        best = std::max(best, static_cast<double>(common) / static_cast<double>(sentence.words.size()));
    }
    return best;
}

bool ChangedSentences::hold(const Sentence &sentence) const
{
    return std::ranges::any_of(m_sentences, [&sentence](const Sentence &other) {
        return other.words == sentence.words && other.people == sentence.people;
    });
}

SampleCode::SampleCode(const Text &text)
    : m_isCode(text.lineCount() + 1)
{
    std::string_view open;
    bool isSample = false;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        const std::string_view fence = fenceIn(text.line(line));
        m_isCode[line] = isSample;
        if (open.empty() && !fence.empty()) {
            open = fence.substr(0, std::min(fence.find_first_not_of(fence.front()), fence.size()));
            isSample = namesSampleCode(fence);
            m_isCode[line] = isSample;
        } else if (!open.empty() && fence.starts_with(open)
                   && fence.find_first_not_of(std::string{fence.front(), ' ', '\t'}) == std::string_view::npos) {
            open = {};
            isSample = false;
        }
    }
}

} // namespace countersign::risk
