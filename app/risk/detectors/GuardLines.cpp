// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GuardLines.h"
#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <set>

namespace countersign::risk
{

namespace
{

RE2 expressionOf(const char *text)
{
    return RE2(text, patternOptions());
}

constexpr std::string_view wayOut =
    R"((?:return|throw|raise|continue|break|panic|exit|abort|die|bail!|ensure!|os\.Exit|sys\.exit|process\.exit|log\.Fatal\w*|t\.Fatal\w*|goto|err|fail|co_return|yield\s+break|reject|next|halt|redirect\w*|render|head|abort_if|unreachable!|fatalError|preconditionFailure))";

constexpr std::string_view demandStart =
    R"(^\s*(?:\w+\s*=\s*)?(?:(?:java\.util\.)?Objects\.requireNonNull|Preconditions\.check\w+|Validate\.\w+|Assert\.(?:notNull|hasText|isTrue|state|notEmpty|hasLength)|Argument\w*Exception\.ThrowIf\w+|Guard\.\w+(?:\.\w+)*|requireNotNull|checkNotNull|require|precondition|ensure!|assert!|debug_assert!|invariant|webassert))";

bool isKeyword(std::string_view word)
{
    static const std::set<std::string_view> keywords{"if",
                                                     "unless",
                                                     "guard",
                                                     "let",
                                                     "var",
                                                     "not",
                                                     "and",
                                                     "or",
                                                     "is",
                                                     "in",
                                                     "None",
                                                     "null",
                                                     "nil",
                                                     "NULL",
                                                     "nullptr",
                                                     "undefined",
                                                     "true",
                                                     "false",
                                                     "True",
                                                     "False",
                                                     "len",
                                                     "length",
                                                     "size",
                                                     "count",
                                                     "empty",
                                                     "isEmpty",
                                                     "return",
                                                     "throw",
                                                     "raise",
                                                     "new",
                                                     "else",
                                                     "this",
                                                     "self",
                                                     "isinstance",
                                                     "typeof",
                                                     "instanceof",
                                                     "std",
                                                     "strlen",
                                                     "elif",
                                                     "then",
                                                     "Error",
                                                     "Exception",
                                                     "assert",
                                                     "err",
                                                     "error",
                                                     "Length",
                                                     "Count",
                                                     "Any",
                                                     "any",
                                                     "all",
                                                     "has",
                                                     "contains",
                                                     "require",
                                                     "Objects",
                                                     "fmt",
                                                     "errors",
                                                     "const",
                                                     "auto",
                                                     "int",
                                                     "bool",
                                                     "string",
                                                     "String",
                                                     "exists",
                                                     "isset",
                                                     "ok",
                                                     "with",
                                                     "requireNonNull",
                                                     "checkNotNull",
                                                     "Preconditions",
                                                     "ArgumentNullException",
                                                     "ThrowIfNull",
                                                     "ArgumentException",
                                                     "IsNullOrEmpty",
                                                     "IsNullOrWhiteSpace",
                                                     "nameof",
                                                     "isBlank",
                                                     "blank",
                                                     "present",
                                                     "nil?",
                                                     "empty?"};
    return keywords.contains(word);
}

/// A measure that is a variable of its own, not a member or a call: "size > most", but not "list.size()".
bool isVariable(std::string_view word, std::string_view condition)
{
    if (word != "size" && word != "length" && word != "count" && word != "len")
        return false;
    const auto before = static_cast<std::size_t>(word.data() - condition.data());
    const std::size_t after = condition.find_first_not_of(' ', before + word.size());
    return (before == 0 || !std::string_view(".>:").contains(condition[before - 1]))
        && (after == std::string_view::npos || condition[after] != '(');
}

std::vector<std::string> subjectsOf(std::string_view condition)
{
    constexpr std::size_t most = 4;
    std::vector<std::string> subjects;
    for (const std::string_view word : identifiersIn(condition)) {
        if ((!isKeyword(word) || isVariable(word, condition)) && subjects.size() < most && !std::ranges::contains(subjects, word))
            subjects.emplace_back(word);
    }
    return subjects;
}

/// "f(x, y)" of "f(x, y), b, c".
std::string_view firstArgument(std::string_view arguments)
{
    int depth = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const char c = arguments[i];
        depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        if (depth == 0 && c == ',')
            return arguments.substr(0, i);
    }
    return arguments;
}

GuardKind kindOf(std::string_view condition)
{
    static const RE2 error = expressionOf(
        R"(\b\w*[eE]rr(?:or)?\s*(?:!=|!==|is not)\s*(?:nil|null|None|undefined|NULL)|^\s*\(?\s*\w*[eE]rr(?:or)?\s*\)?\s*$|\b(?:rc|ret|status)\s*(?:<|!=)\s*0)");
    static const RE2 absence = expressionOf(
        R"((?:==|===|\bis)\s*(?:null|nil|None|NULL|nullptr|undefined)\b|^\s*\(?\s*(?:!|not\s)\s*[\w.$\->\[\]"'()]+\s*\)?\s*$|\b(?:is_?[nN]ull\w*|is_?[eE]mpty|isBlank|IsNullOr\w+|nil\?|empty\?|blank\?|is_none|isset)\b|\.(?:nil|empty|blank)\?|-[zn]\s+"?\$)");
    static const RE2 bounds = expressionOf(
        R"((?:[<>]=?)\s*(?:[\w.\->]+\.)?(?:len|length|size|count|Length|Count|MAX\w*|max\w*|limit\w*|capacity|0|1)\b|\blen\(.*[<>]|[<>]=?\s*(?:len|sizeof|strlen|count)\s*\()");
    if (RE2::PartialMatch(pieceOf(condition), error))
        return GuardKind::Error;
    if (RE2::PartialMatch(pieceOf(condition), bounds))
        return GuardKind::Bounds;
    return RE2::PartialMatch(pieceOf(condition), absence) ? GuardKind::Absence : GuardKind::Condition;
}

bool mayGuard(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t}");
    if (start == std::string_view::npos)
        return false;
    const std::string_view code = line.substr(start);
    constexpr std::string_view heads[] = {"if", "unless", "guard ", "set -", "[", ": "};
    if (std::ranges::any_of(heads, [code](std::string_view head) { return code.starts_with(head); }))
        return true;
    constexpr std::string_view words[] = {" if ",        " unless ", "equire", "ensure!",   "hrowIf",
                                          "heckNotNull", "assert!",  "Guard.", "Validate.", "Assert."};
    return std::ranges::any_of(words, [code](std::string_view word) { return code.contains(word); });
}

} // namespace

