// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InterDiff.h"

#include "LineOrigins.h"
#include "PatchDigest.h"
#include "PushedFiles.h"

#include "diff/FileLoader.h"

#include <algorithm>
#include <map>
#include <utility>

namespace countersign::workbench
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::uint32_t symlinkMode = 0120000;

/// Digests of one patch: of every file by its path, and of all.
struct Digests {
    std::map<std::string, std::string> files;
    std::string all;
};

Result<Digests> digestsOf(const git::Repository &repository, const std::vector<FileDelta> &patch, const std::stop_token &stop)
{
    Digests digests;
    std::vector<std::string> list;
    for (const FileDelta &delta : patch) {
        const auto file = diff::loadFile(repository, delta, {.intraline = false, .moves = false}, stop);
        if (!file)
            return std::unexpected(file.error());
        list.push_back(patchDigest(*file));
        digests.files.emplace(delta.path(), list.back());
    }
    digests.all = patchDigest(std::move(list));
    return digests;
}

std::string digestOf(const Digests &digests, const FileSide &base, const FileSide &head)
{
    const auto found = digests.files.find(head.exists() ? head.path : base.path);
    return found == digests.files.end() ? std::string() : found->second;
}

/// From head A to head B. A file that neither has keeps the name that a base has it by.
FileDelta deltaOf(const FourSides &sides)
{
    FileDelta delta;
    delta.oldSide = sides.headA;
    delta.newSide = sides.headB;
    if (!sides.headB.exists()) {
        delta.status = DeltaStatus::Deleted;
        if (!sides.headA.exists())
            delta.oldSide = sides.baseA.exists() ? sides.baseA : sides.baseB;
    } else if (!sides.headA.exists()) {
        delta.status = DeltaStatus::Added;
    } else if (sides.headA.path != sides.headB.path) {
        delta.status = DeltaStatus::Renamed;
    }
    const std::uint32_t mode = (delta.newSide.exists() ? delta.newSide : delta.oldSide).mode;
    if (mode == submoduleMode)
        delta.kind = FileKind::Submodule;
    else if (mode == symlinkMode)
        delta.kind = FileKind::Symlink;
    return delta;
}

PushKind kindOf(const PushedFile &pushed)
{
    const auto &[baseA, headA, baseB, headB] = pushed.sides;
    const bool isRebased = !isSameContent(baseA, baseB) || baseA.path != baseB.path;
    if (pushed.reapplied.isAuthors)
        return isRebased ? PushKind::Both : PushKind::Author;
    return isRebased ? PushKind::Rebase : PushKind::Unchanged;
}

/// The text of one side; empty where it has no lines.
Result<Text> textOf(const git::Repository &repository, const FileSide &side)
{
    if (!side.exists() || side.mode == submoduleMode)
        return Text();
    return repository.blob(side.blob).transform([](std::string bytes) { return Text(std::move(bytes)); });
}

Result<InterFile> compare(const git::Repository &repository, PushedFile pushed, const std::stop_token &stop)
{
    const FourSides &sides = pushed.sides;
    InterFile file;
    file.kind = kindOf(pushed);
    file.isConflict = pushed.reapplied.isConflict;
    file.expected = std::move(pushed.reapplied.expected);
    file.change.delta = deltaOf(sides);
    if (!isSameContent(sides.headA, sides.headB)) {
        auto loaded = diff::loadFile(repository, file.change.delta, {}, stop);
        if (!loaded)
            return std::unexpected(loaded.error());
        file.change = std::move(*loaded);
    }
    FourVersions versions;
    if (file.kind == PushKind::Both && file.change.delta.kind == FileKind::Text) {
        for (const auto &[side, text] : {std::pair(&sides.baseA, &versions.baseA), std::pair(&sides.headA, &versions.headA),
                                         std::pair(&sides.baseB, &versions.baseB), std::pair(&sides.headB, &versions.headB)}) {
            auto read = textOf(repository, *side);
            if (!read)
                return std::unexpected(read.error());
            *text = std::move(*read);
        }
    }
    findOrigins(file, versions, stop);
    return file;
}

