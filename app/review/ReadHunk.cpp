// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadHunk.h"

#include "core/Sha256.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

namespace countersign::review
{

namespace
{

constexpr std::size_t tellingCharacters = 20; ///< letters and digits, as git asks of a moved block
constexpr std::size_t mostCandidates = 64; ///< places of one row that are looked at

std::string_view lineOf(const Text &text, LineNumber line)
{
    return line == noLine ? std::string_view() : text.rawLine(line);
}

LineDigest rowDigest(const FileChange &file, const Row &row)
{
    Sha256 sha;
    // A missing line is not an empty one, and no two pairs read the same.
    for (const auto &[text, line] : {std::pair(&file.oldText, row.left), std::pair(&file.newText, row.right)}) {
        const std::string_view bytes = lineOf(*text, line);
        sha.add(line == noLine ? "-" : std::to_string(bytes.size()) + ':');
        sha.add(bytes);
    }
    const std::string whole = sha.finish();
    LineDigest digest;
    std::memcpy(digest.data(), whole.data(), digest.size());
    return digest;
}

std::size_t lettersAndDigits(const FileChange &file, const Row &row)
{
    const auto count = [](std::string_view bytes) {
        return static_cast<std::size_t>(std::ranges::count_if(
            bytes, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
    };
    return count(lineOf(file.oldText, row.left)) + count(lineOf(file.newText, row.right));
}

/// The rows that were read, by their content; each can be found again once.
class MarkedRows
{
public:
    struct Run {
        std::size_t mark = 0;
        std::size_t first = 0;
        std::size_t count = 0;
    };

    explicit MarkedRows(std::span<const ReadHunk> marks)
        : m_marks(marks)
    {
        for (std::size_t mark = 0; mark < marks.size(); ++mark) {
            m_used.emplace_back(marks[mark].digests.size());
            for (std::size_t row = 0; row < marks[mark].digests.size(); ++row)
                m_places[marks[mark].digests[row]].emplace_back(mark, row);
        }
    }

    /// The longest run of rows, marked or not, that @p digests begins with.
    [[nodiscard]] Run longest(std::span<const LineDigest> digests) const
    {
        Run best;
        const auto found = m_places.find(digests.front());
        if (found == m_places.end())
            return best;
        std::size_t looked = 0;
        for (const auto &[mark, first] : found->second) {
            if (m_used[mark][first])
                continue;
            if (++looked > mostCandidates)
                break;
            const std::size_t count = runFrom(mark, first, digests);
            if (count > best.count)
                best = {mark, first, count};
        }
        return best;
    }
    void use(const Run &run)
    {
        for (std::size_t row = run.first; row < run.first + run.count; ++row)
            m_used[run.mark][row] = true;
    }
    [[nodiscard]] bool isRead(const Run &run, std::size_t offset) const
    {
        return m_marks[run.mark].rows.contains(static_cast<std::uint32_t>(run.first + offset));
    }

private:
    [[nodiscard]] std::size_t runFrom(std::size_t mark, std::size_t first, std::span<const LineDigest> digests) const
    {
        const auto &all = m_marks[mark].digests;
        std::size_t count = 0;
        while (count < digests.size() && first + count < all.size() && !m_used[mark][first + count]
               && all[first + count] == digests[count])
            ++count;
        return count;
    }

    std::span<const ReadHunk> m_marks;
    std::map<LineDigest, std::vector<std::pair<std::size_t, std::size_t>>> m_places; ///< mark and row
    std::vector<std::vector<bool>> m_used;
};

/// What of one hunk comes from one mark.
struct Part {
    RowSet read;
    std::size_t telling = 0;
};

RowSet carryHunk(const FileChange &file, const Hunk &hunk, std::span<const LineDigest> digests, MarkedRows &marked)
{
    std::map<std::size_t, Part> parts; // by mark
    for (std::size_t row = 0; row < digests.size();) {
        const auto run = marked.longest(digests.subspan(row));
        for (std::size_t i = 0; i < run.count; ++i) {
            const auto at = static_cast<std::uint32_t>(row + i);
            Part &part = parts[run.mark];
            part.telling += lettersAndDigits(file, file.rows.rows[hunk.firstRow + at]);
            if (marked.isRead(run, i))
                part.read.add(RowSet::of(at, at));
        }
        marked.use(run);
        row += std::max<std::size_t>(run.count, 1);
    }
    RowSet read;
    for (const auto &[mark, part] : parts) {
        if (part.telling >= tellingCharacters)
            read.add(part.read);
    }
    return read.covers(hunk.rowCount) ? RowSet::all() : read;
}

} // namespace

ReadHunk readHunk(const FileChange &file, std::size_t hunk, std::string key, RowSet rows)
{
    ReadHunk mark{std::move(key), std::move(rows), file.path(), {}};
    const Hunk &range = file.rows.hunks[hunk];
    if (range.rowCount > mostFollowedRows)
        return mark;
    mark.digests.reserve(range.rowCount);
    for (std::uint32_t row = 0; row < range.rowCount; ++row)
        mark.digests.push_back(rowDigest(file, file.rows.rows[range.firstRow + row]));
    return mark;
}

std::vector<ReadHunk> carryRead(const FileChange &file, const std::vector<CoverageMap::Hunk> &hunks, const ReadRows &known,
                                std::span<const ReadHunk> before)
{
    std::vector<ReadHunk> carried;
    MarkedRows marked(before);
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        if (known.contains(hunks[i].key))
            continue;
        ReadHunk mark = readHunk(file, i, hunks[i].key, {});
        if (mark.digests.empty())
            continue;
        mark.rows = carryHunk(file, file.rows.hunks[i], mark.digests, marked);
        if (!mark.rows.isEmpty())
            carried.push_back(std::move(mark));
    }
    return carried;
}

} // namespace countersign::review
