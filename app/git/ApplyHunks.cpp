// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ApplyHunks.h"

#include "Lines.h"

#include <algorithm>
#include <optional>

namespace countersign::git
{

namespace
{

bool isSame(std::string_view inFile, std::string_view inPatch, LineEnds ends)
{
    if (inFile == inPatch)
        return true;
    return ends == LineEnds::Lost && inFile.size() == inPatch.size() + 1 && inFile.ends_with("\r\n") && inPatch.ends_with('\n')
        && inFile.substr(0, inFile.size() - 2) == inPatch.substr(0, inPatch.size() - 1);
}

/// A hunk and where it may go.
struct Place {
    std::vector<std::string_view> old; ///< its context and removed lines
    std::size_t leading = 0; ///< lines of context before the first change
    std::size_t trailing = 0;
    bool isAtStart = false; ///< the hunk starts with the first line of the file

    explicit Place(const PatchHunk &hunk)
        : isAtStart(hunk.oldStart <= 1)
    {
        for (const auto &line : hunk.lines) {
            if (line.kind != '+')
                old.emplace_back(line.text);
        }
        const auto isChange = [](const HunkLine &line) { return line.kind != ' '; };
        leading = static_cast<std::size_t>(std::ranges::find_if(hunk.lines, isChange) - hunk.lines.begin());
        trailing = static_cast<std::size_t>(std::find_if(hunk.lines.rbegin(), hunk.lines.rend(), isChange) - hunk.lines.rbegin());
    }
};

bool fits(const std::vector<std::string_view> &file, std::size_t at, const Place &place, LineEnds ends)
{
    for (std::size_t i = 0; i < place.old.size(); ++i) {
        if (!isSame(file[at + i], place.old[i], ends))
            return false;
    }
    return true;
}

/// Where in the file the hunk goes, not before line @p first; @p expected is where it should.
std::optional<std::size_t> find(const std::vector<std::string_view> &file, std::size_t first, std::size_t expected,
                                const Place &place, LineEnds ends, const std::stop_token &stop)
{
    if (first + place.old.size() > file.size())
        return std::nullopt;
    std::size_t last = file.size() - place.old.size();
    if (place.leading == 0 && place.trailing == 0)
        return expected >= first && expected <= last && fits(file, expected, place, ends) ? std::optional(expected)
                                                                                          : std::nullopt;
    if (place.isAtStart)
        last = std::min(last, first);
    if (place.trailing == 0)
        first = last;
    expected = std::clamp(expected, first, last);
    for (std::size_t distance = 0; !stop.stop_requested(); ++distance) {
        const bool isBelow = distance <= last - expected;
        const bool isAbove = distance <= expected - first;
        if (isBelow && fits(file, expected + distance, place, ends))
            return expected + distance;
        if (isAbove && fits(file, expected - distance, place, ends))
            return expected - distance;
        if (!isBelow && !isAbove)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::expected<std::string, std::size_t> applyHunks(std::string_view before, std::span<const PatchHunk> hunks, LineEnds ends,
                                                   const std::stop_token &stop)
{
    const auto file = splitLines(before);
    std::string out;
    out.reserve(before.size());
    std::size_t done = 0; // lines of the file that are in out
    std::ptrdiff_t drift = 0; // how far the last hunk was from where it was expected
    for (std::size_t h = 0; h < hunks.size(); ++h) {
        const PatchHunk &hunk = hunks[h];
        const Place place(hunk);
        // A hunk that only adds names the line before it.
        const auto stated = static_cast<std::ptrdiff_t>(hunk.oldStart) - (hunk.oldCount == 0 ? 0 : 1);
        const auto expected = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, stated + drift));
        const auto found = find(file, done, expected, place, ends, stop);
        if (!found)
            return std::unexpected(h);
        drift = static_cast<std::ptrdiff_t>(*found) - stated;
        for (; done < *found; ++done)
            out += file[done];
        const bool hasCrLf = ends == LineEnds::Lost && !place.old.empty() && file[*found].ends_with("\r\n");
        for (const auto &line : hunk.lines) {
            if (line.kind == '+') {
                const bool restored = hasCrLf && line.text.ends_with('\n');
                out += restored ? std::string_view(line.text).substr(0, line.text.size() - 1) : std::string_view(line.text);
                out += restored ? "\r\n" : "";
                continue;
            }
            if (line.kind == ' ')
                out += file[done];
            ++done;
        }
    }
    for (; done < file.size(); ++done)
        out += file[done];
    return out;
}

} // namespace countersign::git
