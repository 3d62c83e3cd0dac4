// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Places.h"

#include "risk/Structure.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace countersign::impact
{

namespace
{

constexpr std::size_t longestName = 80;

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// A name as code uses it: definedName() falls back to whole lines.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= longestName && std::ranges::all_of(name, [](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 128;
    });
}

/// The last word: "LIMIT" of "const int LIMIT ".
std::string wordBefore(std::string_view text)
{
    const auto isPart = [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '$'; };
    std::size_t end = text.size();
    while (end > 0 && !isPart(text[end - 1]))
        --end;
    std::size_t begin = end;
    while (begin > 0 && isPart(text[begin - 1]))
        --begin;
    return std::string(text.substr(begin, end - begin));
}

bool addName(std::string name, std::set<std::string> &symbols)
{
    if (!isName(name))
        return false;
    symbols.insert(std::move(name));
    return true;
}

/// @return false: the line is inside nothing that has a name.
bool addSymbols(const Text &text, LineNumber line, risk::DefinitionFinder &definitions, std::set<std::string> &symbols)
{
    const auto add = [&](LineNumber header) { return addName(risk::definedName(text.line(header)), symbols); };
    if (risk::headsDefinition(text.line(line)))
        return add(line); // its surroundings did not change
    if (const LineNumber inner = definitions.around(line); inner != noLine)
        return add(inner);
    // At the top level: a constant or variable.
    const std::string_view content = text.line(line);
    if (!content.empty() && (isLetter(content.front()) || content.front() == '_')) {
        const auto equals = content.find('=');
        if (equals != std::string_view::npos && content.substr(equals, 2) != "==")
            return add(line) || addName(wordBefore(content.substr(0, equals)), symbols);
    }
    return false;
}

/// The innermost definition around each line, found in one pass.
class InnermostTags
{
public:
    /// @param tags sorted by line
    InnermostTags(std::span<const Tag> tags, LineNumber lastLine)
        : m_around(lastLine + 1)
    {
        std::vector<const Tag *> open; // the innermost last
        std::size_t next = 0;
        for (LineNumber line = 1; line <= lastLine; ++line) {
            const std::size_t outer = open.size();
            for (; next < tags.size() && tags[next].line <= line; ++next) {
                if (tags[next].line == line && isName(tags[next].name))
                    open.push_back(&tags[next]);
            }
            std::reverse(open.begin() + static_cast<std::ptrdiff_t>(outer), open.end()); // the first of a line counts
            while (!open.empty() && open.back()->end < line)
                open.pop_back();
            m_around[line] = open.empty() ? nullptr : open.back();
        }
    }

    /// @return false: there is none.
    [[nodiscard]] bool addAround(LineNumber line, std::set<std::string> &symbols) const
    {
        const Tag *inner = m_around[line];
        if (inner)
            symbols.insert(inner->name);
        return inner != nullptr;
    }

private:
    std::vector<const Tag *> m_around; ///< by line; null: none
};

/// Says what the file itself needs and nothing about what it offers, or nothing at all.
bool isNeutral(std::string_view line, Language language, std::string_view path)
{
    if (isComment(line, language) || std::ranges::none_of(line, [](char c) { return isLetter(c) || (c >= '0' && c <= '9'); }))
        return true;
    line.remove_prefix(line.find_first_not_of(" \t\r"));
    const bool offersWhatItImports = fileNameOf(path) == "__init__.py" || language == Language::C;
    static constexpr std::array<std::string_view, 6> words{"import ", "from ", "using ", "use ", "require ", "package "};
    return !offersWhatItImports && std::ranges::any_of(words, [line](std::string_view word) { return line.starts_with(word); });
}

bool holdsSettings(const FileChange &file)
{
    return file.fileClass == FileClass::Configuration || file.fileClass == FileClass::Infrastructure
        || file.fileClass == FileClass::Pipeline || languageOf(file.path()) == Language::Naming;
}

bool isCode(Language language)
{
    return language != Language::None && language != Language::Naming;
}

/// Words of a path: "deploy/prod-eu/values.yaml" has deploy, prod, eu, values, yaml.
template<class Use>
void eachWord(std::string_view path, const Use &use)
{
    for (std::size_t i = 0; i < path.size();) {
        std::size_t end = i;
        while (end < path.size() && isLetter(path[end]))
            ++end;
        if (end > i)
            use(path.substr(i, end - i));
        i = end + 1;
    }
}

} // namespace

