// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CleanUpPlaces.h"

#include "GuardLines.h"
#include "Handlers.h"
#include "NewLines.h"
#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

constexpr LineNumber takeReach = 25; ///< lines between taking something and giving it back
constexpr LineNumber blockReach = 200;
constexpr std::ptrdiff_t nearRows = 40;

/// The statement at @p line without white space: with the lines below that go on with ".".
std::string statementAt(const Text &text, LineNumber line)
{
    constexpr LineNumber longest = 4;
    std::string statement = withoutBlanks(text.line(line));
    for (LineNumber next = line + 1; next <= std::min(line + longest, text.lineCount()); ++next) {
        const std::string more = withoutBlanks(text.line(next));
        if (!more.starts_with('.') && !more.starts_with("?."))
            break;
        statement += more;
    }
    return statement;
}

/// Some new line that came in at most @p reach rows from old line @p line makes @p visit say true.
template<class Visit>
bool anyNewNear(const FileContext &file, LineNumber line, std::ptrdiff_t reach, Visit visit)
{
    const auto &rows = file.file().rows.rows;
    const std::ptrdiff_t at = &file.rowOf(Side::Old, line) - rows.data();
    const std::ptrdiff_t last = std::min<std::ptrdiff_t>(at + reach, static_cast<std::ptrdiff_t>(rows.size()) - 1);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(at - reach, 0); i <= last; ++i) {
        const Row &row = rows[static_cast<std::size_t>(i)];
        if (row.right != noLine && row.kind != RowKind::Equal && visit(row.right))
            return true;
    }
    return false;
}

/// The new line at or above which old line @p line stood.
LineNumber placeOf(const FileContext &file, LineNumber line)
{
    for (; line > 0; --line) {
        if (const LineNumber right = file.rowOf(Side::Old, line).right; right != noLine)
            return right;
    }
    return noLine;
}

/// The statement went near old line @p line, and so only moved.
bool stoodNear(const FileContext &file, LineNumber line, const std::string &statement)
{
    constexpr LineNumber reach = 40;
    const auto &gone = file.changedLines(Side::Old);
    return std::any_of(std::ranges::lower_bound(gone, line > reach ? line - reach : 1),
                       std::ranges::upper_bound(gone, line + reach),
                       [&](LineNumber at) { return folded(file.text(Side::Old).line(at)) == statement; });
}

bool isCleanedNearby(const FileContext &file, LineNumber line)
{
    const Text &now = file.text(Side::New);
    const std::string gone = folded(file.text(Side::Old).line(line));
    return anyNewInHunk(file, line, [&](LineNumber at) { return mayGiveBack(now.line(at)); })
        || anyNewNear(file, line, nearRows, [&](LineNumber at) { return folded(now.line(at)) == gone; });
}

/// Beside old line @p line came in a scope around one of the names, or the same clean-up where it runs at least as often.
bool isCleanedBeside(const FileContext &file, LineNumber line, const CleanUp &cleanUp)
{
    static const RE2 scope(R"(\b(?:using|with|try|use|closing|defer)\b)", patternOptions());
    constexpr std::ptrdiff_t beside = 6; // rows
    const Text &now = file.text(Side::New);
    const auto holdsName = [&](LineNumber at) {
        return std::ranges::any_of(cleanUp.names, [&](const std::string &name) { return holdsWord(now.line(at), name); });
    };
    const std::size_t indent = indentOf(file.text(Side::Old).line(line));
    return anyNewNear(file, line, nearRows,
                      [&](LineNumber at) {
                          return holdsName(at) && RE2::PartialMatch(pieceOf(now.line(at).substr(0, longestCodeLine)), scope);
                      })
        || anyNewNear(file, line, beside, [&](LineNumber at) {
               const auto other = cleanUpOf(now.line(at));
               return other && other->names == cleanUp.names && indentOf(now.line(at)) <= indent;
           });
}

