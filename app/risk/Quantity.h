// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace countersign::risk
{

/// How many times @p before @p after is: "30s" and "5m" give 10, "512Mi" and "1Gi" 2, "500m" and "2" (processors) 4.
/// 1 for equal values, and where one of them is no number. A value that was zero and is more now gives infinity.
/// "m" means minutes beside another unit of time, thousandths otherwise.
[[nodiscard]] double compareQuantities(std::string_view before, std::string_view after);

} // namespace countersign::risk