Proof proofOf(const InterDiff &result, const PatchSetTrees &a, const PatchSetTrees &b)
{
    if (std::ranges::any_of(result.files, &InterFile::isAuthors))
        return Proof::None;
    if (a == b)
        return Proof::EqualTrees;
    return result.digestA == result.digestB ? Proof::EqualPatches : Proof::Reapplied;
}

} // namespace

std::string_view name(PushKind kind)
{
    switch (kind) {
    case PushKind::Unchanged:
        return "unchanged";
    case PushKind::Author:
        return "author";
    case PushKind::Rebase:
        return "rebase";
    case PushKind::Both:
        return "both";
    }
    std::unreachable();
}

Message label(PushKind kind)
{
    switch (kind) {
    case PushKind::Unchanged:
        return Message(QT_TRANSLATE_NOOP("app", "unchanged"));
    case PushKind::Author:
        return Message(QT_TRANSLATE_NOOP("app", "changed by the author"));
    case PushKind::Rebase:
        return Message(QT_TRANSLATE_NOOP("app", "changed by the rebase only"));
    case PushKind::Both:
        return Message(QT_TRANSLATE_NOOP("app", "changed by the author and by the rebase"));
    }
    std::unreachable();
}

std::string_view name(Origin origin)
{
    switch (origin) {
    case Origin::None:
        return "none";
    case Origin::Author:
        return "author";
    case Origin::Rebase:
        return "rebase";
    }
    std::unreachable();
}

std::string_view name(Proof proof)
{
    switch (proof) {
    case Proof::None:
        return "none";
    case Proof::EqualTrees:
        return "equal-trees";
    case Proof::EqualPatches:
        return "equal-patches";
    case Proof::Reapplied:
        return "reapplied";
    }
    std::unreachable();
}

Message label(Proof proof)
{
    switch (proof) {
    case Proof::None:
        return Message(QT_TRANSLATE_NOOP("app", "The author changed something in this push."));
    case Proof::EqualTrees:
        return Message(QT_TRANSLATE_NOOP("app", "This push changed nothing: its files and its base are the same as before."));
    case Proof::EqualPatches:
        return Message(
            QT_TRANSLATE_NOOP("app",
                              "This push changed nothing but the base: both patch sets add and remove the same lines at "
                              "the same places."));
    case Proof::Reapplied:
        return Message(
            QT_TRANSLATE_NOOP("app",
                              "This push changed nothing but the base: the earlier patch set, applied to the new base, "
                              "gives exactly these files."));
    }
    std::unreachable();
}

Result<InterDiff> interDiff(const git::Repository &repository, const PatchSetTrees &a, const PatchSetTrees &b,
                            const std::stop_token &stop, const ProgressCallback &progress)
{
    auto pushed = pushedFiles(repository, a, b, stop);
    if (!pushed)
        return std::unexpected(pushed.error());
    auto digestsA = digestsOf(repository, pushed->patchA, stop);
    if (!digestsA)
        return std::unexpected(digestsA.error());
    auto digestsB = digestsOf(repository, pushed->patchB, stop);
    if (!digestsB)
        return std::unexpected(digestsB.error());
    InterDiff result;
    result.digestA = digestsA->all;
    result.digestB = digestsB->all;
    result.broughtByBase = std::move(pushed->broughtByBase);
    std::size_t done = 0;
    for (PushedFile &one : pushed->files) {
        const FourSides sides = one.sides;
        auto file = compare(repository, std::move(one), stop);
        if (!file)
            return std::unexpected(file.error());
        if (stop.stop_requested())
            return cancelled();
        file->digestA = digestOf(*digestsA, sides.baseA, sides.headA);
        file->digestB = digestOf(*digestsB, sides.baseB, sides.headB);
        result.files.push_back(std::move(*file));
        if (progress)
            progress({++done, pushed->files.size(), Message(QT_TRANSLATE_NOOP("app", "Comparing patch sets"))});
    }
    result.proof = proofOf(result, a, b);
    return result;
}

} // namespace countersign::workbench
