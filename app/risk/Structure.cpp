// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Structure.h"

#include "Pattern.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

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
std::size_t indentation(std::string_view line)
{
    std::size_t width = 0;
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

bool isComment(std::string_view line)
{
    static const RE2 comment(R"(^\s*(?://|#(?:[^\[]|$)|/?\*|--|<!--|;))", patternOptions());
    return matches(line, comment);
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

/// Header candidates from @p line upwards: each nearer to the top level than the one before. Calls @p visit until it says stop.
/// @p isKnown is asked at every line, with the indentation below which headers are looked for, and can end the climb, too;
/// @p narrowed is told where that indentation becomes a smaller one.
template<class Visit, class Known, class Narrow>
void climb(const Text &text, LineNumber line, Visit visit, Known isKnown, Narrow narrowed)
{
    std::size_t limit = indentation(text.line(line));
    LineNumber steps = headerReach;
    const auto narrow = [&](LineNumber above, std::size_t to) {
        if (to != limit)
            narrowed(above, to);
        limit = to;
    };
    for (LineNumber above = line - 1; above > 0 && limit > 0 && steps > 0; --above, --steps) {
        if (isKnown(above, limit))
            return;
        const std::string_view content = text.line(above);
        if (isBlank(content) || indentation(content) >= limit || isComment(content))
            continue;
        if (startsWithCloser(content) || !hasWord(content)) {
            narrow(above, indentation(content) + 1); // end of a header over several lines, or a brace on its own: it is above
            continue;
        }
        if (visit(above))
            return;
        narrow(above, indentation(content));
    }
}

template<class Visit>
void climb(const Text &text, LineNumber line, Visit visit)
{
    climb(text, line, visit, [](LineNumber, std::size_t) { return false; }, [](LineNumber, std::size_t) {});
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

LineNumber DefinitionFinder::around(LineNumber line)
{
    LineNumber found = noLine;
    const auto visit = [&](LineNumber above) {
        if (!isControl(m_text->line(above)))
            found = above;
        return found != noLine;
    };
    // What stands above a line that an earlier way up passed is the same for both, once this one has come to its indentation.
    const auto isKnown = [&](LineNumber above, std::size_t limit) {
        const auto before = m_asked.find(limit);
        const bool is = before != m_asked.end() && before->second.line == above;
        if (is)
            found = before->second.definition;
        return is;
    };
    std::vector<std::pair<std::size_t, LineNumber>> passed{{indentation(m_text->line(line)), line}};
    climb(*m_text, line, visit, isKnown, [&passed](LineNumber above, std::size_t limit) { passed.emplace_back(limit, above); });
    for (const auto &[limit, at] : passed)
        m_asked.insert_or_assign(limit, Asked{at, found});
    return found;
}

LineNumber enclosingDefinition(const Text &text, LineNumber line)
{
    return DefinitionFinder(text).around(line);
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
