// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Export.h"

#include <string>

namespace countersign::records
{

/// README.txt of a bundle. Every line that begins with four blanks is a command; all of them in this order, run by bash with -e
/// in the bundle's folder, reach the same verdict as we do with nothing of ours.
[[nodiscard]] std::string exportReadme(const Ledger &ledger, const LedgerVerdict &verdict, bool hasRepository, bool hasManifests);

} // namespace countersign::records
