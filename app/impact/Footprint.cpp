// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Footprint.h"

#include "Language.h"
#include "Places.h"
#include "RoutePrefixes.h"
#include "SharedThings.h"

#include "risk/Structure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace countersign::impact
{

namespace
{

bool isWordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Names that every other class has: that two changes have one in common says nothing.
bool isCommonName(std::string_view name)
{
    constexpr std::size_t shortest = 4;
    static constexpr std::array<std::string_view, 24> common{
        "main",     "init",        "__init__", "setUp",  "test",   "tearDown", "toString", "equals",
        "hashCode", "constructor", "render",   "update", "create", "delete",   "close",    "open",
        "read",     "write",       "start",    "stop",   "name",   "index",    "data",     "value"};
    return name.size() < shortest || std::ranges::contains(common, name);
}

template<class Use>
void eachWord(std::string_view line, const Use &use)
{
    for (std::size_t i = 0; i < line.size();) {
        if (!isWordByte(line[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < line.size() && isWordByte(line[end]))
            ++end;
        use(line.substr(i, end - i));
        i = end;
    }
}

/// "server.pool.size": the headers around a line of settings, then its own key.
std::string settingPath(const Text &text, LineNumber line)
{
    constexpr int deepest = 8;
    std::string path = settingKey(text.line(line));
    for (int depth = 0; depth < deepest && !path.empty(); ++depth) {
        line = risk::enclosingHeader(text, line);
        if (line == noLine)
            break;
        if (const std::string key = settingKey(text.line(line)); !key.empty())
            path = key + "." + path;
    }
    return path;
}

std::string_view trimmed(std::string_view line)
{
    const auto begin = line.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

/// Lines that a change takes away in one place and writes in another; the space around them aside.
class MovedLines
{
public:
    void add(const FileChange &file)
    {
        for (const Hunk &hunk : file.rows.hunks) {
            for (std::uint32_t i = 0; i < hunk.oldCount; ++i)
                m_gone.insert(trimmed(file.oldText.line(hunk.oldStart + i)));
            for (std::uint32_t i = 0; i < hunk.newCount; ++i)
                m_come.insert(trimmed(file.newText.line(hunk.newStart + i)));
        }
    }

    [[nodiscard]] bool contain(std::string_view line) const
    {
        return m_gone.contains(trimmed(line)) && m_come.contains(trimmed(line));
    }

private:
    std::unordered_set<std::string_view> m_gone;
    std::unordered_set<std::string_view> m_come;
};

using Marked = std::set<std::pair<InteractionKind, std::string>>;

class Reader
{
public:
    /// @param marked kinds and keys that @p out has marks for
    Reader(const FileChange &file, const MovedLines &moved, Footprint &out, Marked &marked)
        : m_file(file)
        , m_moved(moved)
        , m_out(out)
        , m_marked(marked)
        , m_oldDefinitions(file.oldText)
        , m_newDefinitions(file.newText)
        , m_language(languageOf(file.path()))
        , m_isCode(m_language != Language::None && m_language != Language::Naming)
        , m_hasSettings(file.fileClass == FileClass::Configuration || file.fileClass == FileClass::Infrastructure
                        || file.fileClass == FileClass::Pipeline)
    {
    }

    /// The new side first: a mark stands on the old one only where nothing else is left of it.
    void read()
    {
        for (const Hunk &hunk : m_file.rows.hunks) {
            for (std::uint32_t i = 0; i < hunk.newCount; ++i)
                look(hunk.newStart + i, false);
        }
        for (const Hunk &hunk : m_file.rows.hunks) {
            for (std::uint32_t i = 0; i < hunk.oldCount; ++i)
                look(hunk.oldStart + i, true);
        }
        finishContracts();
    }

private:
    [[nodiscard]] InteractionPlace place(LineNumber line, bool isOld) const
    {
        return {isOld ? m_file.delta.oldSide.path : m_file.path(), line, isOld};
    }

    void mark(InteractionKind kind, std::string key, std::string name, LineNumber line, bool isOld)
    {
        if (m_marked.emplace(kind, key).second)
            m_out.marks.push_back({kind, std::move(key), std::move(name), place(line, isOld)});
    }

    void look(LineNumber line, bool isOld)
    {
        constexpr std::size_t longestLine = 2000; // bytes; longer ones were not written by hand
        const Text &text = isOld ? m_file.oldText : m_file.newText;
        if (text.line(line).size() > longestLine)
            return;
        const std::string_view content = text.line(line);
        if (m_isCode)
            lookAtCode(text, line, isOld);
        if (m_hasSettings) {
            const std::string path = settingPath(text, line);
            const std::string key = settingKey(content);
            if (!path.empty()) {
                mark(InteractionKind::ConfigKey, m_file.path() + "\n" + path, path, line, isOld);
                if (isDistinctive(key))
                    mark(InteractionKind::ConfigKey, key, key, line, isOld);
            }
        }
        const auto prefixOf = [this, &text, isOld](const std::string &receiver) {
            auto &prefixes = isOld ? m_oldPrefixes : m_newPrefixes;
            if (!prefixes)
                prefixes.emplace(text);
            return prefixes->of(receiver);
        };
        for (const SharedThing &thing : sharedThings(content, m_file.fileClass, prefixOf)) {
            const std::string key = thing.isLocal ? m_file.path() + "\n" + thing.name : thing.name;
            mark(thing.kind, key, thing.name, line, isOld);
        }
    }

    void lookAtCode(const Text &text, LineNumber line, bool isOld)
    {
        const std::string_view content = text.line(line);
        const bool hasMoved = m_moved.contain(content);
        if (risk::headsDefinition(content)) {
            const std::string name = risk::definedName(content);
            if (!hasMoved)
                (isOld ? m_oldHeads : m_newHeads).emplace(name, line);
            if (!isOld)
                mark(InteractionKind::SameSymbol, m_file.path() + "\n" + name, name, line, isOld);
        } else if (const LineNumber header = (isOld ? m_oldDefinitions : m_newDefinitions).around(line); header != noLine) {
            const std::string name = risk::definedName(text.line(header));
            mark(InteractionKind::SameSymbol, m_file.path() + "\n" + name, name, line, isOld);
        }
        if (isOld || hasMoved)
            return;
        eachWord(content, [&](std::string_view word) {
            if (!isCommonName(word) && m_used.emplace(word).second)
                m_out.uses.push_back({std::string(word), place(line, false)});
        });
    }

    /// A head on both sides was edited; on the old side alone the definition went, on the new side alone it came.
    void finishContracts()
    {
        const std::set<std::string> defined = m_oldHeads.empty() ? std::set<std::string>() : definedNames();
        for (const auto &[name, line] : m_oldHeads) {
            if (!isCommonName(name))
                m_out.contracts.push_back({name, place(line, true), !defined.contains(name)});
        }
        for (const auto &[name, line] : m_newHeads) {
            if (!m_oldHeads.contains(name))
                m_out.added.push_back({name, place(line, false)});
        }
    }

    /// What the new side defines.
    [[nodiscard]] std::set<std::string> definedNames() const
    {
        std::set<std::string> names;
        for (LineNumber line = 1; line <= m_file.newText.lineCount(); ++line) {
            if (risk::headsDefinition(m_file.newText.line(line)))
                names.insert(risk::definedName(m_file.newText.line(line)));
        }
        return names;
    }

    const FileChange &m_file;
    const MovedLines &m_moved;
    Footprint &m_out;
    Marked &m_marked;
    risk::DefinitionFinder m_oldDefinitions;
    risk::DefinitionFinder m_newDefinitions;
    std::optional<RoutePrefixes> m_oldPrefixes; ///< once a route was seen
    std::optional<RoutePrefixes> m_newPrefixes;
    Language m_language;
    bool m_isCode;
    bool m_hasSettings;
    std::map<std::string, LineNumber> m_oldHeads;
    std::map<std::string, LineNumber> m_newHeads;
    std::set<std::string, std::less<>> m_used;
};

/// Words of the lines that import something, and of the first lines: where the names of neighbours stand.
std::vector<std::string> neighboursOf(const Text &text)
{
    constexpr LineNumber farthest = 200; // lines; imports stand at the top
    std::vector<std::string_view> words;
    for (LineNumber line = 1; line <= std::min(text.lineCount(), farthest); ++line) {
        const std::string_view content = text.line(line);
        const bool imports =
            std::ranges::any_of(std::array<std::string_view, 7>{"import", "include", "require", "use", "from", "using", "\""},
                                [content](std::string_view word) { return content.find(word) != std::string_view::npos; });
        if (imports)
            eachWord(content, [&words](std::string_view word) { words.push_back(word); });
    }
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    return {words.begin(), words.end()};
}

TouchedFile touched(const FileChange &file)
{
    const FileDelta &delta = file.delta;
    TouchedFile out;
    out.path = file.path();
    out.oldPath = delta.oldSide.exists() ? delta.oldSide.path : std::string();
    out.oldBlob = delta.oldSide.blob;
    out.newBlob = delta.newSide.exists() ? delta.newSide.blob : Oid();
    out.hunks = file.rows.hunks;
    out.neighbours = neighboursOf(file.newText);
    out.isMigration = file.fileClass == FileClass::Migration;
    return out;
}

} // namespace

Footprint footprintOf(const Change &change, std::span<const FileChange *const> files)
{
    Footprint out;
    out.id = change.id;
    out.head = change.head;
    const auto isRead = [](const FileChange *file) {
        return !isFolded(file->fileClass) && file->fileClass != FileClass::Documentation;
    };
    MovedLines moved;
    for (const FileChange *file : files) {
        out.files.push_back(touched(*file));
        if (isRead(file))
            moved.add(*file);
    }
    Marked marked;
    for (const FileChange *file : files) {
        if (isRead(file))
            Reader(*file, moved, out, marked).read();
    }
    // A definition that one file loses and another gains has moved.
    std::set<std::string> added;
    for (const NamePlace &one : out.added)
        added.insert(one.name);
    for (Contract &contract : out.contracts)
        contract.isGone = contract.isGone && !added.contains(contract.name);
    std::ranges::sort(out.files, {}, &TouchedFile::path);
    return out;
}

} // namespace countersign::impact
