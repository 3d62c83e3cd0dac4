// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PathMatch.h"

#include <algorithm>

namespace countersign::reports
{

namespace
{

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool endsAtFolder(std::string_view path, std::string_view end)
{
    return path.ends_with(end) && (path.size() == end.size() || path[path.size() - end.size() - 1] == '/');
}

} // namespace

std::optional<std::string> plainPath(std::string_view path)
{
    constexpr std::size_t mostBytes = 4096;
    if (path.empty() || path.size() > mostBytes
        || std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return std::nullopt;
    std::string slashed(path);
    std::ranges::replace(slashed, '\\', '/');
    std::string plain;
    for (std::string_view rest = slashed; !rest.empty();) {
        const auto end = std::min(rest.find('/'), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (part == "..")
            return std::nullopt;
        if (part.empty() || part == ".")
            continue;
        plain.append(plain.empty() ? "" : "/").append(part);
    }
    return plain.empty() ? std::nullopt : std::optional(std::move(plain));
}

PathMatch::PathMatch(const std::vector<std::string> &paths)
{
    for (const std::string &path : paths)
        m_byName[std::string(nameOf(path))].push_back(path);
}

std::optional<std::string> PathMatch::find(std::string_view reported) const
{
    const auto plain = plainPath(reported);
    if (!plain)
        return std::nullopt;
    const auto candidates = m_byName.find(nameOf(*plain));
    if (candidates == m_byName.end())
        return std::nullopt;
    if (std::ranges::contains(candidates->second, *plain))
        return plain;
    std::optional<std::string> only;
    for (const std::string &path : candidates->second) {
        const std::string &shorter = path.size() < plain->size() ? path : *plain;
        if (!shorter.contains('/') || (!endsAtFolder(path, *plain) && !endsAtFolder(*plain, path)))
            continue;
        if (only)
            return std::nullopt;
        only = path;
    }
    return only;
}

} // namespace countersign::reports
