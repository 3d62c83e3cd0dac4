// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Handlers.h"
#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <map>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr LineNumber longestBody = 8; ///< lines
constexpr std::size_t longestLine = 1000; ///< bytes

RE2 expressionOf(const char *text)
{
    return RE2(text, patternOptions());
}

/// What heads a broad handler; group 1: what follows on the same line.
const RE2 *broadHeader(Language language)
{
    static const RE2 python = expressionOf(
        R"(^\s*except\s*(?:\(?\s*(?:\w+\s*,\s*)*(?:Exception|BaseException)\b[\w\s,.]*\)?\s*(?:as\s+\w+\s*)?)?:\s*(.*)$)");
    static const RE2 ruby = expressionOf(R"(^\s*rescue\s*(?:(?:StandardError|Exception)\s*)?(?:=>\s*\w+\s*)?(?:then\s+(.*))?$)");
    static const RE2 go = expressionOf(R"(^\s*if\s+(?:[^;{]*;\s*)?err\s*!=\s*nil\s*\{\s*(.*)$)");
    static const RE2 rust = expressionOf(R"(^\s*(?:if\s+let\s+Err\(\s*_\w*\s*\)\s*=.*|Err\(\s*_\w*\s*\)\s*=>)\s*\{\s*(.*)$)");
    static const RE2 script = expressionOf(R"(\bcatch\s*(?:\(\s*(?:_?\w*(?:\s*:\s*\w+)?)\s*\))?\s*\{\s*(.*)$)");
    static const RE2 jvm = expressionOf(
        R"(\bcatch\s*\(\s*(?:final\s+)?(?:(?:Runtime)?Exception|Throwable|Error)\s+\w+\s*\)\s*\{\s*(.*)$|\bcatch\s*\(\s*\w+\s*:\s*(?:(?:Runtime)?Exception|Throwable)\s*\)\s*\{)");
    static const RE2 cSharp = expressionOf(R"(\bcatch\s*(?:\(\s*(?:System\.)?Exception(?:\s+\w+)?\s*\))?\s*(?:\{\s*(.*))?$)");
    static const RE2 cpp =
        expressionOf(R"(\bcatch\s*\(\s*(?:\.\.\.|(?:const\s+)?std::exception\s*&?\s*\w*)\s*\)\s*(?:\{\s*(.*))?$)");
    static const RE2 php = expressionOf(R"(\bcatch\s*\(\s*\\?(?:Exception|Throwable|Error)(?:\s+\$\w+)?\s*\)\s*(?:\{\s*(.*))?$)");
    static const RE2 swift = expressionOf(R"(\bcatch\s*\{\s*(.*)$)");
    switch (language) {
    case Language::Python:
        return &python;
    case Language::Ruby:
        return &ruby;
    case Language::Go:
        return &go;
    case Language::Rust:
        return &rust;
    case Language::Script:
        return &script;
    case Language::Jvm:
        return &jvm;
    case Language::CSharp:
        return &cSharp;
    case Language::Cpp:
        return &cpp;
    case Language::Php:
        return &php;
    case Language::Swift:
        return &swift;
    case Language::Unknown:
        return nullptr;
    }
    return nullptr;
}

/// What heads a branch that is taken after an error, of whatever kind; group 1: what follows on the same line.
const RE2 *branchHeader(Language language)
{
    static const RE2 python = expressionOf(R"(^\s*except\b[^:]*:\s*(.*)$)");
    static const RE2 ruby = expressionOf(R"(^\s*rescue\b[^;]*?(?:\bthen\s+(.*))?$)");
    static const RE2 go = expressionOf(R"(^\s*if\s+(?:[^;{]*;\s*)?\w*[eE]rr\s*!=\s*nil\s*\{\s*(.*)$)");
    static const RE2 rust = expressionOf(R"(^\s*(?:if\s+let\s+Err\([^)]*\)\s*=.*|Err\([^)]*\)\s*=>)\s*\{?\s*(.*)$)");
    static const RE2 braces = expressionOf(R"(\bcatch\b\s*(?:\([^)]*\))?\s*(?:when\s*\([^)]*\)\s*)?(?:\{\s*(.*))?$)");
    static const RE2 returned = expressionOf(
        R"(\bcatch\s*\([^)]*\)\s*\{?\s*(.*)$|^\s*if\s*\(\s*(?:!\s*ok|(?:ret|rc|err|errno|status|res|result)\s*(?:<\s*0|!=\s*0|==\s*-1|!=\s*\w*OK))\s*\)\s*\{?\s*(.*)$)");
    switch (language) {
    case Language::Python:
        return &python;
    case Language::Ruby:
        return &ruby;
    case Language::Go:
        return &go;
    case Language::Rust:
        return &rust;
    case Language::Cpp:
        return &returned;
    case Language::Unknown:
        return nullptr;
    default:
        return &braces;
    }
}

bool isComment(std::string_view line)
{
    static const RE2 comment(R"(^\s*(?://|#|/?\*|--))", patternOptions());
    return RE2::PartialMatch(pieceOf(line), comment);
}

