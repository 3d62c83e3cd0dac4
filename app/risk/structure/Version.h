// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace countersign::risk
{

/// "1.9.0" is lower than "1.10", "2.0.0-rc.1" lower than "2.0.0". False where the two cannot be compared.
[[nodiscard]] bool isLower(std::string_view version, std::string_view than);

/// A requirement of a manifest (">=1.2,!=1.3", "^2.0", "v1.4.0") lets in versions that @p before kept out, because they are
/// older, or were excluded. False for an exact version that became a range: that takes the newest one.
[[nodiscard]] bool letsOlderIn(std::string_view before, std::string_view now);

} // namespace countersign::risk
