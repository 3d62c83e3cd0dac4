// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include "core/Change.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace countersign::git
{

/// What the name of a forge's ref says: pull request 12, merge request 7, patch set 2 of Gerrit's change 34.
struct NumberedRef {
    ChangeSource source = ChangeSource::PullRequest;
    std::string number;
    std::uint32_t patchSet = 0; ///< of a Gerrit change

    /// As the user types it: "#12", "!7", "34/2".
    [[nodiscard]] std::string id() const;
};

/// Knows refs/pull/N/head, refs/merge-requests/N/head and refs/changes/NN/N/PS, also where a remote was fetched to
/// (refs/remotes/R/pull/N, …/pull/N/head, …/pr/N, …/merge-requests/N, …/changes/NN/N/PS).
[[nodiscard]] std::optional<NumberedRef> changeOfRef(std::string_view ref);

struct NumberedChange {
    ChangeSource source = ChangeSource::PullRequest;
    Reference reference;
};

/// Finds "#12", "!7", "34/2" (Gerrit's change and patch set), "34" (its newest patch set) or a Change-Id ("I" and at least 8
/// hexadecimal digits). Nothing when @p spec has none of these forms, or could be something else.
/// Errors: there is no such pull or merge request, or Change-Id, here (says how to fetch it).
[[nodiscard]] Result<std::optional<NumberedChange>> findNumberedChange(const Repository &repository, std::string_view spec,
                                                                       const std::stop_token &stop);

} // namespace countersign::git
