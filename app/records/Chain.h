// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"

#include <map>
#include <string>
#include <vector>

namespace countersign::records
{

/// What is wrong with each signer's chain, by key fingerprint; signers whose chain is whole are absent. @p records in the order
/// of the log. A record missing from the middle (or the front) is found; that the last ones are missing cannot be seen from the
/// chain.
[[nodiscard]] std::map<std::string, std::vector<Problem>> checkChains(const std::vector<const Record *> &records);

} // namespace countersign::records
