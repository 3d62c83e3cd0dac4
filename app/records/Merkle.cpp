// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Merkle.h"

#include "core/Sha256.h"

#include <cstddef>

namespace countersign::records
{

namespace
{

std::string leafHash(std::string_view leaf)
{
    return sha256(std::string(1, '\0').append(leaf));
}

std::string pairHash(std::string_view left, std::string_view right)
{
    return sha256(std::string(1, '\1').append(left).append(right));
}

/// Grows one leaf at a time; keeps the roots of the complete subtrees, largest first.
class GrowingTree
{
public:
    void add(const std::string &leaf)
    {
        m_subtrees.push_back({1, hashed('\0', leaf, {})});
        while (m_subtrees.size() > 1 && m_subtrees[m_subtrees.size() - 2].leaves == m_subtrees.back().leaves) {
            const auto right = m_subtrees.back();
            m_subtrees.pop_back();
            m_subtrees.back() = {2 * right.leaves, hashed('\1', m_subtrees.back().root, right.root)};
        }
    }

    [[nodiscard]] std::string root()
    {
        if (m_subtrees.empty())
            return sha256({});
        std::string root = m_subtrees.back().root;
        for (std::size_t i = m_subtrees.size() - 1; i-- > 0;)
            root = hashed('\1', m_subtrees[i].root, root);
        return root;
    }

private:
    struct Subtree {
        std::size_t leaves = 0;
        std::string root;
    };
    std::string hashed(char prefix, std::string_view left, std::string_view right)
    {
        m_bytes.assign(1, prefix);
        m_bytes.append(left).append(right);
        return sha256(m_bytes);
    }

    std::vector<Subtree> m_subtrees;
    std::string m_bytes; ///< of the node that is hashed, kept for its room
};

} // namespace

std::string merkleRoot(std::span<const std::string> leaves)
{
    GrowingTree tree;
    for (const auto &leaf : leaves)
        tree.add(leaf);
    return tree.root();
}

std::vector<std::string> merkleRoots(std::span<const std::string> leaves)
{
    GrowingTree tree;
    std::vector<std::string> roots{tree.root()};
    for (const auto &leaf : leaves) {
        tree.add(leaf);
        roots.push_back(tree.root());
    }
    return roots;
}

MerkleTree::MerkleTree(std::span<const std::string> leaves)
{
    auto &bottom = m_levels.emplace_back();
    for (const auto &leaf : leaves)
        bottom.push_back(leafHash(leaf));
    while (m_levels.back().size() > 1) {
        const auto &below = m_levels.back();
        std::vector<std::string> level;
        for (std::size_t i = 0; i + 1 < below.size(); i += 2)
            level.push_back(pairHash(below[i], below[i + 1]));
        if (below.size() % 2 == 1)
            level.push_back(below.back());
        m_levels.push_back(std::move(level));
    }
}

std::vector<std::string> MerkleTree::path(std::size_t index) const
{
    std::vector<std::string> out;
    for (const auto &level : m_levels) {
        if (const auto sibling = index ^ 1U; sibling < level.size())
            out.push_back(level[sibling]);
        index >>= 1U;
    }
    return out;
}

std::optional<std::string> rootOfPath(const std::string &leaf, std::uint64_t index, std::uint64_t size,
                                      std::span<const std::string> path)
{
    if (index >= size)
        return std::nullopt;
    auto hash = leafHash(leaf);
    auto last = size - 1; // of the level
    for (; last > 0; index >>= 1U, last >>= 1U) {
        const bool isRight = index % 2 == 1;
        if (!isRight && index == last) // no sibling: it stands in the next level as it is
            continue;
        if (path.empty())
            return std::nullopt;
        hash = isRight ? pairHash(path.front(), hash) : pairHash(hash, path.front());
        path = path.subspan(1);
    }
    return path.empty() ? std::optional(hash) : std::nullopt;
}

} // namespace countersign::records