/// What old line @p line cleaned up is cleaned up further down in the block that it stood in.
bool isCleanedBelow(const FileContext &file, LineNumber line, const CleanUp &cleanUp)
{
    static const RE2 again(R"((?i)(?:\.|->)(?:\w?lock|acquire|open|begin|connect|start|enter|wait|subscribe)\w*\()",
                           patternOptions());
    const Text &now = file.text(Side::New);
    const LineNumber place = placeOf(file, line);
    const std::size_t indent = indentOf(file.text(Side::Old).line(line));
    bool isInFinally = false;
    for (LineNumber below = place + 1; place != noLine && below <= now.lineCount() && below < place + blockReach; ++below) {
        const std::size_t here = indentOf(now.line(below));
        if (here == std::string_view::npos)
            continue;
        const std::string_view content = now.line(below).substr(0, longestCodeLine);
        const bool isTakenAgain = std::ranges::any_of(cleanUp.names, [content](const std::string &name) {
            return holdsWord(content, name) && (takes(content, name) || RE2::PartialMatch(pieceOf(content), again));
        });
        if (here < indent || isTakenAgain || (here == indent && isWayOut(content)))
            return false;
        isInFinally = here == indent && content[here] != '{' ? headsFinally(content) : isInFinally;
        const auto other = here == indent || isInFinally ? cleanUpOf(content) : std::nullopt;
        if (other && other->how == CleanUp::How::Called && other->names == cleanUp.names)
            return true;
    }
    return false;
}

/// Below the place of old line @p line somebody else gets @p name, and closes it.
bool isHandedOnBelow(const FileContext &file, LineNumber line, std::string_view name)
{
    const Text &now = file.text(Side::New);
    const LineNumber place = placeOf(file, line);
    const std::size_t indent = indentOf(file.text(Side::Old).line(line));
    for (LineNumber below = place; place != noLine && below <= now.lineCount() && below < place + blockReach; ++below) {
        const std::size_t here = indentOf(now.line(below));
        if (here == std::string_view::npos)
            continue;
        if (here < indent && below > place)
            return false;
        if (handsOn(now.line(below), name))
            return true;
    }
    return false;
}

/// The clean-up was for one way out only: "if failed { conn.close() }" went as a whole.
bool wasConditional(const FileContext &file, LineNumber line)
{
    static const RE2 condition(R"(^\s*(?:if|unless)\b)", patternOptions());
    const LineNumber header = enclosingHeader(file.text(Side::Old), line);
    return header != noLine && file.rowOf(Side::Old, header).right == noLine
        && RE2::PartialMatch(pieceOf(file.text(Side::Old).line(header)), condition);
}

/// The line stands between the brackets of "try (" or "using (" further up.
bool isInScopeHeader(const Text &text, LineNumber line)
{
    static const RE2 head(R"(^\s*(?:await\s+|async\s+)?(?:try|using|with)\s*\()", patternOptions());
    constexpr LineNumber reach = 6;
    int depth = 0;
    for (LineNumber above = line - 1; above > 0 && above + reach >= line; --above) {
        const std::string_view content = text.line(above).substr(0, longestCodeLine);
        depth += static_cast<int>(std::ranges::count(content, '(')) - static_cast<int>(std::ranges::count(content, ')'));
        if (RE2::PartialMatch(pieceOf(content), head))
            return depth > 0;
    }
    return false;
}

/// The branch that old line @p line cleaned up for went with its way out.
bool wentWithItsPath(const FileContext &file, LineNumber line)
{
    constexpr LineNumber reach = 4;
    const Text &text = file.text(Side::Old);
    const LineNumber header = enclosingHeader(text, line);
    const LineNumber stands = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    if (header == noLine || (stands != noLine && folded(file.text(Side::New).line(stands)) == folded(text.line(header))))
        return false;
    const std::size_t indent = indentOf(text.line(line));
    for (LineNumber below = line + 1; below <= std::min(line + reach, text.lineCount()); ++below) {
        const std::size_t here = indentOf(text.line(below));
        if (here != std::string_view::npos && (here < indent || !file.isChanged(Side::Old, below)))
            return false;
        if (here == indent && isWayOut(text.line(below)))
            return true;
    }
    return false;
}

