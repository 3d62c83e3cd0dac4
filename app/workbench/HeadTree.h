// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "risk/HeadFiles.h"

#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// The tree of a change's head, read from the repository when a rule asks; one thread at a time reads.
class HeadTree final : public risk::HeadFiles
{
public:
    /// @param repository outlives this; @param tree null: nothing stands there.
    HeadTree(const git::Repository &repository, const Oid &tree, std::stop_token stop);

    [[nodiscard]] const std::vector<std::string> &paths() const override;
    [[nodiscard]] bool exists(std::string_view path) const override;
    [[nodiscard]] std::optional<std::string> content(std::string_view path) const override;

private:
    [[nodiscard]] std::optional<Oid> blobAt(std::string_view path) const;

    const git::Repository &m_repository;
    const Oid m_tree;
    const std::stop_token m_stop;
    mutable std::mutex m_mutex; ///< of the repository
    mutable std::once_flag m_listed;
    mutable std::vector<std::string> m_paths; ///< after m_listed, sorted
    mutable std::vector<Oid> m_blobs; ///< of m_paths
};

} // namespace countersign::workbench
