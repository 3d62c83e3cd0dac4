// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "ImportTargets.h"
#include "MakeFinding.h"
#include "NewDependencies.h"

#include "risk/Draft.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t fewest = 3; ///< deleted files of code that are many
constexpr std::size_t mostRead = 4'000; ///< files at the head that are looked through
constexpr std::size_t mostImporters = 5; ///< shown

bool isDeletedCode(const FileChange &file)
{
    return file.delta.status == DeltaStatus::Deleted && file.fileClass == FileClass::Code
        && importLanguage(file.delta.oldSide.path) != ImportLanguage::None && !file.oldText.isEmpty();
}

/// DST-07: many files go while others still ask for them.
class OrphanedImports final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-07"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context, std::span<const Finding>) const override
    {
        std::vector<Finding> found;
        std::set<ImportLanguage> languages;
        std::map<std::string, const FileChange *> deleted;
        for (const FileChange &file : context.files) {
            if (!isDeletedCode(file))
                continue;
            deleted.emplace(file.delta.oldSide.path, &file);
            languages.insert(importLanguage(file.delta.oldSide.path));
        }
        if (!context.head || deleted.size() < fewest)
            return found;
        const auto &targets = context.facts<ImportTargets>();
        std::map<std::string, std::vector<std::string>> importers; // deleted path -> "file:line"
        std::size_t read = 0;
        for (const std::string &path : targets.paths()) {
            if (!languages.contains(importLanguage(path)) || ++read > mostRead)
                continue;
            const auto text = textAtHead(context, path);
            for (const Import &import : text ? importsOf(*text, path) : std::vector<Import>()) {
                const ImportTarget target = targets.find(import, path);
                const auto gone =
                    std::ranges::find_if(target.candidates, [&](const std::string &one) { return deleted.contains(one); });
                if (target.kind == ImportTarget::Kind::Missing && gone != target.candidates.end())
                    importers[*gone].push_back(path + ":" + std::to_string(import.line));
            }
        }
        for (const auto &[path, places] : importers)
            found.push_back(say(*deleted.at(path), places, deleted.size()));
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileChange &change, const std::vector<std::string> &places, std::size_t deleted) const
    {
        const FileContext file(change);
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Deleted while others still ask for it: %1 (%2 files of code are deleted)"),
                     {shownMatch(change.delta.oldSide.path), std::to_string(deleted)}),
             Message(QT_TRANSLATE_NOOP("app", "What still uses it fails when it is built, or, worse, when it is first run.")),
             Message(QT_TRANSLATE_NOOP("app", "Was the whole folder meant to go? Are those who use it dead as well?"))},
            file, {Side::Old, 1, std::max<LineNumber>(1, change.oldText.lineCount())});
        for (const std::string &place : places) {
            if (finding.evidence.size() < mostImporters)
                finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Still asked for at %1"), std::vector{shownMatch(place)});
        }
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeOrphanedImports()
{
    return std::make_unique<OrphanedImports>();
}

} // namespace countersign::risk
