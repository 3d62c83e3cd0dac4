// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Areas.h"
#include "Intent.h"
#include "MakeFinding.h"
#include "Words.h"

#include "core/Joined.h"
#include "risk/Draft.h"

#include <algorithm>
#include <map>
#include <vector>

namespace countersign::risk
{

namespace
{

/// Lines that are no comment and no white space, and did not move: how many, and where the first one is.
struct RealLines {
    std::size_t count = 0;
    AreaPlace first;
};

/// The line without white space; nothing when it is but a comment.
std::string essenceOf(std::string_view line, std::string_view path)
{
    std::string out;
    if (!isBare(line, path)) {
        out = line.substr(0, longestCodeLine);
        std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    }
    return out;
}

RealLines realLinesOf(const FileChange &file)
{
    RealLines real;
    const auto note = [&real](LineNumber line, bool isOld) {
        if (real.count++ == 0)
            real.first = {line, isOld};
    };
    for (const Row &row : file.rows.rows) {
        if (row.kind != RowKind::Changed && row.kind != RowKind::Added && row.kind != RowKind::Removed)
            continue;
        const std::string before = row.left != noLine ? essenceOf(file.oldText.line(row.left), file.path()) : std::string();
        const std::string after = row.right != noLine ? essenceOf(file.newText.line(row.right), file.path()) : std::string();
        if (before != after)
            note(row.right != noLine ? row.right : row.left, row.right == noLine);
    }
    return real;
}

bool fits(FileClass fileClass, Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::Documentation:
        return fileClass == FileClass::Documentation || fileClass == FileClass::Translation;
    case Intent::Kind::Tests:
        return fileClass == FileClass::Test;
    case Intent::Kind::Translation:
        return fileClass == FileClass::Translation || fileClass == FileClass::Documentation;
    case Intent::Kind::Style:
    case Intent::Kind::Unsaid:
        return false;
    }
    return false;
}

struct Stray {
    const FileChange *file = nullptr;
    AreaPlace at;
    std::size_t lines = 0;
};

/// SCP-01: the change touches what it does not speak of.
class OutsideIntent final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-01"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        if (context.change.title.empty())
            return {};
        const Intent intent = Intent::of(context.change);
        if (intent.kind != Intent::Kind::Unsaid)
            return beyondKind(context, intent);
        return beyondAreas(context, intent);
    }

private:
    /// Says "docs", "tests" or "style", and changes code.
    [[nodiscard]] std::vector<Finding> beyondKind(const ChangeContext &context, const Intent &intent) const
    {
        constexpr std::size_t reformatted = 40; ///< lines that a formatter may break differently
        std::vector<Stray> strays;
        bool isSensitive = false;
        for (const FileChange &file : context.files) {
            const bool isCode = file.fileClass == FileClass::Code || file.fileClass == FileClass::Migration
                || file.fileClass == FileClass::Infrastructure;
            if (!isCode || fits(file.fileClass, intent.kind) || !file.delta.oldSide.exists())
                continue;
            const RealLines real = realLinesOf(file);
            if (real.count == 0 || (intent.kind == Intent::Kind::Style && real.count < reformatted))
                continue;
            isSensitive |= !areasOf(file).empty();
            strays.push_back({&file, real.first, real.count});
        }
        if (strays.empty() || intent.kind == Intent::Kind::Style)
            return {};
        const auto most = std::ranges::max_element(strays, {}, &Stray::lines);
        Finding finding = start(*most);
        finding.severity = isSensitive && intent.kind != Intent::Kind::Tests ? Severity::High : Severity::Medium;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Calls itself “%1”, and changes what runs"), {shownMatch(intent.word)});
        addFiles(finding, strays);
        return {finding};
    }

    /// A sensitive area that the words do not name, beside a change that is about something else.
    [[nodiscard]] std::vector<Finding> beyondAreas(const ChangeContext &context, const Intent &intent) const
    {
        std::map<Area, std::vector<Stray>> touched;
        std::size_t files = 0;
        for (const FileChange &file : context.files) {
            if (file.fileClass == FileClass::Test || !isHandWritten(file.fileClass))
                continue;
            ++files;
            const auto index = static_cast<std::size_t>(&file - context.files.data());
            for (const auto &[area, at] : context.facts<AreasOfChange>().byFile[index]) {
                if (!intent.areas.contains(area) && area != Area::Data)
                    touched[area].push_back({&file, at, 1});
            }
        }
        std::erase_if(touched, [files](const auto &area) { return 3 * area.second.size() > files; }); // what it is about, unsaid
        if (touched.empty())
            return {};
        std::vector<Stray> strays;
        for (const auto &[area, places] : touched)
            std::ranges::copy(places, std::back_inserter(strays));
        const std::string names = joined(touched | std::views::keys, [](Area area) { return label(area).english(); });
        Finding finding = start(strays.front());
        finding.severity = intent.isVague ? Severity::Info : Severity::Medium;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Touches what it does not speak of: %1"), {names});
        addFiles(finding, strays);
        if (intent.isVague)
            finding.counterEvidence.emplace_back(QT_TRANSLATE_NOOP("app", "The title says nothing about where."));
        return {finding};
    }

    [[nodiscard]] Finding start(const Stray &stray) const
    {
        Finding finding;
        finding.rule = rule();
        finding.side = stray.at.isOld ? Side::Old : Side::New;
        finding.file = (stray.at.isOld ? stray.file->delta.oldSide : stray.file->delta.newSide).path;
        finding.startLine = finding.endLine = stray.at.line;
        finding.why =
            Message(QT_TRANSLATE_NOOP("app", "Reviewers look for what the title announces; what it leaves out goes in unread."));
        finding.check =
            Message(QT_TRANSLATE_NOOP("app", "Is it needed here? Take it out, or have the title and message say it."));
        return finding;
    }

    static void addFiles(Finding &finding, const std::vector<Stray> &strays)
    {
        constexpr std::size_t most = 5;
        for (std::size_t i = 0; i < std::min(strays.size(), most); ++i)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1, line %2"),
                                          std::vector{shownMatch(strays[i].file->path()), std::to_string(strays[i].at.line)});
    }
};

} // namespace

std::unique_ptr<Detector> makeOutsideIntent()
{
    return std::make_unique<OutsideIntent>();
}

} // namespace countersign::risk
