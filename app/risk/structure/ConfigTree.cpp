// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigTreeBuilder.h"

#include <algorithm>

namespace countersign::risk
{

bool ConfigTreeBuilder::open(std::string_view key, LineNumber line)
{
    if (m_leftOut > 0 || m_open.size() >= deepest || m_tree.m_nodes.size() >= most) {
        ++m_leftOut;
        m_tree.m_isPartial = true;
        return false;
    }
    const ConfigTree::Index parent = m_open.empty() ? 0 : m_open.back();
    m_open.push_back(static_cast<ConfigTree::Index>(m_tree.m_nodes.size()));
    m_tree.m_nodes.push_back({.parent = parent,
                              .end = 0,
                              .key = std::string(key.substr(0, longestValue)),
                              .value = {},
                              .first = line,
                              .last = line,
                              .depth = static_cast<std::uint32_t>(m_open.size())});
    return true;
}

void ConfigTreeBuilder::close(LineNumber line)
{
    if (m_leftOut > 0) {
        --m_leftOut;
        return;
    }
    if (m_open.empty())
        return;
    ConfigNode &node = m_tree.m_nodes[m_open.back()];
    node.end = static_cast<ConfigTree::Index>(m_tree.m_nodes.size());
    node.last = std::max(node.first, line);
    m_open.pop_back();
}

void ConfigTreeBuilder::noteUnclosed()
{
    if (m_tree.m_unclosed == noLine)
        m_tree.m_unclosed = m_open.empty() ? 1 : m_tree.m_nodes[m_open.back()].first;
}

void ConfigTreeBuilder::scalar(std::string_view key, std::string_view value, LineNumber first, LineNumber last)
{
    if (open(key, first))
        setValue(value);
    close(last);
}

void ConfigTreeBuilder::setValue(std::string_view value)
{
    if (m_leftOut == 0 && !m_open.empty())
        m_tree.m_nodes[m_open.back()].value = value.substr(0, longestValue);
}

ConfigTree ConfigTreeBuilder::finish(LineNumber line)
{
    m_leftOut = 0;
    while (!m_open.empty())
        close(line);
    m_tree.m_nodes.front().end = static_cast<ConfigTree::Index>(m_tree.m_nodes.size());
    m_tree.m_nodes.front().last = line;
    return std::move(m_tree);
}

ConfigTree ConfigTree::ofBraces(const Text &text)
{
    ConfigTreeBuilder builder;
    readBraces(text.bytes(), 1, builder);
    return builder.finish(text.lineCount());
}

ConfigTree ConfigTree::of(const Text &text, std::string_view path)
{
    // A template of CloudFormation may be either.
    const std::size_t first = text.bytes().find_first_not_of(" \t\r\n");
    const bool isJson =
        first != std::string_view::npos && text.bytes()[first] == '{' && !text.bytes().substr(first).starts_with("{{");
    return isYaml(path) && !isJson ? ofYaml(text) : ofBraces(text);
}

std::vector<ConfigTree::Index> ConfigTree::children(Index of) const
{
    std::vector<Index> found;
    for (Index i = of + 1; i < m_nodes[of].end; i = m_nodes[i].end)
        found.push_back(i);
    return found;
}

ConfigTree::Index ConfigTree::child(Index of, std::string_view key) const
{
    for (Index i = of + 1; i < m_nodes[of].end; i = m_nodes[i].end) {
        if (m_nodes[i].key == key)
            return i;
    }
    return none;
}

ConfigTree::Index ConfigTree::at(Index from, std::string_view path) const
{
    while (!path.empty()) {
        const std::size_t dot = path.find('.');
        from = child(from, path.substr(0, dot));
        if (from == none)
            return none;
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return from;
}

std::string_view ConfigTree::value(Index from, std::string_view path) const
{
    const Index found = at(from, path);
    return found == none ? std::string_view() : std::string_view(m_nodes[found].value);
}

std::vector<ConfigTree::Index> ConfigTree::scalars(Index of) const
{
    if (of == none)
        return {};
    return m_nodes[of].end == of + 1 ? std::vector{of} : children(of);
}

std::string ConfigTree::pathOf(Index of) const
{
    std::string path;
    for (; of != none; of = m_nodes[of].parent) {
        const std::string &key = m_nodes[of].key;
        if (!key.empty() || m_nodes[of].parent != none)
            path = (key.empty() ? "[]" : key) + (path.empty() ? "" : "." + path);
    }
    return path;
}

ConfigTree::Index ConfigTree::around(Index of, std::string_view key) const
{
    while (of != none && m_nodes[of].key != key)
        of = m_nodes[of].parent;
    return of;
}

bool isYaml(std::string_view path)
{
    for (const std::string_view ending : {".tpl", ".j2", ".tmpl", ".gotmpl", ".sample", ".example", ".dist"}) {
        if (path.ends_with(ending))
            path.remove_suffix(ending.size());
    }
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".template");
}

} // namespace countersign::risk
