// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace countersign::impact
{

namespace
{

constexpr std::size_t mostBytes = std::size_t{4} << 20U;
constexpr std::size_t longestName = 80; ///< bytes of a string that may be a key or a name

void sortUnique(std::vector<NameHash> &names)
{
    std::ranges::sort(names);
    const auto repeats = std::ranges::unique(names);
    names.erase(repeats.begin(), repeats.end());
    names.shrink_to_fit();
}

/// A "${…}" or the whole of a short string may be a key that another file defines.
void useString(std::string_view text, std::vector<NameHash> &uses)
{
    if (text.size() <= longestName && text.size() > 1)
        uses.push_back(hashName(text));
    for (auto open = text.find("${"); open != std::string_view::npos; open = text.find("${", open + 2)) {
        const auto end = text.find_first_of(":}", open);
        if (end != std::string_view::npos && end - open <= longestName)
            uses.push_back(hashName(text.substr(open + 2, end - open - 2)));
    }
}

void collectUses(std::span<const Token> tokens, FileFacts &facts)
{
    facts.uses.reserve(tokens.size() / 2);
    for (const Token &token : tokens) {
        if (token.kind == Token::Kind::Word && token.text.size() > 1)
            facts.uses.push_back(hashName(token.text));
        else if (token.kind == Token::Kind::String)
            useString(token.text, facts.uses);
    }
}

/// Names before "(" or after "@" that register a handler of requests, in the frameworks that are met most.
constexpr std::array<std::string_view, 22> routeWords{
    "RequestMapping", "GetMapping",       "PostMapping",     "PutMapping",  "DeleteMapping", "PatchMapping",
    "HandleFunc",     "HttpGet",          "HttpPost",        "HttpPut",     "HttpDelete",    "HttpPatch",
    "RestController", "ApiController",    "add_url_rule",    "urlpatterns", "APIRouter",     "MapGet",
    "MapPost",        "WebSocketGateway", "websocket_route", "api_view"};
/// Receivers whose get(), post(), … take a path: app.get("/x").
constexpr std::array<std::string_view, 6> routers{"app", "router", "route", "blueprint", "bp", "api"};
constexpr std::array<std::string_view, 9> methods{"get", "post", "put", "delete", "patch", "route", "Get", "Post", "Handle"};
constexpr std::array<std::string_view, 8> scheduleWords{
    "Scheduled", "CronJob", "cron", "periodic_task", "crontab", "add_periodic_task", "schedule_interval", "RecurringJob"};

void markEntries(const Reading &reading, Language language)
{
    std::uint8_t &flags = reading.facts.flags;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind == Token::Kind::String) {
            if (token.text == "__main__")
                flags |= FileFacts::HasMain;
            continue;
        }
        if (token.kind != Token::Kind::Word)
            continue;
        if (token.text == "main" && reading.at(i + 1).isSign('(') && language != Language::Python
            && language != Language::JavaScript && language != Language::Ruby && i > 0
            && reading.at(i - 1).kind == Token::Kind::Word && (language != Language::Go || reading.facts.package == "main"))
            flags |= FileFacts::HasMain;
        else if (std::ranges::contains(routeWords, token.text))
            flags |= FileFacts::HasRoute;
        else if (std::ranges::contains(scheduleWords, token.text))
            flags |= FileFacts::HasSchedule;
        else if (std::ranges::contains(routers, token.text) && reading.at(i + 1).isSign('.')
                 && std::ranges::contains(methods, reading.at(i + 2).text) && reading.at(i + 3).isSign('(')
                 && reading.at(i + 4).kind == Token::Kind::String && reading.at(i + 4).text.starts_with('/'))
            flags |= FileFacts::HasRoute;
    }
}

void readLanguage(Reading &reading, Language language)
{
    switch (language) {
    case Language::C:
        return readIncludes(reading);
    case Language::Python:
        return readPython(reading);
    case Language::JavaScript:
        return readJavaScript(reading);
    case Language::Java:
    case Language::Kotlin:
        return readJvm(reading, language);
    case Language::Go:
        return readGo(reading);
    case Language::Rust:
        return readRust(reading);
    case Language::CSharp:
        return readCSharp(reading);
    case Language::Ruby:
        return readRuby(reading);
    case Language::Php:
        return readPhp(reading);
    case Language::Terraform:
        return readTerraform(reading);
    case Language::Naming:
    case Language::None:
        return;
    }
}

void dropRepeatedImports(std::vector<Import> &imports)
{
    std::set<std::tuple<std::string_view, std::string_view, bool>> seen;
    std::vector<Import> once;
    for (Import &import : imports) {
        if (seen.emplace(import.target, import.name, import.isLocal).second)
            once.push_back(import);
    }
    imports = std::move(once);
}

} // namespace

NameHash hashName(std::string_view name)
{
    NameHash hash = 2166136261U; // FNV-1a
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619U;
    }
    return hash;
}

bool FileFacts::usesName(NameHash name) const
{
    return std::ranges::binary_search(uses, name);
}

bool FileFacts::definesName(NameHash name) const
{
    return std::ranges::binary_search(defines, name) || std::ranges::binary_search(members, name);
}

std::string Reading::path(std::size_t &index, char separator) const
{
    std::string out;
    while (at(index).kind == Token::Kind::Word) {
        out += at(index).text;
        std::size_t next = index + 1;
        std::string between;
        while (between.size() < 2 && at(next).isSign(separator)) {
            between += separator;
            ++next;
        }
        if (between.empty() || at(next).kind != Token::Kind::Word) {
            ++index;
            break;
        }
        out += between;
        index = next;
    }
    return out;
}

FileFacts readFacts(std::string_view text, Language language)
{
    FileFacts facts;
    text = text.substr(0, mostBytes);
    if (language == Language::Naming) {
        readNaming(text, facts);
    } else if (language != Language::None) {
        thread_local std::vector<Token> tokens;
        lex(text, language, tokens);
        Reading reading{text, tokens, facts};
        readLanguage(reading, language);
        collectUses(tokens, facts);
        markEntries(reading, language);
    }
    dropRepeatedImports(facts.imports);
    sortUnique(facts.defines);
    sortUnique(facts.members);
    sortUnique(facts.uses);
    return facts;
}

} // namespace countersign::impact