bool explains(std::string_view comment)
{
    static const RE2 sentence(R"([A-Za-z]{2,}\W+[A-Za-z]{2,}\W+[A-Za-z]{2,})", patternOptions());
    static const RE2 directive("(?i)noqa|pylint|eslint|nosec|type:|noinspection|nolint|todo|fixme", patternOptions());
    return RE2::PartialMatch(pieceOf(comment), sentence) && !RE2::PartialMatch(pieceOf(comment), directive);
}

bool isLogging(std::string_view statement)
{
    static const RE2 logging(
        R"((?i)^(?:await\s+)?(?:self\.|this\.|_)?(?:\w+[.:>-]+)*(?:log(?:ger|ging|s)?\b|_?log\w*\(|console\.|print\w*!?\(|println|printf|fmt\.(?:Print|Fprint)|)"
        R"(System\.(?:out|err)|warn\w*[(!]|debug[(!]|info[(!]|error_log\(|puts\b|e\.printStackTrace|\w+\.printStackTrace|traceback\.print|qWarning|qDebug|NSLog|os_log|Debug\.(?:Log|WriteLine)|Console\.Write|Trace\.))",
        patternOptions());
    return RE2::PartialMatch(pieceOf(statement), logging);
}

/// Does nothing with the error: nothing at all, goes on, or gives a constant.
bool isEmptyHanded(std::string_view statement, Language language)
{
    static const RE2 nothing(
        R"(^(?:pass|\.\.\.|continue|break|;|\(\)|nil|null|false|)"
        R"((?:return|=>)?\s*(?:None|null|nil|undefined|false|False|\[\]|\{\}|\(\)|0|0\.0|""|''|list\(\)|dict\(\)|set\(\)|)"
        R"(Optional\.empty\(\)|Collections\.empty\w+\(\)|(?:List|Map|Set)\.of\(\)|new\s+(?:\w+)(?:<[^>]*>)?\(\)|default|emptyList\(\)|emptyMap\(\)|array\(\)|)"
        R"(Default::default\(\)|Vec::new\(\)|String::new\(\))?\s*[;,]?|)"
        R"(\w+\s*:?=\s*(?:None|null|nil|undefined|false|False|\[\]|\{\}|0|""|'');?)$)",
        patternOptions());
    static const RE2 go(R"(^return(?:\s+(?:nil|0|false|true|""|\w+\{\})(?:\s*,\s*(?:nil|0|false|true|""|\w+\{\}))*)?$)",
                        patternOptions());
    if (language == Language::Go && (statement == "continue" || statement == "break" || statement == "return"))
        return false; // the error may have been handled by whoever made it; too common to tell
    if (language == Language::Go)
        return RE2::FullMatch(pieceOf(statement), go) && statement.ends_with("nil");
    return RE2::FullMatch(pieceOf(statement), nothing);
}

/// Lines of a body and where it ends; nothing: longer than a swallowing one is.
struct Body {
    std::vector<std::string> lines;
    LineNumber last = noLine;
};

std::optional<Body> indentedBody(const Text &text, LineNumber header, bool endsWithWord)
{
    static const RE2 end(R"(^\s*(?:end|ensure|else|rescue|elsif)\b)", patternOptions());
    Body body{{}, header};
    const std::size_t indent = indentOf(text.line(header));
    for (LineNumber line = header + 1; line <= text.lineCount(); ++line) {
        const std::string_view content = text.line(line);
        const std::size_t here = indentOf(content);
        if (here == std::string_view::npos)
            continue;
        if (here <= indent || (endsWithWord && here <= indent && RE2::PartialMatch(pieceOf(content), end)))
            break;
        if (body.lines.size() == longestBody)
            return std::nullopt;
        body.lines.push_back(folded(content));
        body.last = line;
    }
    return body;
}

/// @p rest follows the opening brace on the header's line.
std::optional<Body> bracedBody(const Text &text, LineNumber header, std::string_view rest, bool isOpen)
{
    Body body{{}, header};
    int depth = isOpen ? 1 : 0;
    const auto take = [&](std::string_view content) {
        std::string statement;
        for (const char c : content) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && c == '}')
                break;
            if (c != '{' || depth > 1)
                statement += c;
        }
        if (const std::string line = folded(statement); !line.empty())
            body.lines.push_back(line);
    };
    take(rest);
    for (LineNumber line = header + 1; (depth > 0 || (!isOpen && line == header + 1)) && line <= text.lineCount(); ++line) {
        if (body.lines.size() > longestBody || line > header + 2 * longestBody)
            return std::nullopt;
        take(text.line(line).substr(0, longestLine));
        body.last = line;
    }
    return depth == 0 ? std::optional(body) : std::nullopt;
}

} // namespace

