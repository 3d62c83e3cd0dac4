// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigTreeBuilder.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool endsWord(char c)
{
    return isBlank(c) || std::string_view("\n,;:={}[]()\"").contains(c);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (isBlank(text.front()) || text.front() == '\n'))
        text.remove_prefix(1);
    while (!text.empty() && (isBlank(text.back()) || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

/// Reads maps, lists, blocks and scalars byte by byte; goes over each byte once, and once more inside a here document.
class BraceReader
{
public:
    BraceReader(std::string_view text, LineNumber line, ConfigTreeBuilder &builder)
        : m_text(text)
        , m_line(line)
        , m_headerLine(line)
        , m_builder(builder)
    {
    }

    void read()
    {
        while (m_at < m_text.size())
            step();
        if (m_isList.size() > m_given)
            m_builder.noteUnclosed();
        for (; m_isList.size() > m_given; m_isList.pop_back())
            m_builder.close(m_line);
    }

    /// The text is the content of the node that is open: a map or list, whose own bracket opens nothing.
    void readInside()
    {
        m_at = std::min(m_text.find_first_of("{["), m_text.size() - 1);
        m_line += static_cast<LineNumber>(std::ranges::count(m_text.substr(0, m_at), '\n'));
        m_isList.push_back(m_text[m_at] == '[');
        m_given = 1;
        ++m_at;
        read();
    }

private:
    [[nodiscard]] bool inList() const { return !m_isList.empty() && m_isList.back(); }
    [[nodiscard]] bool startsWith(std::string_view word) const { return m_text.substr(m_at).starts_with(word); }

    void step()
    {
        const char c = m_text[m_at];
        if (isComment())
            skipComment();
        else if (c == '{' || c == '[')
            open(c);
        else if (c == '}' || c == ']')
            close();
        else if (c == '\n' || c == ',')
            endEntry();
        else if ((c == '=' || c == ':') && !inList() && !m_header.empty())
            value();
        else if (inList() && !isBlank(c) && c != ')')
            scalar({}, m_line);
        else if (c == '"' || c == '\'')
            word(quoted());
        else if (!endsWord(c))
            word(bare());
        else
            ++m_at;
    }

    void open(char bracket)
    {
        m_isList.push_back(bracket == '[');
        m_builder.open(m_header, m_header.empty() ? m_line : m_headerLine);
        m_header.clear();
        ++m_at;
    }

    void close()
    {
        if (m_isList.size() > m_given) {
            m_isList.pop_back();
            m_builder.close(m_line);
        }
        m_header.clear();
        ++m_at;
    }

    /// A key without a value says nothing.
    void endEntry()
    {
        m_line += m_text[m_at] == '\n' ? 1U : 0U;
        m_header.clear();
        ++m_at;
    }

    void word(std::string_view text)
    {
        if (m_header.empty())
            m_headerLine = m_line;
        else
            m_header += ' ';
        m_header += text;
    }

    std::string_view bare()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !endsWord(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    /// The content of the string at m_at, which ends at the line's end at the latest; "${ … }" in it may hold strings.
    std::string_view quoted()
    {
        const char quote = m_text[m_at];
        const std::size_t begin = ++m_at;
        int depth = 0;
        bool inInner = false; // in a string of an interpolation
        for (; m_at < m_text.size() && m_text[m_at] != '\n'; ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (depth > 0) {
                inInner = inInner != (c == '"');
                if (!inInner)
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            } else if (c == quote) {
                return m_text.substr(begin, m_at++ - begin);
            } else if (startsWith("${") || startsWith("%{")) {
                depth = 1;
                ++m_at;
            }
        }
        m_at = std::min(m_at, m_text.size());
        return m_text.substr(begin, m_at - begin);
    }

    void value()
    {
        const bool mayWrap = m_text[m_at] == ':';
        ++m_at;
        while (m_at < m_text.size() && (isBlank(m_text[m_at]) || (mayWrap && m_text[m_at] == '\n'))) {
            m_line += m_text[m_at] == '\n' ? 1U : 0U;
            ++m_at;
        }
        skipCall();
        if (m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '['))
            return; // opened with the header as its key
        const std::string key = std::move(m_header);
        m_header.clear();
        startsWith("<<") ? hereDocument(key) : scalar(key, m_headerLine);
    }

    /// "jsonencode({": the call is looked through.
    void skipCall()
    {
        std::size_t at = m_at;
        while (at < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[at])) || m_text[at] == '_'))
            ++at;
        if (at == m_at || at >= m_text.size() || m_text[at] != '(')
            return;
        LineNumber lines = 0;
        for (++at; at < m_text.size() && (isBlank(m_text[at]) || m_text[at] == '\n'); ++at)
            lines += m_text[at] == '\n' ? 1U : 0U;
        if (at < m_text.size() && (m_text[at] == '{' || m_text[at] == '[')) {
            m_at = at;
            m_line += lines;
        }
    }

    /// An expression up to the end of its entry: a comma, a closing bracket, a comment, or the line's end outside of brackets.
    void scalar(std::string_view key, LineNumber first)
    {
        const std::size_t begin = m_at;
        std::string_view content;
        std::size_t afterString = 0;
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const bool closes = c == ')' || c == ']' || c == '}';
            if (depth == 0 && (c == ',' || c == '\n' || (closes && c != ')')))
                break;
            if (isComment() && (m_at == begin || isBlank(m_text[m_at - 1])))
                break;
            if ((c == '"' || c == '\'') && (m_at == begin || endsWord(m_text[m_at - 1]))) {
                const bool isFirst = m_at == begin;
                const std::string_view string = quoted();
                if (isFirst) {
                    content = string;
                    afterString = m_at;
                }
                continue;
            }
            depth += c == '(' || c == '[' || c == '{' ? 1 : closes && depth > 0 ? -1 : 0;
            m_line += c == '\n' ? 1U : 0U;
            ++m_at;
        }
        const std::string_view whole = trimmed(m_text.substr(begin, m_at - begin));
        const bool isString = afterString > 0 && trimmed(m_text.substr(afterString, m_at - afterString)).empty();
        m_builder.scalar(key, isString ? content : whole, first, m_line);
        if (m_at == begin)
            ++m_at; // nothing that could be read
    }

    void hereDocument(std::string_view key)
    {
        std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        std::string_view mark = trimmed(m_text.substr(m_at + 2, end - m_at - 2));
        if (mark.starts_with('-') || mark.starts_with('~'))
            mark = trimmed(mark.substr(1));
        const std::size_t begin = std::min(end + 1, m_text.size());
        std::size_t close = begin;
        LineNumber lines = 0;
        bool isClosed = false;
        for (std::size_t at = begin; at < m_text.size(); at = end + 1) {
            end = std::min(m_text.find('\n', at), m_text.size());
            close = at;
            ++lines;
            isClosed = trimmed(m_text.substr(at, end - at)) == mark;
            if (isClosed)
                break;
            close = end;
        }
        const std::string_view body = m_text.substr(begin, close - begin);
        m_builder.open(key, m_headerLine);
        if (!isClosed)
            m_builder.noteUnclosed();
        m_builder.setValue(body);
        if (trimmed(body).starts_with('{'))
            BraceReader(body, m_line + 1, m_builder).readInside();
        m_line += lines;
        m_builder.close(m_line);
        m_at = end;
    }

    [[nodiscard]] bool isComment() const { return m_text[m_at] == '#' || startsWith("//") || startsWith("/*"); }

    void skipComment()
    {
        if (!startsWith("/*")) {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            return;
        }
        const std::size_t close = m_text.find("*/", m_at + 2);
        const std::size_t end = close == std::string_view::npos ? m_text.size() : close + 2;
        m_line += static_cast<LineNumber>(std::ranges::count(m_text.substr(m_at, end - m_at), '\n'));
        m_at = end;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    LineNumber m_line;
    LineNumber m_headerLine;
    std::string m_header; ///< words that wait for a bracket, '=' or ':'
    std::vector<bool> m_isList; ///< of every open bracket
    std::size_t m_given = 0; ///< brackets that opened no node
    ConfigTreeBuilder &m_builder;
};

} // namespace

void readBraces(std::string_view text, LineNumber line, ConfigTreeBuilder &builder)
{
    BraceReader(text, line, builder).read();
}

void readBracesInside(std::string_view text, LineNumber line, ConfigTreeBuilder &builder)
{
    if (!text.empty())
        BraceReader(text, line, builder).readInside();
}

} // namespace countersign::risk
