// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WordSet.h"

#include <memory>
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
    /// The words of that file. Null: not known, its content tells.
    [[nodiscard]] virtual std::shared_ptr<const WordSet> words(std::string_view path) const
    {
        (void)path;
        return nullptr;
    }
    /// So many threads can read at once without waiting for each other.
    [[nodiscard]] virtual unsigned readers() const { return 1; }
};

} // namespace countersign::risk
