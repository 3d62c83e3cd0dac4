// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Arguments.h"
#include "CodeLine.h"
#include "Handlers.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <optional>
#include <string>

namespace countersign::risk
{

namespace
{

bool headsHandler(std::string_view line)
{
    static const RE2 handler(R"(^\s*(?:\}\s*)?(?:catch|except|rescue)\b)", patternOptions());
    return RE2::PartialMatch(pieceOf(line), handler);
}

bool keepsInterruption(std::string_view line)
{
    return line.contains("interrupt()") || line.contains("Interrupted") || line.contains("throw ex;")
        || line.contains("throw e;");
}

/// The name of the error that @p before hands on as the cause of another one, where @p now leaves just that out; empty: none.
std::string_view droppedCause(std::string_view before, std::string_view now)
{
    static const RE2 thrown(R"(^\s*(?:throw|raise)\b|\b(?:throw|raise)\s)", patternOptions());
    static const RE2 cause(R"(^(?:\w+\s*[=:]\s*)?(?:e|ex|exc|err|error|cause|exception|throwable|t)$)", patternOptions());
    static const RE2 from(R"(^(.*\braise\b.*\))\s+from\s+(\w+)\s*$)", patternOptions());
    if (before.size() > longestCodeLine || !RE2::PartialMatch(pieceOf(before), thrown))
        return {};
    re2::StringPiece rest;
    re2::StringPiece name;
    if (RE2::PartialMatch(pieceOf(before), from, &rest, &name) && folded({rest.data(), rest.size()}) == folded(now)
        && name != re2::StringPiece("None"))
        return {name.data(), name.size()};
    const auto omitted = omittedArgument(before, now);
    return omitted && RE2::PartialMatch(pieceOf(omitted->argument), cause) ? omitted->argument : std::string_view();
}

/// An error of any kind.
bool isBroad(std::string_view header, Language language)
{
    static const RE2 python(R"(^\s*except\s*(?::|\(?\s*(?:Base)?Exception\b))", patternOptions());
    static const RE2 braced(
        R"(\bcatch\s*(?:\(\s*(?:final\s+)?(?:System\.)?(?:Exception|Throwable|\\?Exception|\\?Throwable)\b|\{|$))",
        patternOptions());
    static const RE2 ruby(R"(^\s*rescue\s*(?:=>|$|StandardError\b|Exception\b))", patternOptions());
    switch (language) {
    case Language::Python:
        return RE2::PartialMatch(pieceOf(header), python);
    case Language::Ruby:
        return RE2::PartialMatch(pieceOf(header), ruby);
    case Language::Jvm:
    case Language::CSharp:
    case Language::Php:
        return RE2::PartialMatch(pieceOf(header), braced);
    default:
        return false;
    }
}

bool blamesCaller(const std::string &statement)
{
    static const RE2 status(
        R"(\b(?:status(?:_code)?|code)\s*[=:]\s*(?:\w+\.)*(?:HTTP_)?4\d\d|\bHTTP_4\d\d_|\bBad_?Request\b|\bBAD_REQUEST\b|)"
        R"(\bHttpResponseBadRequest\b|Status4\d\d|\babort\(\s*4\d\d|UNPROCESSABLE_ENTITY|\bStatusCode\(\s*4\d\d)",
        patternOptions());
    return statement.size() <= longestCodeLine && RE2::PartialMatch(statement, status);
}

/// Part of ERR-01: what went wrong is told wrongly, or not to those who have to know. The rest: resources/rules/errors.toml.
class LostCauses final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code)
            return found;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const std::string_view content = file.text(Side::Old).line(line);
            if (content.contains("currentThread().interrupt()"))
                lostInterruption(file, line, found);
        }
        const Language language = languageOf(file.path(Side::New));
        for (const LineNumber line : file.changedLines(Side::New)) {
            const Row &row = file.rowOf(Side::New, line);
            if (row.kind == RowKind::Changed)
                lostCause(file, row, found);
            if (isBroad(file.text(Side::New).line(line), language))
                blamedCaller(file, row, language, found);
        }
        return found;
    }

private:
    /// The handler on the new side that old line @p line stood directly in; noLine: it went, or there was none.
    static LineNumber standingHandler(const FileContext &file, LineNumber line)
    {
        const LineNumber header = enclosingHeader(file.text(Side::Old), line);
        if (header == noLine || !headsHandler(file.text(Side::Old).line(header)))
            return noLine;
        const LineNumber now = file.rowOf(Side::Old, header).right;
        return now != noLine && headsHandler(file.text(Side::New).line(now)) ? now : noLine;
    }

    void lostInterruption(FileContext &file, LineNumber line, std::vector<Finding> &found) const
    {
        constexpr LineNumber longest = 30;
        const Text &text = file.text(Side::New);
        const LineNumber handler = standingHandler(file, line);
        if (handler == noLine || !isCodeLine(file, Side::Old, line))
            return;
        const LineNumber last = std::min(blockEnd(text, handler, longest), text.lineCount());
        for (LineNumber at = handler + 1; at <= last; ++at) {
            if (keepsInterruption(bareCode(text.line(at), file.path(Side::New))))
                return;
        }
        Finding finding = makeFinding(
            {rule(), Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "The thread no longer remembers that it is to end")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Who asked it to stop waits in vain: the loops and calls around do not see it, and go on.")),
             Message(
                 QT_TRANSLATE_NOOP("app", "Does this thread end right here? If not, set its flag again, or pass the error on."))},
            file, {Side::Old, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(line))});
        found.push_back(std::move(finding));
    }

    void lostCause(FileContext &file, const Row &row, std::vector<Finding> &found) const
    {
        const std::string_view before = file.text(Side::Old).line(row.left);
        const std::string_view now = file.text(Side::New).line(row.right);
        const std::string_view cause = droppedCause(before, now);
        if (cause.empty() || standingHandler(file, row.left) == noLine || !isCodeLine(file, Side::Old, row.left))
            return;
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "The cause of an error is left out: %1"), {shownMatch(cause)}),
             Message(QT_TRANSLATE_NOOP("app", "Whoever reads the log sees where it was noticed, and no longer what went wrong.")),
             Message(QT_TRANSLATE_NOOP("app", "Is the cause logged in another place? If not, hand it on."))},
            file, {Side::New, row.right, row.right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownLine(before)});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"), std::vector{shownLine(now)});
        found.push_back(std::move(finding));
    }

    void blamedCaller(FileContext &file, const Row &row, Language language, std::vector<Finding> &found) const
    {
        const Text &text = file.text(Side::New);
        if (row.left != noLine && isBroad(file.text(Side::Old).line(row.left), languageOf(file.path(Side::Old))))
            return;
        const auto branch = errorBranch(text, row.right, language);
        if (!branch || !isCodeLine(file, Side::New, row.right))
            return;
        const auto answer = std::ranges::find_if(branch->statements, blamesCaller);
        if (answer == branch->statements.end())
            return;
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "Every error is blamed on the caller: %1"),
                     {shownMatch(folded(text.line(row.right)))}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "A fault of the program looks like a wrong request: nobody is alarmed, and the caller cannot help it.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Which errors does a wrong request cause? Catch those by name, and let all others pass."))},
            file, {Side::New, row.right, branch->last});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "In its place: %1"), std::vector{shownLine(*answer)});
        found.push_back(std::move(finding));
    }
};

} // namespace

std::unique_ptr<Detector> makeLostCauses()
{
    return std::make_unique<LostCauses>();
}

} // namespace countersign::risk
