// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Survival.h"

#include "Pattern.h"
#include "Structure.h"
#include "WordSet.h"
#include "detectors/Words.h"

#include "core/Workers.h"

#include <algorithm>
#include <atomic>
#include <set>

namespace countersign::risk
{

namespace
{

/// Names that say nothing: one written here is not the one taken away there.
bool isGeneric(const std::string &name)
{
    static const std::set<std::string_view> generic{"get",    "post",   "put",         "delete",  "patch",   "index",
                                                    "show",   "main",   "init",        "handle",  "handler", "run",
                                                    "create", "update", "list",        "destroy", "execute", "setup",
                                                    "new",    "call",   "constructor", "invoke",  "process", "__init__"};
    return name.size() < 3 || generic.contains(name);
}

/// What a hunk brought, as it stands in the file.
std::string_view newBytes(const Text &text, const Hunk &hunk)
{
    if (hunk.newCount == 0)
        return {};
    const LineNumber last = hunk.newStart + hunk.newCount - 1;
    const std::size_t begin = text.lineStart(hunk.newStart);
    return text.bytes().substr(begin, text.lineStart(last) + text.rawLine(last).size() - begin);
}

/// A line of the new side defines @p name and is not an unchanged one.
bool writes(const FileChange &file, const std::string &name)
{
    const Text &text = file.newText;
    for (const Hunk &hunk : file.rows.hunks) {
        if (!newBytes(text, hunk).contains(name))
            continue;
        for (LineNumber line = hunk.newStart; line < hunk.newStart + hunk.newCount; ++line) {
            if (text.line(line).contains(name) && definedName(text.line(line)) == name)
                return true;
        }
    }
    return false;
}

/// A value or a call over several lines ("uri := url.URL{", "send("): what stands in it belongs to the definition around.
bool opensExpression(const Text &text, LineNumber header)
{
    static const RE2 assignment(R"(^\s*(?:[\w.$<>\[\]?*&:]+[ ,]+)*[\w.$\[\]]+\s*(?::=|\+?=)[^=>].*[({\[,]\s*$)",
                                patternOptions());
    static const RE2 call(R"(^\s+(?:(?:return|await|yield|go|defer)\s+)?[\w.$]+\($)", patternOptions());
    static const RE2 code(R"(\b(?:function|func|fn|def|lambda|class|struct|interface|object|do|sub)\b|=>|->)", patternOptions());
    constexpr std::size_t longest = 400; // bytes
    constexpr LineNumber reach = 100;
    const std::string_view line = text.line(header);
    if (line.size() > longest || RE2::PartialMatch(pieceOf(line), code)
        || (!RE2::PartialMatch(pieceOf(line), assignment) && !RE2::PartialMatch(pieceOf(line), call)))
        return false;
    const LineNumber last = std::min(text.lineCount(), header + reach);
    for (LineNumber below = header + 1; below <= last; ++below) {
        const std::string_view content = text.line(below);
        const std::size_t first = indentOf(content);
        if (first == std::string_view::npos || first > indentOf(line))
            continue;
        // "foo(\n    a\n) {" heads a definition.
        const std::size_t end = content.find_last_not_of(" \t\r");
        return (content[first] == ')' || content[first] == '}' || content[first] == ']') && content[end] != '{'
            && content[end] != ':';
    }
    return false;
}

/// What an expression at @p header belongs to; noLine where it is a definition of its own: a constant of a file, a field.
LineNumber definitionOfExpression(const Text &text, LineNumber header)
{
    static const RE2 type(R"(\b(?:class|struct|interface|enum|record|object|module|namespace|trait|impl|type|extension)\b)",
                          patternOptions());
    static const RE2 field(R"(^\s*(?:public|private|protected|internal|static|readonly)\b)", patternOptions());
    if (!opensExpression(text, header) || RE2::PartialMatch(pieceOf(text.line(header)), field))
        return noLine;
    const LineNumber around = enclosingDefinition(text, header);
    return around == noLine || RE2::PartialMatch(pieceOf(text.line(around)), type) ? noLine : around;
}

} // namespace

bool survivorHas(const std::vector<Pattern> &patterns, const FileContext &file, LineNumber line)
{
    constexpr LineNumber longest = 400;
    constexpr LineNumber decorators = 12;
    const Text &now = file.text(Side::New);
    const LineNumber header = enclosingDefinition(file.text(Side::Old), line);
    const LineNumber stands = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    if (stands == noLine)
        return true;
    LineNumber first = stands;
    while (first > 1 && first + decorators > stands && now.line(first - 1).find_first_not_of(" \t") != std::string_view::npos
           && indentOf(now.line(first - 1)) >= indentOf(now.line(stands)))
        --first;
    const LineNumber last = std::min(blockEnd(now, stands, longest), now.lineCount());
    for (LineNumber at = first; at <= last; ++at) {
        if (std::ranges::any_of(patterns, [&](const Pattern &pattern) { return pattern.occursIn(now.line(at)); }))
            return true;
    }
    return last - stands >= longest;
}

bool Survival::survives(Survivor what, const FileContext &file, LineNumber line)
{
    const Text &text = file.text(Side::Old);
    const bool fileStands = file.file().delta.newSide.exists();
    const auto stands = [&](LineNumber header) { return header == noLine ? fileStands : headerSurvives(file, header); };
    switch (what) {
    case Survivor::None:
        return true;
    case Survivor::File:
        return fileStands;
    case Survivor::Line:
        return headerSurvives(file, line);
    case Survivor::Next:
        return stands(followingDefinition(text, line));
    case Survivor::Definition: {
        const std::string_view content = text.line(line);
        const std::size_t first = content.find_first_not_of(" \t");
        if (first != std::string_view::npos && content[first] == '@')
            return stands(followingDefinition(text, line));
        return headsDefinition(content) ? stands(line) : definitionSurvives(file, line);
    }
    case Survivor::Section:
        return stands(enclosingSection(text, line));
    }
    return true;
}

/// The definition around the line stands, or one around that if it is no more than an expression.
bool Survival::definitionSurvives(const FileContext &file, LineNumber line)
{
    constexpr int deepest = 8;
    const Text &text = file.text(Side::Old);
    LineNumber header = enclosingDefinition(text, line);
    if (header == noLine)
        return file.file().delta.newSide.exists();
    for (int i = 0; i < deepest && header != noLine; ++i) {
        if (headerSurvives(file, header))
            return true;
        header = definitionOfExpression(text, header);
    }
    return false;
}

bool Survival::headerSurvives(const FileContext &file, LineNumber header)
{
    const Row &row = file.rowOf(Side::Old, header);
    if (row.kind == RowKind::Equal || row.kind == RowKind::MovedFrom)
        return true;
    const std::string_view line = file.text(Side::Old).line(header);
    const std::string name = definedName(line);
    if (row.kind == RowKind::Changed) {
        const std::string_view now = file.text(Side::New).line(row.right);
        if (definedName(now) == name || looksAlike(line, now))
            return true;
    }
    return !isGeneric(name) && isWrittenAgain(name);
}

bool Survival::isWrittenAgain(const std::string &name)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_written.find(name); known != m_written.end())
            return known->second;
    }
    const bool written =
        mayBeWritten(name) && std::ranges::any_of(m_files, [&name](const FileChange &file) { return writes(file, name); });
    const std::scoped_lock lock(m_mutex);
    m_written.emplace(name, written);
    return written;
}

/// All words of the name stand in new lines. Most names that went do not, and so no text need be searched for them.
bool Survival::mayBeWritten(const std::string &name)
{
    constexpr std::size_t digests = std::size_t{1} << 20U;
    std::call_once(m_wordsOnce, [this] {
        m_words.resize(digests);
        // The other threads soon wait for this.
        onThreads(m_files.size(), m_threads, [this](std::size_t i) {
            for (const Hunk &hunk : m_files[i].rows.hunks) {
                WordSet::eachWord(newBytes(m_files[i].newText, hunk), [this](WordSet::Word word) {
                    std::atomic_ref(m_words[word % digests]).store(1, std::memory_order_relaxed);
                });
            }
        });
    });
    return std::ranges::all_of(WordSet::wordsOf(name), [this](WordSet::Word word) { return m_words[word % digests] != 0; });
}

} // namespace countersign::risk
