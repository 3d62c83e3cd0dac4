// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace countersign::risk
{

namespace
{

/// Named after a version or a moment, as migration tools do: "0042_add_total.py", "V7__x.sql", "20240102030405-x.js",
/// "ae1027a6acf_x.py" of Alembic.
bool isVersioned(const FileChange &file)
{
    static const RE2 versioned(
        R"((?i)(?:^|/)(?:db/)?(?:\w*migrat\w*|alembic|versions|flyway|changelog\w*)(?:/[\w.-]+)*/)"
        R"((?:\d{3,}[_.-]?\w?[^/]*|[VR]\d[\w.]*__[^/]*|[0-9a-f]{10,14}_[^/]*|m\d{6,}_[^/]*|Version\d{8,}[^/]*|\d+[._-][^/]*)\.\w+$)",
        patternOptions());
    static const RE2 notApplied(R"((?i)snapshot|\.designer\.|\.(?:md|txt|json|lock)$|(?:^|/)R__)", patternOptions());
    return RE2::PartialMatch(file.path(), versioned) && !RE2::PartialMatch(file.path(), notApplied)
        && file.fileClass != FileClass::Test && file.fileClass != FileClass::Documentation
        && file.fileClass != FileClass::Generated;
}

/// What is left of a line when only its looks, imports and types went.
std::string essence(std::string_view line)
{
    static const RE2 noise(
        R"(^\s*(?:import|from|using|use|require|namespace|package|class|\}|\{|<\?php|declare)\b|^\s*[})\];,]*\s*$|^\s*(?:self\.|this\.|_)?log(?:ger|ging)?\.)",
        patternOptions());
    if (line.starts_with("\xEF\xBB\xBF"))
        line.remove_prefix(3);
    if (RE2::PartialMatch(pieceOf(line), noise))
        return {};
    std::string out;
    for (const char c : line) {
        if (!std::isspace(static_cast<unsigned char>(c)) && c != '"' && c != '\'' && c != ',' && c != ';' && c != '(' && c != ')')
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// DB-09: databases that have run the migration never see the change; new ones do.
class EditedMigration final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DB-09"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        const FileDelta &delta = file.file().delta;
        if (!delta.oldSide.exists() || !delta.newSide.exists() || !isVersioned(file.file()) || !saysSomethingElse(file))
            return {};
        for (const Side side : {Side::New, Side::Old}) {
            const Span span = firstRun(file, side);
            if (span.first != noLine)
                return {say(file, span)};
        }
        return {};
    }

private:
    static std::string allOf(FileContext &file, Side side)
    {
        std::string all;
        for (const LineNumber line : file.changedLines(side)) {
            const std::string_view content = file.text(side).line(line);
            if (!file.mask(side).isCommentLine(line, content))
                all += essence(content);
        }
        return all;
    }

    static bool saysSomethingElse(FileContext &file) { return allOf(file, Side::Old) != allOf(file, Side::New); }

    static Span firstRun(FileContext &file, Side side)
    {
        Span span{side, noLine, noLine};
        for (const LineNumber line : file.changedLines(side)) {
            const std::string_view content = file.text(side).line(line);
            if (essence(content).empty() || file.mask(side).isCommentLine(line, content))
                continue;
            if (span.first == noLine)
                span.first = line;
            else if (line != span.last + 1)
                break;
            span.last = line;
        }
        return span;
    }

    [[nodiscard]] Finding say(FileContext &file, const Span &span) const
    {
        Finding finding =
            makeFinding({rule(), Severity::High,
                         Message(QT_TRANSLATE_NOOP("app", "A migration that was there already is edited: %1"),
                                 {shownMatch(file.path(span.side))}),
                         Message(QT_TRANSLATE_NOOP(
                             "app",
                             "Databases that have run it never see the change; new ones do. From now on they differ, and "
                             "some tools refuse to go on.")),
                         Message(QT_TRANSLATE_NOOP("app", "Has any database run it? Then write a new migration instead."))},
                        file, span);
        finding.evidence.emplace_back(span.side == Side::New ? QT_TRANSLATE_NOOP("app", "Added: %1")
                                                             : QT_TRANSLATE_NOOP("app", "Removed: %1"),
                                      std::vector{shownLine(file.text(span.side).line(span.first))});
        // What a migration makes is written in these words, whatever it is written in.
        static const RE2 schema(
            R"((?i)\b(?:alter|create|drop|add|remove|rename|insert|update|truncate|modify|change)\w*[\s(:]|\bdelete\s+from|)"
            R"(\bmigrations\.\w+\(|\b(?:op|batch_op|t|knex|queryInterface|schema|migrationBuilder)\.\w+\(|\$table->|Schema::|)"
            R"(\bmodels\.\w+(?:Field|Key)\(|\bsa\.Column|\b(?:add|create|drop|rename|remove|change|alter)[A-Z_]\w*\s*[(:])",
            patternOptions());
        bool isHarmless = true;
        for (const Side side : {Side::Old, Side::New}) {
            for (const LineNumber line : file.changedLines(side)) {
                const std::string_view content = file.text(side).line(line);
                isHarmless &= essence(content).empty() || file.mask(side).isCommentLine(line, content)
                    || !RE2::PartialMatch(pieceOf(content), schema);
            }
        }
        if (isHarmless)
            lowerTo(finding, Severity::Medium,
                    Message(QT_TRANSLATE_NOOP("app", "It seems to change how it runs, not what it makes.")));
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeEditedMigration()
{
    return std::make_unique<EditedMigration>();
}

} // namespace countersign::risk
