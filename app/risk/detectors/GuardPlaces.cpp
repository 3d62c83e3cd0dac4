// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GuardPlaces.h"

#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <optional>

namespace countersign::risk
{

namespace
{

constexpr LineNumber signatureReach = 20;
constexpr LineNumber besideReach = 8;

/// "order.customer" of a guard that asks for nothing but "order.customer_id" or "order.customer"; empty: it asks for more.
std::string askedMember(std::string_view line, std::string_view path)
{
    static const RE2 absence(
        R"(^\s*(?:if|unless)\s*\(?\s*(?:(?:!|not\s)\s*([A-Za-z_$][\w$]*(?:(?:\?\.|\.|->)[A-Za-z_$][\w$]*)+)|([A-Za-z_$][\w$]*(?:(?:\?\.|\.|->)[A-Za-z_$][\w$]*)+)\s*(?:==|===|\bis)\s*(?:null|nil|None|nullptr|undefined))\s*\)?\s*(?:[:{]|\breturn\b|\bthrow\b|$))",
        patternOptions());
    const std::string code = bareCode(line, path);
    std::string negated;
    std::string compared;
    if (!RE2::PartialMatch(code, absence, &negated, &compared))
        return {};
    std::string member = negated + compared;
    for (const std::string_view ending : {"_id", "Id", "ID", "_pk"}) {
        if (member.ends_with(ending))
            return member.substr(0, member.size() - ending.size());
    }
    return member;
}

struct Assignment {
    std::string name;
    std::string value;
};

/// "customer = cast(Customer, order.customer)"; nothing: the line assigns nothing.
std::optional<Assignment> assignmentIn(std::string_view line)
{
    static const RE2 assignment(
        R"(^\s*(?:(?:const|let|var|final|auto|val)\s+)?(?:[\w<>\[\].]+\s+)?([A-Za-z_$][\w$]*)\s*(?::\s*[^=]+)?:?=([^=].*)$)",
        patternOptions());
    Assignment found;
    return line.size() <= longestCodeLine && RE2::PartialMatch(pieceOf(line), assignment, &found.name, &found.value)
        ? std::optional(std::move(found))
        : std::nullopt;
}

/// The name came into the parameters of the definition that @p header of the new side heads.
bool cameAsParameter(const FileContext &file, LineNumber header, const std::string &name)
{
    const Text &text = file.text(Side::New);
    int depth = 0;
    for (LineNumber line = header; line <= text.lineCount() && line < header + signatureReach; ++line) {
        const std::string code = bareCode(text.line(line), file.path(Side::New));
        if (file.isChanged(Side::New, line) && holdsWord(code, name))
            return true;
        depth += static_cast<int>(std::ranges::count(code, '(')) - static_cast<int>(std::ranges::count(code, ')'));
        if (depth <= 0)
            return false;
    }
    return false;
}

} // namespace

bool isParameterNow(const FileContext &file, LineNumber guard)
{
    const Text &text = file.text(Side::Old);
    const std::string member = askedMember(text.line(guard), file.path(Side::Old));
    const LineNumber header = member.empty() ? noLine : enclosingDefinition(text, guard);
    const LineNumber stands = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    if (stands == noLine)
        return false;
    const LineNumber last = std::min(text.lineCount(), guard + besideReach);
    for (LineNumber line = guard > besideReach ? guard - besideReach : 1; line <= last; ++line) {
        if (!file.isChanged(Side::Old, line))
            continue;
        const auto taken = assignmentIn(text.line(line));
        if (taken && holdsWord(taken->value, member) && cameAsParameter(file, stands, taken->name))
            return true;
    }
    return false;
}

void addOrigins(const FileContext &file, LineNumber guard, std::vector<std::string> &subjects)
{
    constexpr std::size_t most = 8;
    const Text &text = file.text(Side::Old);
    for (LineNumber above = guard - 1; above > 0 && above + besideReach > guard && file.isChanged(Side::Old, above); --above) {
        const std::string code = bareCode(text.line(above).substr(0, longestCodeLine), file.path(Side::Old));
        const auto origin = assignmentIn(code);
        if (!origin || !std::ranges::contains(subjects, origin->name))
            continue;
        const std::string &value = origin->value;
        eachIdentifier(value, [&](std::string_view word) {
            const bool isType = word.front() >= 'A' && word.front() <= 'Z';
            const auto end = static_cast<std::size_t>(word.data() - value.data()) + word.size();
            const bool isCall = end < value.size() && value[end] == '(';
            if (!isType && !isCall && word != "this" && word != "self" && word != "new" && subjects.size() < most
                && !std::ranges::contains(subjects, word))
                subjects.emplace_back(word);
        });
    }
}

} // namespace countersign::risk
