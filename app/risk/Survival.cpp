// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Survival.h"

#include "Structure.h"
#include "WordSet.h"

#include "core/Workers.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

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

} // namespace

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
        return stands(headsDefinition(content) ? line : enclosingDefinition(text, line));
    }
    case Survivor::Section:
        return stands(enclosingSection(text, line));
    }
    return true;
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
        onThreads(m_files.size(), std::thread::hardware_concurrency(), [this](std::size_t i) {
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
