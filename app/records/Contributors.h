// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"

#include <string>
#include <vector>

namespace countersign::records
{

/// Lower-case addresses of authors, committers and "Co-authored-by:" lines of all commits, sorted. Text from outside.
[[nodiscard]] std::vector<std::string> contributors(const Change &change);
/// The same without committers, fit for a record.
[[nodiscard]] std::vector<std::string> authors(const Change &change);

} // namespace countersign::records
