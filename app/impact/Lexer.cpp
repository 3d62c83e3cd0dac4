// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Lexer.h"

#include <algorithm>
#include <array>

namespace countersign::impact
{

namespace
{

constexpr auto npos = std::string_view::npos;

/// How a language writes comments and strings.
struct Habits {
    bool slashComments = false; ///< // and /* */
    bool hashComments = false;
    bool tripleQuotes = false;
    bool singleQuotesAreStrings = false;
    bool backticksAreTemplates = false;
    bool backticksAreRaw = false;
    bool stringsSpanLines = false;
    bool hasRegexes = false;
};

Habits habitsOf(Language language)
{
    switch (language) {
    case Language::C:
        return {.slashComments = true};
    case Language::Python:
        return {.hashComments = true, .tripleQuotes = true, .singleQuotesAreStrings = true};
    case Language::JavaScript:
        return {.slashComments = true, .singleQuotesAreStrings = true, .backticksAreTemplates = true, .hasRegexes = true};
    case Language::Java:
    case Language::Kotlin:
    case Language::CSharp:
        return {.slashComments = true, .tripleQuotes = true};
    case Language::Go:
        return {.slashComments = true, .backticksAreRaw = true};
    case Language::Rust:
        return {.slashComments = true, .stringsSpanLines = true};
    case Language::Ruby:
        return {.hashComments = true, .singleQuotesAreStrings = true, .stringsSpanLines = true, .hasRegexes = true};
    case Language::Php:
        return {.slashComments = true, .hashComments = true, .singleQuotesAreStrings = true, .stringsSpanLines = true};
    case Language::Terraform:
        return {.slashComments = true, .hashComments = true};
    case Language::Naming:
    case Language::None:
        return {.hashComments = true, .singleQuotesAreStrings = true};
    }
    return {};
}

/// Bytes of a word; those above 127 are parts of letters.
constexpr std::array<bool, 256> wordBytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < 256; ++i)
        table[i] = (i >= '0' && i <= '9') || (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z') || i == '_' || i >= 128;
    return table;
}();

class Reader
{
public:
    Reader(std::string_view source, Language language, std::vector<Token> &tokens)
        : m_source(source)
        , m_language(language)
        , m_habits(habitsOf(language))
        , m_tokens(tokens)
    {
    }

