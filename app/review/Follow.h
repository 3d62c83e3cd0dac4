// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Anchor.h"

#include "core/Message.h"
#include "core/Row.h"
#include "core/Text.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::review
{

/// How sure it is where the lines of a comment stand now.
enum class PlaceKind {
    Exact, ///< the very lines, here or further up or down
    Context, ///< the lines were edited; those around them are the same
    Mapped, ///< the lines were edited; the diff says what became of them
    Outdated, ///< they are gone: show the anchor's quote
};
/// Stable lower-case names: "exact", "context", "mapped", "outdated".
[[nodiscard]] std::string_view name(PlaceKind kind);
/// Words for people, translatable.
[[nodiscard]] Message label(PlaceKind kind);

/// Where the lines of an anchor stand in another version of the file.
struct Place {
    PlaceKind kind = PlaceKind::Outdated;
    LineRange lines; ///< none when outdated
    LineNumber nearest = noLine; ///< outdated: the last line above that is still there; noLine: the top, or unknown
    friend bool operator==(const Place &, const Place &) = default;
};

/// A file whose lines can be looked up by their digest. Cheap to search any number of times.
class LineIndex
{
public:
    explicit LineIndex(Text text);

    [[nodiscard]] const Text &text() const { return m_text; }
    [[nodiscard]] const LineDigest &digest(LineNumber line) const { return m_digests[line - 1]; }
    /// Ascending numbers of the lines with this digest.
    [[nodiscard]] std::vector<LineNumber> find(const LineDigest &digest) const;
    /// First lines of every place where @p block stands; at most mostMatches.
    [[nodiscard]] std::vector<LineNumber> findBlock(std::span<const LineDigest> block) const;
    static constexpr std::size_t mostMatches = 1000;

private:
    Text m_text;
    std::vector<LineDigest> m_digests;
    std::vector<std::pair<LineDigest, LineNumber>> m_sorted;
};

/// Finds the lines of @p anchor in @p now, the same file (on the same side) in another patch set.
///
/// Tried in this order: the diff says the lines are untouched; the very lines stand elsewhere, when they or the lines around them
/// are telling enough (git's rule for moved blocks: 20 letters and digits) and no other place is as good; the lines around them
/// still stand, with something else between; the diff says which lines became of them. Pure and deterministic; any thread.
/// @param thenToNow rows of the diff from the version where the anchor was made to @p now; null when that version is not there
/// any more.
[[nodiscard]] Place follow(const Anchor &anchor, const LineIndex &now, const FileRows *thenToNow);

/// Where the lines stand in another file they may have been moved to: only when they are telling and stand there once.
[[nodiscard]] std::optional<LineRange> findMoved(const Anchor &anchor, const LineIndex &other);

} // namespace countersign::review
