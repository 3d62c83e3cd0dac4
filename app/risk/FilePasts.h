// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::risk
{

/// What the history says about one file, up to the change's base.
struct FilePast {
    std::uint32_t revisions = 0; ///< commits that touched it, merges left out
    std::uint32_t fixes = 0; ///< those that fixed something, by their subject
    std::string owner; ///< who made most of the revisions: a name or an address
    std::uint32_t ownerRevisions = 0;
    std::uint32_t authorRevisions = 0; ///< by the author of this change
};

/// The history of files: for rules that ask who knows a file. Any thread.
class FilePasts
{
public:
    virtual ~FilePasts() = default;
    /// @param path as the base has it. Nothing when the history does not know it or was not read.
    [[nodiscard]] virtual std::optional<FilePast> of(std::string_view path) const = 0;
};

} // namespace countersign::risk
