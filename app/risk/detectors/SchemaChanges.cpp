// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "BadState.h"
#include "SqlStatements.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

enum class SchemaRule { Retype, Constrain, Index };

/// One way in which a statement hurts a table that is in use. Groups: table, then what it does to it.
struct Hazard {
    SchemaRule rule;
    RE2 expression;
    RE2 harmless; ///< in the same statement
    Severity severity;
    const char *title;
    const char *why;
    const char *check;
};

// A name, with or without quotes and schema.
#define TABLE_NAME R"((?:[\w"`\[\]$]+\.)?["`\[]?([\w$]+)["`\]]?)"
#define ALTER_TABLE R"((?i)^ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?)" TABLE_NAME R"(\s.*?)"

RE2 expression(const char *text)
{
    return RE2(text, patternOptions());
}

/// Source: the lock levels in PostgreSQL's documentation of ALTER TABLE and CREATE INDEX.
const auto &hazards()
{
    static const char *rewritten = QT_TRANSLATE_NOOP(
        "app",
        "The running version of the program still uses the old shape; and while the table is rewritten, nobody else gets at it.");
    static const char *inSteps = QT_TRANSLATE_NOOP("app",
                                                   "Do both versions of the program work with it? How large is the table? Add "
                                                   "the new beside the old, move over, drop later.");
    static const char *scanned = QT_TRANSLATE_NOOP(
        "app",
        "Every row is checked or written under a lock that keeps all others out; rows that do not fit stop the migration.");
    static const char *validated = QT_TRANSLATE_NOOP(
        "app", "How large is the table, and do all rows fit? Add it without checking, and check it in a second step.");
    static const char *blocked = QT_TRANSLATE_NOOP("app", "Writers wait until every row of the table has been read.");
    static const char *concurrently =
        QT_TRANSLATE_NOOP("app", "How large is the table? CONCURRENTLY, outside of a transaction, does not keep writers out.");
    static const std::array all{
        Hazard{
            SchemaRule::Retype,
            expression(
                ALTER_TABLE
                R"(\b((?:ALTER\s+(?:COLUMN\s+)?\S+\s+(?:SET\s+DATA\s+)?TYPE|MODIFY\s+(?:COLUMN\s+)?|CHANGE\s+(?:COLUMN\s+)?)\b.*))"),
            expression(R"((?i)\b(?:MODIFY|CHANGE)\s+(?:COLUMN\s+)?.*\b(?:COMMENT|DEFAULT)\b)"), Severity::High,
            QT_TRANSLATE_NOOP("app", "A column gets another type: %1, %2"), rewritten, inSteps},
        Hazard{
            SchemaRule::Retype,
            expression(
                ALTER_TABLE
                R"(\b(ALTER\s+COLUMN\s+["\[]?\w+["\]]?\s+(?:N?VARCHAR|N?CHAR|INT|BIGINT|SMALLINT|DECIMAL|NUMERIC|DATETIME2?|BIT|FLOAT|UNIQUEIDENTIFIER)\b.*))"),
            expression("$^"), Severity::High, QT_TRANSLATE_NOOP("app", "A column gets another type: %1, %2"), rewritten, inSteps},
        Hazard{SchemaRule::Retype, expression(ALTER_TABLE R"(\b(RENAME\s+(?:COLUMN\s+)?["`\[]?\w+["`\]]?(?:\s+TO\s+\S+)?).*)"),
               expression(R"((?i)\bRENAME\s+(?:CONSTRAINT|INDEX|KEY)\b)"), Severity::High,
               QT_TRANSLATE_NOOP("app", "Renamed in the database: %1, %2"), rewritten, inSteps},
        Hazard{SchemaRule::Retype, expression(R"((?i)^(?:EXEC(?:UTE)?\s+)?sp_rename\s+N?'([^']+)'(.*))"), expression("$^"),
               Severity::High, QT_TRANSLATE_NOOP("app", "Renamed in the database: %1, %2"), rewritten, inSteps},
        Hazard{SchemaRule::Retype, expression(R"((?i)^RENAME\s+TABLE\s+)" TABLE_NAME R"((.*))"), expression("$^"), Severity::High,
               QT_TRANSLATE_NOOP("app", "Renamed in the database: %1, %2"), rewritten, inSteps},
        Hazard{SchemaRule::Constrain, expression(ALTER_TABLE R"(\b(ALTER\s+(?:COLUMN\s+)?\S+\s+SET\s+NOT\s+NULL)\b)"),
               expression("$^"), Severity::High, QT_TRANSLATE_NOOP("app", "Every row must have a value now: %1, %2"), scanned,
               validated},
        Hazard{
            SchemaRule::Constrain,
            expression(ALTER_TABLE R"(\b(ADD\s+(?:COLUMN\s+)?(?:IF\s+NOT\s+EXISTS\s+)?["`\[]?\w+["`\]]?\s+[^,]*\bNOT\s+NULL)\b)"),
            expression(R"((?i)\bDEFAULT\b|\bGENERATED\b|\bIDENTITY\b|\bAUTO_INCREMENT\b|\bSERIAL\b)"), Severity::High,
            QT_TRANSLATE_NOOP("app", "A new column without a value for the rows that are there: %1, %2"), scanned, validated},
        Hazard{
            SchemaRule::Constrain,
            expression(
                ALTER_TABLE
                R"(\b(ADD\s+(?:COLUMN\s+)?.*\bDEFAULT\s+\(?(?:random|gen_random_uuid|uuid_generate_v\w+|clock_timestamp|nextval|newid|uuid|timeofday)\s*\())"),
            expression("$^"), Severity::High, QT_TRANSLATE_NOOP("app", "A new column is computed for every row: %1, %2"), scanned,
            validated},
        Hazard{SchemaRule::Constrain, expression(ALTER_TABLE R"(\b(ADD\s+(?:CONSTRAINT\s+\S+\s+)?(?:FOREIGN\s+KEY|CHECK)\b.*))"),
               expression(R"((?i)\bNOT\s+VALID\b|\bNOT\s+ENFORCED\b|\bNOVALIDATE\b|\bWITH\s+NOCHECK\b)"), Severity::High,
               QT_TRANSLATE_NOOP("app", "A constraint is checked against every row: %1, %2"), scanned, validated},
        Hazard{SchemaRule::Constrain,
               expression(ALTER_TABLE R"(\b(ADD\s+(?:COLUMN\s+)?["`\[]?\w+["`\]]?\s+\w+[^,]*\bREFERENCES\b.*))"),
               expression(R"((?i)\bNOT\s+VALID\b|\bFOREIGN\s+KEY\b)"), Severity::Medium,
               QT_TRANSLATE_NOOP("app", "A constraint is checked against every row: %1, %2"), scanned, validated},
        Hazard{SchemaRule::Constrain, expression(ALTER_TABLE R"(\b(ADD\s+(?:CONSTRAINT\s+\S+\s+)?(?:UNIQUE|PRIMARY\s+KEY)\b.*))"),
               expression(R"((?i)\bUSING\s+INDEX\b)"), Severity::High,
               QT_TRANSLATE_NOOP("app", "A constraint is checked against every row: %1, %2"), scanned, validated},
        Hazard{
            SchemaRule::Index,
            expression(R"((?i)^CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:\S+\s+)?ON\s+(?:ONLY\s+)?)" TABLE_NAME
                       R"(\s*((?:USING|\().*))"),
            expression(R"((?i)\b(?:CONCURRENTLY|ONLINE\s*=\s*ON|ALGORITHM\s*=)\b)"), Severity::Medium,
            QT_TRANSLATE_NOOP("app", "An index is built while writers wait: %1 %2"), blocked, concurrently},
        Hazard{SchemaRule::Index,
               expression(R"((?i)^DROP\s+INDEX\s+(?:IF\s+EXISTS\s+)?)" TABLE_NAME R"(\s*((?:CASCADE|RESTRICT)?)\s*$)"),
               expression(R"((?i)\bCONCURRENTLY\b)"), Severity::Medium,
               QT_TRANSLATE_NOOP("app", "An index is dropped while readers and writers wait: %1"), blocked, concurrently},
    };
    return all;
}

