// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextConflicts.h"

#include "git/MergeText.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace countersign::impact
{

namespace
{

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

InteractionPlace placeOf(const TouchedFile &file, const std::optional<Hunk> &hunk)
{
    const bool isOld = file.newBlob.isNull() || (hunk && hunk->newCount == 0);
    const LineNumber line = !hunk ? 1 : isOld ? hunk->oldStart : hunk->newStart;
    return {isOld ? file.oldPath : file.path, std::max<LineNumber>(line, 1), isOld};
}

std::optional<Hunk> firstHunk(const TouchedFile &file)
{
    return file.hunks.empty() ? std::nullopt : std::optional(file.hunks.front());
}

} // namespace

/// A text whose lines are told apart by their hashes.
struct TextConflicts::LinedText {
    explicit LinedText(std::string text)
        : bytes(std::move(text))
    {
        const std::string_view all = bytes;
        for (std::size_t begin = 0; begin < all.size();) {
            const std::size_t end = std::min(all.find('\n', begin), all.size() - 1) + 1;
            hashes.push_back(std::hash<std::string_view>()(all.substr(begin, end - begin)));
            ends.push_back(end);
            begin = end;
        }
    }

    /// Lines @p first to @p last, 0-based and half-open.
    [[nodiscard]] std::string_view lines(std::size_t first, std::size_t last) const
    {
        const std::size_t begin = first == 0 ? 0 : ends[first - 1];
        return first >= last ? std::string_view() : std::string_view(bytes).substr(begin, ends[last - 1] - begin);
    }

    std::string bytes;
    std::vector<std::size_t> hashes;
    std::vector<std::size_t> ends; ///< offset behind each line
};

std::optional<TextConflicts::Places> TextConflicts::find(const Footprint &a, const TouchedFile &inA, const Footprint &b,
                                                         const TouchedFile &inB)
{
    if (inA.newBlob.isNull() || inB.newBlob.isNull())
        return Places{placeOf(inA, firstHunk(inA)), placeOf(inB, firstHunk(inB))}; // deleted here, edited there
    const bool isSameBase = inA.oldBlob == inB.oldBlob;
    const auto meeting = meetingHunks(inA, inB);
    if (isSameBase && !meeting)
        return std::nullopt;
    const auto base =
        isSameBase ? std::optional(inA.oldBlob) : baseBlob(a.head, b.head, inA.oldPath.empty() ? inA.path : inA.oldPath);
    if (!base || merges(*base, inA.newBlob, inB.newBlob, !isSameBase))
        return std::nullopt;
    return Places{placeOf(inA, meeting ? meeting->first : firstHunk(inA)),
                  placeOf(inB, meeting ? meeting->second : firstHunk(inB))};
}

bool TextConflicts::merges(const Oid &base, const Oid &ours, const Oid &theirs, bool ifTooMuch)
{
    constexpr std::uint64_t mostBytes = 1U << 30U;
    if (base == ours || base == theirs || ours == theirs)
        return true;
    const std::array<Kept, 3> texts{text(base), text(ours), text(theirs)};
    if (std::ranges::any_of(texts, [](const Kept &one) { return !one; }))
        return true;
    // What all three begin and end with takes no part.
    const auto fewest = std::ranges::min(texts, {}, [](const Kept &one) { return one->hashes.size(); })->hashes.size();
    const auto isCommon = [&texts](const auto &lineOf) {
        return lineOf(*texts[0]) == lineOf(*texts[1]) && lineOf(*texts[0]) == lineOf(*texts[2]);
    };
    std::size_t head = 0;
    while (head < fewest && isCommon([head](const LinedText &one) { return one.hashes[head]; }))
        ++head;
    std::size_t tail = 0;
    while (tail < fewest - head
           && isCommon([tail](const LinedText &one) { return *(one.hashes.rbegin() + static_cast<std::ptrdiff_t>(tail)); }))
        ++tail;
    const auto middle = [&](const Kept &one) { return one->lines(head, one->hashes.size() - tail); };
    m_mergedBytes += middle(texts[0]).size() + middle(texts[1]).size() + middle(texts[2]).size();
    if (m_mergedBytes > mostBytes)
        return ifTooMuch;
    return git::mergeTexts(middle(texts[0]), middle(texts[1]), middle(texts[2])).has_value();
}

TextConflicts::Kept TextConflicts::text(const Oid &blob)
{
    constexpr std::size_t mostKept = 64U << 20U; // bytes
    if (const auto known = m_texts.find(blob); known != m_texts.end())
        return known->second;
    auto bytes = blob.isNull() ? Result<std::string>(std::string()) : m_repository.blob(blob);
    auto read = bytes ? std::make_shared<const LinedText>(std::move(*bytes)) : nullptr;
    if (m_keptBytes > mostKept) {
        m_texts.clear();
        m_keptBytes = 0;
    }
    m_keptBytes += read ? read->bytes.size() : 0;
    m_texts.emplace(blob, read);
    return read;
}

std::optional<Oid> TextConflicts::baseBlob(const Oid &a, const Oid &b, const std::string &path)
{
    const auto base = m_bases.between(a, b);
    if (!base)
        return std::nullopt;
    auto tree = m_trees.find(*base);
    if (tree == m_trees.end()) {
        const auto commit = m_repository.commit(*base);
        tree = m_trees.emplace(*base, commit ? commit->tree : Oid()).first;
    }
    if (tree->second.isNull())
        return std::nullopt;
    const auto [known, isNew] = m_entries.try_emplace({tree->second, path});
    if (isNew) {
        const auto entry = m_repository.entry(tree->second, path);
        known->second = entry && *entry ? (*entry)->blob : Oid();
    }
    return known->second;
}

} // namespace countersign::impact