std::string settingKey(std::string_view line)
{
    auto at = line.find_first_not_of(" \t-\"'");
    if (at == std::string_view::npos || line[at] == '#' || line[at] == '/')
        return {};
    if (line.substr(at).starts_with("export "))
        at += 7;
    std::size_t end = at;
    while (end < line.size()
           && (isLetter(line[end]) || (line[end] >= '0' && line[end] <= '9') || line[end] == '_' || line[end] == '.'
               || line[end] == '-'))
        ++end;
    auto sign = end;
    while (sign < line.size() && (line[sign] == ' ' || line[sign] == '"' || line[sign] == '\''))
        ++sign;
    if (end == at || end - at > longestName || sign >= line.size() || (line[sign] != ':' && line[sign] != '='))
        return {};
    return std::string(line.substr(at, end - at));
}

bool isDistinctive(std::string_view key)
{
    constexpr std::size_t shortest = 5;
    if (key.size() < shortest)
        return false;
    if (key.find_first_of("_.-", 1) != std::string_view::npos)
        return true;
    return std::ranges::any_of(key.substr(1), isUpper);
}

bool isComment(std::string_view line, Language language)
{
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const bool hasHash = language == Language::Python || language == Language::Ruby || language == Language::Php
        || language == Language::Terraform || language == Language::Naming;
    static constexpr std::array<std::string_view, 7> signs{"//", "/*", "* ", "*/", "<!--", "\"\"\"", "'''"};
    return (hasHash && line.starts_with('#')) || line == "*"
        || std::ranges::any_of(signs, [line](std::string_view sign) { return line.starts_with(sign); });
}

ChangedNames changedNames(const FileChange &file, const FileTags &tags)
{
    ChangedNames names;
    const Language language = languageOf(file.path());
    const bool code = isCode(language);
    const bool settings = holdsSettings(file);
    risk::DefinitionFinder oldDefinitions(file.oldText);
    risk::DefinitionFinder newDefinitions(file.newText);
    const InnermostTags oldTags(tags.oldSide, tags.isKnown ? file.oldText.lineCount() : 0);
    const InnermostTags newTags(tags.newSide, tags.isKnown ? file.newText.lineCount() : 0);
    names.isInSymbols = code && file.delta.oldSide.exists() && file.delta.newSide.exists();
    const auto look = [&](const Text &text, LineNumber line, bool isOld) {
        if (line == noLine || line > text.lineCount())
            return;
        if (code) {
            const bool isNamed = tags.isKnown ? (isOld ? oldTags : newTags).addAround(line, names.symbols)
                                              : addSymbols(text, line, isOld ? oldDefinitions : newDefinitions, names.symbols);
            if (!isNamed && !isNeutral(text.line(line), language, file.path()))
                names.isInSymbols = false;
        }
        if (settings) {
            if (std::string key = settingKey(text.line(line)); !key.empty())
                names.keys.insert(std::move(key));
        }
    };
    for (const Row &row : file.rows.rows) {
        if (row.kind == RowKind::Equal)
            continue;
        look(file.oldText, row.left, true);
        look(file.newText, row.right, false);
    }
    return names;
}

std::optional<std::string> environmentOf(std::string_view path)
{
    struct Word {
        std::string_view word;
        std::string_view environment;
    };
    static constexpr std::array known{Word{"prod", "prod"},       Word{"production", "prod"}, Word{"prd", "prod"},
                                      Word{"live", "prod"},       Word{"staging", "staging"}, Word{"stage", "staging"},
                                      Word{"preprod", "staging"}, Word{"uat", "staging"},     Word{"dev", "dev"},
                                      Word{"development", "dev"}, Word{"sandbox", "dev"}};
    std::optional<std::string> found;
    eachWord(path, [&](std::string_view word) {
        const auto match = std::ranges::find(known, word, &Word::word);
        if (match != known.end() && (!found || match->environment == "prod"))
            found = match->environment;
    });
    return found;
}

std::optional<std::string> entryKind(const FileFacts &facts, FileClass fileClass, Language language)
{
    if (fileClass == FileClass::Test || fileClass == FileClass::Documentation || fileClass == FileClass::Generated)
        return std::nullopt;
    if (fileClass == FileClass::Migration)
        return "migration";
    if (fileClass == FileClass::Pipeline)
        return "pipeline";
    if (language == Language::Terraform)
        return "infrastructure";
    if ((facts.flags & FileFacts::HasMain) != 0)
        return "main";
    if ((facts.flags & FileFacts::HasRoute) != 0)
        return "routes";
    if ((facts.flags & FileFacts::HasSchedule) != 0 && language != Language::Naming)
        return "schedule";
    return std::nullopt;
}

} // namespace countersign::impact