std::optional<Guard> guardAt(std::string_view line, std::string_view path)
{
    if (line.size() > longestCodeLine || !mayGuard(line))
        return std::nullopt;
    static const RE2 oneLine =
        expressionOf((std::string(R"(^\s*if\s*(\(.*\)|[^{:]*[^{:\s])\s*[:{]?\s*)") + std::string(wayOut) + R"(\b.*$)").c_str());
    static const RE2 trailing =
        expressionOf((std::string("^\\s*") + std::string(wayOut) + R"(\b.*?\s(?:if|unless)\s+(.*)$)").c_str());
    static const RE2 guardLet = expressionOf(R"(^\s*guard\s+(.*?)\s+else\s*\{.*$)");
    static const RE2 block = expressionOf(
        R"(^\s*(?:\}\s*)?(?:if|unless)\s+(?:[^;{]*;\s*)?(.*?)\s*[:{]?\s*(?:;?\s*then)?$|^\s*if\s*(\(.*\))\s*\{?\s*$)");
    static const RE2 demand = expressionOf((std::string(demandStart) + R"(\s*\((.*)\)\s*(?:\{[^{}]*\}\s*)?;?\s*$)").c_str());
    static const RE2 shell = expressionOf(
        R"(^\s*(?:\[\[?\s+(.*?)\s+\]\]?\s*(?:&&|\|\|)\s*(?:\{\s*)?(?:exit|return|die|fail|abort)\b.*|:\s+"?\$\{(\w+):\?.*)$)");
    static const RE2 strict = expressionOf(R"(^\s*set\s+(-[a-z]*e[a-z]*(?:\s+-?o?\s*pipefail)?|-o\s+(?:errexit|pipefail))\s*$)");
    const std::string code = bareCode(line, path);
    const bool isShell = path.ends_with(".sh") || path.ends_with(".bash");
    std::string condition;
    std::string other;
    Guard guard;
    if (isShell && RE2::PartialMatch(pieceOf(line), strict, &condition)) {
        guard.kind = GuardKind::Error;
        guard.isWhole = true;
        guard.condition = condition;
        return guard;
    }
    if (isShell && RE2::PartialMatch(pieceOf(line), shell, &condition, &other)) {
        guard.isWhole = true;
        guard.kind = GuardKind::Absence;
        condition += other;
    } else if (RE2::PartialMatch(code, demand, &condition)) {
        guard.isWhole = true;
        guard.kind = GuardKind::Absence;
        guard.isDemand = true;
        guard.condition = folded(condition);
        guard.subjects = subjectsOf(firstArgument(condition));
        if (guard.subjects.empty())
            guard.subjects = subjectsOf(condition);
        return guard.subjects.empty() ? std::nullopt : std::optional(guard);
    } else if (RE2::PartialMatch(code, guardLet, &condition)) {
        guard.isWhole = code.contains('}');
        guard.kind = GuardKind::Absence;
    } else if (RE2::PartialMatch(code, oneLine, &condition) || RE2::PartialMatch(code, trailing, &condition)) {
        guard.isWhole = true;
        guard.kind = kindOf(condition);
    } else if (RE2::PartialMatch(code, block, &condition, &other)) {
        condition += other;
        guard.kind = kindOf(condition);
    } else {
        return std::nullopt;
    }
    guard.condition = folded(condition);
    guard.subjects = subjectsOf(condition);
    // "if d := limit(); d > 0": nobody can use d any more.
    static const RE2 ownName(
        R"(^\s*(?:\}\s*else\s+)?if\s*\(?\s*(?:auto\s+[&*]*|const\s+auto\s+[&*]*)?([\w\s,]+?)\s*:?=[^=;][^;]*;)",
        patternOptions());
    std::string names;
    if (RE2::PartialMatch(code, ownName, &names))
        std::erase_if(guard.subjects, [&names](const std::string &subject) { return holdsWord(names, subject); });
    if (guard.subjects.empty() && guard.kind != GuardKind::Error)
        return std::nullopt;
    return guard;
}

