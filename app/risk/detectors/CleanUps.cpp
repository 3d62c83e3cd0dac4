// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CleanUps.h"

#include "Words.h"

#include "risk/Pattern.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

/// Every name of "this.client.conn" that tells one thing from another.
std::vector<std::string> namesOf(std::string_view chain)
{
    std::vector<std::string> names;
    eachIdentifier(chain, [&names](std::string_view name) {
        if (name != "this" && name != "self" && name != "_" && !std::ranges::contains(names, name))
            names.emplace_back(name);
    });
    return names;
}

/// A call that is long enough to be known again.
bool isTelling(std::string_view expression)
{
    constexpr std::size_t shortest = 8; // bytes
    return expression.size() >= shortest && expression.contains('(');
}

std::optional<CleanUp> scopeOf(std::string_view line)
{
    static const RE2 assigned(
        R"(^\s*(?:(?:await\s+)?using\s*\(?\s*(?:var\s+|const\s+|[\w<>.,?\[\]]+\s+)?|try\s*\(\s*(?:final\s+|var\s+)?(?:[\w<>.,?\[\]]+\s+)?)(\w+)\s*=\s*([^=].*)$)",
        patternOptions());
    static const RE2 named(R"(^\s*(?:async\s+)?with\s+(.*?)\s+as\s+(\w+)\b.*:)", patternOptions());
    static const RE2 entered(R"(^\s*(\w+)\s*=\s*(?:await\s+)?[\w.]+\.enter_(?:async_)?context\(\s*(.*)$)", patternOptions());
    static const RE2 lent(R"(^\s*(?:return\s+|(?:val|var)\s+\w+\s*=\s*)?(\w[\w.]*\(.*\))\.use\s*\{\s*(\w*))", patternOptions());
    CleanUp cleanUp{.how = CleanUp::How::Scoped, .names = {}, .opener = {}};
    std::string name;
    std::string opener;
    if (!RE2::PartialMatch(pieceOf(line), assigned, &name, &opener) && !RE2::PartialMatch(pieceOf(line), named, &opener, &name)
        && !RE2::PartialMatch(pieceOf(line), entered, &name, &opener) && !RE2::PartialMatch(pieceOf(line), lent, &opener, &name))
        return std::nullopt;
    cleanUp.names.push_back(name.empty() ? "it" : name);
    cleanUp.opener = expressionAt(opener);
    if (!isTelling(cleanUp.opener))
        cleanUp.opener.clear();
    return cleanUp;
}

} // namespace

std::optional<CleanUp> cleanUpOf(std::string_view line)
{
    static const RE2 called(
        R"(^\s*(?:(?:defer\s+|finally\s*\{\s*)(?:func\(\)\s*\{\s*)?)?(?:_\s*(?:,\s*_\s*)?=\s*)?(?:await\s+)?\$?((?:\w+(?:\?|!!)?(?:\.|->))+)(?:[cC]lose(?:Async|Quietly)?|[dD]ispose(?:Async)?|[rR]elease|[uU]nlock|[dD]isconnect|[rR]ollback|[dD]estroy|[sS]top|shutdown|terminate|removeEventListener|unsubscribe|[cC]ancel|[cC]leanup|clean_up)\s*\(\s*\)(?:\.ConfigureAwait\(\w+\))?\s*;?\s*\}?(?:\(\))?\s*$)",
        patternOptions());
    static const RE2 function(
        R"re(^\s*(?:defer\s+)?(?:_\s*=\s*)?(?:free|fclose|close|delete(?:\[\])?|munmap|closedir|fclose|curl_close|curl_easy_cleanup|sqlite3_finalize|clearInterval|clearTimeout|os\.(?:unlink|remove|RemoveAll|Remove)|shutil\.rmtree|rm\s+-r?f|unlink|cancel|stop)[\s(]+"?\$?(\w*)"?\)?\s*\)?\s*;?\s*$)re",
        patternOptions());
    static const RE2 registered(
        R"(\b(?:push_async_callback|push_async_exit|callback|atexit\.register|addfinalizer|RegisterForDispose(?:Async)?|register_for_dispose|addShutdownHook|addCloseHandler|onClose|on_teardown|add_cleanup|addCleanup|Cleanup|onCleanup|onDispose)\(\s*(?:(?:func\(\)|\(\)\s*=>|lambda\s*:|\(\)\s*->)\s*\{?\s*)?((?:\w+(?:\.|->|::))+)(?:a?[cC]lose|[dD]ispose|[rR]elease|[dD]isconnect|[rR]ollback|[dD]estroy|[sS]top|[sS]hutdown|[cC]ancel|[cC]leanup)(?:Async)?\b)",
        patternOptions());
    static const RE2 disposed(R"(\bRegisterForDispose(?:Async)?\(\s*(\w+)\s*\))", patternOptions());
    static const RE2 sieve(
        R"((?:lose\w*|ispose\w*|elease|nlock|isconnect|ollback|estroy|hutdown|erminate|EventListener|nsubscribe|ancel|free|delete\S*|munmap|closedir|leanup|clean_up|finalize|clear\w+|unlink|emove\w*|rmtree|[sS]top|rm\s+-r?f)[\s()\]}]|\b(?:with|using|try|use|enter_(?:async_)?context)\b)",
        patternOptions());
    if (line.size() > longestCodeLine || !line.contains('(') || !RE2::PartialMatch(pieceOf(line), sieve))
        return std::nullopt; // nearly every line
    if (auto scope = scopeOf(line))
        return scope;
    std::string chain;
    CleanUp cleanUp;
    if (!RE2::PartialMatch(pieceOf(line), called, &chain) && !RE2::PartialMatch(pieceOf(line), function, &chain)) {
        if (!RE2::PartialMatch(pieceOf(line), registered, &chain) && !RE2::PartialMatch(pieceOf(line), disposed, &chain))
            return std::nullopt;
        cleanUp.how = CleanUp::How::Registered;
    }
    cleanUp.names = namesOf(chain);
    return cleanUp.names.empty() ? std::nullopt : std::optional(cleanUp);
}

