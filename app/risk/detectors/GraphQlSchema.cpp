// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GraphQlSchema.h"

#include "Promise.h"
#include "Words.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace countersign::risk
{

namespace
{

/// A name, number, string or punctuator; empty at the end. Comments and commas are passed over.
struct Token {
    std::string_view text;
    std::size_t at = 0;
    [[nodiscard]] bool isName() const { return !text.empty() && isWordByte(text.front()); }
};

class Tokens
{
public:
    explicit Tokens(std::string_view bytes)
        : m_bytes(bytes)
    {
        next();
    }

    [[nodiscard]] const Token &now() const { return m_now; }
    [[nodiscard]] std::size_t before() const { return m_before; } ///< last byte of the token before
    [[nodiscard]] bool is(std::string_view text) const { return m_now.text == text; }
    [[nodiscard]] bool atEnd() const { return m_now.text.empty(); }

    void next()
    {
        m_before = m_now.at + (m_now.text.empty() ? 0 : m_now.text.size() - 1);
        for (;;) {
            m_place = std::min(m_bytes.find_first_not_of(" \t\r\n,", m_place), m_bytes.size());
            if (m_place == m_bytes.size() || m_bytes[m_place] != '#')
                break;
            m_place = std::min(m_bytes.find('\n', m_place), m_bytes.size());
        }
        const std::size_t end = m_place == m_bytes.size() ? m_place : endOfToken();
        m_now = {m_bytes.substr(m_place, end - m_place), m_place};
        m_place = end;
    }

    /// Passes over descriptions.
    void skipStrings()
    {
        while (m_now.text.starts_with('"'))
            next();
    }

    /// Passes over what stands between brackets, if one opens here.
    void skipBrackets()
    {
        std::size_t depth = 0;
        do {
            if (is("(") || is("[") || is("{"))
                ++depth;
            else if ((is(")") || is("]") || is("}")) && depth > 0)
                --depth;
            if (depth == 0 && !is(")") && !is("]") && !is("}"))
                return;
            next();
        } while (depth > 0 && !atEnd());
    }

private:
    [[nodiscard]] std::size_t endOfToken() const
    {
        const char first = m_bytes[m_place];
        if (first == '"')
            return endOfString();
        const bool isNumber = first == '-' || (first >= '0' && first <= '9');
        std::size_t end = m_place + 1;
        while ((isWordByte(first) || isNumber) && end < m_bytes.size()
               && (isWordByte(m_bytes[end]) || (isNumber && (m_bytes[end] == '.' || m_bytes[end] == '-' || m_bytes[end] == '+'))))
            ++end;
        return end;
    }

    [[nodiscard]] std::size_t endOfString() const
    {
        constexpr std::string_view block = "\"\"\"";
        if (m_bytes.substr(m_place).starts_with(block)) {
            std::size_t end = m_bytes.find(block, m_place + block.size());
            while (end != std::string_view::npos && m_bytes[end - 1] == '\\')
                end = m_bytes.find(block, end + block.size());
            return end == std::string_view::npos ? m_bytes.size() : end + block.size();
        }
        std::size_t end = m_place + 1;
        while (end < m_bytes.size() && m_bytes[end] != '"' && m_bytes[end] != '\n')
            end += m_bytes[end] == '\\' ? 2U : 1U;
        return std::min(end + 1, m_bytes.size());
    }

    std::string_view m_bytes;
    std::size_t m_place = 0;
    std::size_t m_before = 0;
    Token m_now;
};

/// A description that says of what it describes that it is deprecated.
bool describesDeprecated(std::string_view token)
{
    static const RE2 said(
        R"(\bDEPRECATED\b|@deprecated|\b(?:is|are|was|been|be)\s+(?:now\s+)?deprecated\b|^["\s]*[dD]eprecated\b)",
        patternOptions());
    return token.starts_with('"') && (token.contains("precated") || token.contains("PRECATED"))
        && RE2::PartialMatch(pieceOf(token), said);
}

} // namespace

