// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "GuardLines.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

/// A condition of the form "a && b" or "a || b", with one operator only.
struct Condition {
    std::string head; ///< folded: what stands before it
    std::string tail; ///< folded: what stands behind it
    std::vector<std::string> operands; ///< folded
    bool isAnd = false;
};

/// Byte after which the condition of a line begins; npos: the line has none.
std::size_t conditionStart(std::string_view code)
{
    static const RE2 header(R"(^(\s*\}?\s*(?:else\s+if|elseif|elif|elsif|if|unless|while|guard)\b\s*))", patternOptions());
    std::string head;
    return RE2::PartialMatch(pieceOf(code), header, &head) ? head.size() : std::string_view::npos;
}

/// Where the condition ends: at its own closing bracket, or at what opens the block.
std::size_t conditionEnd(std::string_view code, std::size_t start)
{
    int depth = 0;
    for (std::size_t i = start; i < code.size(); ++i) {
        const char c = code[i];
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        const bool closesAll =
            depth == 0 && c == ')' && code[start] == '(' && code.find_first_of("&|", i + 1) == std::string::npos;
        if (closesAll)
            return i + 1;
        if (depth == 0 && (c == '{' || (c == ':' && i + 1 == code.find_last_not_of(" \t\r") + 1)))
            return i;
    }
    return code.size();
}

std::optional<Condition> conditionOf(std::string_view line)
{
    const std::size_t start = line.size() > longestCodeLine ? std::string_view::npos : conditionStart(line);
    if (start == std::string_view::npos || start >= line.size())
        return std::nullopt;
    const std::size_t end = conditionEnd(line, start);
    std::string_view whole = line.substr(start, end - start);
    Condition condition{folded(line.substr(0, start)), folded(line.substr(end)), {}, false};
    if (whole.starts_with('(') && whole.ends_with(')'))
        whole = whole.substr(1, whole.size() - 2);
    bool isOr = false;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        depth += whole[i] == '(' || whole[i] == '[' || whole[i] == '{' ? 1
            : whole[i] == ')' || whole[i] == ']' || whole[i] == '}'    ? -1
                                                                       : 0;
        if (depth != 0)
            continue;
        const std::string_view rest = whole.substr(i);
        const bool isAnd = rest.starts_with("&&") || rest.starts_with(" and ");
        if (!isAnd && !rest.starts_with("||") && !rest.starts_with(" or "))
            continue;
        condition.isAnd |= isAnd;
        isOr |= !isAnd;
        condition.operands.push_back(folded(whole.substr(from, i - from)));
        from = i + std::string_view(rest.starts_with(" and ") ? " and " : rest.starts_with(" or ") ? " or " : "&&").size();
        i = from - 1;
    }
    condition.operands.push_back(folded(whole.substr(from)));
    return condition.isAnd && isOr ? std::nullopt : std::optional(std::move(condition));
}

/// What @p now no longer asks, where it is @p before with operands left out; empty: something else changed.
std::vector<std::string> droppedFrom(const Condition &before, const Condition &now)
{
    std::vector<std::string> dropped;
    if (before.head != now.head || before.tail != now.tail || before.operands.size() <= now.operands.size()
        || (now.operands.size() > 1 && now.isAnd != before.isAnd))
        return dropped;
    std::size_t kept = 0;
    for (const std::string &operand : before.operands) {
        if (kept < now.operands.size() && operand == now.operands[kept])
            ++kept;
        else
            dropped.push_back(operand);
    }
    if (kept != now.operands.size())
        dropped.clear();
    return dropped;
}

/// The way out stands on the line itself or opens the block below.
bool leadsOut(const Text &text, LineNumber line, const Condition &condition)
{
    return isWayOut(condition.tail.substr(std::min(condition.tail.size(), condition.tail.find_first_not_of("{:) "))))
        || isWayOutBelow(text, line);
}

/// Asks whether something is there, valid, allowed or in range: a guard, no rule of the business.
bool isCheck(const std::string &operand)
{
    static const RE2 check(
        R"((?i)null|\bnil\b|none|empty|blank|undefined|isset|hasvalue|\blen\b|length|size|count|[<>]|valid|\berr|\bok\b|exists?|contain|is_?(?:safe|local|allowed|within)|starts_?with|verif|check|permission|auth|admin|owner|role|access|token|instanceof|isinstance)",
        patternOptions());
    return RE2::PartialMatch(operand, check);
}

