// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Words.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

bool hasHashComments(std::string_view path)
{
    constexpr std::string_view endings[] = {".py",  ".pyi", ".rb",   ".rake", ".sh",   ".bash",       ".zsh", ".pl",
                                            ".r",   ".jl",  ".yml",  ".yaml", ".toml", ".tf",         ".php", ".ex",
                                            ".exs", ".ps1", ".conf", ".cfg",  ".ini",  ".properties", ".env"};
    return std::ranges::any_of(endings, [path](std::string_view ending) { return path.ends_with(ending); })
        || path.ends_with("Dockerfile") || path.ends_with("Makefile");
}

/// No letter, digit or '_' beside the @p size bytes at @p at.
bool standsAlone(std::string_view text, std::size_t at, std::size_t size)
{
    const std::size_t end = at + size;
    return (at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]));
}

} // namespace

std::vector<std::string_view> identifiersIn(std::string_view line)
{
    std::vector<std::string_view> words;
    eachIdentifier(line.substr(0, longestCodeLine), [&words](std::string_view word) { words.push_back(word); });
    return words;
}

bool holdsWord(std::string_view line, std::string_view word)
{
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        if (standsAlone(line, at, word.size()))
            return true;
    }
    return false;
}

bool holdsWord(const Text &text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (standsAlone(text.bytes(), at, word.size()))
            return true;
    }
    return false;
}

std::string withoutBlanks(std::string_view line)
{
    std::string dense(line.substr(0, longestCodeLine));
    std::erase_if(dense, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    return dense;
}

std::string bareCode(std::string_view line, std::string_view path)
{
    line = line.substr(0, longestCodeLine);
    const bool hash = hasHashComments(path);
    const bool isSql = path.ends_with(".sql") || path.ends_with(".lua");
    std::string out;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const char next = i + 1 < line.size() ? line[i + 1] : '\0';
        if (quote != 0) {
            if (c == '\\')
                ++i;
            else if (c == quote)
                quote = 0, out += c;
            continue;
        }
        if (c == '\'' && i > 0 && isWordByte(line[i - 1]) && isWordByte(next)
            && std::isdigit(static_cast<unsigned char>(line[i - 1])) != 0)
            continue; // 1'000 of C++
        if (c == '"' || c == '`' || (c == '\'' && line.find('\'', i + 1) != std::string_view::npos)) {
            quote = c;
            out += c;
            continue;
        }
        if ((!hash && c == '/' && next == '/') || (hash && c == '#') || (isSql && c == '-' && next == '-'))
            break;
        if (!hash && c == '/' && next == '*') {
            const std::size_t end = line.find("*/", i + 2);
            if (end == std::string_view::npos)
                break;
            i = end + 1;
            continue;
        }
        out += c;
    }
    const std::size_t first = out.find_first_not_of(" \t");
    if (first != std::string::npos && out[first] == '*' && (first + 1 == out.size() || out[first + 1] == ' '))
        return {}; // inside a block comment
    return out;
}

bool isBare(std::string_view line, std::string_view path)
{
    return bareCode(line, path).find_first_not_of(" \t\r") == std::string::npos;
}

std::size_t indentOf(std::string_view line)
{
    return line.find_first_not_of(" \t");
}

LineNumber blockEnd(const Text &text, LineNumber header, LineNumber most)
{
    const std::size_t indent = indentOf(text.line(header));
    // With braces, lines at the margin (the text of a string, say) do not end the block, only its brace does.
    bool isBraced = text.line(header).contains('{');
    LineNumber last = header;
    for (LineNumber line = header + 1; line <= text.lineCount() && line <= header + most; ++line) {
        const std::string_view content = text.line(line);
        const std::size_t here = indentOf(content);
        if (here == std::string_view::npos)
            continue;
        const bool continuesHeader = here == indent && (content[here] == ')' || content[here] == '{');
        if (continuesHeader)
            isBraced |= content.contains('{');
        if (here > indent || continuesHeader || (isBraced && (here < indent || content[here] != '}'))) {
            last = line;
            continue;
        }
        if (here == indent && (content[here] == '}' || content.substr(here).starts_with("end")))
            last = line;
        break;
    }
    return last;
}

} // namespace countersign::risk
