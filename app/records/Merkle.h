// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace countersign::records
{

/// Root of the Merkle tree over @p leaves (RFC 6962, section 2.1): 32 raw bytes; of no leaf the SHA-256 of nothing.
[[nodiscard]] std::string merkleRoot(std::span<const std::string> leaves);

/// The roots over the first 0, 1, 2, … all leaves, in O(n log n).
[[nodiscard]] std::vector<std::string> merkleRoots(std::span<const std::string> leaves);

/// A whole tree, for the audit paths of its leaves (RFC 6962, section 2.1.1). Hashes are 32 raw bytes.
class MerkleTree
{
public:
    explicit MerkleTree(std::span<const std::string> leaves);

    /// From the leaf's sibling up. @param index less than the number of leaves.
    [[nodiscard]] std::vector<std::string> path(std::size_t index) const;

private:
    std::vector<std::vector<std::string>> m_levels; ///< leaves first; a node without sibling stands in the next level, too
};

/// The root that a leaf and its path lead to. Nothing: a path of this length belongs to no such leaf.
[[nodiscard]] std::optional<std::string> rootOfPath(const std::string &leaf, std::uint64_t index, std::uint64_t size,
                                                    std::span<const std::string> path);

} // namespace countersign::records
