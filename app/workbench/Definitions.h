// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

/// A line that defines a name.
struct Definition {
    std::size_t file = 0; ///< index into the change's files
    Side side = Side::New;
    LineNumber line = noLine;
    friend bool operator==(const Definition &, const Definition &) = default;
};

/// Where the files of a change define @p name: on the new side, and on the old side where the new one no longer does. By the
/// look of the lines, as the rules see them; in the order of the files. Any thread.
[[nodiscard]] std::vector<Definition> findDefinitions(std::span<const std::shared_ptr<const FileChange>> files,
                                                      std::string_view name, std::stop_token stop = {});

} // namespace countersign::workbench
