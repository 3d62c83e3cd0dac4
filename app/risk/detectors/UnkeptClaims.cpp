// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace countersign::risk
{

namespace
{

struct Claim {
    RE2 words; ///< group 1: the claim
    bool (*isKept)(const FileChange &file);
};

bool hasLines(const FileChange &file)
{
    return file.rows.added + file.rows.removed > 0 || file.delta.kind != FileKind::Text
        || file.delta.status == DeltaStatus::Renamed;
}

/// Rust, Go and others keep tests beside the code; D and Python have tests in comments.
bool holdsTests(const FileChange &file)
{
    static const RE2 path(R"((?i)test|spec|fixture|e2e|snap|__mocks__|features?/|\.feature$|cypress|playwright|bench)",
                          patternOptions());
    return file.fileClass == FileClass::Test || RE2::PartialMatch(file.path(), path) || file.newText.contains("#[test]")
        || file.newText.contains("#[cfg(test)]") || file.newText.contains("TEST_CASE") || file.newText.contains(">>> ");
}

bool isDocumentation(const FileChange &file)
{
    static const RE2 path(
        R"((?i)(?:^|/)(?:docs?|documentation|website|site|man|wiki|examples?)/|readme|changelog|changes|history|news|\.(?:md|mdx|rst|adoc|txt|html)$)",
        patternOptions());
    if (file.fileClass == FileClass::Documentation || RE2::PartialMatch(file.path(), path))
        return true;
    // Comments, docstrings and descriptions in the code are documentation, too.
    return std::ranges::any_of(file.rows.rows, [&file](const Row &row) {
        if (row.right == noLine || row.kind == RowKind::Equal)
            return false;
        const std::string_view line = file.newText.line(row.right);
        const std::size_t at = line.find_first_not_of(" \t");
        if (at == std::string_view::npos)
            return false;
        const std::string_view rest = line.substr(at);
        return rest.starts_with("//") || rest.starts_with('#') || rest.starts_with('*') || rest.starts_with("/*")
            || rest.contains("\"\"\"") || rest.starts_with("--") || rest.contains("escription") || rest.contains("help");
    });
}

bool isChangelog(const FileChange &file)
{
    static const RE2 path(R"((?i)change|history|news|release|upgrad|whats)", patternOptions());
    return RE2::PartialMatch(file.path(), path);
}

bool isMigration(const FileChange &file)
{
    static const RE2 path(R"((?i)migrat|schema|\.sql$|alembic|flyway|liquibase|upgrade|version)", patternOptions());
    return file.fileClass == FileClass::Migration || RE2::PartialMatch(file.path(), path);
}

const auto &claims()
{
    static const std::array<Claim, 4> all{
        Claim{
            RE2(R"((?im)(?:^|[\s*-])((?:adds?|added|adding|includes?|including|extends?|covered\s+(?:by|with)|with|new)\s+(?:(?:some|more|new|missing|the|a|an|unit|integration|regression|comprehensive|end-to-end|e2e|full|extensive|corresponding|relevant)[\s-]+)*tests?(?:\s+(?:cases?|coverage|suite))?)\b(?:\s*(?:for|to|that|which|covering|and|in)\b|[.,;:)]|\s*$))",
                patternOptions()),
            holdsTests},
        Claim{
            RE2(R"((?im)(?:^|[\s*-])((?:updates?|updated|adds?|added|extends?|improves?)\s+(?:(?:some|more|new|the|relevant|corresponding|api|user)\s+)*(?:documentation|docs|readme))\b)",
                patternOptions()),
            isDocumentation},
        Claim{
            RE2(R"((?im)(?:^|[\s*-])((?:updates?|updated|adds?|added)\s+(?:(?:an?|the|some|relevant|new)\s+)*(?:changelog(?:\s+(?:entry|entries))?|release\s+notes?))\b)",
                patternOptions()),
            isChangelog},
        Claim{
            RE2(R"((?im)(?:^|[\s*-])((?:adds?|added|includes?|creates?)\s+(?:(?:an?|the|new|database|db|data|django|alembic|schema|sql)\s+)*migrations?)\b(?:\s*(?:for|to|that|which)\b|[.,;)]|\s*$))",
                patternOptions()),
            isMigration},
    };
    return all;
}

/// The message asks or denies rather than claims: "no tests added", "[ ] tests", "todo: add tests".
bool isMeant(const std::string &text, const std::string &claim)
{
    static const RE2 otherwise(
        R"((?i)\b(?:no|not|n't|without|todo|should|must|need(?:s|ed)?|please|if|will|later|follow[- ]?up|instead|before|when|future|separate|would|can(?:not)?|could|don't|requires?|remember|want|ability|allow\w*|support|way)\b|\[ \]|<!--)",
        patternOptions());
    const std::size_t at = text.find(claim);
    const std::size_t start = text.rfind('\n', at);
    const std::size_t from = start == std::string::npos ? 0 : start + 1;
    return !RE2::PartialMatch(pieceOf(std::string_view(text).substr(from, at - from + claim.size())), otherwise);
}

/// SCP-02: the message says that something was done, and nothing of it is in the change.
class UnkeptClaims final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-02"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        constexpr std::size_t readBytes = 20'000;
        const std::string text = context.change.title.substr(0, readBytes) + '\n' + context.change.body.substr(0, readBytes);
        const FileChange *largest = nullptr;
        for (const FileChange &file : context.files) {
            if (file.rows.hunks.empty()
                || (largest && file.rows.added + file.rows.removed <= largest->rows.added + largest->rows.removed))
                continue;
            largest = &file;
        }
        std::vector<Finding> found;
        for (const Claim &claim : claims()) {
            std::string words;
            if (!largest || !RE2::PartialMatch(text, claim.words, &words) || !isMeant(text, words)
                || std::ranges::any_of(context.files,
                                       [&claim](const FileChange &file) { return hasLines(file) && claim.isKept(file); }))
                continue;
            found.push_back(say(*largest, words));
            break;
        }
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileChange &file, const std::string &words) const
    {
        const auto first = std::ranges::find_if(file.rows.rows, [](const Row &row) { return row.kind != RowKind::Equal; });
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::Medium;
        finding.axis = Axis::Likelihood;
        finding.side = first->right != noLine ? Side::New : Side::Old;
        finding.file = (finding.side == Side::New ? file.delta.newSide : file.delta.oldSide).path;
        finding.startLine = finding.endLine = first->right != noLine ? first->right : first->left;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "The message says “%1”, the change does not"), {shownMatch(words)});
        finding.why =
            Message(QT_TRANSLATE_NOOP("app", "A reviewer who trusts the message takes something for done that is not there."));
        finding.check = Message(QT_TRANSLATE_NOOP("app", "Was it forgotten, or did it stay in another branch?"));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeUnkeptClaims()
{
    return std::make_unique<UnkeptClaims>();
}

} // namespace countersign::risk
