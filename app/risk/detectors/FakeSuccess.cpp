// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "Handlers.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr LineNumber reach = 8; ///< lines of an error branch

enum class Pretence { None, Success, Sentinel };

/// What a statement of an error branch claims.
Pretence pretenceOf(std::string_view statement, Language language)
{
    static const RE2 success(
        R"(^(?:return|=>|resolve\(|callback\(null,|reply\.|res\.|response\.|ctx\.|c\.|w\.)?.*(?:)"
        R"(["']?(?i:success|succeeded|ok|valid|approved|authorized|completed)["']?\s*(?:[:=]|=>)\s*(?:true|True|1\b)|)"
        R"(["']?(?i:status|state|result|code|statusCode)["']?\s*(?:[:=]|=>|,)\s*["']?(?i:ok|success|succeeded|completed|paid|approved|200)\b|)"
        R"(status\(\s*200|HttpStatus(?:Code)?\.OK|StatusCodes?\.(?:Status200OK|OK)|http\.StatusOK|HTTP_200_OK|StatusCode::OK|WriteHeader\(200|)"
        R"(Result\.(?:[sS]uccess|[oO]k)\(|ResponseEntity\.ok\(|Response::ok\()|)"
        R"(^(?:return\s+)?(?:Ok\(.*\)|Result\.(?:success|Success|ok|Ok)\b.*);?,?$)",
        patternOptions());
    static const RE2 plainTrue(R"(^return\s+(?:true|True|TRUE|YES|"ok"|"success"|'ok'|'success'|"OK"|'OK')\s*;?$)",
                               patternOptions());
    static const RE2 zeroOfC(R"(^return\s+(?:0|EXIT_SUCCESS|S_OK|true)\s*;$)", patternOptions());
    static const RE2 sentinel(
        R"(^(?:return|=>)\s+(?:-1(?:\.0)?|-?9{3,}(?:\.9+)?|float\(["']nan["']\)|math\.nan|Double\.NaN|double\.NaN|NaN|)"
        R"((?:\w+\.)*(?i:mock|dummy|fake|sample|random|placeholder)\w*.*)\s*;?,?$)",
        patternOptions());
    if (language == Language::Cpp)
        return RE2::PartialMatch(pieceOf(statement), zeroOfC) || RE2::PartialMatch(pieceOf(statement), success)
            ? Pretence::Success
            : Pretence::None;
    if (RE2::PartialMatch(pieceOf(statement), plainTrue) || RE2::PartialMatch(pieceOf(statement), success))
        return Pretence::Success;
    return RE2::PartialMatch(pieceOf(statement), sentinel) ? Pretence::Sentinel : Pretence::None;
}

struct Claim {
    Pretence pretence = Pretence::None;
    std::string statement;
    LineNumber last = noLine;
};

bool passesOn(std::string_view statement)
{
    static const RE2 on(
        R"((?i)\b(?:throw|raise|rethrow|reject|panic|abort|exit|fail\w*|next\(\s*e|(?:return|=>).*\berr(?:or)?\b|Err\()|\?$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(statement), on);
}

Claim claimAt(const Text &text, LineNumber line, Language language)
{
    const auto branch = errorBranch(text, line, language);
    Claim claim;
    if (!branch || branch->statements.empty())
        return claim;
    for (const std::string &statement : branch->statements) {
        if (passesOn(statement))
            return {};
        const Pretence pretence = pretenceOf(statement, language);
        if (pretence != Pretence::None && claim.pretence != Pretence::Success)
            claim = {pretence, statement, branch->last};
    }
    return claim;
}

/// The error that is caught is what success looks like here: the thing exists already, or is gone already.
bool isExpected(const Text &text, LineNumber header)
{
    static const RE2 benign(
        R"((?i)exist|already|not_?found|no_?such|duplicate|conflict|stop_?iteration|eof|closed|cancel|abort|key_?error|ErrNo|skip|idempotent|import_?error)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(text.line(header)), benign);
}

/// ERR-06: after an error the caller is told that all went well, or gets a number that means nothing.
class FakeSuccess final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-06"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        const Language language = languageOf(file.path(Side::New));
        if (file.file().fileClass != FileClass::Code || language == Language::Unknown || file.changedLines(Side::New).empty())
            return found;
        const Text &text = file.text(Side::New);
        std::multiset<std::string> former;
        for (const LineNumber line : headersNear(file, Side::Old, language))
            former.insert(claimAt(file.text(Side::Old), line, language).statement);
        for (const LineNumber line : headersNear(file, Side::New, language)) {
            const Claim claim = claimAt(text, line, language);
            if (claim.pretence == Pretence::None || isExpected(text, line) || !isCodeLine(file, Side::New, line))
                continue;
            if (const auto same = former.find(claim.statement); same != former.end()) {
                former.erase(same);
                continue;
            }
            found.push_back(say(file, line, claim));
        }
        return found;
    }

private:
    /// Lines that may head an error branch with a changed line in it.
    static std::set<LineNumber> headersNear(const FileContext &file, Side side, Language language)
    {
        std::set<LineNumber> headers;
        const Text &text = file.text(side);
        LineNumber looked = 0;
        for (const LineNumber line : file.changedLines(side)) {
            for (LineNumber above = line; above > looked && above + reach > line; --above) {
                if (mayHeadErrorBranch(text.line(above), language))
                    headers.insert(above);
            }
            looked = line;
        }
        return headers;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const Claim &claim) const
    {
        const bool isSuccess = claim.pretence == Pretence::Success;
        Finding finding = makeFinding(
            {rule(), isSuccess ? Severity::High : Severity::Medium,
             isSuccess ? Message(QT_TRANSLATE_NOOP("app", "Success is claimed after an error: %1"), {shownMatch(claim.statement)})
                       : Message(QT_TRANSLATE_NOOP("app", "An error becomes a value: %1"), {shownMatch(claim.statement)}),
             Message(
                 QT_TRANSLATE_NOOP("app", "Whoever called goes on as if it had worked, and the damage shows somewhere else.")),
             Message(QT_TRANSLATE_NOOP("app", "What does the caller do with it? Let the error through, or answer with one."))},
            file, {Side::New, line, claim.last});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "After: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(line))});
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeFakeSuccess()
{
    return std::make_unique<FakeSuccess>();
}

} // namespace countersign::risk
