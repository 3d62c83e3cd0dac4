// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Structure.h"

#include "Pattern.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t foldedBytes = 200;
constexpr LineNumber decoratorReach = 12;
constexpr LineNumber headerReach = 2000; ///< lines looked at upwards; keeps hostile files cheap
constexpr std::size_t headerBytes = 1000; ///< longer lines are no headers

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Width of the white space at the start; a tab reaches the next multiple of eight.
std::uint32_t indentation(std::string_view line)
{
    std::uint32_t width = 0;
    for (const char c : line) {
        if (c == ' ')
            ++width;
        else if (c == '\t')
            width = (width / 8 + 1) * 8;
        else
            break;
    }
    return width;
}

bool matches(std::string_view line, const RE2 &expression)
{
    return line.size() <= headerBytes && RE2::PartialMatch(pieceOf(line), expression);
}

/// In any language; "#[" begins an attribute.
bool isComment(std::string_view line)
{
    constexpr std::string_view openers[] = {"//", "/*", "*", "--", "<!--", ";", "#"};
    const std::size_t first = line.find_first_not_of(" \t\f\r");
    if (first == std::string_view::npos || line.size() > headerBytes)
        return false;
    const std::string_view rest = line.substr(first);
    return !rest.starts_with("#[")
        && std::ranges::any_of(openers, [rest](std::string_view one) { return rest.starts_with(one); });
}

bool isControl(std::string_view line)
{
    static const RE2 control(R"(^\s*(?:[})\]]\s*)*(?:if|for|foreach|while|else|elif|elsif|elseif|try|catch|except|finally|with|)"
                             R"(switch|case|default|when|do|using|lock|begin|rescue|ensure|unless|until|return|await|match|loop|)"
                             R"(select|synchronized|then|throw|raise)\b)",
                             patternOptions());
    return matches(line, control);
}

bool startsWithCloser(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && (line[first] == ')' || line[first] == '}' || line[first] == ']');
}