std::optional<Guard> guardFrom(const Text &text, LineNumber line, std::string_view path, LineNumber &last)
{
    static const RE2 start = expressionOf((std::string(demandStart) + R"(\s*\()").c_str());
    constexpr LineNumber longest = 6;
    last = line;
    const std::string_view content = text.line(line);
    if (content.size() > longestCodeLine || !mayGuard(content) || !RE2::PartialMatch(pieceOf(content), start))
        return guardAt(content, path);
    std::string whole;
    std::ptrdiff_t depth = 0;
    for (LineNumber part = line; part <= text.lineCount() && part < line + longest; ++part) {
        const std::string code = bareCode(text.line(part), path);
        whole += whole.empty() ? code : ' ' + folded(code);
        depth += std::ranges::count_if(code, [](char c) { return c == '(' || c == '{'; })
            - std::ranges::count_if(code, [](char c) { return c == ')' || c == '}'; });
        if (depth <= 0) {
            last = part;
            return guardAt(whole, path);
        }
    }
    return std::nullopt;
}

bool isWayOut(std::string_view line)
{
    static const RE2 out =
        expressionOf((std::string(R"(^\s*(?:await\s+|self\.|this\.)?)") + std::string(wayOut) + R"(\b)").c_str());
    return RE2::PartialMatch(pieceOf(line.substr(0, longestCodeLine)), out);
}

