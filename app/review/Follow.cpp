// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Follow.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace countersign::review
{

namespace
{

constexpr std::size_t tellingCharacters = 20;

std::size_t lettersAndDigits(std::string_view line)
{
    return static_cast<std::size_t>(std::ranges::count_if(line, [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }));
}

std::size_t lettersAndDigits(const Text &text, LineNumber first, std::size_t count)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count && sum < tellingCharacters; ++i)
        sum += lettersAndDigits(text.line(first + static_cast<LineNumber>(i)));
    return sum;
}

LineNumber lengthOf(const Anchor &anchor)
{
    return anchor.lines.last - anchor.lines.first + 1;
}

LineRange rangeAt(LineNumber first, LineNumber length)
{
    return {first, first + length - 1};
}

LineNumber distance(LineNumber a, LineNumber b)
{
    return a > b ? a - b : b - a;
}

/// How many lines right above @p first are those above the anchor.
std::size_t linesAbove(const Anchor &anchor, const LineIndex &now, LineNumber first)
{
    std::size_t count = 0;
    while (count < anchor.before.size() && first > count + 1
           && now.digest(first - 1 - static_cast<LineNumber>(count)) == anchor.before[anchor.before.size() - 1 - count])
        ++count;
    return count;
}

/// How many lines right below @p last are those below the anchor.
std::size_t linesBelow(const Anchor &anchor, const LineIndex &now, LineNumber last)
{
    std::size_t count = 0;
    while (count < anchor.after.size() && last + count < now.text().lineCount()
           && now.digest(last + 1 + static_cast<LineNumber>(count)) == anchor.after[count])
        ++count;
    return count;
}

/// What the diff from the anchor's version says about its lines.
struct Mapping {
    std::vector<bool> isKept; ///< by line of the new version - 1: an equal row has it
    LineRange equal; ///< all lines of the anchor in equal rows, one after the other
    LineRange became; ///< first to last line that became of any of them
    LineNumber nearest = noLine; ///< last kept line above
};

void widen(LineRange &range, LineNumber line)
{
    range.first = range.first == noLine ? line : std::min(range.first, line);
    range.last = std::max(range.last, line);
}

/// Number of a move and a line inside its block, counted from 0.
using MovedLine = std::pair<std::uint32_t, std::size_t>;

/// The lines that the moved ones stand in now, from the first to the last of them.
LineRange movedLines(const FileRows &rows, const std::set<MovedLine> &moved)
{
    LineRange range;
    std::map<std::uint32_t, std::size_t> seen;
    for (const Row &row : rows.rows) {
        if (row.kind == RowKind::MovedTo && moved.contains({row.move, seen[row.move]++}))
            widen(range, row.right);
    }
    return range;
}

Mapping mapLines(const Anchor &anchor, const FileRows &rows, LineNumber lineCount)
{
    Mapping map;
    map.isKept.resize(lineCount);
    LineRange equal;
    LineNumber equalCount = 0;
    std::set<MovedLine> moved;
    std::map<std::uint32_t, std::size_t> seen;
    for (const Row &row : rows.rows) {
        const bool isInside = row.left >= anchor.lines.first && row.left <= anchor.lines.last;
        if (row.kind == RowKind::Equal) {
            map.isKept[row.right - 1] = true;
            if (row.left < anchor.lines.first)
                map.nearest = row.right;
            if (isInside) {
                widen(equal, row.right);
                ++equalCount;
            }
        }
        if (row.kind == RowKind::MovedFrom) {
            const std::size_t place = seen[row.move]++;
            if (isInside)
                moved.emplace(row.move, place);
        }
        if (isInside && row.right != noLine)
            widen(map.became, row.right);
    }
    if (equalCount == lengthOf(anchor) && equal.last - equal.first + 1 == equalCount)
        map.equal = equal;
    if (map.became.first == noLine)
        map.became = movedLines(rows, moved);
    return map;
}