/// In the hunk of old line @p line, @p opener came in outside of any scope, and neither the caller nor an object got it.
bool isOpenedBare(const FileContext &file, LineNumber line, const std::string &opener)
{
    static const RE2 member(R"(^\s*(?:\w+(?:\.|->)[\w.]+|_\w+|m_\w+|@\w+|[A-Z]\w*)\s*(?:\?\?)?=[^=])", patternOptions());
    const Text &now = file.text(Side::New);
    return anyNewInHunk(file, line, [&](LineNumber at) {
        const std::string dense = statementAt(now, at);
        return dense.contains(opener) && !isBare(now.line(at), file.path(Side::New)) && !isInScopeHeader(now, at)
            && dense != "return" + opener && dense != "return" + opener + ';'
            && !RE2::PartialMatch(pieceOf(now.line(at).substr(0, longestCodeLine)), member);
    });
}

/// The one of the names that is taken above, in lines that stay.
std::optional<std::string> takenAbove(const FileContext &file, LineNumber line, const CleanUp &cleanUp)
{
    const Text &text = file.text(Side::Old);
    const std::size_t indent = indentOf(text.line(line));
    for (LineNumber above = line - 1; above > 0 && above + takeReach > line; --above) {
        const std::size_t here = indentOf(text.line(above));
        if (here == std::string_view::npos)
            continue;
        const std::string_view content = text.line(above);
        const bool stays = file.rowOf(Side::Old, above).kind == RowKind::Equal;
        const auto taken = std::ranges::find_if(cleanUp.names, [&](const std::string &name) {
            if (cleanUp.how != CleanUp::How::Registered)
                return takes(content, name);
            const std::size_t equals = content.find('='); // somebody is told to close it: it needs no more than a name
            return equals != std::string_view::npos && holdsWord(content.substr(0, equals), name);
        });
        if (taken != cleanUp.names.end()) {
            const auto other = cleanUpOf(content);
            return stays && (!other || other->how != CleanUp::How::Scoped) ? std::optional(*taken) : std::nullopt;
        }
        if (here < indent && stays && headsDefinition(content))
            break;
    }
    return std::nullopt;
}

/// What @p called is called on was taken by a line that went as well.
bool isTakenNoMore(const FileContext &file, LineNumber line, const std::string &called)
{
    static const RE2 taking(R"((?i)(?:\.|->)(?:try_?)?(?:wait|acquire|lock|enter|open|begin|connect|start|reserve|rent)\w*\()",
                            patternOptions());
    constexpr LineNumber reach = 100;
    const std::size_t dot = called.find_last_of(".>");
    if (dot == std::string::npos)
        return false;
    const std::vector<std::string_view> names = identifiersIn(std::string_view(called).substr(0, dot));
    if (names.empty())
        return false;
    const Text &text = file.text(Side::Old);
    const LineNumber last = std::min(line + reach, text.lineCount());
    for (LineNumber at = line > reach ? line - reach : 1; at <= last; ++at) {
        const std::string_view content = text.line(at).substr(0, longestCodeLine);
        if (!file.isChanged(Side::Old, at) || !holdsWord(content, names.back()))
            continue;
        const std::size_t equals = content.find('=');
        if (RE2::PartialMatch(pieceOf(content), taking)
            || (equals != std::string_view::npos && holdsWord(content.substr(0, equals), names.back())))
            return true;
    }
    return false;
}

bool raises(std::string_view line)
{
    static const RE2 raising(R"(^\s*(?:throw\b|raise\b|panic[!(]|return\s+(?:\w+,\s*)*(?:err\b|fmt\.Errorf|errors\.|Err\()))",
                             patternOptions());
    return RE2::PartialMatch(pieceOf(line.substr(0, longestCodeLine)), raising);
}

/// The header around old line @p line, conditions that went with it aside; noLine: it does not stand on the new side as it was.
LineNumber standingHeader(const FileContext &file, LineNumber line)
{
    static const RE2 condition(R"(^\s*(?:if|unless)\b)", patternOptions());
    constexpr int deepest = 3;
    const Text &text = file.text(Side::Old);
    LineNumber header = enclosingHeader(text, line);
    for (int i = 0; i < deepest && header != noLine && file.rowOf(Side::Old, header).right == noLine
         && RE2::PartialMatch(pieceOf(text.line(header)), condition);
         ++i)
        header = enclosingHeader(text, header);
    const LineNumber stands = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    return stands != noLine && folded(file.text(Side::New).line(stands)) == folded(text.line(header)) ? header : noLine;
}

