// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowSet.h"

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace countersign::review
{

/// What was read, by hunk: keys as diff::hunkKey() gives them.
using ReadRows = std::map<std::string, RowSet>;

/// How much of something a reviewer has marked as read. Displayed is not read.
struct ReadCount {
    std::uint64_t total = 0;
    std::uint64_t read = 0;

    [[nodiscard]] bool isComplete() const { return read == total; }
    ReadCount &operator+=(const ReadCount &other)
    {
        total += other.total;
        read += other.read;
        return *this;
    }
    friend bool operator==(const ReadCount &, const ReadCount &) = default;
};

/// Lines of one file or of a whole change.
struct CoverageCounts {
    ReadCount changed; ///< rows that are not equal; a line that became another counts once
    ReadCount ai; ///< added lines that some evidence assigns to an AI
    ReadCount unknown; ///< added lines of level mixed or unknown: may be an AI's
    CoverageCounts &operator+=(const CoverageCounts &other)
    {
        changed += other.changed;
        ai += other.ai;
        unknown += other.unknown;
        return *this;
    }
    friend bool operator==(const CoverageCounts &, const CoverageCounts &) = default;
};

struct FileCoverage {
    std::string path;
    CoverageCounts lines;
    friend bool operator==(const FileCoverage &, const FileCoverage &) = default;
};

struct Coverage {
    CoverageCounts total;
    std::vector<FileCoverage> files; ///< in the order of the change's files
    std::vector<std::string> notDisplayed; ///< files without lines to mark: binary, images, another encoding, unreadable
    ReadCount riskyHunks; ///< hunks that a finding of medium severity or worse touches
    friend bool operator==(const Coverage &, const Coverage &) = default;
};

/// What there is to read in a change, counted once, so that coverage is quick to compute after every mark.
/// Any thread, once it is filled.
class CoverageMap
{
public:
    /// Whose an added line may be.
    enum class Origin : std::uint8_t { Other, Ai, Unknown };
    /// One hunk: what a reader marks at once, if not single rows of it.
    struct Hunk {
        std::string key; ///< diff::hunkKey()
        std::uint32_t changed = 0;
        std::uint32_t ai = 0;
        std::uint32_t unknown = 0;
        std::vector<Origin> origins; ///< of its rows, in order
        bool isRisky = false; ///< touched by a finding of medium severity or worse
    };
    struct File {
        std::string path;
        std::vector<Hunk> hunks; ///< as in FileRows::hunks
        bool isDisplayed = true;
        bool isCounted = true; ///< false: its marks are kept, but it is no part of the whole change
    };

    CoverageMap() = default;
    /// @param provenance of the same change; files are matched by path. @param findings of it, too.
    CoverageMap(std::span<const FileChange> files, const Provenance &provenance, std::span<const Finding> findings = {});

    /// Something that can be marked as read and is no file of the change.
    void addUncounted(const FileChange &file);
    [[nodiscard]] const std::vector<File> &files() const { return m_files; }
    /// @param read what the reviewer marked; keys that are not in the change count nothing.
    [[nodiscard]] Coverage coverage(const ReadRows &read) const;

private:
    std::vector<File> m_files;
};

} // namespace countersign::review
