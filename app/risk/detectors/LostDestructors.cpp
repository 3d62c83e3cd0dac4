// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CleanUpPlaces.h"
#include "CodeLine.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

/// Whether @p visit says true of a line of the text that has @p word.
template<class Visit>
bool anyLineWith(const Text &text, std::string_view word, Visit visit)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos;) {
        const LineNumber line = text.lineAt(at);
        if (visit(text.line(line).substr(0, longestCodeLine)))
            return true;
        at = line < text.lineCount() ? text.find(word, text.lineStart(line + 1)) : std::string_view::npos;
    }
    return false;
}

/// The name of a method that is called when its object is done with; empty: the line heads none.
std::string endOfLifeAt(std::string_view line)
{
    static const RE2 end(
        R"(^(?:[cC]lean_?[uU]p|a?[cC]lose(?:Async)?|[dD]ispose(?:Async)?|[dD]estruct|[dD]estroy|[sS]hut_?[dD]own|[sS]top|[fF]inalize|__a?exit__|__del__|ngOnDestroy|componentWillUnmount|onDestroy|disconnectedCallback|deinit|drop)$)",
        patternOptions());
    if (line.size() > longestCodeLine || !headsDefinition(line))
        return {};
    std::string name = definedName(line);
    return RE2::FullMatch(name, end) ? name : std::string();
}

/// The type whose method old line @p line heads stands on the new side as well.
bool typeStays(const FileContext &file, LineNumber line)
{
    static const RE2 receiver(R"(^func\s+\(\s*\w*\s*\*?(\w+))", patternOptions());
    const Text &text = file.text(Side::Old);
    const Text &now = file.text(Side::New);
    std::string type;
    if (RE2::PartialMatch(pieceOf(text.line(line)), receiver, &type))
        return anyLineWith(now, type,
                           [&type](std::string_view other) { return headsDefinition(other) && definedName(other) == type; })
            || anyLineWith(now, "type " + type, [](std::string_view) { return true; });
    const LineNumber header = enclosingDefinition(text, line);
    const LineNumber stands = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    return stands != noLine && definedName(now.line(stands)) == definedName(text.line(header));
}

/// Part of ERR-02: nothing is called any more when an object is done with, and it takes what it took. The rest: LostCleanUps.
class LostDestructors final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code || !file.file().delta.newSide.exists()
            || !file.file().delta.oldSide.exists())
            return found;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const std::string name = endOfLifeAt(file.text(Side::Old).line(line));
            if (name.empty() || stands(file.text(Side::New), name) || !typeStays(file, line)
                || !isCodeLine(file, Side::Old, line))
                continue;
            if (const auto kept = stillTaken(file, line))
                found.push_back(say(file, line, *kept));
        }
        return found;
    }

private:
    /// Another method of that name stands in the file.
    static bool stands(const Text &text, const std::string &name)
    {
        return anyLineWith(text, name,
                           [&name](std::string_view line) { return headsDefinition(line) && definedName(line) == name; });
    }

    /// What the method that old line @p header heads gave back, where it is still taken and nothing gives it back now.
    static std::optional<std::string> stillTaken(const FileContext &file, LineNumber header)
    {
        constexpr LineNumber longest = 60;
        const Text &text = file.text(Side::Old);
        const Text &now = file.text(Side::New);
        const LineNumber last = blockEnd(text, header, longest);
        for (LineNumber line = header + 1; line <= last; ++line) {
            const auto cleanUp = file.isChanged(Side::Old, line) ? cleanUpOf(text.line(line)) : std::nullopt;
            if (!cleanUp || cleanUp->how != CleanUp::How::Called || notGivenBack(file, line, *cleanUp))
                continue; // the last is told at its line
            const std::string &name = cleanUp->names.back();
            const bool isGivenBack = anyLineWith(now, name, [&name](std::string_view other) {
                const auto there = cleanUpOf(other);
                return there && std::ranges::contains(there->names, name);
            });
            if (!isGivenBack && anyLineWith(now, name, [&name](std::string_view other) { return takes(other, name); }))
                return name;
        }
        return std::nullopt;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const std::string &name) const
    {
        return makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "Clean-up removed: %1"), {shownMatch(folded(file.text(Side::Old).line(line)))}),
             Message(QT_TRANSLATE_NOOP("app", "%1 is still taken, and nothing gives it back when its owner is done with."),
                     {shownMatch(name)}),
             Message(QT_TRANSLATE_NOOP("app", "Who gives it back now, also when an error comes in between?"))},
            file, {Side::Old, line, line});
    }
};

} // namespace

std::unique_ptr<Detector> makeLostDestructors()
{
    return std::make_unique<LostDestructors>();
}

} // namespace countersign::risk
