// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// The files at the change's head, changed or not: for rules that ask what stands outside of the change. Any thread.
class HeadFiles
{
public:
    virtual ~HeadFiles() = default;
    /// Every path, sorted; none when the tree is too large to list.
    [[nodiscard]] virtual const std::vector<std::string> &paths() const = 0;
    /// A file or a folder stands at @p path.
    [[nodiscard]] virtual bool exists(std::string_view path) const = 0;
    /// The bytes of a file of at most 16 MiB; nothing when there is none, or a larger one.
    [[nodiscard]] virtual std::optional<std::string> content(std::string_view path) const = 0;
};

} // namespace countersign::risk