/// Reads one schema document into the types.
class GraphQlSchema::Reader
{
public:
    Reader(GraphQlSchema &schema, const FileChange &file)
        : m_schema(schema)
        , m_text(file.oldText)
        , m_marked(schema.m_deprecated[file.delta.oldSide.path])
        , m_tokens(file.oldText.bytes())
    {
    }

    void read()
    {
        while (!m_tokens.atEnd()) {
            const bool isMarked = describesDeprecated(m_tokens.now().text);
            m_tokens.skipStrings();
            if (isMarked && !m_tokens.atEnd())
                m_marked.emplace_back(m_text.lineAt(m_tokens.now().at), m_text.lineAt(m_tokens.now().at));
            if (!m_tokens.atEnd())
                readDefinition();
        }
    }

private:
    void readDefinition()
    {
        const std::string_view keyword = m_tokens.now().text;
        m_tokens.next();
        if (keyword == "extend")
            return;
        const bool isType = keyword == "type" || keyword == "input" || keyword == "interface" || keyword == "union"
            || keyword == "enum" || keyword == "scalar";
        m_owner.reset();
        if (isType && m_tokens.now().isName()) {
            m_owner = m_schema.numberOf(m_tokens.now().text);
            m_tokens.next();
        } else if (keyword == "directive" && m_tokens.is("@")) {
            m_tokens.next();
            m_tokens.next();
            if (m_tokens.is("("))
                readMembers(")");
            return;
        } else if (keyword != "schema") {
            return;
        }
        if (m_tokens.is("implements"))
            readNames("&");
        readDirectives();
        if (m_tokens.is("="))
            readNames("|");
        else if (m_tokens.is("{"))
            readMembers("}");
    }

    /// "implements A & B", "= A | B". Who asks for the interface is given the type, and who has the type knows the interface.
    void readNames(std::string_view between)
    {
        m_tokens.next();
        for (bool isNext = true; m_tokens.is(between) || (isNext && m_tokens.now().isName()); m_tokens.next()) {
            isNext = m_tokens.is(between);
            if (isNext || !m_owner)
                continue;
            const std::size_t named = m_schema.numberOf(m_tokens.now().text);
            m_schema.m_types[*m_owner].leadsTo.push_back(named);
            m_schema.m_types[named].isMentioned = true;
            if (between == "&")
                m_schema.m_types[named].leadsTo.push_back(*m_owner);
        }
    }

    /// True when one of the directives says that this is deprecated.
    bool readDirectives()
    {
        bool isDeprecated = false;
        while (m_tokens.is("@")) {
            m_tokens.next();
            isDeprecated |= m_tokens.is("deprecated");
            m_tokens.next();
            if (m_tokens.is("("))
                m_tokens.skipBrackets();
        }
        return isDeprecated;
    }

    struct Member {
        std::size_t start = 0;
        std::vector<std::size_t> types; ///< of itself, and of its arguments that are not marked
        std::vector<std::size_t> markedTypes;
    };

    /// Fields of a type, values of an enum, or arguments, up to and with @p end.
    void readMembers(std::string_view end)
    {
        m_tokens.next();
        for (m_tokens.skipStrings(); !m_tokens.atEnd() && !m_tokens.is(end); m_tokens.skipStrings()) {
            const Member member = readMember();
            const auto note = [this](const std::vector<std::size_t> &types, bool isMarked) {
                for (const std::size_t type : types)
                    mention(type, isMarked);
            };
            const bool isMarked = finish(member);
            note(member.types, isMarked);
            note(member.markedTypes, true);
        }
        m_tokens.next();
    }

