// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace countersign::records
{

/// Root of the Merkle tree over @p leaves (RFC 6962, section 2.1): 32 raw bytes; of no leaf the SHA-256 of nothing.
[[nodiscard]] std::string merkleRoot(std::span<const std::string> leaves);

/// The roots over the first 0, 1, 2, … all leaves, in O(n log n).
[[nodiscard]] std::vector<std::string> merkleRoots(std::span<const std::string> leaves);

} // namespace countersign::records