/// The first line below old line @p line that stays raises an error, in the block headed by @p header.
bool raisesBelow(const FileContext &file, LineNumber line, LineNumber header)
{
    constexpr LineNumber reach = 6;
    const Text &text = file.text(Side::Old);
    for (LineNumber below = line + 1; below <= std::min(line + reach, text.lineCount()); ++below) {
        if (file.rowOf(Side::Old, below).kind == RowKind::Equal
            && text.line(below).find_first_not_of(" \t}\r") != std::string::npos)
            return raises(text.line(below)) && enclosingHeader(text, below) == header;
    }
    return false;
}

/// The "try" of the "finally" at old line @p line has a handler as well: what comes after it runs after errors, too.
bool hasHandlerBeside(const FileContext &file, LineNumber line)
{
    static const RE2 handler(R"(^\s*\}?\s*(?:catch|except|rescue)\b)", patternOptions());
    static const RE2 start(R"(^\s*(?:try|begin|do|def)\b)", patternOptions());
    const Text &text = file.text(Side::Old);
    const std::size_t indent = indentOf(text.line(line));
    for (LineNumber above = line - 1; above > 0 && above + blockReach > line; --above) {
        const std::size_t here = indentOf(text.line(above));
        if (here == std::string_view::npos || here > indent)
            continue;
        if (RE2::PartialMatch(pieceOf(text.line(above)), handler))
            return true;
        if (here < indent || RE2::PartialMatch(pieceOf(text.line(above)), start))
            return false;
    }
    return false;
}

} // namespace

std::optional<std::string> notGivenBack(const FileContext &file, LineNumber line, const CleanUp &cleanUp)
{
    const Row &row = file.rowOf(Side::Old, line);
    std::optional<std::string> name;
    if (cleanUp.how == CleanUp::How::Scoped) {
        const auto takesBare = [&] {
            return row.right != noLine && !mayGiveBack(file.text(Side::New).line(row.right))
                && takes(file.text(Side::New).line(row.right), cleanUp.names.front());
        };
        std::string opener = cleanUp.opener;
        const std::string whole = statementAt(file.text(Side::Old), line);
        const std::size_t start = opener.empty() ? std::string::npos : whole.find(opener);
        if (start != std::string::npos && whole.size() > withoutBlanks(file.text(Side::Old).line(line)).size())
            opener = expressionAt(std::string_view(whole).substr(start));
        const bool isBareNow = opener.empty() ? takesBare() : isOpenedBare(file, line, opener);
        if (isBareNow && !isCleanedNearby(file, line))
            name = cleanUp.names.front();
    } else if (!isCleanedNearby(file, line) && !wentWithItsPath(file, line)) {
        name = takenAbove(file, line, cleanUp);
    }
    if (!name || (!wasConditional(file, line) && isHandedOnBelow(file, line, *name)))
        return std::nullopt;
    CleanUp called = cleanUp;
    if (cleanUp.how != CleanUp::How::Called)
        called.names = {*name};
    return isCleanedBeside(file, line, called) || isCleanedBelow(file, line, called) ? std::nullopt : name;
}

std::optional<std::string> outOfFinally(const FileContext &file, LineNumber line)
{
    static const RE2 scope(R"(\b(?:finally|ensure|using|with|defer|catch|except|rescue|closing)\b|\btry\s*\(|\.use\b)",
                           patternOptions());
    constexpr LineNumber longest = 8;
    const Text &text = file.text(Side::Old);
    const Text &now = file.text(Side::New);
    if (anyNewNear(file, line, nearRows, [&](LineNumber at) { return RE2::PartialMatch(pieceOf(now.line(at)), scope); })
        || hasHandlerBeside(file, line))
        return std::nullopt;
    const std::size_t indent = indentOf(text.line(line));
    for (LineNumber body = line + 1; body <= std::min(line + longest, text.lineCount()); ++body) {
        const std::size_t here = indentOf(text.line(body));
        if (here == std::string_view::npos || (here == indent && text.line(body)[here] == '{'))
            continue;
        if (here <= indent)
            break;
        std::string statement = folded(text.line(body));
        if (!cleanUpCall(statement) && !cleanUpOf(statement))
            continue;
        const LineNumber right = file.rowOf(Side::Old, body).right;
        if ((right != noLine && folded(now.line(right)) == statement)
            || anyNewNear(file, body, longest, [&](LineNumber at) { return folded(now.line(at)) == statement; }))
            return statement;
    }
    return std::nullopt;
}