#undef ALTER_TABLE
#undef TABLE_NAME

bool isSql(std::string_view path)
{
    return path.ends_with(".sql") || path.ends_with(".psql") || path.ends_with(".pgsql") || path.ends_with(".ddl");
}

/// What undoes a migration runs by hand, on a day when there are other worries.
bool undoes(std::string_view path)
{
    static const RE2 down(
        R"((?i)[._-]down\.\w+$|(?:^|/)(?:down|rollback|revert|undo)(?:[/.]|$)|(?:^|/)U\d+\w*__|\.(?:rollback|undo)\.sql$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(path), down);
}

/// Byte where the part that undoes the migration begins.
std::size_t downPart(std::string_view sql)
{
    static const RE2 marker(R"((?im)^\s*--\s*(?:\+goose\s+|\+migrate\s+|migrate:|@)?(?:down|rollback|undo)\b)", patternOptions());
    re2::StringPiece found;
    return marker.Match(pieceOf(sql), 0, sql.size(), RE2::UNANCHORED, &found, 1)
        ? static_cast<std::size_t>(found.data() - sql.data())
        : sql.size();
}

std::set<std::string> newTables(std::string_view sql)
{
    static const RE2 create(
        R"((?i)\bCREATE\s+(?:GLOBAL\s+|LOCAL\s+)?(?:TEMP\w*\s+|UNLOGGED\s+|EXTERNAL\s+)?(?:TABLE|MATERIALIZED\s+VIEW)\s+)"
        R"((?:IF\s+NOT\s+EXISTS\s+)?(?:["`\[]?\w+["`\]]?\.)?["`\[]?([\w$]+))",
        patternOptions());
    std::set<std::string> tables;
    re2::StringPiece rest = pieceOf(sql);
    for (std::string table; RE2::FindAndConsume(&rest, create, &table);)
        tables.insert(folded(table));
    return tables;
}

