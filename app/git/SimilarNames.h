// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <string>
#include <string_view>

namespace countersign::git
{

/// Branches and tags whose names are a few letters away from @p wanted, nearest first: "“main”, “maint”"; empty without any.
[[nodiscard]] std::string similarNames(const Repository &repository, std::string_view wanted);

} // namespace countersign::git
