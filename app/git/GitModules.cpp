// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitModules.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace countersign::git
{

namespace
{

constexpr std::size_t mostModules = 10'000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// Walks over the file once.
class Reader
{
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes)
    {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
    }

    std::vector<GitModule> read()
    {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '\n' || isBlank(c))
                m_rest.remove_prefix(1);
            else if (c == '#' || c == ';')
                skipLine();
            else if (c == '[')
                readSection();
            else
                readKey();
        }
        return std::move(m_modules);
    }

private:
    void skipLine() { m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size())); }

    void skipBlanks()
    {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    /// [submodule "name"]; of any other section the keys are passed over.
    void readSection()
    {
        m_current.reset();
        m_rest.remove_prefix(1);
        const auto end = std::min(m_rest.find_first_of("\" \t]\n"), m_rest.size());
        const bool isSubmodule = lower(m_rest.substr(0, end)) == "submodule";
        m_rest.remove_prefix(end);
        skipBlanks();
        if (!isSubmodule || !m_rest.starts_with('"'))
            return skipToEndOfHeader();
        m_rest.remove_prefix(1);
        std::string name;
        for (bool isOpen = true; isOpen;) {
            if (m_rest.empty() || m_rest.front() == '\n')
                return;
            char c = take();
            isOpen = c != '"';
            if (c == '\\' && !m_rest.empty() && m_rest.front() != '\n')
                c = take();
            if (isOpen)
                name += c;
        }
        skipToEndOfHeader();
        choose(std::move(name));
    }

    void skipToEndOfHeader()
    {
        const auto end = std::min(m_rest.find_first_of("]\n"), m_rest.size());
        m_rest.remove_prefix(end);
        if (m_rest.starts_with(']'))
            m_rest.remove_prefix(1);
    }

    void choose(std::string name)
    {
        const auto known = std::ranges::find(m_modules, name, &GitModule::name);
        if (known == m_modules.end() && m_modules.size() == mostModules)
            return;
        m_current = static_cast<std::size_t>(known - m_modules.begin());
        if (known == m_modules.end())
            m_modules.push_back({.name = std::move(name), .path = {}, .url = {}});
    }

    void readKey()
    {
        const auto end = std::min(m_rest.find_first_of("= \t\r\n#;"), m_rest.size());
        const std::string key = lower(m_rest.substr(0, end));
        m_rest.remove_prefix(end);
        skipBlanks();
        if (!m_rest.starts_with('='))
            return skipLine();
        m_rest.remove_prefix(1);
        skipBlanks();
        const std::optional<std::string> value = readValue();
        if (!value || !m_current)
            return;
        if (key == "path")
            m_modules[*m_current].path = *value;
        else if (key == "url")
            m_modules[*m_current].url = *value;
    }

    /// Quotes, escapes, comments and lines that go on; blanks at the end do not count. Nothing when git would refuse it.
    std::optional<std::string> readValue()
    {
        std::string value;
        std::size_t length = 0; // without blanks at the end
        bool isQuoted = false;
        while (!m_rest.empty() && m_rest.front() != '\n') {
            const char c = take();
            if (c == '"') {
                isQuoted = !isQuoted;
                length = value.size();
            } else if (c == '\\') {
                if (!readEscape(value)) {
                    skipLine();
                    return std::nullopt;
                }
                length = value.size();
            } else if (!isQuoted && (c == '#' || c == ';')) {
                skipLine();
            } else {
                value += c;
                length = isQuoted || !isBlank(c) ? value.size() : length;
            }
        }
        value.resize(length);
        return isQuoted ? std::nullopt : std::optional(value);
    }

    bool readEscape(std::string &value)
    {
        if (m_rest.starts_with("\r\n"))
            m_rest.remove_prefix(1);
        if (m_rest.empty())
            return false;
        switch (const char c = take()) {
        case '\n':
            return true;
        case 'n':
            value += '\n';
            return true;
        case 't':
            value += '\t';
            return true;
        case 'b':
            value += '\b';
            return true;
        case '\\':
        case '"':
            value += c;
            return true;
        default:
            return false;
        }
    }

    std::string_view m_rest;
    std::vector<GitModule> m_modules;
    std::optional<std::size_t> m_current;
};

} // namespace

std::vector<GitModule> parseGitModules(std::string_view bytes)
{
    return Reader(bytes).read();
}

bool isSafeRelative(std::string_view path)
{
    if (path.empty() || path.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos)
        return false;
    for (;;) {
        const auto slash = path.find('/');
        const auto part = path.substr(0, slash);
        if (part.empty() || part == "." || part == ".." || lower(part) == ".git")
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

} // namespace countersign::git
