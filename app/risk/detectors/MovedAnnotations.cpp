// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr LineNumber mostDecorators = 12;

bool guardsAccess(std::string_view line)
{
    static const RE2 guard(
        R"(^\s*(?:@|\[|#\[)(?:\w+,\s*)*(?:\w+\.)*(?:Authorize\w*|PreAuthorize|PostAuthorize|Secured|RolesAllowed|DenyAll|UseGuards|Roles|)"
        R"(Requires?(?:Permission|Role|Auth|Scope|Claim)\w*|IsGranted|ValidateAntiForgeryToken|login_required|permissions?_required|)"
        R"(permission_classes|auth_required|requires?_\w+|roles?_required|admin_required|staff_member_required|superuser_required|)"
        R"(user_passes_test|jwt_required|token_required|csrf_protect)\b)",
        patternOptions());
    return line.size() <= longestCodeLine && RE2::PartialMatch(pieceOf(line), guard);
}

bool isDecorator(std::string_view line)
{
    static const RE2 decorator(R"(^\s*(?:@|\[|#\[|//|\*|/\*|\)\s*\]?\s*$))", patternOptions());
    return RE2::PartialMatch(pieceOf(line), decorator);
}

/// Decorators directly above a definition, nearest first, folded.
std::vector<std::string> decoratorsOf(const Text &text, LineNumber definition)
{
    std::vector<std::string> decorators;
    for (LineNumber above = definition; above > 1 && above + mostDecorators > definition;) {
        --above;
        if (!isDecorator(text.line(above)))
            break;
        decorators.push_back(folded(text.line(above)));
    }
    return decorators;
}

/// Part of SEC-01: a guard went to another definition, and the one that it stood on stays without it. The rest:
/// resources/rules/security.toml, which passes over lines that moved.
class MovedAnnotations final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SEC-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        const FileClass fileClass = file.file().fileClass;
        if (fileClass != FileClass::Code && fileClass != FileClass::Other)
            return found;
        for (const Row &row : file.file().rows.rows) {
            if (row.kind != RowKind::MovedFrom || !guardsAccess(file.text(Side::Old).line(row.left)))
                continue;
            const LineNumber subject = followingDefinition(file.text(Side::Old), row.left);
            if (subject == noLine || subject == row.left)
                continue;
            const Row &stands = file.rowOf(Side::Old, subject);
            const bool stays = stands.kind == RowKind::Equal || stands.kind == RowKind::Changed;
            if (stays && !isCovered(file.text(Side::New), stands.right, folded(file.text(Side::Old).line(row.left))))
                found.push_back(say(file, row.left, stands.right));
        }
        return found;
    }

private:
    /// The same guard stands on the definition, or on a type around it.
    static bool isCovered(const Text &text, LineNumber definition, const std::string &guard)
    {
        constexpr int deepest = 4;
        for (int i = 0; i < deepest && definition != noLine; ++i) {
            if (std::ranges::contains(decoratorsOf(text, definition), guard))
                return true;
            definition = enclosingDefinition(text, definition);
        }
        return false;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber was, LineNumber definition) const
    {
        const std::vector<std::string> decorators = decoratorsOf(file.text(Side::New), definition);
        const auto other = std::ranges::find_if(decorators, guardsAccess);
        const bool isOther = other != decorators.end();
        const std::string before = shownMatch(folded(file.text(Side::Old).line(was)));
        Finding finding = makeFinding(
            {rule(), isOther ? Severity::High : Severity::Critical,
             isOther ? Message(QT_TRANSLATE_NOOP("app", "Access guard asks for something else: %1, was %2"),
                               {shownMatch(*other), before})
                     : Message(QT_TRANSLATE_NOOP("app", "Access guard removed: %1"), {before}),
             isOther ? Message(QT_TRANSLATE_NOOP("app", "Other people than before pass it."))
                     : Message(QT_TRANSLATE_NOOP("app", "What it protected can now be reached by people whom it kept out.")),
             Message(QT_TRANSLATE_NOOP(
                 "app",
                 "Is there another check on every way to this code? Try the request without a login and with the wrong role."))},
            file, {Side::Old, was, was});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"), std::vector{before});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "It stood on: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(definition))});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeMovedAnnotations()
{
    return std::make_unique<MovedAnnotations>();
}

} // namespace countersign::risk
