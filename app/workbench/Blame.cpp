// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Blame.h"

#include "diff/FileLoader.h"

#include <algorithm>
#include <optional>

namespace countersign::workbench
{

namespace
{

/// A line of a file of a commit.
struct Place {
    Commit commit;
    FileSide file;
    LineNumber line = noLine;
};

class Walk
{
public:
    Walk(const git::Repository &repository, std::stop_token stop)
        : m_repository(repository)
        , m_stop(std::move(stop))
    {
    }

    /// The same line in a parent; nothing: the commit brought it.
    Result<std::optional<Place>> before(const Place &place)
    {
        std::vector<std::pair<Commit, FileSide>> changed;
        for (const Oid &id : place.commit.parents) {
            auto parent = m_repository.commit(id);
            if (!parent)
                return std::unexpected(parent.error());
            auto entry = m_repository.entry(parent->tree, place.file.path);
            if (!entry)
                return std::unexpected(entry.error());
            if (!*entry)
                continue;
            if ((*entry)->blob == place.file.blob)
                return Place{std::move(*parent), **entry, place.line};
            changed.emplace_back(std::move(*parent), **entry);
        }
        if (changed.empty() && !place.commit.parents.empty()) {
            auto renamed = nameBefore(place);
            if (!renamed)
                return std::unexpected(renamed.error());
            if (*renamed)
                changed.push_back(std::move(**renamed));
        }
        for (auto &[parent, file] : changed) {
            const auto line = lineBefore(place, file);
            if (!line)
                return std::unexpected(line.error());
            if (*line != noLine)
                return Place{std::move(parent), file, *line};
        }
        return std::nullopt;
    }

private:
    /// The file under its earlier name in the first parent.
    Result<std::optional<std::pair<Commit, FileSide>>> nameBefore(const Place &place)
    {
        auto parent = m_repository.commit(place.commit.parents.front());
        if (!parent)
            return std::unexpected(parent.error());
        const auto deltas = m_repository.diffTrees(parent->tree, place.commit.tree, git::Repository::Renames::Find, m_stop);
        if (!deltas)
            return std::unexpected(deltas.error());
        const auto found = std::ranges::find_if(*deltas, [&place](const FileDelta &delta) {
            return delta.newSide.path == place.file.path && delta.oldSide.exists();
        });
        if (found == deltas->end())
            return std::nullopt;
        return std::pair(std::move(*parent), found->oldSide);
    }

    Result<LineNumber> lineBefore(const Place &place, const FileSide &before)
    {
        FileDelta delta;
        delta.oldSide = before;
        delta.newSide = place.file;
        const auto file = diff::loadFile(m_repository, delta, {.intraline = false, .moves = false}, m_stop);
        if (!file)
            return std::unexpected(file.error());
        const auto row = std::ranges::find(file->rows.rows, place.line, &Row::right);
        return row != file->rows.rows.end() && row->kind == RowKind::Equal ? row->left : noLine;
    }

    const git::Repository &m_repository;
    std::stop_token m_stop;
};

} // namespace

Result<Blame> blameLine(const git::Repository &repository, const Oid &commit, const std::string &path, LineNumber line,
                        std::stop_token stop, const ProgressCallback &progress)
{
    auto start = repository.commit(commit);
    if (!start)
        return std::unexpected(start.error());
    const auto entry = repository.entry(start->tree, path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The commit has no such file")), path);
    Walk walk(repository, stop);
    Place place{std::move(*start), **entry, line};
    bool isCutShort = false;
    for (std::uint64_t steps = 0;; ++steps) {
        if (stop.stop_requested())
            return cancelled();
        if (progress && steps % 256 == 0)
            progress({steps, 0, Message(QT_TRANSLATE_NOOP("app", "Looking for the commit that brought the line"))});
        auto before = walk.before(place);
        if (!before && before.error().kind == ErrorKind::Cancelled)
            return std::unexpected(before.error());
        isCutShort = !before || steps == Blame::mostCommits; // a parent that is not here: a shallow or partial clone
        if (isCutShort || !*before)
            break;
        place = std::move(**before);
    }
    return Blame{std::move(place.commit), std::move(place.file.path), place.line, isCutShort};
}

} // namespace countersign::workbench
