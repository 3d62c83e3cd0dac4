// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interactions.h"

#include "Language.h"

#include "git/MergeText.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace countersign::impact
{

namespace
{

using Index = std::size_t;

/// Two lines as near as this are one conflict for git.
constexpr std::uint32_t touching = 1;

/// The first pair of hunks of two edits of the same text that overlap or touch; nothing: they merge.
std::optional<std::pair<Hunk, Hunk>> meetingHunks(const TouchedFile &a, const TouchedFile &b)
{
    for (const Hunk &one : a.hunks) {
        for (const Hunk &other : b.hunks) {
            if (one.oldStart <= other.oldStart + other.oldCount + touching
                && other.oldStart <= one.oldStart + one.oldCount + touching)
                return std::pair(one, other);
        }
    }
    return std::nullopt;
}

/// The digits that a migration's name begins with: "0042" of "0042_add_index.py".
std::string_view migrationNumber(std::string_view path)
{
    const std::string_view file = fileNameOf(path);
    const auto end = file.find_first_not_of("0123456789");
    constexpr std::size_t fewest = 3;
    return end == std::string_view::npos || end < fewest ? std::string_view() : file.substr(0, end);
}

class Finder
{
public:
    Finder(const git::Repository &repository, std::span<const Footprint *const> changes)
        : m_repository(repository)
        , m_changes(changes)
        , m_found(changes.size())
    {
    }

    Result<std::vector<std::vector<Interaction>>> find(const std::stop_token &stop)
    {
        textConflicts(stop);
        if (stop.stop_requested())
            return cancelled();
        sameMarks();
        contracts();
        twins();
        for (auto &list : m_found) {
            std::ranges::sort(list, {}, [](const Interaction &one) {
                return std::tie(one.with, one.kind, one.what, one.here.file, one.here.line);
            });
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool areOne(Index a, Index b) const { return a == b || m_changes[a]->head == m_changes[b]->head; }

    void add(Index a, Index b, InteractionKind kind, const std::string &what, const InteractionPlace &inA,
             const InteractionPlace &inB)
    {
        if (areOne(a, b) || !m_seen.emplace(std::min(a, b), std::max(a, b), kind, what).second)
            return;
        m_found[a].push_back({m_changes[b]->id, kind, what, inA, inB});
        m_found[b].push_back({m_changes[a]->id, kind, what, inB, inA});
    }

    /// Calls @p use for every two changes that have the same key.
    template<class Value, class Use>
    void eachPair(const std::unordered_map<std::string, std::vector<std::pair<Index, Value>>> &byKey, const Use &use)
    {
        for (const auto &[key, list] : byKey) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = i + 1; j < list.size(); ++j)
                    use(list[i], list[j]);
            }
        }
    }

    void sameMarks()
    {
        std::unordered_map<std::string, std::vector<std::pair<Index, const Mark *>>> byKey;
        for (Index i = 0; i < m_changes.size(); ++i) {
            for (const Mark &mark : m_changes[i]->marks)
                byKey[std::to_string(static_cast<int>(mark.kind)) + mark.key].emplace_back(i, &mark);
        }
        eachPair(byKey, [this](const auto &a, const auto &b) {
            add(a.first, b.first, a.second->kind, a.second->name, a.second->place, b.second->place);
        });
    }

    void contracts()
    {
        std::unordered_map<std::string, std::vector<std::pair<Index, const Contract *>>> byName;
        for (Index i = 0; i < m_changes.size(); ++i) {
            for (const Contract &contract : m_changes[i]->contracts)
                byName[contract.name].emplace_back(i, &contract);
        }
        for (Index user = 0; user < m_changes.size(); ++user) {
            for (const NamePlace &use : m_changes[user]->uses) {
                const auto found = byName.find(use.name);
                if (found == byName.end() || definesItself(user, use.name))
                    continue;
                for (const auto &[owner, contract] : found->second) {
                    if (owner != user && !conflict(owner, user, use.place.file)
                        && isInReach(user, use.place.file, contract->place.file))
                        add(owner, user, contract->isGone ? InteractionKind::SemanticConflict : InteractionKind::Contract,
                            use.name, contract->place, use.place);
                }
            }
        }
    }

    [[nodiscard]] bool definesItself(Index change, const std::string &name) const
    {
        return std::ranges::contains(m_changes[change]->added, name, &NamePlace::name)
            || std::ranges::contains(m_changes[change]->contracts, name, &Contract::name);
    }

    /// The user's file is the defining one, stands beside it, or names it or its folder in an import.
    [[nodiscard]] bool isInReach(Index change, const std::string &user, const std::string &definer) const
    {
        const std::string_view folder = folderOf(definer);
        if (user == definer || folderOf(user) == folder)
            return true;
        const auto &files = m_changes[change]->files;
        const auto file = std::ranges::lower_bound(files, user, {}, &TouchedFile::path);
        if (file == files.end() || file->path != user)
            return false;
        return std::ranges::binary_search(file->neighbours, std::string(stemOf(definer)))
            || (!folder.empty() && std::ranges::binary_search(file->neighbours, std::string(fileNameOf(folder))));
    }

    /// The same definition added twice, or two migrations with the same number: merged without a word, and broken.
    void twins()
    {
        std::unordered_map<std::string, std::vector<std::pair<Index, NamePlace>>> byKey;
        for (Index i = 0; i < m_changes.size(); ++i) {
            for (const NamePlace &one : m_changes[i]->added)
                byKey[one.place.file + "\n" + one.name].emplace_back(i, one);
            for (const TouchedFile &file : m_changes[i]->files) {
                const auto number = file.isMigration && file.oldPath.empty() ? migrationNumber(file.path) : std::string_view();
                if (!number.empty())
                    byKey[std::string(folderOf(file.path)) + "\n#" + std::string(number)].emplace_back(
                        i, NamePlace{std::string(number), {file.path, 1, false}});
            }
        }
        eachPair(byKey, [this](const auto &a, const auto &b) {
            const bool isMigration = a.second.place.file != b.second.place.file;
            if (isMigration || !conflict(a.first, b.first, a.second.place.file))
                add(a.first, b.first, InteractionKind::SemanticConflict, a.second.name, a.second.place, b.second.place);
        });
    }

    [[nodiscard]] bool conflict(Index a, Index b, const std::string &path) const
    {
        return m_conflicts.contains({std::min(a, b), std::max(a, b), path});
    }

    void textConflicts(const std::stop_token &stop)
    {
        std::unordered_map<std::string, std::vector<std::pair<Index, const TouchedFile *>>> byPath;
        for (Index i = 0; i < m_changes.size(); ++i) {
            for (const TouchedFile &file : m_changes[i]->files)
                byPath[file.oldPath.empty() ? file.path : file.oldPath].emplace_back(i, &file);
        }
        eachPair(byPath, [&](const auto &a, const auto &b) {
            if (stop.stop_requested() || areOne(a.first, b.first) || a.second->newBlob == b.second->newBlob)
                return;
            const auto places = conflictPlaces(a.first, *a.second, b.first, *b.second);
            if (!places)
                return;
            m_conflicts.emplace(std::min(a.first, b.first), std::max(a.first, b.first), a.second->path);
            add(a.first, b.first, InteractionKind::TextConflict, a.second->path, places->first, places->second);
        });
    }

    using Places = std::pair<InteractionPlace, InteractionPlace>;

    std::optional<Places> conflictPlaces(Index a, const TouchedFile &fileA, Index b, const TouchedFile &fileB)
    {
        const auto place = [](const TouchedFile &file, const std::optional<Hunk> &hunk) {
            const bool isOld = file.newBlob.isNull() || (hunk && hunk->newCount == 0);
            const LineNumber line = !hunk ? 1 : isOld ? hunk->oldStart : hunk->newStart;
            return InteractionPlace{isOld ? file.oldPath : file.path, std::max<LineNumber>(line, 1), isOld};
        };
        const auto first = [](const TouchedFile &file) {
            return file.hunks.empty() ? std::nullopt : std::optional(file.hunks.front());
        };
        if (fileA.newBlob.isNull() || fileB.newBlob.isNull())
            return Places{place(fileA, first(fileA)), place(fileB, first(fileB))}; // deleted here, edited there
        const bool isSameBase = fileA.oldBlob == fileB.oldBlob;
        const auto meeting = meetingHunks(fileA, fileB);
        if (isSameBase && !meeting)
            return std::nullopt;
        const auto base = isSameBase ? text(fileA.oldBlob) : baseText(a, b, fileA);
        const auto ours = text(fileA.newBlob);
        const auto theirs = text(fileB.newBlob);
        if (!base || !ours || !theirs || git::mergeTexts(*base, *ours, *theirs))
            return std::nullopt;
        return Places{place(fileA, meeting ? meeting->first : first(fileA)),
                      place(fileB, meeting ? meeting->second : first(fileB))};
    }

    [[nodiscard]] std::optional<std::string> text(const Oid &blob) const
    {
        if (blob.isNull())
            return std::string();
        auto bytes = m_repository.blob(blob);
        return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    }

    /// The file where the histories of two changes part.
    std::optional<std::string> baseText(Index a, Index b, const TouchedFile &file)
    {
        const auto base = m_repository.mergeBase(m_changes[a]->head, m_changes[b]->head);
        if (!base || !*base)
            return std::nullopt;
        const auto commit = m_repository.commit(**base);
        const auto entry = commit ? m_repository.entry(commit->tree, file.oldPath.empty() ? file.path : file.oldPath)
                                  : Result<std::optional<FileSide>>(std::nullopt);
        return entry && *entry ? text((*entry)->blob) : std::string();
    }

    const git::Repository &m_repository;
    std::span<const Footprint *const> m_changes;
    std::vector<std::vector<Interaction>> m_found;
    std::set<std::tuple<Index, Index, InteractionKind, std::string>> m_seen;
    std::set<std::tuple<Index, Index, std::string>> m_conflicts;
};

} // namespace

Result<std::vector<std::vector<Interaction>>> findInteractions(const git::Repository &repository,
                                                               std::span<const Footprint *const> changes, std::stop_token stop)
{
    return Finder(repository, changes).find(stop);
}

} // namespace countersign::impact
