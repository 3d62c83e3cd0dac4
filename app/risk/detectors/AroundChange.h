// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// A line that has a name as a whole word.
struct Mention {
    std::string path;
    LineNumber line = noLine;
    std::string text; ///< of the line, bounded
};

/// Where @p names stand in the files at the head, those that the change edits included: at most 50 places of each, at most
/// 4,000 files and 64 MiB read. @p wanted picks files by path. Without files at the head only the change's own are read.
[[nodiscard]] std::map<std::string, std::vector<Mention>, std::less<>>
mentionsAtHead(const ChangeContext &context, const std::set<std::string, std::less<>> &names,
               const std::function<bool(std::string_view)> &wanted);

} // namespace countersign::risk