/// What stays takes it apart, so that it asked whether it is there: "user" of "user and user.has_perm(p)", "!user" of
/// "!user || user.isBlocked()".
bool isDereferenced(const std::string &operand, const Condition &now)
{
    static const RE2 name(R"(^!?\s*([A-Za-z_$][\w.$]*)(?:\s*(?:[!=]==?|is(?:\s+not)?)\s*(?:null|None|nil|undefined|nullptr))?$)",
                          patternOptions());
    std::string value;
    if (!RE2::FullMatch(operand, name, &value))
        return false;
    return std::ranges::any_of(now.operands, [&value](const std::string &rest) {
        for (std::size_t at = rest.find(value); at != std::string::npos; at = rest.find(value, at + 1)) {
            const std::string_view behind = std::string_view(rest).substr(at + value.size());
            const bool begins = at == 0 || (!isWordByte(rest[at - 1]) && rest[at - 1] != '.');
            if (begins && (behind.starts_with('.') || behind.starts_with("->") || behind.starts_with('[')))
                return true;
        }
        return false;
    });
}

bool isAboutAccess(const std::string &operand)
{
    static const RE2 access(
        R"((?i)permission|authenti|authori|is_?auth|admin|is_?owner|has_?role|has_?access|can_?access|is_?allowed|is_?staff|superuser)",
        patternOptions());
    return RE2::PartialMatch(operand, access);
}

/// ERR-02: a condition asks for less than before.
class DroppedOperands final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code)
            return found;
        for (const LineNumber line : file.changedLines(Side::New)) {
            const Row &row = file.rowOf(Side::New, line);
            if (row.kind != RowKind::Changed)
                continue;
            const std::string_view before = file.text(Side::Old).line(row.left);
            if (!before.contains("&&") && !before.contains("||") && !before.contains(" and ") && !before.contains(" or "))
                continue;
            const auto was = conditionOf(before);
            const auto is = was ? conditionOf(file.text(Side::New).line(line)) : std::nullopt;
            if (!is)
                continue;
            const std::vector<std::string> dropped = droppedFrom(*was, *is);
            // "a && b" let through what passed both; "a || b { return }" kept out what failed either.
            const bool wasGuarded =
                std::ranges::any_of(dropped, [&](const std::string &operand) { return isDereferenced(operand, *is); });
            const bool letsMoreThrough = was->isAnd != leadsOut(file.text(Side::New), line, *is) && !was->head.ends_with("unless")
                && std::ranges::any_of(dropped, isCheck);
            if (!(wasGuarded || letsMoreThrough) || isAskedElsewhere(file, line, dropped) || !isCodeLine(file, Side::New, line))
                continue;
            found.push_back(say(file, row, dropped));
        }
        return found;
    }

private:
    /// Another line that came in asks the same.
    static bool isAskedElsewhere(const FileContext &file, LineNumber line, const std::vector<std::string> &dropped)
    {
        return std::ranges::any_of(file.changedLines(Side::New), [&](LineNumber other) {
            const std::string content = folded(file.text(Side::New).line(other));
            return other != line && asks(content)
                && std::ranges::all_of(dropped, [&content](const std::string &operand) { return content.contains(operand); });
        });
    }

    [[nodiscard]] Finding say(const FileContext &file, const Row &row, const std::vector<std::string> &dropped) const
    {
        Finding finding = makeFinding(
            {rule(), std::ranges::any_of(dropped, isAboutAccess) ? Severity::High : Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "A condition asks for less: without %1"), {shownMatch(dropped.front())}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "What it kept out goes on from here, to code that was written for values that had passed the check.")),
             Message(QT_TRANSLATE_NOOP("app", "Which caller made sure of it before? Try the values that it was there for."))},
            file, {Side::New, row.right, row.right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(row.left))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(row.right))});
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeDroppedOperands()
{
    return std::make_unique<DroppedOperands>();
}

} // namespace countersign::risk
