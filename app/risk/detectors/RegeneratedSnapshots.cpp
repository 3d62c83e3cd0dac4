// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include "core/SafeText.h"

#include <algorithm>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t shownFiles = 4;

bool isSnapshot(std::string_view path)
{
    static const RE2 snapshot(
        R"((?i)\.(?:snap|golden|approved\.\w+|verified\.\w+|ambr|snapshot|expected|out\.golden)$|(?:^|/)(?:__snapshots__|snapshots?|goldens?|golden_?files|cassettes|__image_snapshots__|reference_?(?:output|data|images)|expected(?:_output)?s?|baselines?)/)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(path), snapshot);
}

bool isProductionCode(const FileChange &file)
{
    return (file.fileClass == FileClass::Code || file.fileClass == FileClass::Migration) && !isSnapshot(file.path())
        && file.rows.added + file.rows.removed > 0;
}

/// The first line that really came, or the first that went; null without one.
const Row *firstChange(const FileChange &file)
{
    const auto came = std::ranges::find_if(
        file.rows.rows, [](const Row &one) { return one.kind == RowKind::Changed || one.kind == RowKind::Added; });
    const auto row = came != file.rows.rows.end() ? came : std::ranges::find(file.rows.rows, RowKind::Removed, &Row::kind);
    return row == file.rows.rows.end() ? nullptr : &*row;
}

/// TST-04: what tests compare with was made anew together with the code that they test.
class RegeneratedSnapshots final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "TST-04"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<const FileChange *> snapshots;
        const FileChange *code = nullptr;
        for (const FileChange &file : context.files) {
            if (file.delta.oldSide.exists() && file.delta.newSide.exists() && isSnapshot(file.path()) && firstChange(file))
                snapshots.push_back(&file);
            else if (!code && isProductionCode(file))
                code = &file;
        }
        if (snapshots.empty() || !code)
            return {};
        const auto largest =
            std::ranges::max_element(snapshots, {}, [](const FileChange *file) { return file->rows.added + file->rows.removed; });
        return {say(**largest, snapshots, *code, context)};
    }

private:
    [[nodiscard]] Finding say(const FileChange &file, const std::vector<const FileChange *> &all, const FileChange &code,
                              const ChangeContext &context) const
    {
        static const RE2 redesign(
            R"((?i)\b(?:redesign\w*|restyle|snapshots?|golden|baseline|regenerat\w*|reformat\w*|rename\w*|layout|style|theme|upgrade|bump)\b)",
            patternOptions());
        const Row &row = *firstChange(file);
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::Medium;
        finding.axis = Axis::Likelihood;
        finding.side = row.right != noLine ? Side::New : Side::Old;
        finding.file = (finding.side == Side::New ? file.delta.newSide : file.delta.oldSide).path;
        finding.startLine = finding.endLine = row.right != noLine ? row.right : row.left;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Snapshots were made anew together with the code: %1"),
                                {std::to_string(all.size())});
        finding.why = Message(QT_TRANSLATE_NOOP("app", "A snapshot that follows the code agrees with it whatever it does."));
        finding.check = Message(
            QT_TRANSLATE_NOOP("app", "Read the differences of the snapshot as the result of the change. Is each of them meant?"));
        for (std::size_t i = 0; i < std::min(all.size(), shownFiles); ++i)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Snapshot: %1"), std::vector{safeText(all[i]->path(), 120)});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Code: %1"), std::vector{safeText(code.path(), 120)});
        if (RE2::PartialMatch(context.change.title, redesign))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The title says that it is meant.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeRegeneratedSnapshots()
{
    return std::make_unique<RegeneratedSnapshots>();
}

} // namespace countersign::risk
