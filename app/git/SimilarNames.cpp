// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimilarNames.h"

#include "LibGit.h"

#include <algorithm>
#include <array>
#include <vector>

namespace countersign::git
{

namespace
{

/// Levenshtein distance: letters to insert, remove or replace.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// "main" for "refs/heads/main"; empty for refs that nobody types.
std::string_view shortName(std::string_view ref)
{
    static constexpr std::array<std::string_view, 3> folders{"refs/heads/", "refs/remotes/", "refs/tags/"};
    for (const auto folder : folders) {
        if (ref.starts_with(folder))
            return ref.substr(folder.size());
    }
    return {};
}

} // namespace

std::string similarNames(const Repository &repository, std::string_view wanted)
{
    constexpr std::size_t longest = 100;
    constexpr std::size_t most = 3;
    const std::size_t near = std::max<std::size_t>(1, wanted.size() / 3);
    if (wanted.size() > longest)
        return {};
    Handle<git_reference_iterator> iterator;
    if (git_reference_iterator_new(iterator.out(), repository.d().repository) < 0)
        return {};
    std::vector<std::pair<std::size_t, std::string>> found;
    const char *ref = nullptr;
    while (git_reference_next_name(&ref, iterator) == 0) {
        const auto name = shortName(ref);
        if (name.empty() || name.size() > wanted.size() + near || name.size() + near < wanted.size())
            continue;
        if (const auto letters = distance(wanted, name); letters <= near)
            found.emplace_back(letters, name);
    }
    std::ranges::sort(found);
    std::string out;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        out += (i == 0 ? "“" : ", “") + found[i].second + "”";
    return out;
}

} // namespace countersign::git
