// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr int mostHeaders = 12; ///< looked at upwards

/// A call that goes over the network to a database or a service, by the names that common libraries give it.
const RE2 &remoteCall()
{
    static const RE2 call(
        R"(\b(?:\w+\.objects\.(?:get|filter|exclude|create|all|update_or_create|get_or_create)|(?:session|db|conn|connection|tx|pool|client|)"
        R"(cursor|cur|dbh|pdo|stmt|knex|prisma\.\w+|_?context\.\w+|_?dbContext\.\w+|entityManager|em|jdbcTemplate|\w*[rR]epo(?:sitory)?)\.)"
        R"((?:execute|query|queryRow|QueryRow|QueryRowContext|QueryContext|Query|Exec|ExecContext|fetchone|fetchrow|fetch_one|fetch_all|scalar|)"
        R"(findOne|findFirst|findUnique|findMany|findById|find_by|find_one|FindAsync|Find|First|FirstOrDefault|FirstOrDefaultAsync|)"
        R"(SingleAsync|SingleOrDefaultAsync|ToListAsync|SaveChanges|SaveChangesAsync|save|saveAndFlush|insertOne|updateOne|update|upsert|get)|)"
        R"(requests\.(?:get|post|put|patch|delete)|httpx\.(?:get|post)|axios(?:\.(?:get|post|put|delete))?|fetch|http\.(?:Get|Post)|)"
        R"(httpClient\.\w+Async|restTemplate\.\w+|reqwest::get|Net::HTTP\.\w+|urlopen|[A-Z]\w+\.(?:find_by!?|where|findOne|findById|)"
        R"(find_or_create_by!?|findOrFail|firstOrCreate|updateOrCreate))\s*!?\()",
        patternOptions());
    return call;
}

bool isLoop(std::string_view header)
{
    static const RE2 loop(
        R"(^\s*(?:\}\s*)?(?:async\s+)?(?:for|foreach|while|until|loop)\b|\.(?:forEach|each|each_with_index|map|flatMap|for_each|ForEach)\s*(?:\(|do\b|\{)|)"
        R"(\bdo\s*\|)",
        patternOptions());
    // A whole page at a time, or one try after another, is no query per row.
    static const RE2 bounded(
        R"((?i)batch|chunk|page|retry|retries|attempt|cursor|backoff|\bwhile\s*\(?\s*(?:true|1|!)|for\s*\{\s*$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(header), loop) && !RE2::PartialMatch(pieceOf(header), bounded);
}

/// DB-07, second half: one query or remote call for every turn of a loop. The other half: resources/rules/migrations.toml.
class QueryInLoop final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DB-07"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code)
            return found;
        for (const LineNumber line : file.changedLines(Side::New)) {
            std::string call;
            const std::string_view content = file.text(Side::New).line(line);
            if (!content.contains('(') || !isCall(content, call) || isLoop(content))
                continue;
            const auto header = loopAround(file.text(Side::New), line);
            if (!header || !isCode(file, line, call) || stoodInLoop(file, line))
                continue;
            found.push_back(say(file, line, *header, call));
        }
        return found;
    }

private:
    static bool isCall(std::string_view line, std::string &call)
    {
        // Nearly no line has one of these; the names themselves are looked for only in those that do.
        static const std::vector<std::string> words{
            ".objects.",    ".execute", ".query",  ".exec",   ".fetch",    ".find",   ".first",   ".single", ".tolist",
            ".save",        ".insert",  ".update", ".upsert", "requests.", "httpx.",  "axios",    "fetch(",  "http",
            "resttemplate", "reqwest",  "urlopen", ".get(",   ".where",    ".scalar", "orcreate", "orfail"};
        static const LiteralScanner sieve(words);
        if (!sieve.findsAny(line.substr(0, 2000)))
            return false;
        static const RE2 whole("(" + remoteCall().pattern() + ")", patternOptions());
        static const RE2 inMemory(
            R"((?i)\b(?:cache|dict|map|set|params|headers|args|kwargs|config|settings|env|request|mock|fake)\w*\.(?:get|find|)"
            R"(update)\(|\.get\(\s*["'])",
            patternOptions());
        return RE2::PartialMatch(pieceOf(line.substr(0, 2000)), whole, &call)
            && !RE2::PartialMatch(pieceOf(line.substr(0, 2000)), inMemory);
    }

    static bool isCode(FileContext &file, LineNumber line, const std::string &call)
    {
        const std::size_t at = file.text(Side::New).line(line).find(call);
        return file.mask(Side::New).at(line, static_cast<std::uint32_t>(at)) == syntax::Scope::Code;
    }

    static std::optional<LineNumber> loopAround(const Text &text, LineNumber line)
    {
        for (int i = 0; i < mostHeaders; ++i) {
            line = enclosingHeader(text, line);
            if (line == noLine || headsDefinition(text.line(line)))
                return std::nullopt;
            if (isLoop(text.line(line)))
                return line;
        }
        return std::nullopt;
    }

    /// The line it came from had the same call, in a loop as well.
    static bool stoodInLoop(const FileContext &file, LineNumber line)
    {
        const LineNumber left = file.rowOf(Side::New, line).left;
        std::string call;
        const Text &old = file.text(Side::Old);
        if (left != noLine && isCall(old.line(left), call) && loopAround(old, left))
            return true;
        // The same call in a loop elsewhere in the old file: it was wrapped in something, or went to another function.
        const std::string now = folded(file.text(Side::New).line(line));
        for (const LineNumber removed : file.changedLines(Side::Old)) {
            if (folded(old.line(removed)) == now && loopAround(old, removed))
                return true;
        }
        return false;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, LineNumber header, const std::string &call) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "One query or remote call for every turn of a loop: %1"), {shownMatch(call)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "It costs a round trip each; with many rows the page, the job or the database stands still.")),
             Message(QT_TRANSLATE_NOOP("app", "How many turns can there be? Ask for all of them at once, before the loop."))},
            file, {Side::New, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(line))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "The loop: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(header))});
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeQueryInLoop()
{
    return std::make_unique<QueryInLoop>();
}

} // namespace countersign::risk
