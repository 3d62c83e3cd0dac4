// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>
#include <vector>

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

/// "key: value" of a line of YAML; the key is empty where it has none.
struct Field {
    std::size_t indent = 0; ///< that of the key, a dash in front of it counts
    std::string_view key;
    std::string_view value; ///< without quotes
};

Field fieldOf(std::string_view line)
{
    Field field;
    field.indent = std::min(line.find_first_not_of(" -"), line.size());
    line.remove_prefix(field.indent);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with('#'))
        return field;
    field.key = line.substr(0, colon);
    std::string_view value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
    field.value = value.substr(0, std::min(value.find_first_of(" \"'\r"), value.size()));
    return field;
}

/// Fields of Kubernetes whose "name" is that of another object, and fields that are such a name.
constexpr std::array<std::string_view, 8> references{"configMapRef", "configMapKeyRef", "configMap",      "secretRef",
                                                     "secretKeyRef", "roleRef",         "scaleTargetRef", "service"};
constexpr std::array<std::string_view, 5> nameFields{"secretName", "claimName", "serviceAccountName", "serviceName",
                                                     "storageClassName"};

/// Objects of Kubernetes: which ones a file declares, and which ones these need.
void readObjects(std::string_view source, Reading &reading)
{
    if (!source.contains("apiVersion:") || !source.contains("kind:"))
        return;
    reading.facts.package = objectsPackage;
    std::vector<Field> open; // keys around the line
    LineNumber number = 0;
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        const Field field = fieldOf(source.substr(0, end));
        source.remove_prefix(std::min(end + 1, source.size()));
        ++number;
        if (field.key.empty())
            continue;
        while (!open.empty() && open.back().indent >= field.indent)
            open.pop_back();
        const std::string_view around = open.empty() ? std::string_view() : open.back().key;
        if (field.value.empty())
            open.push_back(field);
        else if (field.key == "name" && around == "metadata" && open.size() == 1)
            reading.define(objectName(field.value));
        else if ((field.key == "name" && std::ranges::contains(references, around))
                 || std::ranges::contains(nameFields, field.key))
            reading.import(std::string(field.value), number, std::string(objectsPackage));
    }
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
    readObjects(source, reading);
}

} // namespace countersign::impact