template<SchemaRule wanted>
struct SchemaFinder {
    static bool looksAt(const FileChange &file, Side side)
    {
        const FileSide &where = side == Side::Old ? file.delta.oldSide : file.delta.newSide;
        static const RE2 dump(R"((?i)(?:^|/)(?:structure|schema|dump|seeds?|init|fixtures?)[\w.-]*\.sql$)", patternOptions());
        return where.exists() && isSql(where.path) && file.fileClass != FileClass::Test && !undoes(where.path)
            && !RE2::PartialMatch(where.path, dump);
    }

    static std::vector<BadState> statesIn(const FileChange &file, Side side)
    {
        std::vector<BadState> found;
        const Text &text = side == Side::Old ? file.oldText : file.newText;
        static const RE2 sieve(
            R"((?i)\bALTER\s+TABLE|\bCREATE\s+(?:UNIQUE\s+)?INDEX|\bDROP\s+INDEX|\bRENAME\s+TABLE|\bsp_rename)",
            patternOptions());
        if (!RE2::PartialMatch(pieceOf(text.bytes()), sieve))
            return found;
        const std::string_view sql = text.bytes().substr(0, downPart(text.bytes()));
        const std::set<std::string> fresh = newTables(sql);
        bool inTransaction = false;
        for (const SqlStatement &statement : sqlStatements(sql)) {
            static const RE2 begins(R"((?i)^(?:BEGIN|START\s+TRANSACTION)(?:\s+(?:WORK|TRANSACTION))?\b)", patternOptions());
            static const RE2 ends(R"((?i)^(?:COMMIT|END|ROLLBACK)\b)", patternOptions());
            inTransaction =
                (inTransaction || RE2::PartialMatch(statement.text, begins)) && !RE2::PartialMatch(statement.text, ends);
            inspect(text, statement, fresh, inTransaction, found);
        }
        return found;
    }

private:
    static void inspect(const Text &text, const SqlStatement &statement, const std::set<std::string> &fresh, bool inTransaction,
                        std::vector<BadState> &found)
    {
        const std::string shown = folded(statement.text);
        const auto add = [&](Severity severity, Message title, const char *why, const char *check) {
            BadState state{.key = shown, .first = text.lineAt(statement.begin), .last = text.lineAt(statement.end - 1)};
            state.severity = severity;
            state.title = std::move(title);
            state.why = Message(why);
            state.check = Message(check);
            found.push_back(std::move(state));
        };
        static const RE2 concurrently(R"((?i)^(?:CREATE|DROP|REINDEX)\b.*\bCONCURRENTLY\b)", patternOptions());
        if (wanted == SchemaRule::Index && inTransaction && RE2::PartialMatch(shown, concurrently)) {
            add(Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "CONCURRENTLY inside a transaction: %1"), {shownMatch(shown)}),
                QT_TRANSLATE_NOOP("app", "PostgreSQL refuses it, and the migration stops half-way."),
                QT_TRANSLATE_NOOP("app", "Take the transaction away from this migration, and give the index one of its own."));
            return;
        }
        static const RE2 otherDatabase(R"(`|\[\w+\]|(?i)\b(?:NONCLUSTERED|CLUSTERED|ENGINE\s*=)\b)", patternOptions());
        for (const Hazard &hazard : hazards()) {
            std::string table;
            std::string what;
            if (hazard.rule != wanted || !RE2::PartialMatch(shown, hazard.expression, &table, &what)
                || RE2::PartialMatch(shown, hazard.harmless) || fresh.contains(table)
                || (wanted == SchemaRule::Index && RE2::PartialMatch(shown, otherDatabase)))
                continue;
            add(hazard.severity, Message(hazard.title, {shownMatch(table), shownMatch(what)}), hazard.why, hazard.check);
            return;
        }
    }
};

/// DB-03, DB-04, DB-05 in SQL; migrations in other languages: resources/rules/migrations.toml.
template<SchemaRule wanted>
class SchemaChanges final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override
    {
        return wanted == SchemaRule::Retype ? "DB-03" : wanted == SchemaRule::Constrain ? "DB-04" : "DB-05";
    }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        return findingsOfStates<SchemaFinder<wanted>>(rule(), file, context);
    }
};

} // namespace

std::unique_ptr<Detector> makeRetypedColumns()
{
    return std::make_unique<SchemaChanges<SchemaRule::Retype>>();
}

std::unique_ptr<Detector> makeAddedConstraints()
{
    return std::make_unique<SchemaChanges<SchemaRule::Constrain>>();
}

std::unique_ptr<Detector> makeBlockingIndexes()
{
    return std::make_unique<SchemaChanges<SchemaRule::Index>>();
}

} // namespace countersign::risk
