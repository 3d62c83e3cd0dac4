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

HeadTree::HeadTree(const git::Repository &repository, const Oid &tree, std::stop_token stop, std::shared_ptr<KnownWords> words,
                   unsigned threads)
    : m_repository(repository)
    , m_words(std::move(words))
    , m_threads(threads)
    , m_tree(tree)
    , m_stop(std::move(stop))
{
}

const std::vector<std::string> &HeadTree::paths() const
{
    std::call_once(m_listed, [this] {
        const std::scoped_lock lock(m_mutex);
        auto entries = m_repository.entries(m_tree, mostFiles, m_stop);
        for (FileSide &entry : entries ? *entries : std::vector<FileSide>()) {
            m_paths.push_back(std::move(entry.path));
            m_blobs.push_back(entry.blob);
        }
    });
    return m_paths;
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
    const auto blob = blobAt(path);
    return blob ? contentOf(*blob) : std::nullopt;
}

std::shared_ptr<const risk::WordSet> HeadTree::words(std::string_view path) const
{
    const auto blob = m_words ? blobAt(path) : std::nullopt;
    if (!blob)
        return nullptr;
    if (auto known = m_words->find(*blob))
        return known;
    const auto bytes = contentOf(*blob);
    if (!bytes)
        return nullptr;
    auto words = std::make_shared<const risk::WordSet>(*bytes);
    m_words->put(*blob, words);
    return words;
}

std::optional<std::string> HeadTree::contentOf(const Oid &blob) const
{
    if (m_stop.stop_requested())
        return std::nullopt;
    std::call_once(m_opened, &HeadTree::openHandles, this);
    for (Handle &handle : m_handles) {
        const std::unique_lock lock(handle.mutex, std::try_to_lock);
        if (lock)
            return read(*handle.repository, blob);
    }
    const std::scoped_lock lock(m_mutex);
    return read(m_repository, blob);
}

void HeadTree::openHandles() const
{
    const std::scoped_lock lock(m_mutex);
    for (unsigned i = 1; i < m_threads; ++i) {
        if (auto handle = m_repository.handle())
            m_handles.emplace_back().repository.emplace(std::move(*handle));
    }
}

std::optional<std::string> HeadTree::read(const git::Repository &repository, const Oid &blob) const
{
    const auto size = repository.blobSize(blob);
    if (!size || *size > largestFile)
        return std::nullopt;
    auto bytes = repository.blob(blob);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

std::optional<Oid> HeadTree::blobAt(std::string_view path) const
{
    const std::vector<std::string> &all = paths();
    if (all.empty()) { // too many to list: one by one, then
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_repository.entry(m_tree, path);
        return entry && *entry ? std::optional((*entry)->blob) : std::nullopt;
    }
    const auto found = std::ranges::lower_bound(all, path);
    if (found == all.end() || *found != path)
        return std::nullopt;
    return m_blobs[static_cast<std::size_t>(found - all.begin())];
}

} // namespace countersign::workbench