Language languageOf(std::string_view path)
{
    static const std::map<std::string_view, Language> byEnding{
        {"py", Language::Python},   {"pyi", Language::Python},  {"rb", Language::Ruby},       {"rake", Language::Ruby},
        {"go", Language::Go},       {"rs", Language::Rust},     {"js", Language::Script},     {"mjs", Language::Script},
        {"cjs", Language::Script},  {"jsx", Language::Script},  {"ts", Language::Script},     {"tsx", Language::Script},
        {"mts", Language::Script},  {"vue", Language::Script},  {"svelte", Language::Script}, {"java", Language::Jvm},
        {"kt", Language::Jvm},      {"kts", Language::Jvm},     {"scala", Language::Jvm},     {"groovy", Language::Jvm},
        {"cs", Language::CSharp},   {"cpp", Language::Cpp},     {"cc", Language::Cpp},        {"cxx", Language::Cpp},
        {"h", Language::Cpp},       {"hpp", Language::Cpp},     {"c", Language::Cpp},         {"m", Language::Cpp},
        {"hh", Language::Cpp},      {"hxx", Language::Cpp},     {"mm", Language::Cpp},        {"php", Language::Php},
        {"swift", Language::Swift}, {"dart", Language::Script},
    };
    const auto dot = path.rfind('.');
    const auto found = dot == std::string_view::npos ? byEnding.end() : byEnding.find(path.substr(dot + 1));
    return found == byEnding.end() ? Language::Unknown : found->second;
}

bool mayHeadHandler(std::string_view line, Language language)
{
    switch (language) {
    case Language::Python:
        return line.contains("except");
    case Language::Ruby:
        return line.contains("rescue");
    case Language::Go:
        return line.contains("err != nil");
    case Language::Rust:
        return line.contains("Err(_");
    case Language::Unknown:
        return false;
    default:
        return line.contains("catch");
    }
}

bool mayHeadErrorBranch(std::string_view line, Language language)
{
    switch (language) {
    case Language::Go:
        return line.contains("rr != nil");
    case Language::Rust:
        return line.contains("Err(");
    case Language::Cpp:
        return line.contains("catch") || line.contains("if (");
    default:
        return mayHeadHandler(line, language);
    }
}

std::optional<ErrorBranch> errorBranch(const Text &text, LineNumber line, Language language)
{
    const RE2 *header = branchHeader(language);
    const std::string_view content = text.line(line);
    std::string rest;
    if (!header || content.size() > longestLine || !mayHeadErrorBranch(content, language)
        || !RE2::PartialMatch(pieceOf(content), *header, &rest))
        return std::nullopt;
    ErrorBranch branch{.last = line, .statements = {}};
    const auto take = [&branch](std::string_view code) {
        std::string statement = folded(code);
        while (!statement.empty() && (statement.back() == '}' || statement.back() == '{' || statement.back() == ' '))
            statement.pop_back();
        while (!statement.empty() && (statement.front() == '{' || statement.front() == '}' || statement.front() == ' '))
            statement.erase(0, 1);
        if (!statement.empty() && !isComment(statement))
            branch.statements.push_back(std::move(statement));
    };
    take(rest);
    const std::size_t indent = indentOf(content);
    for (LineNumber below = line + 1; below <= text.lineCount(); ++below) {
        const std::string_view statement = text.line(below);
        const std::size_t here = indentOf(statement);
        if (here == std::string_view::npos || (here == indent && statement[here] == '{'))
            continue;
        if (here <= indent)
            break;
        if (branch.statements.size() == longestBody || statement.size() > longestLine)
            return std::nullopt;
        take(statement);
        branch.last = below;
    }
    return branch;
}

std::optional<Handler> swallowingHandler(const Text &text, LineNumber line, Language language)
{
    const RE2 *header = broadHeader(language);
    const std::string_view content = text.line(line);
    if (!header || content.size() > longestLine || !mayHeadHandler(content, language))
        return std::nullopt;
    std::string rest;
    if (!RE2::PartialMatch(pieceOf(content), *header, &rest))
        return std::nullopt;
    const bool isIndented = language == Language::Python || language == Language::Ruby;
    const bool braceMayFollow = language == Language::CSharp || language == Language::Cpp || language == Language::Php;
    const bool isOpen = !braceMayFollow || content.substr(content.find("catch")).contains('{');
    auto body = !isIndented               ? bracedBody(text, line, rest, isOpen)
        : rest.empty() || isComment(rest) ? indentedBody(text, line, language == Language::Ruby)
                                          : std::optional(Body{{folded(rest)}, line});
    if (!body)
        return std::nullopt;
    if (isIndented && isComment(rest))
        body->lines.insert(body->lines.begin(), folded(rest));
    Handler handler{body->last, {}, {}, false, false};
    for (const std::string &statement : body->lines) {
        if (isComment(statement)) {
            handler.isExplained |= explains(statement);
            continue;
        }
        if (isLogging(statement))
            handler.isLogged = true;
        else if (!isEmptyHanded(statement, language))
            return std::nullopt;
        handler.body += statement + '\n';
        if (handler.instead.empty())
            handler.instead = statement;
    }
    if (language == Language::Go && (handler.isLogged || handler.instead.empty()))
        return handler.instead.empty() ? std::optional(handler) : std::nullopt;
    if (handler.instead.empty())
        handler.instead = folded(content);
    return handler;
}

} // namespace countersign::risk
