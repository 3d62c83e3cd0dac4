// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadTree.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t mostFiles = 200'000;
constexpr std::uint64_t largestFile = 16ULL * 1024 * 1024;

} // namespace

HeadTree::HeadTree(const git::Repository &repository, const Oid &tree, std::stop_token stop)
    : m_repository(repository)
    , m_tree(tree)
    , m_stop(std::move(stop))
{
}

const std::vector<std::string> &HeadTree::paths() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_paths) {
        m_paths.emplace();
        if (const auto entries = m_repository.entries(m_tree, mostFiles, m_stop)) {
            for (const FileSide &entry : *entries)
                m_paths->push_back(entry.path);
        }
    }
    return *m_paths;
}

bool HeadTree::exists(std::string_view path) const
{
    const std::vector<std::string> &all = paths();
    const std::string folder = std::string(path) + "/";
    const auto below = std::ranges::lower_bound(all, folder);
    return std::ranges::binary_search(all, path) || (below != all.end() && below->starts_with(folder));
}

std::optional<std::string> HeadTree::content(std::string_view path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_repository.entry(m_tree, path);
    if (!entry || !*entry)
        return std::nullopt;
    const auto size = m_repository.blobSize((*entry)->blob);
    if (!size || *size > largestFile)
        return std::nullopt;
    auto bytes = m_repository.blob((*entry)->blob);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

} // namespace countersign::workbench
