// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RoutePrefixes.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace countersign::impact
{

namespace
{

bool isApplication(std::string_view receiver)
{
    static constexpr std::array<std::string_view, 7> names{"app", "api", "server", "mux", "http", "e", "r"};
    return std::ranges::contains(names, receiver);
}

/// The class that an annotation belongs to begins within a few lines.
bool standsOnClass(const Text &text, LineNumber line)
{
    constexpr LineNumber farthest = 8;
    static const RE2 declaration(R"(^\s*(?:@?\w+\s+)*class\s+\w)", risk::patternOptions());
    for (LineNumber below = line; below <= std::min(text.lineCount(), line + farthest); ++below) {
        if (RE2::PartialMatch(risk::pieceOf(text.line(below)), declaration))
            return true;
    }
    return false;
}

/// The prefix among the arguments of a call that begins in this line; nothing: it has none.
std::optional<std::string> prefixArgument(const Text &text, LineNumber line)
{
    constexpr LineNumber farthest = 12;
    static const RE2 argument(R"(\b(?:url_)?prefix\s*[=:]\s*["']([^"']*)["'])", risk::patternOptions());
    for (LineNumber below = line; below <= std::min(text.lineCount(), line + farthest); ++below) {
        std::string prefix;
        if (RE2::PartialMatch(risk::pieceOf(text.line(below)), argument, &prefix))
            return prefix;
        if (text.line(below).find(')') != std::string_view::npos)
            break;
    }
    return std::nullopt;
}

} // namespace

RoutePrefixes::RoutePrefixes(const Text &text)
{
    for (LineNumber line = 1; line <= text.lineCount(); ++line)
        readLine(text, line);
}

void RoutePrefixes::readLine(const Text &text, LineNumber line)
{
    static const RE2 router(R"((\w+)\s*(?::\s*[\w.]+\s*)?:?=\s*(?:new\s+)?(?:\w+\.)*(?:APIRouter|Blueprint|Router)\s*\()",
                            risk::patternOptions());
    static const RE2 group(R"((\w+)\s*:?=\s*(\w+)\.(?i:group)\(\s*["']([^"']*)["'])", risk::patternOptions());
    static const RE2 controller(
        R"(^\s*(?:@(?:RequestMapping|Controller|Path)|\[Route)\(\s*(?:(?:path|value)\s*=\s*)?["']([^"']*)["'])",
        risk::patternOptions());
    const auto content = risk::pieceOf(text.line(line));
    std::string name;
    std::string parent;
    std::string prefix;
    if (RE2::PartialMatch(content, router, &name)) {
        m_prefixes[name] = prefixArgument(text, line);
    } else if (RE2::PartialMatch(content, group, &name, &parent, &prefix)) {
        const auto above = of(parent);
        m_prefixes[name] = above ? std::optional(routeUnder(*above, prefix)) : std::nullopt;
    } else if (RE2::PartialMatch(content, controller, &prefix) && standsOnClass(text, line)) {
        // "[controller]" stands for the name of the class.
        const bool isWhole = prefix.find("[controller]") == std::string::npos;
        m_prefixes[std::string()] = isWhole ? std::optional(prefix) : std::nullopt;
    }
}

std::optional<std::string> RoutePrefixes::of(const std::string &receiver) const
{
    if (const auto known = m_prefixes.find(receiver); known != m_prefixes.end())
        return known->second;
    return receiver.empty() || isApplication(receiver) ? std::optional(std::string()) : std::nullopt;
}

std::string routeUnder(const std::string &prefix, const std::string &path)
{
    std::string all = "/";
    for (const std::string *part : {&prefix, &path}) {
        const auto begin = part->find_first_not_of('/');
        if (begin == std::string::npos)
            continue;
        if (!all.ends_with('/'))
            all += '/';
        all += part->substr(begin, part->find_last_not_of('/') + 1 - begin);
    }
    return all;
}

} // namespace countersign::impact
