// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// Files that name other files by path and settings by key, whatever their format: words and where they stand are enough.
namespace countersign::impact
{

namespace
{

constexpr std::size_t longestPath = 200;

bool isPathByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || c == '/'
        || c == '-' || c == '@' || c == '+' || static_cast<unsigned char>(c) >= 128;
}

/// Has a folder or an ending, and is no address or version.
bool mayBePath(std::string_view word)
{
    if (word.size() < 3 || word.size() > longestPath || word.starts_with("//") || word.find("..//") != std::string_view::npos)
        return false;
    const auto slash = word.rfind('/');
    const auto dot = word.rfind('.');
    const bool hasEnding = dot != std::string_view::npos && dot + 1 < word.size()
        && (slash == std::string_view::npos || dot > slash)
        && std::ranges::none_of(word.substr(dot + 1), [](char c) { return c == '_' || c == '-'; });
    return slash != std::string_view::npos || hasEnding;
}

/// Signs of a data store in the images of a composition and the kinds of a manifest.
constexpr std::array<std::string_view, 9> stores{
    "postgres", "mysql", "mariadb", "mongo", "redis", "PersistentVolumeClaim", "StatefulSet", "rabbitmq", "elasticsearch"};

} // namespace

void readNaming(std::string_view source, FileFacts &facts)
{
    LineNumber line = 1;
    Reading reading{source, {}, facts};
    bool isFirst = true; // of its line
    std::string_view before; // the word in front, to see "name: x"
    for (std::size_t i = 0; i < source.size();) {
        const char c = source[i];
        if (c == '\n') {
            ++line;
            isFirst = true;
            before = {};
        }
        if (!isPathByte(c)) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < source.size() && isPathByte(source[end]))
            ++end;
        const std::string_view word = source.substr(i, end - i);
        if (mayBePath(word))
            reading.import(std::string(word), line, {}, true);
        if (word.size() > 1 && word.size() <= longestPath) {
            facts.uses.push_back(hashName(word));
            if (word.starts_with("cron") || word == "CronJob" || word == "schedule")
                facts.flags |= FileFacts::HasSchedule;
            if (std::ranges::contains(stores, word))
                facts.flags |= FileFacts::HoldsData;
        }
        const char behind = end < source.size() ? source[end] : '\0';
        const bool isQuoted = behind == '"' || behind == '\'';
        const char sign = isQuoted && end + 1 < source.size() ? source[end + 1] : behind;
        if (isFirst && word != "-" && (sign == ':' || sign == '='))
            reading.define(word);
        else if (before == "name" || before == "export")
            reading.define(word);
        before = word;
        if (word != "-")
            isFirst = false;
        i = end;
    }
}

} // namespace countersign::impact
