// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manifest.h"

#include "Encoding.h"

#include "core/Sha256.h"

#include <algorithm>
#include <format>

namespace countersign::records
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;

Result<std::string> contentDigest(const git::Repository &repository, const FileSide &side)
{
    if (!side.exists())
        return "-";
    if (side.mode == submoduleMode)
        return side.blob.hex();
    if (const auto whole = repository.verifyObject(side.blob); !whole)
        return std::unexpected(whole.error());
    const auto bytes = repository.blob(side.blob);
    if (!bytes)
        return std::unexpected(bytes.error());
    return sha256Hex(*bytes);
}

} // namespace

Result<std::string> manifestText(const git::Repository &repository, const Oid &oldTree, const Oid &newTree, std::stop_token stop)
{
    auto deltas = repository.diffTrees(oldTree, newTree, git::Repository::Renames::Off, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    std::ranges::sort(*deltas, {}, [](const FileDelta &delta) -> const std::string & { return delta.path(); });
    std::string text;
    for (const auto &delta : *deltas) {
        if (stop.stop_requested())
            return cancelled();
        const auto before = contentDigest(repository, delta.oldSide);
        const auto after = contentDigest(repository, delta.newSide);
        if (!before || !after)
            return std::unexpected(before ? after.error() : before.error());
        text += std::format("{:06o} {:06o} {} {} {}\n", delta.oldSide.mode, delta.newSide.mode, *before, *after,
                            escapePath(delta.path()));
    }
    return text;
}

} // namespace countersign::records