    /// "name(arguments): Type = default".
    Member readMember()
    {
        Member member{.start = m_tokens.now().at, .types = {}, .markedTypes = {}};
        m_tokens.next();
        if (m_tokens.is("(")) {
            m_tokens.next();
            for (m_tokens.skipStrings(); !m_tokens.atEnd() && !m_tokens.is(")"); m_tokens.skipStrings()) {
                Member argument{.start = m_tokens.now().at, .types = {}, .markedTypes = {}};
                m_tokens.next();
                readType(argument);
                std::ranges::copy(argument.types, std::back_inserter(finish(argument) ? member.markedTypes : member.types));
            }
            m_tokens.next();
        }
        readType(member);
        return member;
    }

    void readType(Member &member)
    {
        if (!m_tokens.is(":"))
            return;
        do
            m_tokens.next();
        while (m_tokens.is("["));
        if (m_tokens.now().isName()) {
            member.types.push_back(m_schema.numberOf(m_tokens.now().text));
            m_tokens.next();
        }
        while (m_tokens.is("]") || m_tokens.is("!"))
            m_tokens.next();
        if (m_tokens.is("=")) {
            m_tokens.next();
            if (m_tokens.is("[") || m_tokens.is("{"))
                m_tokens.skipBrackets();
            else
                m_tokens.next();
        }
    }

    /// Reads the directives at the end of a member: is it marked? Then its lines are.
    bool finish(const Member &member)
    {
        const bool isMarked = readDirectives();
        if (isMarked)
            m_marked.emplace_back(m_text.lineAt(member.start), m_text.lineAt(m_tokens.before()));
        return isMarked;
    }

    void mention(std::size_t type, bool isMarked)
    {
        if (!m_owner) {
            m_schema.m_types[type].isEntry = true;
            return;
        }
        if (type == *m_owner)
            return;
        m_schema.m_types[type].isMentioned = true;
        Type &owner = m_schema.m_types[*m_owner];
        (isMarked ? owner.leadsToDeprecated : owner.leadsTo).push_back(type);
    }

    GraphQlSchema &m_schema;
    const Text &m_text;
    std::vector<std::pair<LineNumber, LineNumber>> &m_marked;
    Tokens m_tokens;
    std::optional<std::size_t> m_owner;
};

GraphQlSchema::GraphQlSchema(const ChangeContext &context)
{
    for (const FileChange &file : context.files) {
        if (isGraphQl(file.delta.oldSide.path))
            Reader(*this, file).read();
    }
    for (Type &type : m_types)
        type.isLive = type.isEntry || !type.isMentioned;
    spread(&Type::isLive);
    for (Type &type : m_types)
        type.isReached = type.isLive;
    spread(&Type::isReached);
}

std::size_t GraphQlSchema::numberOf(std::string_view type)
{
    const auto known = m_numbers.find(type);
    if (known != m_numbers.end())
        return known->second;
    m_types.emplace_back();
    m_numbers.emplace(type, m_types.size() - 1);
    return m_types.size() - 1;
}

/// Marks what the marked types lead to: through what is deprecated only for the wider mark.
void GraphQlSchema::spread(bool Type::*mark)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_types.size(); ++i) {
        if (m_types[i].*mark)
            open.push_back(i);
    }
    const auto take = [&](const std::vector<std::size_t> &types) {
        for (const std::size_t type : types) {
            if (!std::exchange(m_types[type].*mark, true))
                open.push_back(type);
        }
    };
    while (!open.empty()) {
        const Type &type = m_types[open.back()];
        open.pop_back();
        take(type.leadsTo);
        if (mark == &Type::isReached)
            take(type.leadsToDeprecated);
    }
}

bool GraphQlSchema::isDeprecated(const std::string &path, LineNumber line) const
{
    const auto marked = m_deprecated.find(path);
    return marked != m_deprecated.end()
        && std::ranges::any_of(marked->second, [line](const auto &lines) { return lines.first <= line && line <= lines.second; });
}

bool GraphQlSchema::isReachedByDeprecatedOnly(std::string_view type) const
{
    const auto known = m_numbers.find(type);
    return known != m_numbers.end() && m_types[known->second].isReached && !m_types[known->second].isLive;
}

} // namespace countersign::risk
