// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HunkKey.h"

#include "core/Sha256.h"

#include <unordered_map>

namespace countersign::diff
{

namespace
{

/// SHA-256 over the path and the removed and added lines; lengths go in front, so that no two contents read the same.
std::string contentDigest(const FileChange &file, const Hunk &hunk)
{
    constexpr std::size_t atOnce = std::size_t{64} << 10U; // bytes: a line at a time takes several times as long
    Sha256 digest;
    std::string waiting;
    const auto add = [&](std::string_view bytes) {
        waiting += std::to_string(bytes.size());
        waiting += ':';
        waiting += bytes;
        if (waiting.size() >= atOnce) {
            digest.add(waiting);
            waiting.clear();
        }
    };
    add(file.path());
    waiting += "-" + std::to_string(hunk.oldCount) + '\n';
    for (std::uint32_t i = 0; i < hunk.oldCount; ++i)
        add(file.oldText.rawLine(hunk.oldStart + i));
    waiting += "+" + std::to_string(hunk.newCount) + '\n';
    for (std::uint32_t i = 0; i < hunk.newCount; ++i)
        add(file.newText.rawLine(hunk.newStart + i));
    digest.add(waiting);
    return digest.finish();
}

std::string keyOf(const std::string &digest, std::size_t earlier)
{
    return sha256Hex(digest + std::to_string(earlier));
}

bool sameContent(const FileChange &file, const Hunk &a, const Hunk &b)
{
    if (a.oldCount != b.oldCount || a.newCount != b.newCount)
        return false;
    for (std::uint32_t i = 0; i < a.oldCount; ++i) {
        if (file.oldText.rawLine(a.oldStart + i) != file.oldText.rawLine(b.oldStart + i))
            return false;
    }
    for (std::uint32_t i = 0; i < a.newCount; ++i) {
        if (file.newText.rawLine(a.newStart + i) != file.newText.rawLine(b.newStart + i))
            return false;
    }
    return true;
}

} // namespace

std::string hunkKey(const FileChange &file, std::size_t hunkIndex)
{
    const Hunk &hunk = file.rows.hunks[hunkIndex];
    std::size_t earlier = 0;
    for (std::size_t i = 0; i < hunkIndex; ++i)
        earlier += sameContent(file, file.rows.hunks[i], hunk) ? 1U : 0U;
    return keyOf(contentDigest(file, hunk), earlier);
}

std::vector<std::string> hunkKeys(const FileChange &file)
{
    std::unordered_map<std::string, std::size_t> seen;
    std::vector<std::string> keys;
    keys.reserve(file.rows.hunks.size());
    for (const Hunk &hunk : file.rows.hunks) {
        const std::string digest = contentDigest(file, hunk);
        keys.push_back(keyOf(digest, seen[digest]++));
    }
    return keys;
}

} // namespace countersign::diff
