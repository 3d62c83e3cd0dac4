// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CleanUpPlaces.h"
#include "CodeLine.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Structure.h"

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t longestHunk = 200; ///< rows; a longer one rewrites

/// ERR-02: what gave something back is gone, and what takes it stays.
class LostCleanUps final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code || !file.file().delta.newSide.exists()
            || file.text(Side::New).lineCount() == 0)
            return found;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const std::uint32_t hunk = file.rowOf(Side::Old, line).hunk;
            if (hunk == 0 || file.file().rows.hunks[hunk - 1].rowCount > longestHunk)
                continue;
            auto finding = inspect(file, line);
            if (finding && isCodeLine(file, Side::Old, finding->startLine))
                found.push_back(std::move(*finding));
        }
        return found;
    }

private:
    [[nodiscard]] std::optional<Finding> inspect(const FileContext &file, LineNumber line) const
    {
        const std::string_view content = file.text(Side::Old).line(line);
        if (content.size() > longestCodeLine)
            return std::nullopt;
        if (headsFinally(content)) {
            const auto stays = outOfFinally(file, line);
            return stays ? std::optional(sayOutOfFinally(file, line, *stays)) : std::nullopt;
        }
        if (const auto stop = stopOfTimer(file, line))
            return say(file, *stop, Severity::Medium,
                       Message(QT_TRANSLATE_NOOP("app", "Every round leaves a timer behind that runs until its time is up.")));
        if (const auto cleanUp = cleanUpOf(content)) {
            if (const auto name = notGivenBack(file, line, *cleanUp))
                return say(
                    file, line, Severity::High,
                    Message(QT_TRANSLATE_NOOP("app", "%1 is still taken, but no longer given back: under load it runs out."),
                            {shownMatch(*name)}));
        }
        const auto severity = lostAfterError(file, line);
        if (!severity)
            return std::nullopt;
        Finding finding =
            say(file, line, *severity,
                Message(QT_TRANSLATE_NOOP("app", "After this error, what was begun stays open, running or reserved.")));
        if (const auto other = calledInstead(file, line))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Another call came in in its place: %1"), {shownMatch(*other)}));
        return finding;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, Severity severity, Message why) const
    {
        return makeFinding(
            {rule(), severity,
             Message(QT_TRANSLATE_NOOP("app", "Clean-up removed: %1"), {shownMatch(folded(file.text(Side::Old).line(line)))}),
             std::move(why), Message(QT_TRANSLATE_NOOP("app", "Who gives it back now, also when an error comes in between?"))},
            file, {Side::Old, line, line});
    }

    [[nodiscard]] Finding sayOutOfFinally(const FileContext &file, LineNumber line, const std::string &statement) const
    {
        return makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Clean-up only runs when nothing fails: %1"), {shownMatch(statement)}),
             Message(QT_TRANSLATE_NOOP("app",
                                       "An error in between skips it, and what was taken stays open: under load it runs out.")),
             Message(QT_TRANSLATE_NOOP("app", "Who gives it back now, also when an error comes in between?"))},
            file, {Side::Old, line, line});
    }
};

} // namespace

std::unique_ptr<Detector> makeLostCleanUps()
{
    return std::make_unique<LostCleanUps>();
}

} // namespace countersign::risk
