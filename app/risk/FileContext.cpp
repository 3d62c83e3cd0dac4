// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileContext.h"

#include "syntax/BorrowedHighlighter.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

/// Nothing but block comments spans lines: no long string. Only for languages whose line comments are "//".
bool stringsEndInTheirLine(const Text &text, std::string_view path)
{
    constexpr std::string_view endings[] = {".cs", ".java", ".kt", ".go", ".swift", ".c", ".cc", ".cpp", ".h", ".hpp", ".rs"};
    constexpr std::string_view openers[] = {"\"\"\"", "`", "R\"", "@\"", "#\""};
    return std::ranges::any_of(endings, [path](std::string_view ending) { return path.ends_with(ending); })
        && std::ranges::none_of(openers, [&text](std::string_view opener) { return text.contains(opener); });
}

/// No block comment reaches into the line or begins or ends in it. (What looks like one inside of a string counts as one, too.)
bool isOutsideBlockComments(const Text &text, LineNumber line)
{
    const std::string_view content = text.line(line);
    if (content.contains("/*") || content.contains("*/"))
        return false;
    const std::string_view above = text.bytes().substr(0, text.lineStart(line));
    const std::size_t opened = above.rfind("/*");
    if (opened == std::string_view::npos)
        return true;
    const std::size_t closed = above.rfind("*/");
    return closed != std::string_view::npos && closed > opened;
}

/// Byte @p column of a line of Python stands in no string and no comment. Reads from the top.
bool isPythonCode(const Text &text, LineNumber line, std::size_t column)
{
    const std::string_view bytes = text.bytes();
    const std::size_t wanted = text.lineStart(line) + column;
    for (std::size_t i = 0; i < wanted;) {
        const char c = bytes[i];
        if (c == '#') {
            i = std::min(bytes.find('\n', i), bytes.size());
            if (i >= wanted)
                return false;
        } else if (c == '"' || c == '\'') {
            const bool isLong = bytes.substr(i).starts_with(std::string(3, c));
            std::size_t end = i + (isLong ? 3 : 1);
            for (; end < bytes.size(); ++end) {
                if (bytes[end] == '\\')
                    ++end;
                else if (isLong ? bytes.substr(end).starts_with(std::string(3, c)) : bytes[end] == c || bytes[end] == '\n')
                    break;
            }
            i = end + (isLong ? 3 : 1);
            if (i > wanted)
                return false;
        } else {
            ++i;
        }
    }
    return wanted < bytes.size() && bytes[wanted] != '#' && bytes[wanted] != '"' && bytes[wanted] != '\'';
}

syntax::Scope scopeInLine(std::string_view line, std::size_t column)
{
    bool isString = false;
    for (std::size_t i = 0; i < std::min(column, line.size()); ++i) {
        if (isString && line[i] == '\\')
            ++i;
        else if (line[i] == '"')
            isString = !isString;
        else if (!isString && line.substr(i).starts_with("//"))
            return syntax::Scope::Comment;
    }
    if (!isString && line.substr(std::min(column, line.size())).starts_with("//"))
        return syntax::Scope::Comment;
    return isString || (column < line.size() && line[column] == '"') ? syntax::Scope::String : syntax::Scope::Code;
}

} // namespace

FileContext::FileContext(const FileChange &file)
    : m_file(file)
    , m_oldRows(file.oldText.lineCount())
    , m_newRows(file.newText.lineCount())
{
    const std::span<const Row> rows = file.rows.rows;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        const bool changed = row.kind == RowKind::Changed;
        if (row.left != noLine) {
            m_oldRows[row.left - 1] = i;
            if (changed || row.kind == RowKind::Removed)
                m_removed.push_back(row.left);
        }
        if (row.right != noLine) {
            m_newRows[row.right - 1] = i;
            if (changed || row.kind == RowKind::Added)
                m_added.push_back(row.right);
        }
    }
}

const std::string &FileContext::path(Side side) const
{
    const FileSide &wanted = side == Side::Old ? m_file.delta.oldSide : m_file.delta.newSide;
    return wanted.exists() ? wanted.path : m_file.path();
}

const syntax::ScopeMask &FileContext::mask(Side side)
{
    std::optional<syntax::ScopeMask> &mask = side == Side::Old ? m_oldMask : m_newMask;
    if (!mask)
        mask = syntax::ScopeMask::of(*syntax::BorrowedHighlighter(), text(side), path(side));
    return *mask;
}

syntax::Scope FileContext::scopeAt(Side side, LineNumber line, std::size_t column)
{
    constexpr std::size_t nearTop = std::size_t{32} << 10U; // bytes above the line that may be read for every question
    const Text &all = text(side);
    const std::string_view content = all.line(line);
    const bool hasDoubtfulQuotes = content.contains('\'') || content.contains('`');
    std::optional<bool> &isPlain = m_isPlain[side == Side::Old ? 0 : 1];
    if (!isPlain)
        isPlain = stringsEndInTheirLine(all, path(side)) && !all.contains("/*");
    if (*isPlain && !hasDoubtfulQuotes)
        return scopeInLine(content, column);
    if (all.lineStart(line) < nearTop) {
        if (path(side).ends_with(".py") && isPythonCode(all, line, column))
            return syntax::Scope::Code;
        if (!hasDoubtfulQuotes && stringsEndInTheirLine(all, path(side)) && isOutsideBlockComments(all, line))
            return scopeInLine(content, column);
    }
    return mask(side).at(line, static_cast<std::uint32_t>(column));
}

bool FileContext::isChanged(Side side, LineNumber line) const
{
    return std::ranges::binary_search(changedLines(side), line);
}

const Row &FileContext::rowOf(Side side, LineNumber line) const
{
    return m_file.rows.rows[(side == Side::Old ? m_oldRows : m_newRows)[line - 1]];
}

} // namespace countersign::risk
