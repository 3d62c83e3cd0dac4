// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Oid.h"
#include "git/Repository.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace countersign::git
{

/// Merge bases of any two of many commits, from one walk over the part of the history that not all of them share, where
/// Repository::mergeBase() walks anew for each two.
class MergeBases
{
public:
    /// Walks, newest first, until nothing is left that some of @p heads have and others have not, and a month further: clocks are
    /// wrong by up to that much. A commit that cannot be read ends its line. Errors: cancelled.
    [[nodiscard]] static Result<MergeBases> of(const Repository &repository, std::span<const Oid> heads,
                                               std::stop_token stop = {});

    /// A common ancestor of which no descendant is one, as `git merge-base` gives it; where there are several, one of them,
    /// always the same. Nothing: the two are unrelated, or one was not among the heads.
    [[nodiscard]] std::optional<Oid> between(const Oid &a, const Oid &b) const;

private:
    using Words = std::vector<std::uint64_t>; ///< a bit for each head
    struct Ancestor {
        Oid id;
        Words heads; ///< those that have it
    };
    std::unordered_map<Oid, std::size_t> m_heads; ///< number of each
    /// Children before parents; of those that the same heads have only the first.
    std::vector<Ancestor> m_ancestors;
};

} // namespace countersign::git
