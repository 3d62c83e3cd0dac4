// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigTreeBuilder.h"

#include <algorithm>
#include <optional>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 20'000; ///< bytes looked at

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Without a comment behind it, without quotes around it.
std::string_view plain(std::string_view value)
{
    value = trimmed(value);
    if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
        const std::size_t close = value.find(value.front(), 1);
        return value.substr(1, (close == std::string_view::npos ? value.size() : close) - 1);
    }
    if (value.starts_with('#'))
        return {};
    return trimmed(value.substr(0, std::min(value.find(" #"), value.find("\t#"))));
}

/// Where the key of "key: value" ends; nothing when the line has no key.
std::optional<std::size_t> colonIn(std::string_view line)
{
    std::size_t from = 0;
    if (line.front() == '"' || line.front() == '\'') {
        from = line.find(line.front(), 1);
        if (from == std::string_view::npos)
            return std::nullopt;
    } else if (std::string_view("{[#&*!|>%@`").contains(line.front()) && !line.starts_with("{{")) {
        return std::nullopt;
    }
    for (std::size_t at = line.find(':', from); at != std::string_view::npos; at = line.find(':', at + 1)) {
        if (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t')
            return at;
    }
    return std::nullopt;
}

/// Brackets that are open at the end of a flow value.
class FlowDepth
{
public:
    void add(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (m_quote != 0) {
                i += c == '\\' && m_quote == '"' ? 1 : 0;
                m_quote = c == m_quote ? '\0' : m_quote;
            } else if (c == '#' && i > 0 && text[i - 1] == ' ') {
                return;
            } else if (c == '"' || c == '\'') {
                m_quote = c;
            } else {
                m_depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
    }
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }

private:
    int m_depth = 0;
    char m_quote = '\0';
};

/// Reads line by line; what is open follows from the indentation.
class YamlReader
{
public:
    explicit YamlReader(const Text &text)
        : m_text(text)
    {
    }

    ConfigTree read()
    {
        m_builder.open({}, 1);
        for (m_line = 1; m_line <= m_text.lineCount(); ++m_line) {
            const std::string_view line = m_text.line(m_line).substr(0, longestLine);
            const std::string_view content = trimmed(line);
            if (line.starts_with("---")) {
                closeDeeperThan(-1, false);
                m_builder.close(m_lastContent);
                m_builder.open({}, m_line + 1);
            }
            if (content.empty() || content.front() == '#' || content.starts_with("---") || content == "..."
                || (content.starts_with("{{") && !colonIn(content)))
                continue;
            entry(content, static_cast<int>(content.data() - line.data()));
            m_lastContent = m_line;
        }
        closeDeeperThan(-1, false);
        return m_builder.finish(m_lastContent);
    }

private:
    struct Open {
        int indent = 0;
        bool isItem = false;
    };

    void closeDeeperThan(int indent, bool keepKeyHere)
    {
        while (!m_open.empty()
               && (m_open.back().indent > indent || (m_open.back().indent == indent && (m_open.back().isItem || !keepKeyHere)))) {
            m_builder.close(m_lastContent);
            m_open.pop_back();
        }
    }

    void entry(std::string_view content, int indent)
    {
        const bool isItem = content == "-" || content.starts_with("- ");
        closeDeeperThan(indent, isItem);
        if (isItem) {
            m_builder.open({}, m_line);
            m_open.push_back({indent, true});
            const std::string_view rest = trimmed(content.substr(1));
            if (!rest.empty() && rest.front() != '#')
                inItem(rest, indent + static_cast<int>(rest.data() - content.data()));
            return;
        }
        const auto colon = colonIn(content);
        if (!colon)
            return; // continues a plain scalar
        m_builder.open(plain(content.substr(0, *colon)), m_line);
        m_open.push_back({indent, false});
        value(trimmed(content.substr(*colon + 1)), indent);
    }

    void inItem(std::string_view rest, int indent)
    {
        if (rest == "-" || rest.starts_with("- ") || colonIn(rest))
            entry(rest, indent);
        else
            value(rest, indent - 1);
    }

    /// The value of what was opened last, which stands at @p indent.
    void value(std::string_view value, int indent)
    {
        if (value.empty() || value.front() == '#')
            return;
        if (value.front() == '|' || value.front() == '>')
            block(indent);
        else if ((value.front() == '{' && !value.starts_with("{{")) || value.front() == '[')
            flow(value);
        else if (value.front() != '&' && value.front() != '!')
            m_builder.setValue(plain(value));
        else if (const std::size_t blank = value.find(' '); blank != std::string_view::npos)
            this->value(trimmed(value.substr(blank)), indent); // behind an anchor or a tag
    }

    void block(int indent)
    {
        const LineNumber header = m_line;
        std::string body;
        while (m_line < m_text.lineCount()) {
            const std::string_view next = m_text.line(m_line + 1);
            const std::size_t first = next.find_first_not_of(" \t\r");
            if (first != std::string_view::npos && static_cast<int>(first) <= indent)
                break;
            ++m_line;
            body.append(next).append("\n");
        }
        m_builder.setValue(body);
        if (trimmed(body).starts_with('{'))
            readBracesInside(body, header + 1, m_builder);
    }

    void flow(std::string_view value)
    {
        const LineNumber first = m_line;
        const std::size_t begin = static_cast<std::size_t>(value.data() - m_text.bytes().data());
        FlowDepth depth;
        depth.add(value);
        while (depth.isOpen() && m_line < m_text.lineCount())
            depth.add(m_text.line(++m_line));
        const std::size_t end = m_text.lineStart(m_line) + m_text.line(m_line).size();
        readBracesInside(m_text.bytes().substr(begin, end - begin), first, m_builder);
    }

    const Text &m_text;
    LineNumber m_line = 1;
    LineNumber m_lastContent = 1;
    std::vector<Open> m_open;
    ConfigTreeBuilder m_builder;
};

} // namespace

ConfigTree ConfigTree::ofYaml(const Text &text)
{
    return YamlReader(text).read();
}

} // namespace countersign::risk
