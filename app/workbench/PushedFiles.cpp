// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PushedFiles.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace countersign::workbench
{

namespace
{

using Renames = git::Repository::Renames;

class Search
{
public:
    Search(const git::Repository &repository, const PatchSetTrees &a, const PatchSetTrees &b, const std::stop_token &stop)
        : m_repository(repository)
        , m_a(a)
        , m_b(b)
        , m_stop(stop)
    {
    }

    Result<PushedFiles> run()
    {
        return readPatches()
            .and_then([this] { return judgePaths(); })
            .and_then([this] { return followRenames(); })
            .transform([this] {
                std::ranges::sort(m_out.files, {}, [](const PushedFile &file) {
                    const auto &[baseA, headA, baseB, headB] = file.sides;
                    return std::pair(headB.exists() ? headB.path : headA.path, baseA.path);
                });
                return std::move(m_out);
            });
    }

private:
    Result<void> readPatches()
    {
        for (const auto &[from, to, renames, deltas] :
             {std::tuple(m_a.base, m_a.head, Renames::Off, &m_plainA), std::tuple(m_b.base, m_b.head, Renames::Off, &m_plainB),
              std::tuple(m_a.base, m_b.base, Renames::Off, &m_plainBase),
              std::tuple(m_a.base, m_a.head, Renames::Find, &m_out.patchA),
              std::tuple(m_b.base, m_b.head, Renames::Find, &m_out.patchB)}) {
            auto found = m_repository.diffTrees(from, to, renames, m_stop);
            if (!found)
                return std::unexpected(found.error());
            *deltas = std::move(*found);
        }
        return {};
    }

    Result<FileSide> side(const Oid &tree, const std::string &path)
    {
        if (tree.isNull() || path.empty())
            return FileSide();
        auto found = m_repository.entry(tree, path);
        if (!found)
            return std::unexpected(found.error());
        return std::move(*found).value_or(FileSide());
    }

    Result<FourSides> sides(const std::string &baseA, const std::string &headA, const std::string &baseB,
                            const std::string &headB)
    {
        FourSides four;
        for (const auto &[tree, path, out] :
             {std::tuple(&m_a.base, &baseA, &four.baseA), std::tuple(&m_a.head, &headA, &four.headA),
              std::tuple(&m_b.base, &baseB, &four.baseB), std::tuple(&m_b.head, &headB, &four.headB)}) {
            auto found = side(*tree, *path);
            if (!found)
                return std::unexpected(found.error());
            *out = std::move(*found);
        }
        return four;
    }

    Result<void> judge(const FourSides &four)
    {
        if (m_stop.stop_requested())
            return cancelled();
        auto reapplied = reapply(m_repository, four);
        if (!reapplied)
            return std::unexpected(reapplied.error());
        m_out.files.push_back({four, std::move(*reapplied)});
        return {};
    }

    Result<void> judgePaths()
    {
        std::set<std::string> touched;
        for (const auto *deltas : {&m_plainA, &m_plainB}) {
            for (const auto &delta : *deltas)
                touched.insert(delta.path());
        }
        for (const auto &delta : m_plainBase) {
            if (!touched.contains(delta.path()))
                m_out.broughtByBase.push_back(delta.path());
        }
        for (const std::string &path : touched) {
            auto judged = sides(path, path, path, path).and_then([this](const FourSides &four) { return judge(four); });
            if (!judged)
                return judged;
        }
        return {};
    }

    /// The paths of one file in the four versions; empty where it is not.
    struct Paths {
        std::string baseA;
        std::string headA;
        std::string baseB;
        std::string headB;
    };

    Result<void> followRenames()
    {
        const auto isRename = [](const FileDelta &delta) { return delta.status == DeltaStatus::Renamed; };
        const auto isAuthors = [](const PushedFile &file) { return file.reapplied.isAuthors; };
        if (std::ranges::none_of(m_out.files, isAuthors))
            return {};
        auto base = m_repository.diffTrees(m_a.base, m_b.base, Renames::Find, m_stop);
        if (!base)
            return std::unexpected(base.error());
        if (std::ranges::none_of(*base, isRename) && std::ranges::none_of(m_out.patchA, isRename)
            && std::ranges::none_of(m_out.patchB, isRename))
            return {};
        std::map<std::string, std::string> toB;
        std::map<std::string, std::string> toA;
        for (const auto &delta : *base) {
            if (isRename(delta)) {
                toB.emplace(delta.oldSide.path, delta.newSide.path);
                toA.emplace(delta.newSide.path, delta.oldSide.path);
            }
        }
        std::set<std::string> open;
        for (const auto &file : m_out.files) {
            if (isAuthors(file))
                open.insert(file.sides.headB.exists() ? file.sides.headB.path : pathOf(file.sides));
        }
        std::vector<PushedFile> byPath;
        for (auto &file : std::exchange(m_out.files, {})) {
            if (isAuthors(file))
                byPath.push_back(std::move(file));
            else
                m_settled.push_back(std::move(file));
        }
        std::set<std::string> covered;
        for (const Paths &paths : pairUp(toB, toA)) {
            const bool isOpen = std::ranges::any_of(std::array{&paths.baseA, &paths.headA, &paths.baseB, &paths.headB},
                                                    [&open](const std::string *path) { return open.contains(*path); });
            if (!isOpen)
                continue;
            auto judged = sides(paths.baseA, paths.headA, paths.baseB, paths.headB).and_then([this](const FourSides &four) {
                return judge(four);
            });
            if (!judged)
                return judged;
            covered.insert({paths.baseA, paths.headA, paths.baseB, paths.headB});
        }
        std::ranges::copy_if(std::move(byPath), std::back_inserter(m_out.files),
                             [&](const PushedFile &file) { return !covered.contains(pathOf(file.sides)); });
        std::ranges::copy_if(std::move(m_settled), std::back_inserter(m_out.files),
                             [&](const PushedFile &file) { return !covered.contains(pathOf(file.sides)); });
        return {};
    }

    /// The one path of a file that was judged by its path.
    static const std::string &pathOf(const FourSides &four)
    {
        for (const FileSide *side : {&four.headB, &four.headA, &four.baseB}) {
            if (side->exists())
                return side->path;
        }
        return four.baseA.path;
    }

    /// Which file of patch A is which of patch B: by what they started from, a new file by its name.
    std::vector<Paths> pairUp(const std::map<std::string, std::string> &toB, const std::map<std::string, std::string> &toA) const
    {
        const auto mapped = [](const std::map<std::string, std::string> &renames, const std::string &path) {
            const auto found = renames.find(path);
            return found == renames.end() ? path : found->second;
        };
        const auto from = [](const FileDelta &delta) { // a copy is a new file
            return delta.status == DeltaStatus::Copied ? std::string() : delta.oldSide.path;
        };
        std::map<std::pair<std::string, std::string>, Paths> files; // by path in base B, or by the new name
        for (const auto &delta : m_out.patchA) {
            const std::string start = from(delta);
            const std::string startB = start.empty() ? std::string() : mapped(toB, start);
            // Until patch B says otherwise, it leaves the file as its base has it; a new file stands under its name, if at all.
            files[{startB, start.empty() ? delta.newSide.path : std::string()}] =
                Paths{start, delta.newSide.path, startB, start.empty() ? delta.newSide.path : startB};
        }
        for (const auto &delta : m_out.patchB) {
            const std::string start = from(delta);
            const std::string name = start.empty() ? delta.newSide.path : std::string();
            const auto [file, isNew] = files.try_emplace({start, name});
            if (isNew)
                file->second = start.empty() ? Paths{name, name, name, name}
                                             : Paths{mapped(toA, start), mapped(toA, start), start, delta.newSide.path};
            file->second.baseB = start.empty() ? name : start;
            file->second.headB = delta.newSide.path;
        }
        std::vector<Paths> out;
        for (auto &[key, paths] : files)
            out.push_back(std::move(paths));
        return out;
    }

    const git::Repository &m_repository;
    const PatchSetTrees &m_a;
    const PatchSetTrees &m_b;
    const std::stop_token &m_stop;
    std::vector<FileDelta> m_plainA;
    std::vector<FileDelta> m_plainB;
    std::vector<FileDelta> m_plainBase;
    std::vector<PushedFile> m_settled;
    PushedFiles m_out;
};

} // namespace

Result<PushedFiles> pushedFiles(const git::Repository &repository, const PatchSetTrees &a, const PatchSetTrees &b,
                                const std::stop_token &stop)
{
    return Search(repository, a, b, stop).run();
}

} // namespace countersign::workbench