std::optional<std::string> cleanUpCall(std::string_view line)
{
    static const RE2 call(
        R"(^\s*(?:defer\s+)?(?:_\s*=\s*)?(?:await\s+)?((?:\w+(?:\?|!!)?(?:\.|->))*_*(?:[tT]ry)?(?:[sS]afely|[qQ]uietly|[sS]ilently)?(?:[cC]lose|[dD]ispose|[rR]elease|[dD]isconnect|[rR]oll_?[bB]ack|[dD]estroy|[cC]lean_?[uU]p|[sS]hut_?[dD]own|[tT]erminate|[sS]top)(?:[A-Z_]\w*)?)\s*\(.*\)\s*;?\s*$)",
        patternOptions());
    std::string name;
    if (line.size() > longestCodeLine || !line.contains('(') || !RE2::PartialMatch(pieceOf(line), call, &name))
        return std::nullopt;
    return name;
}

bool mayGiveBack(std::string_view line)
{
    static const RE2 giving(
        R"((?:[cC]los(?:e|ing)|[dD]ispose|[rR]elease|[uU]nlock|[dD]isconnect|[rR]oll_?back|[dD]estroy|[cC]lean_?[uU]p|[sS]hut_?[dD]own|[tT]erminate|[cC]ancel|[sS]top|[fF]ree|[dD]etach)\w*\s*\(|\b(?:using|defer|finally|ensure|closing|enter_(?:async_)?context|addCloseable|ExitStack)\b|^\s*(?:async\s+)?with\s|\btry\s*\(|\.use\b)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line.substr(0, longestCodeLine)), giving) || cleanUpOf(line);
}

bool headsFinally(std::string_view line)
{
    static const RE2 head(R"(^\s*\}?\s*(?:finally\b|ensure\s*$))", patternOptions());
    return (line.contains("finally") || line.contains("ensure")) && RE2::PartialMatch(pieceOf(line), head);
}

bool takes(std::string_view line, std::string_view name)
{
    static const RE2 taking(
        R"((?:(?i:open|connect|accept|acquire|alloc|lock|begin|dial|socket|create|cursor|session|listen|mkdtemp|mktemp|mkstemp|tempfile|stream|reader|writer|request|\bdo\b|\b(?:get|post|send)(?:async)?\b|new\b|new_?(?:timer|ticker)|subscribe|setinterval|settimeout|fork|popen|WithCancel|WithTimeout|query|prepare|\.body\b)\w*[\s(]))",
        patternOptions());
    if (line.size() > longestCodeLine || !holdsWord(line, name))
        return false;
    const std::size_t equals = line.find('=');
    return equals != std::string_view::npos && holdsWord(line.substr(0, equals), name)
        && RE2::PartialMatch(pieceOf(line.substr(equals)), taking);
}

std::string expressionAt(std::string_view code)
{
    std::string expression;
    int depth = 0;
    for (const char c : code) {
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        if (depth < 0 || c == '{' || (depth == 0 && (c == ';' || c == ',')))
            break;
        if (c != ' ' && c != '\t' && c != '\r')
            expression += c;
    }
    return expression;
}

bool handsOn(std::string_view line, std::string_view name)
{
    static const RE2 given(R"((?:\breturn\s+|\byield\s+(?:return\s+)?|(?:\.|->)\w+\s*:?=\s*)((?:\w+\s*,\s*)*\w+)\s*;?\s*$)",
                           patternOptions());
    static const RE2 wrapped(R"(\breturn\s+(?:await\s+)?(?:new\s+|&)[\w.<>]+[({](.*)$)", patternOptions());
    std::string names;
    return line.size() <= longestCodeLine && holdsWord(line, name)
        && (RE2::PartialMatch(pieceOf(line), given, &names) || RE2::PartialMatch(pieceOf(line), wrapped, &names))
        && holdsWord(names, name);
}

} // namespace countersign::risk
