// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "Handlers.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr LineNumber tryReach = 12; ///< lines of the guarded block that are looked at

bool isTopLevel(const Text &text, LineNumber header)
{
    static const RE2 outermost(
        R"((?i)\b(?:main|__main__|run|serve|worker|loop|handler|middleware|dispatch\w*|on\w*error|entry_?point|)"
        R"(cli|bootstrap|supervisor|daemon|listen\w*|consume\w*)\b|while\s*\(?\s*(?:true|1)\b|for\s*\(\s*;\s*;|for\s*\{)",
        patternOptions());
    for (const LineNumber line : {enclosingDefinition(text, header), enclosingHeader(text, header)}) {
        if (line != noLine && RE2::PartialMatch(pieceOf(text.line(line)), outermost))
            return true;
    }
    return false;
}

/// What stands under "try" does nothing but give things back, or looks for an optional part.
bool guardsCleanUp(const Text &text, LineNumber header)
{
    static const RE2 start(R"(^\s*(?:\}?\s*)?(?:try|begin|do)\b\s*[:{]?\s*(.*)$)", patternOptions());
    static const RE2 cleanUp(
        R"((?i)\b(?:close|clean_?up|unlink|remove\w*|delete\w*|rmtree|rm|rmdir|shutdown|stop|kill|terminate|disconnect|)"
        R"(dispose|destroy|release|cancel|abort|unsubscribe|flush|import|require|unlock|logout|rollback|join)\b)",
        patternOptions());
    bool seen = false;
    for (LineNumber line = header - 1; line > 0 && line + tryReach > header; --line) {
        const std::string_view content = text.line(line);
        std::string rest;
        if (RE2::FullMatch(pieceOf(content), start, &rest))
            return (rest.empty() || rest == "}" ? seen : RE2::PartialMatch(rest, cleanUp));
        if (content.find_first_not_of(" \t{}") == std::string_view::npos)
            continue;
        if (!RE2::PartialMatch(pieceOf(content), cleanUp))
            return false;
        seen = true;
    }
    return false;
}

/// ERR-01: an error of any kind is caught, and nobody learns of it.
class SwallowedErrors final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code)
            return found;
        const Text &text = file.text(Side::New);
        const Text &before = file.text(Side::Old);
        const Language language = languageOf(file.path(Side::New));
        std::multiset<std::string> former; // handlers that this change takes away: rewritten, they are no news
        for (const Row &row : file.file().rows.rows) {
            if (row.left == noLine || row.kind == RowKind::Equal)
                continue;
            if (const auto handler = swallowingHandler(before, row.left, languageOf(file.path(Side::Old))))
                former.insert(handler->body);
        }
        for (const LineNumber line : headersToLookAt(file, language)) {
            const auto handler = swallowingHandler(text, line, language);
            if (!handler || !isCodeLine(file, Side::New, line))
                continue;
            const Row &row = file.rowOf(Side::New, line);
            if (row.left != noLine && swallowingHandler(before, row.left, languageOf(file.path(Side::Old))))
                continue;
            if (const auto same = former.find(handler->body); same != former.end()) {
                former.erase(same);
                continue;
            }
            found.push_back(say(file, line, *handler));
        }
        return found;
    }

private:
    /// Lines that may head a handler with a changed line in it.
    static std::set<LineNumber> headersToLookAt(const FileContext &file, Language language)
    {
        constexpr LineNumber reach = 8; // a longer body is no swallowing one
        std::set<LineNumber> headers;
        const Text &text = file.text(Side::New);
        LineNumber looked = 0; // lines ascend, and their reaches overlap
        for (const LineNumber line : file.changedLines(Side::New)) {
            for (LineNumber above = line; above > looked && above + reach > line; --above) {
                if (mayHeadHandler(text.line(above), language))
                    headers.insert(above);
            }
            looked = line;
        }
        looked = 0;
        for (const LineNumber line : file.changedLines(Side::Old)) { // what was taken out of a handler: its header stays
            for (LineNumber above = line; above > looked && above + reach > line; --above) {
                const Row &row = file.rowOf(Side::Old, above);
                if (row.right != noLine && mayHeadHandler(text.line(row.right), language))
                    headers.insert(row.right);
            }
            looked = line;
        }
        return headers;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const Handler &handler) const
    {
        const Text &text = file.text(Side::New);
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Errors are swallowed: %1"), {shownMatch(folded(text.line(line)))}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Whatever goes wrong looks like success from here on; the cause is lost where it happens.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Which errors are expected here? Catch those by name, and let the caller know of all others."))},
            file, {Side::New, line, handler.last});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "In its place: %1"), std::vector{shownLine(handler.instead)});
        if (handler.isLogged)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It is logged.")));
        if (handler.isExplained)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "A comment explains it.")));
        if (guardsCleanUp(text, line))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "Only clean-up or an optional part is guarded.")));
        else if (isTopLevel(text, line))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It is an outermost handler.")));
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeSwallowedErrors()
{
    return std::make_unique<SwallowedErrors>();
}

} // namespace countersign::risk
