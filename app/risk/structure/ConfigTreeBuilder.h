// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ConfigTree.h"

#include <string>
#include <string_view>
#include <utility>

namespace countersign::risk
{

/// Makes a tree from what the readers meet, in the order of the text.
class ConfigTreeBuilder
{
public:
    ConfigTreeBuilder() { m_tree.m_nodes.emplace_back(); }

    /// Opens a node inside the one that is open; false when it is left out (close() it all the same).
    bool open(std::string_view key, LineNumber line);
    /// Closes what was opened last.
    void close(LineNumber line);
    /// The text ends in what was opened last.
    void noteUnclosed();
    /// A node without children.
    void scalar(std::string_view key, std::string_view value, LineNumber first, LineNumber last);
    /// Gives the open node a value.
    void setValue(std::string_view value);
    [[nodiscard]] std::size_t depth() const { return m_open.size() + m_leftOut; }
    [[nodiscard]] ConfigTree finish(LineNumber line);

private:
    static constexpr std::size_t deepest = 100;
    static constexpr std::size_t most = 100'000;
    static constexpr std::size_t longestValue = 100'000;

    ConfigTree m_tree;
    std::vector<ConfigTree::Index> m_open;
    std::size_t m_leftOut = 0; ///< opened, but too deep or too many
};

/// Reads @p text, which begins at line @p line of its file, as brackets into what is open in @p builder.
void readBraces(std::string_view text, LineNumber line, ConfigTreeBuilder &builder);
/// The same for one map or list: its entries become children of the node that is open.
void readBracesInside(std::string_view text, LineNumber line, ConfigTreeBuilder &builder);

} // namespace countersign::risk
