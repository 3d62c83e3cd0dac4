// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interactions.h"

#include "Language.h"
#include "TextConflicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace countersign::impact
{

namespace
{

using Index = std::size_t;

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
    Finder(const git::Repository &repository, const git::MergeBases &bases, std::span<const Footprint *const> changes,
           std::optional<Index> only)
        : m_texts(repository, bases)
        , m_changes(changes)
        , m_only(only)
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
    /// Two changes, one of which is asked about.
    [[nodiscard]] bool areCompared(Index a, Index b) const
    {
        return a != b && (!m_only || *m_only == a || *m_only == b) && m_changes[a]->head != m_changes[b]->head;
    }

    void add(Index a, Index b, InteractionKind kind, const std::string &what, const InteractionPlace &inA,
             const InteractionPlace &inB)
    {
        if (!areCompared(a, b) || !m_seen.emplace(std::min(a, b), std::max(a, b), kind, what).second)
            return;
        m_found[a].push_back({m_changes[b]->id, kind, what, inA, inB});
        m_found[b].push_back({m_changes[a]->id, kind, what, inB, inA});
    }

    /// What the changes have, by what makes two of them meet. In order: how much is merged may be limited.
    template<class Value>
    using ByKey = std::map<std::string, std::vector<std::pair<Index, Value>>, std::less<>>;

    /// Calls @p use for every two changes that have the same key.
    template<class Value, class Use>
    void eachPair(const ByKey<Value> &byKey, const Use &use)
    {
        for (const auto &[key, list] : byKey) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = i + 1; j < list.size(); ++j) {
                    if (areCompared(list[i].first, list[j].first))
                        use(list[i], list[j]);
                }
            }
        }
    }

    void sameMarks()
    {
        ByKey<const Mark *> byKey;
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
        ByKey<const Contract *> byName;
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
                    if (areCompared(owner, user) && !conflict(owner, user, use.place.file)
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
        ByKey<NamePlace> byKey;
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
        ByKey<const TouchedFile *> byPath;
        for (Index i = 0; i < m_changes.size(); ++i) {
            for (const TouchedFile &file : m_changes[i]->files)
                byPath[file.oldPath.empty() ? file.path : file.oldPath].emplace_back(i, &file);
        }
        eachPair(byPath, [&](const auto &a, const auto &b) {
            if (stop.stop_requested() || a.second->newBlob == b.second->newBlob)
                return;
            const auto places = m_texts.find(*m_changes[a.first], *a.second, *m_changes[b.first], *b.second);
            if (!places)
                return;
            m_conflicts.emplace(std::min(a.first, b.first), std::max(a.first, b.first), a.second->path);
            add(a.first, b.first, InteractionKind::TextConflict, a.second->path, places->first, places->second);
        });
    }

    TextConflicts m_texts;
    std::span<const Footprint *const> m_changes;
    std::optional<Index> m_only;
    std::vector<std::vector<Interaction>> m_found;
    std::set<std::tuple<Index, Index, InteractionKind, std::string>> m_seen;
    std::set<std::tuple<Index, Index, std::string>> m_conflicts;
};

} // namespace

Result<std::vector<std::vector<Interaction>>> findInteractions(const git::Repository &repository, const git::MergeBases &bases,
                                                               std::span<const Footprint *const> changes,
                                                               std::optional<std::size_t> only, std::stop_token stop)
{
    return Finder(repository, bases, changes, only).find(stop);
}

Result<std::vector<std::vector<Interaction>>> findInteractions(const git::Repository &repository,
                                                               std::span<const Footprint *const> changes, std::stop_token stop)
{
    std::vector<Oid> heads;
    for (const Footprint *change : changes)
        heads.push_back(change->head);
    const auto bases = git::MergeBases::of(repository, heads, stop);
    if (!bases)
        return std::unexpected(bases.error());
    return findInteractions(repository, *bases, changes, std::nullopt, stop);
}

} // namespace countersign::impact
