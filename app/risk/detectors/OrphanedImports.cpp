// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "ImportTargets.h"
#include "MakeFinding.h"
#include "NewDependencies.h"

#include "core/Workers.h"
#include "risk/Draft.h"
#include "risk/HeadFiles.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t fewest = 3; ///< deleted files of code that are many
constexpr std::size_t mostRead = 400; ///< files at the head that are looked through, those nearest to the deleted ones first
constexpr std::size_t mostImporters = 5; ///< shown

bool isDeletedCode(const FileChange &file)
{
    return file.delta.status == DeltaStatus::Deleted && file.fileClass == FileClass::Code
        && importLanguage(file.delta.oldSide.path) != ImportLanguage::None && !file.oldText.isEmpty();
}

using Deleted = std::map<std::string, const FileChange *>;

/// Files of the deleted ones' languages: first those that share a folder, or the one above it, with a deleted file.
std::vector<std::string> nearestFirst(const ImportTargets &targets, const Deleted &deleted,
                                      const std::set<ImportLanguage> &languages)
{
    std::set<std::string> folders;
    for (const auto &[path, file] : deleted)
        folders.insert({std::string(folderOf(path)), std::string(folderOf(folderOf(path)))});
    std::vector<std::string> near;
    std::vector<std::string> far;
    for (const std::string &path : targets.paths()) {
        if (languages.contains(importLanguage(path)))
            (folders.contains(std::string(folderOf(path))) ? near : far).push_back(path);
    }
    near.insert(near.end(), far.begin(), far.end());
    near.resize(std::min(near.size(), mostRead));
    return near;
}

/// Those who import a deleted file name it, or its folder.
class DeletedNames
{
public:
    explicit DeletedNames(const Deleted &deleted)
    {
        for (const auto &[path, file] : deleted) {
            const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
            const std::string_view folder = folderOf(path);
            m_names.insert(WordSet::wordsOf(name.substr(0, name.find('.'))));
            m_names.insert(WordSet::wordsOf(folder.substr(folder.rfind('/') + 1)));
        }
        m_names.erase(std::vector<WordSet::Word>()); // of the top folder
    }
    [[nodiscard]] bool areIn(const WordSet &words) const
    {
        return std::ranges::any_of(m_names, [&words](const auto &name) { return words.holds(name); });
    }

private:
    std::set<std::vector<WordSet::Word>> m_names;
};

struct Importer {
    std::string deleted; ///< path
    LineNumber line = noLine;
};

/// What a file at the head imports of the deleted ones.
std::vector<Importer> importersIn(const Text &text, const std::string &path, const ImportTargets &targets, const Deleted &deleted)
{
    std::vector<Importer> found;
    for (const Import &import : importsOf(text, path)) {
        const ImportTarget target = targets.find(import, path);
        const auto gone = std::ranges::find_if(target.candidates, [&](const std::string &one) { return deleted.contains(one); });
        if (target.kind == ImportTarget::Kind::Missing && gone != target.candidates.end())
            found.push_back({*gone, import.line});
    }
    return found;
}

/// DST-07: many files go while others still ask for them.
class OrphanedImports final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-07"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        std::set<ImportLanguage> languages;
        Deleted deleted;
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
        const DeletedNames names(deleted);
        const std::vector<std::string> paths = nearestFirst(targets, deleted, languages);
        std::vector<std::vector<Importer>> byFile(paths.size());
        onThreads(paths.size(), context.head->readers(), [&](std::size_t i) {
            if (const auto words = context.head->words(paths[i]); words && !names.areIn(*words))
                return;
            if (const auto text = textAtHead(context, paths[i]))
                byFile[i] = importersIn(*text, paths[i], targets, deleted);
        });
        for (std::size_t i = 0; i < paths.size(); ++i) {
            for (const Importer &one : byFile[i])
                importers[one.deleted].push_back(paths[i] + ":" + std::to_string(one.line));
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