    void read()
    {
        while (m_at < m_source.size())
            step();
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool isWordByte(std::size_t at) const
    {
        return at < m_source.size() && wordBytes[static_cast<unsigned char>(m_source[at])];
    }

    void put(Token::Kind kind, std::size_t begin, std::size_t end, bool angled = false)
    {
        m_tokens.push_back({kind, m_startsLine, angled, m_line, m_source.substr(begin, end - begin)});
        m_startsLine = false;
    }

    void countLines(std::size_t begin, std::size_t end)
    {
        m_line += static_cast<LineNumber>(std::ranges::count(m_source.substr(begin, end - begin), '\n'));
    }

    void step()
    {
        const char c = peek();
        if (c == '\n') {
            ++m_line;
            m_startsLine = true;
            ++m_at;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++m_at;
        } else if (c == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
            ++m_line;
            m_at += peek(1) == '\n' ? 2U : 3U;
        } else if (isWordByte(m_at)) {
            word();
        } else if (!comment() && !string()) {
            sign(c);
        }
    }

    void word()
    {
        const std::size_t begin = m_at;
        while (isWordByte(m_at))
            ++m_at;
        const std::string_view text = m_source.substr(begin, m_at - begin);
        if (peek() == '"' && rawString(text))
            return;
        put(Token::Kind::Word, begin, m_at);
    }

    /// A string whose prefix was just read: R"x(…)x" of C++, r"…" of Rust.
    bool rawString(std::string_view prefix)
    {
        if (m_language == Language::C && prefix.ends_with('R')) {
            const auto open = m_source.find('(', m_at);
            if (open == npos || open - m_at > 17)
                return false;
            const std::string close = ")" + std::string(m_source.substr(m_at + 1, open - m_at - 1)) + "\"";
            take(open + 1, m_source.find(close, open), close.size());
            return true;
        }
        if (m_language == Language::Rust && (prefix == "r" || prefix == "br")) {
            take(m_at + 1, m_source.find('"', m_at + 1), 1);
            return true;
        }
        return false;
    }

    /// A string from @p begin to @p end (npos: to the end of the text), followed by @p quotes bytes.
    void take(std::size_t begin, std::size_t end, std::size_t quotes)
    {
        end = std::min(end, m_source.size());
        put(Token::Kind::String, std::min(begin, end), end);
        countLines(m_at, end);
        m_at = std::min(end + quotes, m_source.size());
    }

    void skipTo(std::size_t end)
    {
        end = std::min(end, m_source.size());
        countLines(m_at, end);
        m_at = end;
    }

    void skipLine() { m_at = std::min(m_source.find('\n', m_at), m_source.size()); }

    bool comment()
    {
        const char c = peek();
        if (m_habits.slashComments && c == '/' && peek(1) == '/') {
            skipLine();
            return true;
        }
        if (m_habits.slashComments && c == '/' && peek(1) == '*') {
            const auto end = m_source.find("*/", m_at + 2);
            skipTo(end == npos ? npos : end + 2);
            return true;
        }
        if (m_habits.hashComments && c == '#' && !(m_language == Language::Php && peek(1) == '[')) {
            skipLine();
            return true;
        }
        if (m_language == Language::Ruby && c == '=' && m_startsLine && m_source.substr(m_at).starts_with("=begin")) {
            const auto end = m_source.find("\n=end", m_at);
            skipTo(end == npos ? npos : end + 5);
            return true;
        }
        if (m_language == Language::C && c == '#' && m_startsLine)
            return include();
        return false;
    }

    /// The target of an #include; other directives are read as code.
    bool include()
    {
        std::size_t at = std::min(m_source.find_first_not_of(" \t", m_at + 1), m_source.size());
        for (const std::string_view directive : {"include_next", "include", "import"}) {
            if (!m_source.substr(at).starts_with(directive))
                continue;
            at = std::min(m_source.find_first_not_of(" \t", at + directive.size()), m_source.size());
            const char open = at < m_source.size() ? m_source[at] : '\0';
            if (open != '"' && open != '<')
                return false;
            const auto end = m_source.find_first_of(open == '<' ? ">\n" : "\"\n", at + 1);
            if (end == npos || m_source[end] == '\n')
                return false;
            put(Token::Kind::Word, m_at, m_at + 1);
            put(Token::Kind::String, at + 1, end, open == '<');
            m_at = end + 1;
            return true;
        }
        return false;
    }

    bool string()
    {
        const char c = peek();
        if (c == '`' && m_habits.backticksAreTemplates) {
            ++m_at;
            templateText();
            return true;
        }
        if (c == '`' && m_habits.backticksAreRaw) {
            take(m_at + 1, m_source.find('`', m_at + 1), 1);
            return true;
        }
        if (c == '/' && m_habits.hasRegexes && mayBeRegex())
            return regex();
        if (c == '}' && !m_templates.empty() && m_templates.back() == 0) {
            m_templates.pop_back();
            ++m_at;
            templateText();
            return true;
        }
        if (c == '\'' && !m_habits.singleQuotesAreStrings)
            return character();
        if (c != '"' && c != '\'')
            return false;
        if (m_habits.tripleQuotes && peek(1) == c && peek(2) == c) {
            const std::array quotes{c, c, c};
            take(m_at + 3, m_source.find(std::string_view(quotes.data(), 3), m_at + 3), 3);
            return true;
        }
        quoted(c);
        return true;
    }

    void quoted(char quote)
    {
        const bool isVerbatim = m_language == Language::CSharp && !m_tokens.empty() && m_at > 0
            && (m_source[m_at - 1] == '@' || (m_source[m_at - 1] == '$' && m_at > 1 && m_source[m_at - 2] == '@'));
        std::size_t end = m_at + 1;
        for (; end < m_source.size() && m_source[end] != quote; ++end) {
            if (m_source[end] == '\\' && !isVerbatim)
                ++end;
            else if (m_source[end] == '\n' && !m_habits.stringsSpanLines && !isVerbatim)
                break;
        }
        end = std::min(end, m_source.size());
        take(m_at + 1, end, end < m_source.size() && m_source[end] == quote ? 1 : 0);
    }

    /// 'x', '\n'; a lone ' is a lifetime or a digit separator.
    bool character()
    {
        if (peek(1) == '\\') {
            const auto end = m_source.find('\'', m_at + 3);
            if (end != npos && end - m_at < 12) {
                m_at = end + 1;
                return true;
            }
        }
        const auto end = m_source.find('\'', m_at + 2);
        const bool isOne = peek(2) == '\'' || (static_cast<unsigned char>(peek(1)) >= 128 && end != npos && end - m_at <= 5);
        m_at = isOne ? end + 1 : m_at + 1;
        return true;
    }

    /// A regular expression stands where a value may begin.
    [[nodiscard]] bool mayBeRegex() const
    {
        if (m_tokens.empty())
            return true;
        const Token &before = m_tokens.back();
        if (before.kind == Token::Kind::Sign)
            return before.text.front() != ')' && before.text.front() != ']' && before.text.front() != '}';
        return before.isWord("return") || before.isWord("typeof") || before.isWord("case");
    }

    bool regex()
    {
        bool inClass = false;
        for (std::size_t end = m_at + 1; end < m_source.size() && m_source[end] != '\n'; ++end) {
            const char c = m_source[end];
            if (c == '\\')
                ++end;
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            else if (c == '/' && !inClass) {
                take(m_at + 1, end, 1);
                return true;
            }
        }
        return false;
    }

    /// Text of a template up to its end or to the next "${".
    void templateText()
    {
        std::size_t end = m_at;
        for (; end < m_source.size() && m_source[end] != '`'; ++end) {
            if (m_source[end] == '\\') {
                ++end;
            } else if (m_source[end] == '$' && end + 1 < m_source.size() && m_source[end + 1] == '{') {
                take(m_at, end, 2);
                m_templates.push_back(0);
                return;
            }
        }
        take(m_at, end, 1);
    }

    void sign(char c)
    {
        if (!m_templates.empty() && c == '{')
            ++m_templates.back();
        else if (!m_templates.empty() && c == '}')
            --m_templates.back();
        put(Token::Kind::Sign, m_at, m_at + 1);
        ++m_at;
    }

    std::string_view m_source;
    Language m_language;
    Habits m_habits;
    std::vector<Token> &m_tokens;
    std::size_t m_at = 0;
    LineNumber m_line = 1;
    bool m_startsLine = true;
    std::vector<int> m_templates; ///< open braces inside every "${" of a template
};

} // namespace

void lex(std::string_view source, Language language, std::vector<Token> &tokens)
{
    tokens.clear();
    Reader(source, language, tokens).read();
}

} // namespace countersign::impact
