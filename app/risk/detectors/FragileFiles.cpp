// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"

#include "core/SafeText.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t manyFixes = 5;
constexpr std::uint32_t fewRevisions = 2; ///< by which somebody is new to a file
constexpr std::uint32_t settled = 6; ///< revisions from which on an owner can be told
constexpr std::size_t mostFindings = 5;

/// SCP-09: the file breaks often, or only somebody else knows it.
class FragileFiles final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-09"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (!context.pasts)
            return found;
        for (const FileChange &file : context.files) {
            const bool isRun = file.fileClass == FileClass::Code || file.fileClass == FileClass::Infrastructure
                || file.fileClass == FileClass::Migration;
            if (!isRun || !file.delta.oldSide.exists() || !file.delta.newSide.exists() || found.size() == mostFindings)
                continue;
            const auto past = context.pasts->of(file.delta.oldSide.path);
            const auto row = std::ranges::find_if(file.rows.rows, [](const Row &one) {
                return one.kind == RowKind::Changed || one.kind == RowKind::Added || one.kind == RowKind::Removed;
            });
            if (past && row != file.rows.rows.end() && (isFragile(*past) || isForeign(*past)))
                found.push_back(say(file, *row, *past));
        }
        return found;
    }

private:
    /// Past fixes count when they are a good part of what was done to the file.
    static bool isFragile(const FilePast &past)
    {
        return past.fixes >= manyFixes && 3 * past.fixes >= past.revisions && past.authorRevisions <= fewRevisions;
    }
    static bool isForeign(const FilePast &past)
    {
        return past.revisions >= settled && past.authorRevisions == 0 && 10 * past.ownerRevisions >= 9 * past.revisions;
    }

    [[nodiscard]] Finding say(const FileChange &change, const Row &row, const FilePast &past) const
    {
        const FileContext file(change);
        const Side side = row.right != noLine ? Side::New : Side::Old;
        const LineNumber line = side == Side::New ? row.right : row.left;
        const bool fragile = isFragile(past);
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             fragile ? Message(QT_TRANSLATE_NOOP("app", "A file that was fixed %1 times before"), {std::to_string(past.fixes)})
                     : Message(QT_TRANSLATE_NOOP("app", "A file that only %1 knows"), {safeText(past.owner, 60)}),
             fragile
                 ? Message(QT_TRANSLATE_NOOP(
                       "app", "Files that were fixed often are fixed again: what is hard in them is not written down."))
                 : Message(QT_TRANSLATE_NOOP(
                       "app", "Its author has never changed it before, and nearly all of it was written by one other person.")),
             fragile ? Message(QT_TRANSLATE_NOOP(
                           "app", "Read what the last fixes were about. Does this change walk into the same trap?"))
                     : Message(QT_TRANSLATE_NOOP("app", "Ask that person to look at it.")),
             Axis::Likelihood},
            file, {side, line, line});
        finding.evidence.emplace_back(
            QT_TRANSLATE_NOOP("app", "%1 revisions, %2 of them fixes, %3 by the author of this change"),
            std::vector{std::to_string(past.revisions), std::to_string(past.fixes), std::to_string(past.authorRevisions)});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeFragileFiles()
{
    return std::make_unique<FragileFiles>();
}

} // namespace countersign::risk