bool hasWord(std::string_view line)
{
    return std::ranges::any_of(line, [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

LineLook lookOf(std::string_view line)
{
    using Kind = LineLook::Kind;
    const Kind kind = isBlank(line) || isComment(line) ? Kind::Skipped
        : startsWithCloser(line) || !hasWord(line)     ? Kind::Closer
                                                       : Kind::Candidate;
    return {indentation(line), kind};
}

/// Header candidates from @p line upwards: each nearer to the top level than the one before. Calls @p visit until it says stop.
/// @param look tells what a line is
/// @param isKnown is asked at every line that stands no further in than the limit, and can end the climb, too
template<class Look, class Visit, class Known>
void climb(Look look, LineNumber line, Visit visit, Known isKnown)
{
    std::uint32_t limit = look(line).indentation;
    LineNumber steps = headerReach;
    for (LineNumber above = line - 1; above > 0 && limit > 0 && steps > 0; --above, --steps) {
        const LineLook &at = look(above);
        if (at.indentation > limit)
            continue;
        if (at.indentation == limit) {
            if (isKnown(above))
                return;
            continue;
        }
        if (at.kind == LineLook::Kind::Skipped)
            continue;
        limit = at.indentation + (at.kind == LineLook::Kind::Closer ? 1 : 0);
        if (at.kind == LineLook::Kind::Candidate && visit(above))
            return;
    }
}

template<class Visit>
void climb(const Text &text, LineNumber line, Visit visit)
{
    climb([&text](LineNumber at) { return lookOf(text.line(at)); }, line, visit, [](LineNumber) { return false; });
}

/// Ends a climb at the first candidate that is no control statement, which goes to @p found.
auto firstDefinition(const Text &text, LineNumber &found)
{
    return [&text, &found](LineNumber above) {
        if (!isControl(text.line(above)))
            found = above;
        return found != noLine;
    };
}

} // namespace

std::string folded(std::string_view text)
{
    std::string out;
    bool pending = false;
    for (const char c : text) {
        if (out.size() >= foldedBytes)
            break;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        out += c;
    }
    return out;
}

LineNumber followingDefinition(const Text &text, LineNumber line)
{
    static const RE2 decorator(R"(^\s*(?:@|\[|#\[|//|\*|/\*))", patternOptions());
    static const RE2 definition(
        R"(\b(?:def|class|fun|func|function|fn|interface|record|struct|object|enum|public|private|protected|)"
        R"(internal|static|async|export|module)\b|[\w$]\s*\()",
        patternOptions());
    const LineNumber last = std::min(text.lineCount(), line + decoratorReach);
    for (LineNumber below = line + 1; below <= last; ++below) {
        const std::string_view content = text.line(below);
        if (!matches(content, decorator) && matches(content, definition))
            return below;
    }
    // The decorator may stand on the line of its definition.
    return matches(text.line(line), definition) ? line : noLine;
}

DefinitionFinder::DefinitionFinder(const Text &text)
    : m_text(&text)
    , m_known(text.lineCount() + 1)
{
}

const LineLook &DefinitionFinder::look(LineNumber line)
{
    std::optional<LineLook> &look = m_known[line].look;
    if (!look)
        look = lookOf(m_text->line(line));
    return *look;
}

LineNumber DefinitionFinder::around(LineNumber line)
{
    LineNumber found = noLine;
    // What stands above a line that was asked for is the same for both, once the way up has come to its indentation.
    const auto isKnown = [&](LineNumber above) {
        const std::optional<LineNumber> &before = m_known[above].definition;
        found = before.value_or(noLine);
        return before.has_value();
    };
    climb([this](LineNumber at) -> const LineLook & { return look(at); }, line, firstDefinition(*m_text, found), isKnown);
    m_known[line].definition = found;
    return found;
}

LineNumber enclosingDefinition(const Text &text, LineNumber line)
{
    LineNumber found = noLine;
    climb(text, line, firstDefinition(text, found));
    return found;
}

LineNumber enclosingHeader(const Text &text, LineNumber line)
{
    LineNumber found = noLine;
    climb(text, line, [&](LineNumber above) {
        found = above;
        return true;
    });
    return found;
}

LineNumber enclosingSection(const Text &text, LineNumber line)
{
    LineNumber found = noLine;
    climb(text, line, [&](LineNumber above) {
        found = above;
        return false;
    });
    return found;
}

std::string definedName(std::string_view line)
{
    static const RE2 block(R"(^\s*((?:resource|module|data|variable|provider|output)\s+"[^{]*[^{\s])\s*\{)", patternOptions());
    static const RE2 keyword(
        R"(\b(?:def|class|func|function|fn|fun|interface|record|struct|trait|module|object|enum|type|sub)\s+)"
        R"((?:\([^)]*\)\s*)?([A-Za-z_$][\w$:.]*))",
        patternOptions());
    static const RE2 closure(R"(([A-Za-z_$][\w$]*)\s*[=:]\s*(?:async\s*)?(?:function\b|\())", patternOptions());
    static const RE2 quoted(R"re(\(\s*["'`]([^"'`]+)["'`])re", patternOptions());
    static const RE2 call(R"(([A-Za-z_$][\w$]*)\s*\()", patternOptions());
    static const RE2 entry(R"(^\s*(?:-\s*)?["']?([\w./-]+)["']?\s*:)", patternOptions());
    static const RE2 section(R"(^\s*\[+([^\]]+)\])", patternOptions());
    if (line.size() <= headerBytes) {
        for (const RE2 *expression : {&block, &keyword, &closure, &quoted, &call, &entry, &section}) {
            if (std::string found; RE2::PartialMatch(pieceOf(line), *expression, &found))
                return found;
        }
    }
    return folded(line);
}

bool headsDefinition(std::string_view line)
{
    static const RE2 header(R"(\b(?:def|class|func|function|fn|fun|interface|record|struct|trait|object)\s+[\w(*]|)"
                            R"(^\s*(?:public|private|protected|internal)\b.*\()",
                            patternOptions());
    return matches(line, header);
}

bool endsBlock(const Text &text, LineNumber line)
{
    static const RE2 closer(R"(^\s*(?:fi|done|esac|else|elif|;;|\}))", patternOptions());
    const std::size_t width = indentation(text.line(line));
    for (LineNumber below = line + 1; below <= text.lineCount(); ++below) {
        const std::string_view content = text.line(below);
        if (!isBlank(content))
            return indentation(content) < width && !matches(content, closer);
    }
    return true;
}

bool looksAlike(std::string_view a, std::string_view b)
{
    const auto wordsOf = [](std::string_view line) {
        std::set<std::string_view> words;
        line = line.substr(0, headerBytes);
        for (std::size_t i = 0; i < line.size();) {
            std::size_t end = i;
            while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_'))
                ++end;
            if (end > i)
                words.insert(line.substr(i, end - i));
            i = end + 1;
        }
        return words;
    };
    const auto left = wordsOf(a);
    const auto right = wordsOf(b);
    const auto common = std::ranges::count_if(left, [&right](std::string_view word) { return right.contains(word); });
    return 2 * static_cast<std::size_t>(common) >= std::max(left.size(), right.size());
}

} // namespace countersign::risk
