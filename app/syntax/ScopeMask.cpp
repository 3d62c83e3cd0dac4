// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Syntax.h"

#include <algorithm>
#include <utility>

namespace countersign::syntax
{

namespace
{

/// Information and Warning are words in a documentation comment ("@note"), but other definitions use them for plain
/// text (Markdown's `code`): they count as comment only where they touch one.
bool isMarkInComment(const std::vector<StyleRun> &runs, std::size_t i)
{
    const bool afterComment = i > 0 && runs[i - 1].end == runs[i].begin && scopeOf(runs[i - 1].style) == Scope::Comment;
    const bool beforeComment =
        i + 1 < runs.size() && runs[i + 1].begin == runs[i].end && scopeOf(runs[i + 1].style) == Scope::Comment;
    return afterComment || beforeComment;
}

/// Only comment and string runs, neighbours of one scope joined; the style stands for the scope.
std::vector<StyleRun> scopeRuns(const std::vector<StyleRun> &runs)
{
    std::vector<StyleRun> joined;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const StyleRun &run = runs[i];
        const Scope scope = scopeOf(run.style);
        const bool isMark = run.style == Style::Information || run.style == Style::Warning;
        if (scope == Scope::Code || (isMark && !isMarkInComment(runs, i)))
            continue;
        const Style style = scope == Scope::Comment ? Style::Comment : Style::String;
        if (!joined.empty() && joined.back().style == style && joined.back().end == run.begin)
            joined.back().end = run.end;
        else
            joined.push_back({run.begin, run.end, style});
    }
    return joined;
}

} // namespace

Scope scopeOf(Style style)
{
    switch (style) {
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
    case Style::CommentVar:
    case Style::RegionMarker:
    case Style::Information:
    case Style::Warning:
    case Style::Alert:
        // The last ones are words such as TODO and NOTE, which definitions look for in comments alone.
        return Scope::Comment;
    case Style::Char:
    case Style::SpecialChar:
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
        return Scope::String;
    case Style::Normal:
    case Style::Keyword:
    case Style::Function:
    case Style::Variable:
    case Style::ControlFlow:
    case Style::Operator:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Preprocessor:
    case Style::Attribute:
    case Style::Import:
    case Style::DataType:
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
    case Style::Others:
    case Style::Error:
        return Scope::Code;
    }
    std::unreachable();
}

ScopeMask ScopeMask::of(Highlighter &highlighter, const Text &text, std::string_view path, std::stop_token stop)
{
    ScopeMask mask;
    if (highlighter.definitionFor(path).empty())
        return mask;
    const StyledLines styled = highlighter.highlight(text, path, 1, text.lineCount(), std::move(stop));
    mask.m_lines.reserve(styled.lines.size());
    for (const std::vector<StyleRun> &runs : styled.lines)
        mask.m_lines.push_back(scopeRuns(runs));
    return mask;
}

Scope ScopeMask::at(LineNumber line, std::uint32_t column) const
{
    if (line == noLine || line > m_lines.size())
        return Scope::Code;
    const std::vector<StyleRun> &runs = m_lines[line - 1];
    const auto run = std::ranges::upper_bound(runs, column, {}, &StyleRun::end);
    return run != runs.end() && run->begin <= column ? scopeOf(run->style) : Scope::Code;
}

bool ScopeMask::isCommentLine(LineNumber line, std::string_view content) const
{
    bool hasText = false;
    for (std::uint32_t column = 0; column < content.size(); ++column) {
        if (content[column] == ' ' || content[column] == '\t')
            continue;
        if (at(line, column) != Scope::Comment)
            return false;
        hasText = true;
    }
    return hasText;
}

} // namespace countersign::syntax
