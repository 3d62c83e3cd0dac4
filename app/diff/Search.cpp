// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Search.h"

#include <re2/re2.h>

#include <string_view>

namespace countersign::diff
{

namespace
{

constexpr std::int64_t patternMemory = 8 << 20; ///< bytes; larger automata are refused

class Searcher
{
public:
    Searcher(const RE2 &pattern, SearchHits &found)
        : m_pattern(pattern)
        , m_found(found)
    {
    }

    void look(std::uint32_t row, Side side, std::string_view line)
    {
        const re2::StringPiece text(line.data(), line.size());
        re2::StringPiece hit;
        for (std::size_t from = 0; from <= line.size() && !m_found.isCutShort;) {
            if (!m_pattern.Match(text, from, line.size(), RE2::UNANCHORED, &hit, 1))
                return;
            const auto begin = static_cast<std::size_t>(hit.data() - line.data());
            if (!hit.empty())
                add({row, side, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + hit.size())}});
            from = hit.empty() ? begin + 1 : begin + hit.size();
        }
    }

private:
    void add(const SearchHit &hit)
    {
        if (m_found.hits.size() == SearchHits::mostHits)
            m_found.isCutShort = true;
        else
            m_found.hits.push_back(hit);
    }

    const RE2 &m_pattern;
    SearchHits &m_found;
};

} // namespace

Result<SearchHits> search(const FileChange &file, const std::string &words, const SearchOptions &options, std::stop_token stop)
{
    if (words.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "Nothing to search for")));
    RE2::Options how;
    how.set_log_errors(false);
    how.set_case_sensitive(options.matchCase);
    how.set_max_mem(patternMemory);
    how.set_never_nl(true);
    std::string expression = options.isPattern ? words : RE2::QuoteMeta(words);
    if (options.wholeWords)
        expression = "\\b(?:" + expression + ")\\b";
    const RE2 pattern(expression, how);
    if (!pattern.ok())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {pattern.error()}));
    SearchHits found;
    Searcher searcher(pattern, found);
    const auto &rows = file.rows.rows;
    for (std::uint32_t i = 0; i < rows.size() && !found.isCutShort; ++i) {
        if (stop.stop_requested())
            return cancelled();
        const Row &row = rows[i];
        const bool isSame = row.kind == RowKind::Equal && row.right != noLine;
        if (row.left != noLine && !isSame)
            searcher.look(i, Side::Old, file.oldText.line(row.left));
        if (row.right != noLine)
            searcher.look(i, Side::New, file.newText.line(row.right));
    }
    return found;
}

} // namespace countersign::diff
