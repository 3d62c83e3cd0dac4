// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Merkle.h"

#include "core/Sha256.h"

#include <cstddef>

namespace countersign::records
{

namespace
{

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

} // namespace countersign::records
