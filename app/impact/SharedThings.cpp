// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SharedThings.h"

#include "RoutePrefixes.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <memory>

namespace countersign::impact
{

namespace
{

/// What a pattern's groups mean: one group is the name; of a route they are what it is declared on, the method and the path.
struct Sign {
    InteractionKind kind;
    const char *pattern;
    bool isLocal;
};

constexpr const char *sqlTable =
    R"((?i)\b(?:alter|create|drop|truncate)\s+table\s+(?:only\s+|if\s+(?:not\s+)?exists\s+)*["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(\w+))";
constexpr const char *sqlRows =
    R"((?i)\b(?:insert\s+into|delete\s+from|update)\s+["'`]?(?:\w+\.)?(\w+)["'`]?\s*(?:set\b|\(|where\b|;|$))";
constexpr const char *sqlIndex = R"((?i)\bcreate\s+(?:unique\s+)?index\b.*\bon\s+["'`]?(?:\w+\.)?(\w+))";
constexpr const char *migrationCall =
    R"(\b(?:op\.)?(?:add_column|drop_column|alter_column|create_table|drop_table|rename_table|remove_column|change_column|rename_column|add_index|create_index)\s*\(?\s*["':](\w+))";
constexpr const char *djangoModel = R"(\bmodel_name\s*=\s*["'](\w+))";
constexpr const char *decoratedRoute =
    R"(@(?:(\w+)\.)?(?i:(get|post|put|delete|patch|route|request))(?:Mapping)?\(\s*(?:(?:path|value)\s*=\s*)?["']([^"']+)["'])";
constexpr const char *calledRoute =
    R"(\b(\w*(?i:app|router|api|mux|http|server|routes|group|blueprint|bp)|r|e)\.(?i:(get|post|put|delete|patch|handlefunc|handle|any|map\w*))\(\s*["'](/[^"']*)["'])";
constexpr const char *listedRoute =
    R"(^\s*()(?:re_)?(path|get|post|put|patch|delete|match|resources)\s*\(?\s*r?["']([^"']+)["'])";
constexpr const char *attributedRoute = R"re(()\[Http(Get|Post|Put|Delete|Patch)\(\s*"([^"]+)")re";
constexpr const char *namedLock = R"(\b(?:pg_(?:try_)?advisory(?:_xact)?_lock|GET_LOCK)\s*\(\s*["']?([\w:.-]+))";
constexpr const char *distributedLock =
    R"((?i)\b(?:redis|cache|lock_manager|redlock|lockservice)\w*\.(?:lock|get_?lock|acquire)\(\s*["']([^"']+)["'])";
constexpr const char *methodLock = R"(\b(\w+)(?:\.|->)(?:lock|Lock|RLock|acquire|lock_shared|tryLock|write_lock)\(\s*\))";
constexpr const char *guardLock =
    R"(\b(?:lock_guard|unique_lock|scoped_lock|shared_lock)\b(?:<[^>]*>)?\s+\w+\s*[({]\s*(?:this->)?(\w+))";
constexpr const char *blockLock = R"(\b(?:synchronized|lock)\s*\(\s*(?:this\.)?(\w+)\s*\))";
constexpr const char *withLock = R"(^\s*(?:async\s+)?with\s+(?:self\.)?(\w*(?i:lock|mutex)\w*))";

const Sign signs[] = {
    {InteractionKind::Table, sqlTable, false},        {InteractionKind::Table, sqlRows, false},
    {InteractionKind::Table, sqlIndex, false},        {InteractionKind::Table, migrationCall, false},
    {InteractionKind::Table, djangoModel, false},     {InteractionKind::Route, decoratedRoute, false},
    {InteractionKind::Route, calledRoute, false},     {InteractionKind::Route, listedRoute, true},
    {InteractionKind::Route, attributedRoute, false}, {InteractionKind::Lock, namedLock, false},
    {InteractionKind::Lock, distributedLock, false},  {InteractionKind::Lock, methodLock, true},
    {InteractionKind::Lock, guardLock, true},         {InteractionKind::Lock, blockLock, true},
    {InteractionKind::Lock, withLock, true},
};

void lower(std::string &text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

void upper(std::string &text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
}

/// Verbs of table words inside prose ("update the table") name no table.
bool isProse(std::string_view name)
{
    static constexpr std::string_view words[] = {"the", "a",    "an",  "this", "set", "if",   "only",
                                                 "to",  "from", "and", "or",   "for", "table"};
    return std::ranges::contains(words, name);
}

} // namespace

std::vector<SharedThing> sharedThings(std::string_view line, FileClass fileClass, const PrefixOf &prefixOf)
{
    static const auto patterns = [] {
        std::vector<std::unique_ptr<RE2>> out;
        for (const Sign &sign : signs)
            out.push_back(std::make_unique<RE2>(sign.pattern, risk::patternOptions()));
        return out;
    }();
    std::vector<SharedThing> found;
    if (fileClass == FileClass::Documentation)
        return found;
    const auto content = risk::pieceOf(line);
    // Most lines have none of all this, and each pattern takes its time.
    static const RE2 likely(R"((?i)table|insert|delete|update|index|column|model_name|lock|acquire|synchronized|mutex)",
                            risk::patternOptions());
    // In the tests of a project routes are called, not declared.
    const bool mayBeRoute = fileClass != FileClass::Test && line.find_first_of("\"'") != std::string_view::npos;
    const bool mayBeOther = RE2::PartialMatch(content, likely);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const Sign &sign = signs[i];
        if (!(sign.kind == InteractionKind::Route ? mayBeRoute : mayBeOther))
            continue;
        SharedThing thing{sign.kind, {}, sign.isLocal};
        if (sign.kind == InteractionKind::Route) {
            std::string receiver;
            std::string method;
            std::string path;
            if (!RE2::PartialMatch(content, *patterns[i], &receiver, &method, &path) || path.empty())
                continue;
            const auto prefix = prefixOf(receiver);
            upper(method);
            thing.isLocal = thing.isLocal || !prefix;
            // What a controller class is mapped to is its own prefix.
            thing.name = method + " " + routeUnder(prefix && *prefix != path ? *prefix : std::string(), path);
        } else {
            if (!RE2::PartialMatch(content, *patterns[i], &thing.name))
                continue;
            if (sign.kind == InteractionKind::Table)
                lower(thing.name);
            if (isProse(thing.name))
                continue;
        }
        found.push_back(std::move(thing));
    }
    return found;
}

} // namespace countersign::impact
