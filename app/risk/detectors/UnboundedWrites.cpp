// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "SqlStatements.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t largestFile = 2 * 1024 * 1024; ///< bytes; a longer one is a dump
constexpr std::size_t longestLine = 4000;
constexpr LineNumber literalReach = 15; ///< lines of one statement inside code

bool isSql(std::string_view path)
{
    static const RE2 sql(R"((?i)\.(?:sql|psql|pgsql|ddl|cql|hql|prc|tsql|mysql)$)", patternOptions());
    return RE2::PartialMatch(pieceOf(path), sql);
}

std::string plainName(std::string table)
{
    std::erase_if(table, [](char c) { return c == '"' || c == '`' || c == '[' || c == ']'; });
    return table.substr(table.rfind('.') == std::string::npos ? 0 : table.rfind('.') + 1);
}

/// What is known of a table in the same text: it is thrown away anyway, or one of its columns is new and has to be filled.
bool speaksOf(std::string_view sql, const char *words, const std::string &table)
{
    const RE2 expression(std::string(words) + RE2::QuoteMeta(plainName(table)) + R"([\W])", patternOptions());
    return RE2::PartialMatch(pieceOf(sql), expression);
}

/// The string literals from @p line on that make up one statement, without their quotes. Nothing: too long to be sure.
std::optional<std::string> literalFrom(const Text &text, LineNumber line, std::size_t column, LineNumber &last)
{
    std::string sql(text.line(line).substr(column, longestLine));
    last = line;
    const char quote = column > 0 ? text.line(line)[column - 1] : '"';
    const std::size_t close = sql.find(quote);
    const bool goesOn =
        close == std::string::npos || RE2::PartialMatch(pieceOf(text.line(line)), R"(["'`]\s*(?:\+|\.|\\|<<|&)?\s*$)");
    if (close != std::string::npos)
        sql.resize(close);
    for (LineNumber next = line + 1; goesOn && next <= text.lineCount(); ++next) {
        if (next > line + literalReach)
            return std::nullopt;
        const std::string_view content = text.line(next).substr(0, longestLine);
        const bool isLiteral = RE2::PartialMatch(pieceOf(content), R"(^\s*(?:\+|\.|<<|&)?\s*[a-zA-Z$@]{0,2}["'`])");
        if (close != std::string::npos && !isLiteral)
            break; // the statement was closed, and no other piece follows
        sql += ' ' + std::string(content);
        last = next;
        if (close == std::string::npos && content.find(quote) != std::string_view::npos) {
            sql.resize(sql.size() - content.size() + content.find(quote));
            break;
        }
    }
    return sql;
}

/// DB-02: rows are changed or deleted without saying which.
class UnboundedWrites final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DB-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        const FileClass fileClass = file.file().fileClass;
        if (!isHandWritten(fileClass) || fileClass == FileClass::Test || file.changedLines(Side::New).empty()
            || file.text(Side::New).bytes().size() > largestFile)
            return {};
        return isSql(file.path(Side::New)) ? inSql(file) : inCode(file);
    }

private:
    [[nodiscard]] std::vector<Finding> inSql(const FileContext &file) const
    {
        std::vector<Finding> found;
        std::multiset<std::string> former;
        if (file.file().delta.oldSide.exists()) {
            for (SqlStatement &statement : sqlStatements(file.text(Side::Old).bytes()))
                former.insert(std::move(statement.text));
        }
        const Text &text = file.text(Side::New);
        for (const SqlStatement &statement : sqlStatements(text.bytes())) {
            if (const auto same = former.find(statement.text); same != former.end()) {
                former.erase(same);
                continue;
            }
            std::string table;
            const Unbounded unbounded = unboundedness(statement.text, table);
            const Span span{Side::New, text.lineAt(statement.begin), text.lineAt(statement.end - 1)};
            if (unbounded == Unbounded::No || !touches(file, span)
                || speaksOf(text.bytes(), R"((?i)\btemp(?:orary)?\s+table\s+(?:if\s+not\s+exists\s+)?["`\[]?(?:\w+\.)?)", table))
                continue;
            Finding finding = say(file, span, unbounded, statement.text);
            if (speaksOf(text.bytes(), R"((?i)\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?["`\[]?(?:\w+\.)?)", table)
                && RE2::PartialMatch(pieceOf(text.bytes()), R"((?i)\badd\s+(?:column\s+)?)") && !isDelete(statement.text))
                lowerTo(finding, Severity::Medium,
                        Message(QT_TRANSLATE_NOOP("app", "A column that the same file adds may have to be filled everywhere.")));
            found.push_back(std::move(finding));
        }
        return found;
    }

    /// Statements in string literals: "DELETE FROM …" right after a quote, in capitals.
    [[nodiscard]] std::vector<Finding> inCode(FileContext &file) const
    {
        static const RE2 start(R"(["'`]\s*((?:DELETE\s+FROM(?:\s|$)|UPDATE\s+[\w."\[\]{}$%:@-]+\s+SET(?:\s|$)).*))",
                               patternOptions());
        std::vector<Finding> found;
        const Text &text = file.text(Side::New);
        for (const LineNumber line : file.changedLines(Side::New)) {
            const std::string_view content = text.line(line);
            re2::StringPiece match;
            if (content.size() > longestLine || !RE2::PartialMatch(pieceOf(content), start, &match))
                continue;
            const auto column = static_cast<std::size_t>(match.data() - content.data());
            if (file.mask(Side::New).at(line, static_cast<std::uint32_t>(column)) != syntax::Scope::String)
                continue;
            Span span{Side::New, line, line};
            const auto sql = literalFrom(text, line, column, span.last);
            std::string table;
            const Unbounded unbounded = sql ? unboundedness(folded(*sql), table) : Unbounded::No;
            if (unbounded == Unbounded::No || (unbounded == Unbounded::NoCondition && isContinued(text, span))
                || stoodBefore(file, line))
                continue;
            found.push_back(say(file, span, unbounded, folded(*sql)));
        }
        return found;
    }

    /// A query builder may add the condition below.
    static bool isContinued(const Text &text, const Span &span)
    {
        constexpr LineNumber reach = 4;
        static const RE2 condition(R"((?i)\bwhere\b)", patternOptions());
        for (LineNumber line = span.first; line <= std::min(span.last + reach, text.lineCount()); ++line) {
            if (RE2::PartialMatch(pieceOf(text.line(line)), condition))
                return true;
        }
        return false;
    }

    static bool stoodBefore(const FileContext &file, LineNumber line)
    {
        const Row &row = file.rowOf(Side::New, line);
        std::string now;
        std::string before;
        static const RE2 what(R"(((?:DELETE\s+FROM|UPDATE)\s+[\w.]+))", patternOptions());
        return row.left != noLine && RE2::PartialMatch(pieceOf(file.text(Side::New).line(line)), what, &now)
            && RE2::PartialMatch(pieceOf(file.text(Side::Old).line(row.left)), what, &before) && now == before
            && !RE2::PartialMatch(pieceOf(file.text(Side::Old).line(row.left)), R"((?i)\bwhere\b)");
    }

    static bool isDelete(std::string_view statement)
    {
        return !statement.empty() && (statement.front() == 'D' || statement.front() == 'd');
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, Unbounded unbounded, std::string_view statement) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical,
             unbounded == Unbounded::AlwaysTrue
                 ? Message(QT_TRANSLATE_NOOP("app", "The condition is always true: %1"), {shownMatch(statement)})
                 : Message(QT_TRANSLATE_NOOP("app", "Every row is hit: %1"), {shownMatch(statement)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Without a condition the statement changes or deletes the whole table; only a backup brings it back.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Is every row meant? Then say so in a comment, and how many there are; if not, add the condition."))},
            file, span);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"), std::vector{shownLine(statement)});
        static const RE2 limit(R"((?i)\blimit\s+\d+)", patternOptions());
        if (RE2::PartialMatch(pieceOf(statement), limit))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It is limited to a number of rows.")));
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeUnboundedWrites()
{
    return std::make_unique<UnboundedWrites>();
}

} // namespace countersign::risk
