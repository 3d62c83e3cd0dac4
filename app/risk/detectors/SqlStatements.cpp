// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SqlStatements.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

/// Reads SQL byte by byte.
class Splitter
{
public:
    explicit Splitter(std::string_view sql)
        : m_sql(sql)
    {
    }

    std::vector<SqlStatement> split()
    {
        while (m_at < m_sql.size()) {
            const std::string_view rest = m_sql.substr(m_at);
            const char c = rest.front();
            if (rest.starts_with("--") || (c == '#' && isLineStart())) {
                skipTo(rest.find('\n'), 0);
            } else if (rest.starts_with("/*")) {
                skipTo(rest.find("*/", 2), 2);
            } else if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else if (rest.starts_with("$$")) {
                finish();
                m_at += 2;
            } else if (c == ';' && m_depth <= 0) {
                finish();
                ++m_at;
            } else {
                plain(c);
            }
        }
        finish();
        return std::move(m_statements);
    }

private:
    [[nodiscard]] bool isLineStart() const { return m_at == 0 || m_sql[m_at - 1] == '\n'; }

    void skipTo(std::size_t found, std::size_t beyond)
    {
        m_at = found == std::string_view::npos ? m_sql.size() : m_at + found + beyond;
        blank();
    }

    void quoted(char quote)
    {
        const std::size_t close = m_sql.find(quote, m_at + 1);
        const std::size_t end = close == std::string_view::npos ? m_sql.size() : close + 1;
        for (; m_at < end; ++m_at)
            take(m_sql[m_at] == '\n' || m_sql[m_at] == ';' ? ' ' : m_sql[m_at]);
    }

    void plain(char c)
    {
        m_depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (std::isspace(static_cast<unsigned char>(c))) {
            blank();
            ++m_at;
            static const RE2 opensBlock(R"((?i)^(?:.*\b)?(?:begin|then|else|loop|do|as)$)", patternOptions());
            if (m_current.text.size() <= 2000 && RE2::FullMatch(trimmed(), opensBlock) && nextIsWrite())
                finish();
            return;
        }
        take(c);
        ++m_at;
    }

    /// "THEN DELETE FROM …" opens a statement of its own; "THEN 1" of a CASE does not.
    [[nodiscard]] bool nextIsWrite() const
    {
        static const RE2 write(R"((?i)^\s*(?:delete\s+from|update\s+\S+\s+set)\b)", patternOptions());
        return RE2::PartialMatch(pieceOf(m_sql.substr(m_at, 200)), write);
    }

    [[nodiscard]] std::string trimmed() const
    {
        std::string text = m_current.text;
        while (!text.empty() && text.back() == ' ')
            text.pop_back();
        return text;
    }

    void take(char c)
    {
        if (m_current.text.empty())
            m_current.begin = m_at;
        m_current.text += c;
        m_current.end = m_at + 1;
    }

    void blank()
    {
        if (!m_current.text.empty() && m_current.text.back() != ' ')
            m_current.text += ' ';
    }

    void finish()
    {
        m_current.text = trimmed();
        if (!m_current.text.empty())
            m_statements.push_back(std::move(m_current));
        m_current = {};
        m_depth = 0;
    }

    std::string_view m_sql;
    std::size_t m_at = 0;
    int m_depth = 0;
    SqlStatement m_current;
    std::vector<SqlStatement> m_statements;
};

/// "1=1", "'a'='a'", "TRUE", "x = x".
bool isAlwaysTrue(std::string_view condition)
{
    static const RE2 constant(
        R"((?i)^\(?\s*(?:true|1|not\s+false)\s*\)?$|\bor\s+(?:true|1\s*=\s*1|'(?:1'\s*=\s*'1|a'\s*=\s*'a)'?))", patternOptions());
    static const RE2 equation(R"(^\(?\s*([\w.]+|'[^']*')\s*=\s*([\w.]+|'[^']*')\s*\)?$)", patternOptions());
    std::string left;
    std::string right;
    return RE2::PartialMatch(pieceOf(condition), constant)
        || (RE2::FullMatch(pieceOf(condition), equation, &left, &right) && left == right);
}

} // namespace

std::vector<SqlStatement> sqlStatements(std::string_view sql)
{
    return Splitter(sql).split();
}

Unbounded unboundedness(std::string_view statement, std::string &table)
{
    static const RE2 write(
        R"((?i)^(?:explain\s+(?:analyze\s+)?)?(?:delete\s+(?:low_priority\s+|quick\s+|ignore\s+)*from(?:\s+only)?\s+([\w."`\[\]$%{}:@-]+)|)"
        R"(update\s+(?:only\s+|ignore\s+|low_priority\s+)?([\w."`\[\]$%{}:@-]+)(?:\s+(?:as\s+)?\w+)?\s+set\b)(.*)$)",
        patternOptions());
    static const RE2 bounded(R"((?i)\b(?:where|join|current\s+of|using)\b)", patternOptions());
    static const RE2 condition(R"((?i)\bwhere\s+(.*?)(?:\s+(?:order\s+by|limit|returning)\b.*)?$)", patternOptions());
    std::string deleted;
    std::string updated;
    std::string rest;
    if (!RE2::FullMatch(pieceOf(statement), write, &deleted, &updated, &rest))
        return Unbounded::No;
    table = deleted.empty() ? updated : deleted;
    static const RE2 string("'[^']*'", patternOptions());
    std::string withoutStrings = rest;
    RE2::GlobalReplace(&withoutStrings, string, "''");
    if (!RE2::PartialMatch(withoutStrings, bounded))
        return Unbounded::NoCondition;
    std::string what;
    return RE2::PartialMatch(rest, condition, &what) && isAlwaysTrue(what) ? Unbounded::AlwaysTrue : Unbounded::No;
}

} // namespace countersign::risk
