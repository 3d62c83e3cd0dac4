// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommentPlaces.h"

#include "CommitMessages.h"

#include "core/SafeText.h"
#include "diff/Diff.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace countersign::workbench
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::size_t binaryLook = 8000; ///< bytes git looks at
constexpr std::size_t mostFilesLookedThrough = 500; ///< for lines that moved to another file

bool hasLines(std::string_view bytes)
{
    return bytes.substr(0, binaryLook).find('\0') == std::string_view::npos
        && bytes.size() < std::numeric_limits<std::uint32_t>::max();
}

} // namespace

CommentPlaces::CommentPlaces(const git::Repository &repository, const Change &change)
    : m_repository(repository)
    , m_change(change)
{
}

std::optional<Oid> CommentPlaces::blobAt(const Oid &tree, const std::string &path) const
{
    if (tree.isNull())
        return std::nullopt;
    const auto found = m_repository.entry(tree, path);
    if (!found || !*found || (*found)->mode == submoduleMode)
        return std::nullopt;
    return (*found)->blob;
}

CommentPlaces::Index CommentPlaces::index(const Oid &blob)
{
    const auto [found, isNew] = m_indexes.try_emplace(blob);
    if (isNew) {
        auto bytes = m_repository.blob(blob);
        if (bytes && hasLines(*bytes))
            found->second = std::make_shared<const review::LineIndex>(Text(std::move(*bytes)));
    }
    return found->second;
}

CommentPlaces::Index CommentPlaces::messages()
{
    if (!m_messages)
        m_messages = std::make_shared<const review::LineIndex>(Text(commitMessages(m_change)));
    return m_messages;
}

Result<Text> CommentPlaces::text(Side side, const std::string &path)
{
    if (side == Side::New && path == commitMessagesPath && !m_change.commits.empty())
        return messages()->text();
    const auto blob = blobAt(treeNow(side), path);
    if (!blob)
        return fail(
            ErrorKind::Usage,
            side == Side::Old
                ? Message(QT_TRANSLATE_NOOP("app", "There is no file %1 on the old side of this change."), {safeText(path)})
                : Message(QT_TRANSLATE_NOOP("app", "There is no file %1 on the new side of this change."), {safeText(path)}),
            {}, Message(QT_TRANSLATE_NOOP("app", "Name the file as “countersign show” does; --side old takes a deleted one.")));
    const Index found = index(*blob);
    if (!found)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "%1 has no lines to comment on."), {safeText(path)}));
    return found->text();
}

std::optional<Oid> CommentPlaces::treeThen(const review::Anchor &anchor)
{
    const Oid &commit = anchor.side == Side::Old ? anchor.base : anchor.head;
    if (commit.isNull())
        return std::nullopt;
    const auto [found, isNew] = m_trees.try_emplace(commit);
    if (isNew) {
        if (const auto read = m_repository.commit(commit))
            found->second = read->tree;
    }
    return found->second;
}

const std::map<std::string, std::string> &CommentPlaces::renames(const Oid &before, const Oid &after, const std::stop_token &stop)
{
    const auto [found, isNew] = m_renames.try_emplace({before, after});
    if (isNew) {
        const auto deltas = m_repository.diffTrees(before, after, git::Repository::Renames::Find, stop);
        for (const auto &delta : deltas ? *deltas : std::vector<FileDelta>()) {
            if (delta.status == DeltaStatus::Renamed)
                found->second.emplace(delta.oldSide.path, delta.newSide.path);
        }
    }
    return found->second;
}

std::optional<PlacedLines> CommentPlaces::findElsewhere(const review::Anchor &anchor, const Oid &then,
                                                        const std::stop_token &stop)
{
    const auto [touched, isNew] = m_touched.try_emplace(anchor.side);
    if (isNew) {
        // Only what differs from the version of then can have got the lines since.
        const auto deltas = m_repository.diffTrees(m_change.baseTree, m_change.headTree, git::Repository::Renames::Off, stop);
        for (const auto &delta : deltas ? *deltas : std::vector<FileDelta>()) {
            const FileSide &side = anchor.side == Side::Old ? delta.oldSide : delta.newSide;
            if (side.exists())
                touched->second.push_back(side.path);
        }
    }
    if (touched->second.size() > mostFilesLookedThrough)
        return std::nullopt;
    std::optional<PlacedLines> only;
    for (const std::string &path : touched->second) {
        const auto now = blobAt(treeNow(anchor.side), path);
        const auto before = blobAt(then, path);
        if (!now || now == before || path == anchor.path || stop.stop_requested())
            continue;
        const Index nowIndex = index(*now);
        const auto lines = nowIndex ? review::findMoved(anchor, *nowIndex) : std::nullopt;
        const Index beforeIndex = lines && before ? index(*before) : nullptr;
        if (!lines || (beforeIndex && !beforeIndex->findBlock(anchor.content).empty())) // they stood there before
            continue;
        if (only)
            return std::nullopt;
        only = PlacedLines{path, {review::PlaceKind::Exact, *lines, noLine}, true};
    }
    return only;
}

Result<PlacedLines> CommentPlaces::find(const review::Anchor &anchor, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return cancelled();
    if (anchor.side == Side::New && anchor.path == commitMessagesPath)
        return PlacedLines{anchor.path, review::follow(anchor, *messages(), nullptr), true};
    const Oid tree = treeNow(anchor.side);
    const auto then = treeThen(anchor);
    PlacedLines placed{anchor.path, {}, true};
    auto now = blobAt(tree, placed.path);
    if (!now) {
        const Oid start = then.value_or(anchor.side == Side::New ? m_change.baseTree : Oid());
        const auto &moved = renames(start, tree, stop);
        if (const auto found = moved.find(anchor.path); found != moved.end()) {
            placed.path = found->second;
            now = blobAt(tree, placed.path);
        }
    }
    const auto before = then ? blobAt(*then, anchor.path) : std::nullopt;
    const Index nowIndex = now ? index(*now) : nullptr;
    const Index beforeIndex = before ? index(*before) : nullptr;
    if (now && now == before && nowIndex && anchor.lines.last <= nowIndex->text().lineCount()) {
        placed.place = {review::PlaceKind::Exact, anchor.lines, noLine};
        return placed;
    }
    placed.isFileHere = nowIndex != nullptr;
    if (nowIndex && beforeIndex) {
        const FileRows rows = diff::diffTexts(beforeIndex->text(), nowIndex->text(), {.intraline = false}, stop);
        if (stop.stop_requested())
            return cancelled();
        placed.place = review::follow(anchor, *nowIndex, &rows);
    } else if (nowIndex) {
        placed.place = review::follow(anchor, *nowIndex, nullptr);
    }
    if (placed.place.kind == review::PlaceKind::Outdated && then) {
        if (auto elsewhere = findElsewhere(anchor, *then, stop))
            return *elsewhere;
    }
    if (stop.stop_requested())
        return cancelled();
    return placed;
}

} // namespace countersign::workbench
