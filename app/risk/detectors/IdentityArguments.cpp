// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Arguments.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace countersign::risk
{

namespace
{

/// Somebody for whom something is done, or a part of the data that is theirs.
bool namesIdentity(std::string_view argument)
{
    static const RE2 identity(
        R"(^(?:\w+\s*[=:]\s*)?(?:\w+\.)*_?(?i:(?:\w+_)?(?:current|auth\w*|request|acting|logged\w*)?_?user(?:_?id)?|tenant(?:_?id)?|)"
        R"(owner(?:_?id)?|principal|requestor|requester|account(?:_?id)?|scopes?|organi[sz]ation(?:_?id)?|actor)$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(argument), identity);
}

/// A definition, a constructor, or a message for people: who is left out there loses nothing.
bool isOtherThanCall(std::string_view line, std::string_view callee, std::string_view path)
{
    static const RE2 other(
        R"(^\s*(?:(?:async\s+)?def|func|fn|fun|function|public|private|protected|internal|static|override|abstract|virtual|super|base|)"
        R"(import|from|using|@)|\bnew\s+[\w.<>]+\(|\bthis\s*\(|(?i:\blog\w*|\bprint\w*|\bconsole|\bassert\w*|\btrace\w*|\bdebug\w*)\b)",
        patternOptions());
    const bool namesClass = path.ends_with(".py") || path.ends_with(".kt") || path.ends_with(".swift") || path.ends_with(".dart");
    return callee.empty() || RE2::PartialMatch(pieceOf(line), other)
        || (namesClass && std::isupper(static_cast<unsigned char>(callee.front())) != 0);
}

/// Another line that came in with the hunk still has the word.
bool isNamedBeside(const FileContext &file, const Row &changed, std::string_view word)
{
    const auto &hunk = file.file().rows.hunks[changed.hunk - 1];
    const auto rows = std::span(file.file().rows.rows).subspan(hunk.firstRow, hunk.rowCount);
    return std::ranges::any_of(rows, [&](const Row &row) {
        return row.right != noLine && row.right != changed.right && (row.kind == RowKind::Added || row.kind == RowKind::Changed)
            && holdsWord(file.text(Side::New).line(row.right), word)
            && (row.left == noLine || !holdsWord(file.text(Side::Old).line(row.left), word));
    });
}

/// Part of SEC-01: a call no longer says for whom it is. The rest: resources/rules/security.toml.
class IdentityArguments final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SEC-01"; }
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
            const auto omitted = omittedArgument(before, file.text(Side::New).line(line));
            if (!omitted || !namesIdentity(omitted->argument) || isOtherThanCall(before, omitted->callee, file.path(Side::Old))
                || file.scopeAt(Side::Old, row.left, static_cast<std::size_t>(omitted->argument.data() - before.data()))
                    != syntax::Scope::Code)
                continue;
            found.push_back(say(file, row, *omitted));
        }
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileContext &file, const Row &row, const OmittedArgument &omitted) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "A call no longer says for whom: %1 without %2"),
                     {shownMatch(omitted.callee), shownMatch(omitted.argument)}),
             Message(QT_TRANSLATE_NOOP("app", "What it gave or did was theirs alone; it may now be anybody's.")),
             Message(QT_TRANSLATE_NOOP("app", "Does somebody else look who asks? Try it with what belongs to another one."))},
            file, {Side::New, row.right, row.right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(row.left))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(row.right))});
        const std::string_view word = omitted.argument.substr(omitted.argument.find_last_of(" .=:") + 1);
        if (isNamedBeside(file, row, word))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "Still named beside it: %1"), {shownMatch(word)}));
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeIdentityArguments()
{
    return std::make_unique<IdentityArguments>();
}

} // namespace countersign::risk
