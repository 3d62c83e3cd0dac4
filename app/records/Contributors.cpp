// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Contributors.h"

#include "core/SafeText.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace countersign::records
{

namespace
{

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return lowerCase(c); });
    return text;
}

/// Addresses in "Co-authored-by: Name <address>" lines anywhere in the message.
void addCoAuthors(const std::string &message, std::set<std::string> &out)
{
    constexpr std::string_view key = "co-authored-by:";
    std::string_view rest = message;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = lowerCase(std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto start = line.find('<');
        const auto stop = line.find('>', std::min(start, line.size()));
        if (line.starts_with(key) && stop != std::string::npos)
            out.insert(line.substr(start + 1, stop - start - 1));
    }
}

} // namespace

Contributors contributors(const Change &change)
{
    Contributors out;
    for (const auto &commit : change.commits) {
        out.authors.insert(lowerCase(commit.author.email));
        out.committers.insert(lowerCase(commit.committer.email));
        addCoAuthors(commit.message, out.coAuthors);
    }
    return out;
}

std::vector<std::string> authors(const Change &change)
{
    auto all = contributors(change);
    all.authors.merge(all.coAuthors);
    std::vector<std::string> out;
    for (const auto &address : all.authors)
        out.push_back(safeText(address, 254));
    return out;
}

} // namespace countersign::records
