// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// One entry of a configuration file: a mapping's entry, an item of a list, or a block.
struct ConfigNode {
    std::uint32_t parent = 0; ///< the root is its own
    std::uint32_t end = 0; ///< behind its last descendant: descendants are the nodes from its own index + 1 to here
    std::string key; ///< of a block its header without quotes ("resource aws_db_instance ledger"); empty: an item of a list
    std::string value; ///< of a scalar, without quotes; empty of anything else
    LineNumber first = noLine;
    LineNumber last = noLine;
    std::uint32_t depth = 0;
};

/// A configuration file as a tree with the lines where everything stands.
///
/// Both readers take whatever they get: templates ("{{ … }}") among YAML, files cut off in the middle, bytes that are no UTF-8.
/// Anchors and aliases are texts and never followed, so neither cycles nor bombs can be built from them; what lies deeper than
/// 100 levels or beyond 100,000 nodes is left out. Time is linear in the bytes.
class ConfigTree
{
public:
    using Index = std::uint32_t;
    static constexpr Index none = 0; ///< the root, where an entry is asked for

    /// YAML by indentation; flow parts ("{a: [b]}") included. Each document is a child of the root with an empty key.
    [[nodiscard]] static ConfigTree ofYaml(const Text &text);
    /// HCL, JSON and Bicep: blocks, maps and lists by their brackets; JSON in a here document becomes children of its node.
    [[nodiscard]] static ConfigTree ofBraces(const Text &text);
    /// By the ending of the path: YAML for .yaml, .yml and templates of them, brackets for anything else.
    [[nodiscard]] static ConfigTree of(const Text &text, std::string_view path);

    /// Where the innermost block begins that the text ends in; noLine: every block is closed.
    [[nodiscard]] LineNumber unclosed() const { return m_unclosed; }
    /// Something was left out: nested too deep, or too much.
    [[nodiscard]] bool isPartial() const { return m_isPartial; }

    [[nodiscard]] const std::vector<ConfigNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const ConfigNode &node(Index index) const { return m_nodes[index]; }
    [[nodiscard]] std::vector<Index> children(Index of) const;
    /// The first child with this key; none without one.
    [[nodiscard]] Index child(Index of, std::string_view key) const;
    /// The entry that a path of keys leads to ("spec.template.spec"); none when there is none.
    [[nodiscard]] Index at(Index from, std::string_view path) const;
    /// Its scalar; empty when there is none.
    [[nodiscard]] std::string_view value(Index from, std::string_view path) const;
    /// The scalar @p of, or the scalars of the list @p of.
    [[nodiscard]] std::vector<Index> scalars(Index of) const;
    /// Keys from the root's child to @p of, joined by '.'; an item of a list adds "[]".
    [[nodiscard]] std::string pathOf(Index of) const;
    /// The nearest node around @p of with this key; none without one.
    [[nodiscard]] Index around(Index of, std::string_view key) const;

private:
    friend class ConfigTreeBuilder;
    std::vector<ConfigNode> m_nodes;
    LineNumber m_unclosed = noLine;
    bool m_isPartial = false;
};

[[nodiscard]] bool isYaml(std::string_view path);

} // namespace countersign::risk
