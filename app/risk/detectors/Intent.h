// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Areas.h"

#include "core/Change.h"

#include <cstdint>
#include <set>
#include <string>

namespace countersign::risk
{

/// What a change says about itself, in its title, message and branch.
struct Intent {
    /// A kind that leaves the behaviour alone, by its own word for it.
    enum class Kind : std::uint8_t { Unsaid, Documentation, Tests, Style, Translation };
    Kind kind = Kind::Unsaid;
    std::string word; ///< by which it says so: "docs", "typo"
    std::set<Area> areas; ///< that its words name
    bool isVague = true; ///< "wip", "update", "fixes": says nothing about where

    [[nodiscard]] static Intent of(const Change &change);
};

} // namespace countersign::risk