bool isWayOutBelow(const Text &text, LineNumber line)
{
    constexpr LineNumber reach = 4;
    for (LineNumber next = line + 1; next <= std::min(line + reach, text.lineCount()); ++next) {
        if (text.line(next).find_first_not_of(" \t{\r") != std::string_view::npos)
            return isWayOut(text.line(next));
    }
    return false;
}

bool asks(std::string_view code)
{
    static const RE2 question = expressionOf(
        R"(\b(?:if|unless|guard|elif|when|while|match|switch|assert\w*|require\w*|ensure\w*|check\w*|validate\w*|Objects|ThrowIf\w*|is_some|is_none|ok_or\w*|isPresent|ifPresent|orElse\w*|filter|case)\b|\?\.|\?\?|\?:|\s\?\s|\|\||&&|==\s*(?:null|nil|None)|!=\s*(?:null|nil|None)|\bor\b|\[\[?\s)");
    return RE2::PartialMatch(pieceOf(code), question);
}

bool discardsError(std::string_view before, std::string_view now, std::string_view path)
{
    if (before.size() > longestCodeLine || now.size() > longestCodeLine)
        return false;
    static const RE2 goBefore = expressionOf(R"(^\s*(?:if\s+)?(?:[\w.]+\s*,\s*)*(?:err|\w*Err)\s*:?=\s*([\w.]+)\()");
    static const RE2 goNow = expressionOf(R"(^\s*(?:(?:[\w.]+\s*,\s*)*_\s*:?=\s*)([\w.]+)\()");
    static const RE2 rustBefore = expressionOf(R"(([\w]+)(?:::<[^>]*>)?\([^;]*\)(?:\.await)?\?)");
    static const RE2 rustNow =
        expressionOf(R"(^\s*(?:let\s+_\s*=\s*.*?\b([\w]+)\([^;]*|.*\b([\w]+)\([^;]*\)(?:\.await)?\.ok\(\));?\s*$)");
    std::string was;
    std::string is;
    std::string other;
    if (path.ends_with(".go"))
        return now.contains('_') && RE2::PartialMatch(pieceOf(before), goBefore, &was)
            && RE2::PartialMatch(pieceOf(now), goNow, &is) && was == is;
    if (path.ends_with(".rs") && before.contains('?') && (now.contains("let _") || now.contains(".ok()")))
        return RE2::PartialMatch(pieceOf(before), rustBefore, &was) && RE2::PartialMatch(pieceOf(now), rustNow, &is, &other)
            && holdsWord(now, was);
    return false;
}

bool isRethrow(std::string_view line)
{
    static const RE2 rethrow = expressionOf(
        R"(^\s*(?:throw|raise|rethrow|throw\s+\w+|raise\s+\w+|return\s+(?:\w+,\s*)*err|return\s+(?:\w+,\s*)*fmt\.Errorf\(.*%w.*|return\s+Err\(\w+\)|return\s+Promise\.reject\(.*\)|throw\s+new\s+\w+\(.*\b(?:e|ex|err|error|cause|exception)\b.*\)|raise\s+\w[\w.]*\(.*\)\s+from\s+\w+|throw\s+\$\w+)\s*;?\s*$)");
    return line.size() <= longestCodeLine && (line.contains("hrow") || line.contains("raise") || line.contains("return"))
        && RE2::PartialMatch(pieceOf(line), rethrow);
}

bool letsThrough(std::string_view statement)
{
    static const RE2 through = expressionOf(
        R"((?i)\b(?:throw|raise|rethrow|reject|panic|abort|exit|die|fail\w*|return\b.*\berr|next\(|callback\(|set_?exception\w*|on_?error|emit|retry|continue|Err\(|bail|status\(\s*[45]|error_?response|problem|internal_?server)|return\b.*(?:Response|[45]\d\d)|http\.Error)");
    return RE2::PartialMatch(pieceOf(statement), through);
}

} // namespace countersign::risk
