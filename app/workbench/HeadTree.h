// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "KnownWords.h"

#include "git/Repository.h"
#include "risk/HeadFiles.h"

#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// The tree of a change's head, read from the repository when a rule asks.
class HeadTree final : public risk::HeadFiles
{
public:
    /// @param repository outlives this; @param tree null: nothing stands there.
    /// @param words what is known about blobs, and becomes known; null: nothing is kept
    /// @param threads that may read at once, each with a handle of its own
    HeadTree(const git::Repository &repository, const Oid &tree, std::stop_token stop, std::shared_ptr<KnownWords> words = {},
             unsigned threads = 1);

    [[nodiscard]] const std::vector<std::string> &paths() const override;
    [[nodiscard]] bool exists(std::string_view path) const override;
    [[nodiscard]] std::optional<std::string> content(std::string_view path) const override;
    [[nodiscard]] std::shared_ptr<const risk::WordSet> words(std::string_view path) const override;
    [[nodiscard]] unsigned readers() const override { return m_threads; }

private:
    struct Handle {
        std::mutex mutex;
        std::optional<git::Repository> repository;
    };
    [[nodiscard]] std::optional<Oid> blobAt(std::string_view path) const;
    void openHandles() const;
    [[nodiscard]] std::optional<std::string> contentOf(const Oid &blob) const;
    [[nodiscard]] std::optional<std::string> read(const git::Repository &repository, const Oid &blob) const;

    const git::Repository &m_repository;
    const std::shared_ptr<KnownWords> m_words;
    const unsigned m_threads;
    const Oid m_tree;
    const std::stop_token m_stop;
    mutable std::mutex m_mutex; ///< of the repository
    mutable std::once_flag m_opened;
    mutable std::deque<Handle> m_handles; ///< after m_opened; beside the repository
    mutable std::once_flag m_listed;
    mutable std::vector<std::string> m_paths; ///< after m_listed, sorted
    mutable std::vector<Oid> m_blobs; ///< of m_paths
};

} // namespace countersign::workbench
