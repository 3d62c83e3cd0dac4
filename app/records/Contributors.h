// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"

#include <set>
#include <string>
#include <vector>

namespace countersign::records
{

/// Who had a hand in a change: lower-case addresses, text from outside.
struct Contributors {
    std::set<std::string> authors;
    std::set<std::string> committers;
    std::set<std::string> coAuthors; ///< of "Co-authored-by:" lines
    std::string pusher; ///< a person's id or address, where a hook knows it; empty: not known
};
[[nodiscard]] Contributors contributors(const Change &change);
/// Addresses of authors and co-authors, sorted, fit for a record.
[[nodiscard]] std::vector<std::string> authors(const Change &change);

} // namespace countersign::records
