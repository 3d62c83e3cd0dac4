// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Footprint.h"

#include "git/MergeBases.h"
#include "git/Repository.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace countersign::impact
{

/// Tells whether what two changes make of one file merges, as git would merge it, in memory. Keeps what it read, so that many
/// changes of the same file are compared quickly. Belongs to one thread.
class TextConflicts
{
public:
    TextConflicts(const git::Repository &repository, const git::MergeBases &bases)
        : m_repository(repository)
        , m_bases(bases)
    {
    }

    using Places = std::pair<InteractionPlace, InteractionPlace>;
    /// Where the two edits collide; nothing: they merge, or a text cannot be read. Once more than 1 GiB of lines had to be
    /// merged, the hunks of edits of the same text decide alone, and others count as merging.
    [[nodiscard]] std::optional<Places> find(const Footprint &a, const TouchedFile &inA, const Footprint &b,
                                             const TouchedFile &inB);

private:
    struct LinedText;
    using Kept = std::shared_ptr<const LinedText>;

    [[nodiscard]] bool merges(const Oid &base, const Oid &ours, const Oid &theirs, bool ifTooMuch);
    [[nodiscard]] Kept text(const Oid &blob);
    /// The file where the histories of the two part; null: it was not there. Nothing: they are unrelated.
    [[nodiscard]] std::optional<Oid> baseBlob(const Oid &a, const Oid &b, const std::string &path);

    const git::Repository &m_repository;
    const git::MergeBases &m_bases;
    std::unordered_map<Oid, Kept> m_texts;
    std::size_t m_keptBytes = 0;
    std::uint64_t m_mergedBytes = 0;
    std::unordered_map<Oid, Oid> m_trees; ///< of commits
    std::map<std::pair<Oid, std::string>, Oid> m_entries; ///< by tree and path
};

} // namespace countersign::impact