/// Every line of the range was there before as well: it is another place, not where these lines went.
bool isOccupied(const Mapping &map, LineRange range)
{
    for (LineNumber line = range.first; line <= range.last; ++line) {
        if (!map.isKept[line - 1])
            return false;
    }
    return true;
}

struct Candidate {
    LineRange lines;
    std::size_t context = 0; ///< lines around it that fit
    LineNumber away = 0; ///< lines between it and where it is expected
};

/// The best of several places: most context, then the nearest; nothing when two are as good.
std::optional<Candidate> best(const std::vector<Candidate> &candidates)
{
    const auto worse = [](const Candidate &a, const Candidate &b) {
        return std::pair(a.context, b.away) < std::pair(b.context, a.away);
    };
    const auto found = std::ranges::max_element(candidates, worse);
    if (found == candidates.end())
        return std::nullopt;
    const auto asGood = std::ranges::count_if(
        candidates, [&](const Candidate &one) { return one.context == found->context && one.away == found->away; });
    return asGood == 1 ? std::optional(*found) : std::nullopt;
}

std::optional<LineRange> exactPlace(const Anchor &anchor, const LineIndex &now, const Mapping *map, LineNumber expected)
{
    std::vector<Candidate> candidates;
    const LineNumber length = lengthOf(anchor);
    for (const LineNumber first : now.findBlock(anchor.content)) {
        const LineRange lines = rangeAt(first, length);
        if (map && isOccupied(*map, lines))
            continue;
        const std::size_t above = linesAbove(anchor, now, first);
        const std::size_t below = linesBelow(anchor, now, lines.last);
        if (lettersAndDigits(now.text(), first - static_cast<LineNumber>(above), above + length + below) < tellingCharacters)
            continue;
        candidates.push_back({lines, above + below, distance(first, expected)});
    }
    const auto found = best(candidates);
    return found ? std::optional(found->lines) : std::nullopt;
}

/// Where the lines around the anchor still stand with something between them; nothing when they stand together now.
std::optional<LineRange> contextPlace(const Anchor &anchor, const LineIndex &now, const Mapping *map, LineNumber expected)
{
    if (anchor.before.empty() || anchor.after.empty())
        return std::nullopt;
    const LineNumber mostBetween = 2 * lengthOf(anchor) + 8;
    std::vector<Candidate> candidates;
    const auto consider = [&](LineNumber top, LineNumber bottom) {
        const LineRange lines{top + 1, bottom - 1};
        const std::size_t above = linesAbove(anchor, now, lines.first);
        const std::size_t below = linesBelow(anchor, now, lines.last);
        const std::size_t telling = lettersAndDigits(now.text(), lines.first - static_cast<LineNumber>(above), above)
            + lettersAndDigits(now.text(), bottom, below);
        if (telling >= tellingCharacters && !(map && isOccupied(*map, lines)))
            candidates.push_back({lines, above + below, distance(lines.first, expected)});
    };
    const auto bottoms = now.find(anchor.after.front());
    for (const LineNumber top : now.find(anchor.before.back())) {
        if (candidates.size() >= LineIndex::mostMatches)
            return std::nullopt; // lines that stand everywhere tell nothing
        auto bottom = std::ranges::lower_bound(bottoms, top + 1);
        for (int i = 0; i < 2 && bottom != bottoms.end() && *bottom - top - 1 <= mostBetween; ++i)
            consider(top, *bottom++);
    }
    const auto found = best(candidates);
    return found && found->lines.first <= found->lines.last ? std::optional(found->lines) : std::nullopt;
}

bool standsAt(const Anchor &anchor, const LineIndex &now, LineRange lines)
{
    for (std::size_t i = 0; i < anchor.content.size(); ++i) {
        if (now.digest(lines.first + static_cast<LineNumber>(i)) != anchor.content[i])
            return false;
    }
    return true;
}

} // namespace

std::string_view name(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Exact:
        return "exact";
    case PlaceKind::Context:
        return "context";
    case PlaceKind::Mapped:
        return "mapped";
    case PlaceKind::Outdated:
        return "outdated";
    }
    std::unreachable();
}