std::optional<Severity> lostAfterError(const FileContext &file, LineNumber line)
{
    static const RE2 measuring(R"((?i)watch|spinner|progress|timer|clock|metric|span|trace)", patternOptions());
    constexpr std::ptrdiff_t beside = 12; // rows
    const Text &text = file.text(Side::Old);
    const auto called = cleanUpCall(text.line(line));
    const auto givesBack = [&](LineNumber at) {
        const std::string_view content = file.text(Side::New).line(at);
        return file.isChanged(Side::New, at) && mayGiveBack(content) && !stoodNear(file, line, folded(content));
    };
    if (!called || RE2::PartialMatch(*called, measuring) || isCleanedNearby(file, line)
        || anyNewNear(file, line, beside, givesBack) || isTakenNoMore(file, line, *called))
        return std::nullopt;
    const LineNumber header = standingHeader(file, line);
    if (header == noLine)
        return std::nullopt;
    const Language language = languageOf(file.path(Side::Old));
    if (headsFinally(text.line(header))
        || (mayHeadErrorBranch(text.line(header), language) && errorBranch(text, header, language)))
        return Severity::High;
    return raisesBelow(file, line, header) ? std::optional(Severity::Medium) : std::nullopt;
}

std::optional<std::string> calledInstead(const FileContext &file, LineNumber line)
{
    static const RE2 call(R"(^\s*(?:await\s+)?(?:(?:this\.|self\.|\$this->)_*)?([A-Za-z_]\w*)\(.*\)\s*;?\s*$)", patternOptions());
    static const RE2 other(R"((?i)^(?:if|for|while|switch|catch|return|print\w*|\w*log\w*|assert\w*|throw|raise|super)$)",
                           patternOptions());
    constexpr LineNumber longest = 60;
    const LineNumber header = standingHeader(file, line);
    if (header == noLine)
        return std::nullopt;
    const Text &now = file.text(Side::New);
    const LineNumber stands = file.rowOf(Side::Old, header).right;
    const std::size_t indent = indentOf(now.line(stands));
    for (LineNumber below = stands + 1; below <= std::min(stands + longest, now.lineCount()); ++below) {
        const std::string_view content = now.line(below).substr(0, longestCodeLine);
        const std::size_t here = indentOf(content);
        if (here == std::string_view::npos || (here == indent && content[here] == '{'))
            continue;
        if (here <= indent)
            break;
        std::string name;
        if (file.isChanged(Side::New, below) && RE2::PartialMatch(pieceOf(content), call, &name)
            && !RE2::PartialMatch(name, other))
            return folded(content);
    }
    return std::nullopt;
}

std::optional<LineNumber> stopOfTimer(const FileContext &file, LineNumber line)
{
    static const RE2 made(R"(^\s*(\w+)\s*:?=\s*time\.New(?:Timer|Ticker)\()", patternOptions());
    static const RE2 stopped(R"(\b(\w+)\.Stop\(\))", patternOptions());
    static const RE2 endless(R"(\btime\.(?:After|Tick)\()", patternOptions());
    const Text &text = file.text(Side::Old);
    const Text &now = file.text(Side::New);
    std::string name;
    if (!text.line(line).contains("time.New") || !RE2::PartialMatch(pieceOf(text.line(line)), made, &name)
        || !anyNewNear(file, line, nearRows, [&](LineNumber at) { return RE2::PartialMatch(pieceOf(now.line(at)), endless); })
        || anyNewNear(file, line, nearRows, [&](LineNumber at) { return RE2::PartialMatch(pieceOf(now.line(at)), stopped); }))
        return std::nullopt;
    for (LineNumber below = line + 1; below <= std::min(line + takeReach, text.lineCount()); ++below) {
        std::string other;
        if (file.isChanged(Side::Old, below) && RE2::PartialMatch(pieceOf(text.line(below)), stopped, &other) && other == name)
            return below;
    }
    return std::nullopt;
}

} // namespace countersign::risk
