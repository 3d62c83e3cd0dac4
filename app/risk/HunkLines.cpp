// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HunkLines.h"

#include "Sentences.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 2'000; ///< bytes
constexpr double mostOfIt = .55; ///< of a sentence's words: it was reworded
constexpr double nearlyAll = .9; ///< it stands in another file
constexpr int mostSentences = 50; ///< of one finding that are looked for; what comes after counts as gone, or as new
constexpr std::size_t mostHunks = 200; ///< of a file in which sentences are looked for

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// The first occurrence of any of the patterns.
std::optional<Occurrence> findAny(const std::vector<Pattern> &patterns, std::string_view line)
{
    for (const Pattern &pattern : patterns) {
        if (const auto found = pattern.find(line))
            return found;
    }
    return std::nullopt;
}

/// Calls @p visit with the lines of one side that the finding's hunks brought or took, until it says stop; true: it did.
template<class Visit>
bool anyLineInHunks(const FileChange &file, const Finding &finding, Side side, Visit visit)
{
    const Text &text = side == Side::Old ? file.oldText : file.newText;
    if (file.rows.hunks.empty()) { // nothing but the name is new: all of it stands where it did not stand
        for (LineNumber line = finding.startLine; side == finding.side && line <= finding.endLine; ++line) {
            if (visit(line, text.line(line)))
                return true;
        }
        return false;
    }
    const auto reaches = [&finding](const Hunk &hunk) {
        const LineNumber start = finding.side == Side::Old ? hunk.oldStart : hunk.newStart;
        const std::uint32_t count = finding.side == Side::Old ? hunk.oldCount : hunk.newCount;
        return start <= finding.endLine && finding.startLine < start + std::max(count, 1U);
    };
    for (const Hunk &hunk : file.rows.hunks) {
        for (std::uint32_t i = 0; i < (reaches(hunk) ? hunk.rowCount : 0); ++i) {
            const Row &row = file.rows.rows[hunk.firstRow + i];
            const LineNumber line = side == Side::Old ? row.left : row.right;
            if (line != noLine && row.kind != RowKind::MovedFrom && visit(line, text.line(line)))
                return true;
        }
    }
    return false;
}

/// Looks for sentences that went among those that came, and the other way round.
class Reworded
{
public:
    Reworded(const DeclarativeRule &rule, const FileChange &file, std::span<const FileChange> files)
        : m_rule(rule)
        , m_file(file)
        , m_files(files)
        , m_mayLook(file.rows.hunks.size() <= mostHunks)
    {
    }

    /// A sentence of the old line in which one of the patterns occurs is gone.
    bool lost(const std::vector<Pattern> &patterns, std::string_view line)
    {
        if (!findAny(patterns, line))
            return false;
        const std::vector<Sentence> sentences = sentencesOf(line.substr(0, longestLine));
        return sentences.empty() || !m_mayLook || std::ranges::any_of(sentences, [&](const Sentence &sentence) {
                   const auto word = findAny(patterns, sentence.text);
                   return word && !stands(sentence, word->text);
               });
    }

    /// A sentence of the new line in which one of the patterns occurs did not stand there, word for word.
    bool gained(const std::vector<Pattern> &patterns, std::string_view line)
    {
        if (!findAny(patterns, line))
            return false;
        const std::vector<Sentence> sentences = sentencesOf(line.substr(0, longestLine));
        std::size_t known = 0;
        for (const Sentence &sentence : sentences) {
            if (!findAny(patterns, sentence.text))
                continue;
            if (!m_mayLook || ++m_asked > mostSentences)
                return true;
            if (!m_old)
                m_old.emplace(m_file, Side::Old);
            if (!m_old->hold(sentence))
                return true;
            ++known;
        }
        return known == 0; // the pattern reaches over several
    }

private:
    bool stands(const Sentence &sentence, std::string_view word)
    {
        return ++m_asked <= mostSentences
            && (in(m_file).shareOf(sentence, word) >= mostOfIt || std::ranges::any_of(m_files, [&](const FileChange &other) {
                    return &other != &m_file && m_rule.looksAt(other) && in(other).shareOf(sentence, word) >= nearlyAll;
                }));
    }

    const ChangedSentences &in(const FileChange &file) { return m_new.try_emplace(&file, file, Side::New).first->second; }

    const DeclarativeRule &m_rule;
    const FileChange &m_file;
    std::span<const FileChange> m_files;
    std::map<const FileChange *, ChangedSentences> m_new;
    std::optional<ChangedSentences> m_old;
    const bool m_mayLook;
    int m_asked = 0;
};

/// "../AGENTS.md" as it is meant in a file at @p from.
std::string resolved(std::string_view from, std::string_view path)
{
    std::string folder(from.substr(0, from.find('/') == std::string_view::npos ? 0 : from.rfind('/') + 1));
    for (;;) {
        if (path.starts_with("./")) {
            path.remove_prefix(2);
        } else if (path.starts_with("../") && !folder.empty()) {
            path.remove_prefix(3);
            folder.pop_back();
            folder.erase(folder.rfind('/') + 1);
        } else {
            return folder.append(path);
        }
    }
}

} // namespace

bool isHarmless(const Counter &counter, const DeclarativeRule &rule, const FileChange &file, const Finding &finding,
                std::span<const FileChange> files)
{
    if (counter.unlessAdded.empty() && counter.unlessRemoved.empty())
        return false;
    Reworded reworded(rule, file, files);
    const SampleCode newCode(file.newText);
    if (anyLineInHunks(file, finding, Side::New, [&](LineNumber at, std::string_view line) {
            return !newCode.holds(at) && reworded.gained(counter.unlessAdded, line);
        }))
        return false;
    const SampleCode oldCode(file.oldText);
    return !anyLineInHunks(file, finding, Side::Old, [&](LineNumber at, std::string_view line) {
        return !oldCode.holds(at) && reworded.lost(counter.unlessRemoved, line);
    });
}

bool isImported(const Counter &counter, const FileChange &file, std::span<const FileChange> files)
{
    if (counter.imports.empty())
        return false;
    std::set<std::string_view> imported; // lines
    for (const Row &row : file.rows.rows) {
        if (row.right == noLine || isBlank(file.newText.line(row.right)))
            continue;
        const auto import = findAny(counter.imports, file.newText.line(row.right));
        if (!import && row.kind != RowKind::Equal)
            return false;
        const std::string path = import ? resolved(file.path(), import->key) : std::string();
        for (const FileChange &other : files) {
            for (LineNumber line = 1; import && other.path() == path && line <= other.newText.lineCount(); ++line)
                imported.insert(other.newText.line(line));
        }
    }
    return !imported.empty() && std::ranges::all_of(file.rows.rows, [&](const Row &row) {
        const bool went = row.left != noLine && row.kind != RowKind::Equal;
        return !went || isBlank(file.oldText.line(row.left)) || imported.contains(file.oldText.line(row.left));
    });
}

} // namespace countersign::risk