Message label(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Exact:
        return Message(QT_TRANSLATE_NOOP("app", "unchanged lines"));
    case PlaceKind::Context:
    case PlaceKind::Mapped:
        return Message(QT_TRANSLATE_NOOP("app", "the lines were edited since"));
    case PlaceKind::Outdated:
        return Message(QT_TRANSLATE_NOOP("app", "outdated: the lines are gone"));
    }
    std::unreachable();
}

LineIndex::LineIndex(Text text)
    : m_text(std::move(text))
{
    const LineNumber count = m_text.lineCount();
    m_digests.reserve(count);
    m_sorted.reserve(count);
    for (LineNumber line = 1; line <= count; ++line) {
        m_digests.push_back(lineDigest(m_text.line(line)));
        m_sorted.emplace_back(m_digests.back(), line);
    }
    std::ranges::sort(m_sorted);
}

std::vector<LineNumber> LineIndex::find(const LineDigest &digest) const
{
    std::vector<LineNumber> found;
    for (auto at = std::ranges::lower_bound(m_sorted, std::pair(digest, noLine)); at != m_sorted.end() && at->first == digest;
         ++at)
        found.push_back(at->second);
    return found;
}

std::vector<LineNumber> LineIndex::findBlock(std::span<const LineDigest> block) const
{
    std::vector<LineNumber> found;
    if (block.empty() || block.size() > m_digests.size())
        return found;
    // The rarest line of the block leads to the fewest places.
    std::size_t rarest = 0;
    std::vector<LineNumber> places = find(block.front());
    for (std::size_t i = 1; i < block.size() && places.size() > 1; ++i) {
        const auto [from, to] = std::ranges::equal_range(m_sorted, block[i], {}, &std::pair<LineDigest, LineNumber>::first);
        if (static_cast<std::size_t>(std::distance(from, to)) < places.size()) {
            rarest = i;
            places = find(block[i]);
        }
    }
    for (const LineNumber line : places) {
        if (line <= rarest || found.size() == mostMatches)
            continue;
        const std::size_t start = line - 1 - rarest;
        if (start + block.size() <= m_digests.size()
            && std::ranges::equal(block, std::span(m_digests).subspan(start, block.size())))
            found.push_back(static_cast<LineNumber>(start + 1));
    }
    return found;
}

Place follow(const Anchor &anchor, const LineIndex &now, const FileRows *thenToNow)
{
    const LineNumber lineCount = now.text().lineCount();
    if (anchor.content.size() != lengthOf(anchor)) // a damaged entry: nothing is known about its lines
        return {PlaceKind::Outdated, {}, noLine};
    std::optional<Mapping> map;
    if (thenToNow)
        map = mapLines(anchor, *thenToNow, lineCount);
    if (map && map->equal.first != noLine && standsAt(anchor, now, map->equal))
        return {PlaceKind::Exact, map->equal, noLine};
    LineNumber expected = anchor.lines.first;
    if (map)
        expected = map->became.first != noLine ? map->became.first : map->nearest + 1;
    if (const auto lines = exactPlace(anchor, now, map ? &*map : nullptr, expected))
        return {PlaceKind::Exact, *lines, noLine};
    if (const auto lines = contextPlace(anchor, now, map ? &*map : nullptr, expected))
        return {PlaceKind::Context, *lines, noLine};
    if (map && map->became.first != noLine)
        return {PlaceKind::Mapped, map->became, noLine};
    return {PlaceKind::Outdated, {}, map ? map->nearest : std::min(anchor.lines.first - 1, lineCount)};
}

std::optional<LineRange> findMoved(const Anchor &anchor, const LineIndex &other)
{
    if (anchor.content.size() != lengthOf(anchor))
        return std::nullopt;
    const auto places = other.findBlock(anchor.content);
    if (places.size() != 1 || lettersAndDigits(other.text(), places.front(), anchor.content.size()) < tellingCharacters)
        return std::nullopt;
    return rangeAt(places.front(), lengthOf(anchor));
}

} // namespace countersign::review
