// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pace.h"

namespace countersign::review
{

std::optional<Pace> paceOf(const CoverageMap &map, const std::map<std::string, std::int64_t> &readTimes)
{
    constexpr std::int64_t longestPause = 600;
    std::map<std::int64_t, std::uint64_t> linesAt; // marks of the same second were set together
    for (const auto &file : map.files()) {
        for (const auto &hunk : file.hunks) {
            if (const auto mark = readTimes.find(hunk.key); mark != readTimes.end())
                linesAt[mark->second] += hunk.changed;
        }
    }
    Pace pace;
    std::optional<std::int64_t> last;
    for (const auto &[time, lines] : linesAt) {
        // What was read before the first mark, or over a pause, took nobody knows how long.
        if (last && time - *last <= longestPause) {
            pace.seconds += static_cast<std::uint64_t>(time - *last);
            pace.lines += lines;
        }
        last = time;
    }
    if (pace.seconds == 0)
        return std::nullopt;
    pace.linesPerHour = pace.lines * 3600 / pace.seconds;
    return pace;
}

} // namespace countersign::review
