// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "LockedPackages.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"
#include "risk/structure/Version.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostEvidence = 12;

/// One package whose version, or whose lowest allowed version, went back.
struct Lowered {
    std::string name;
    std::string before;
    std::string after;
    LineNumber line = noLine;
};

/// What a manifest or lock file asks for, name by name, in order of lines.
using Wanted = std::map<std::string, std::vector<std::pair<std::string, LineNumber>>>;

Wanted wantedBy(const FileChange &file, Side side, const ChangeContext &context)
{
    Wanted wanted;
    const std::string &path = (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path;
    if (lockKind(path) != Ecosystem::None) {
        for (const LockedPackage &one : context.facts<LockedPackages>().of(file, side))
            wanted[one.name].emplace_back(folded(one.version), one.line);
        return wanted;
    }
    for (Dependency &one : dependenciesOf(side == Side::Old ? file.oldText : file.newText, path)) {
        if (!one.isLocal)
            wanted[std::move(one.name)].emplace_back(folded(one.requirement), one.line);
    }
    return wanted;
}

std::vector<Lowered> loweredIn(const FileChange &file, const ChangeContext &context)
{
    std::vector<Lowered> lowered;
    const bool isLock = lockKind(file.delta.newSide.path) != Ecosystem::None;
    const Wanted before = wantedBy(file, Side::Old, context);
    for (const auto &[name, now] : wantedBy(file, Side::New, context)) {
        const auto was = before.find(name);
        // Several of one name in another number: which of them became which is not known.
        if (was == before.end() || was->second.size() != now.size() || (isLock && now.size() > 1))
            continue;
        for (std::size_t i = 0; i < now.size(); ++i) {
            const auto &[old, oldLine] = was->second[i];
            const auto &[requirement, line] = now[i];
            if (old != requirement && (isLock ? isLower(requirement, old) : letsOlderIn(old, requirement))) {
                lowered.push_back({name, old, requirement, line});
                break;
            }
        }
    }
    std::ranges::sort(lowered, {}, &Lowered::line);
    return lowered;
}

/// Names that manifests of the change take back: their lock files only follow.
struct LoweredInManifests {
    explicit LoweredInManifests(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (!file.delta.oldSide.exists() || manifestKind(file.delta.newSide.path) == Ecosystem::None)
                continue;
            for (Lowered &one : loweredIn(file, context))
                names.insert(std::move(one.name));
        }
    }

    std::set<std::string> names;
};

/// Part of DEP-05: a dependency goes back to an older version. The rest: resources/rules/dependencies.toml.
class LoweredDependencies final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-05"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        const FileDelta &delta = file.file().delta;
        if (!delta.newSide.exists() || !delta.oldSide.exists() || file.changedLines(Side::New).empty())
            return {};
        const bool isLock = lockKind(delta.newSide.path) != Ecosystem::None;
        // go.sum has every version that was ever looked at.
        if (isLock ? delta.newSide.path.ends_with("go.sum") : manifestKind(delta.newSide.path) == Ecosystem::None)
            return {};
        std::vector<Lowered> lowered = loweredIn(file.file(), context);
        if (isLock && !lowered.empty())
            std::erase_if(lowered, [&names = context.facts<LoweredInManifests>().names](const Lowered &one) {
                return names.contains(one.name);
            });
        return lowered.empty() ? std::vector<Finding>() : std::vector{say(file, context, lowered)};
    }

private:
    [[nodiscard]] Finding say(const FileContext &file, const ChangeContext &context, const std::vector<Lowered> &lowered) const
    {
        static const RE2 meant(R"((?i)\b(?:downgrad\w*|revert\w*|roll(?:s|ed|ing)?[ -]?back\w*|back\s+to\s+v?\d))",
                               patternOptions());
        const Lowered &first = lowered.front();
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "A dependency is taken back: %1 %2, was %3"),
                     {shownMatch(first.name), shownMatch(first.after), shownMatch(first.before)}),
             Message(QT_TRANSLATE_NOOP("app", "What was repaired in between comes back, known holes included.")),
             Message(QT_TRANSLATE_NOOP("app", "Why was it raised then? Read what changed between the two versions."))},
            file, {Side::New, first.line, first.line});
        for (const Lowered &one : lowered) {
            if (finding.evidence.size() < mostEvidence)
                finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1: %2, was %3"),
                                              std::vector{shownMatch(one.name), shownMatch(one.after), shownMatch(one.before)});
        }
        if (RE2::PartialMatch(context.change.title, meant) || RE2::PartialMatch(context.change.body, meant))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The message says so.")));
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeLoweredDependencies()
{
    return std::make_unique<LoweredDependencies>();
}

} // namespace countersign::risk
