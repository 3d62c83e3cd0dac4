// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace countersign::review
{

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
    std::vector<std::string> notDisplayed; ///< files without lines (binary, images): no read mark speaks of them
    ReadCount riskyHunks; ///< hunks that a finding of medium severity or worse touches
    friend bool operator==(const Coverage &, const Coverage &) = default;
};

/// What there is to read in a change, counted once, so that coverage is quick to compute after every mark.
/// Immutable; any thread.
class CoverageMap
{
public:
    /// One hunk: the unit that a reader marks.
    struct Hunk {
        std::string key; ///< diff::hunkKey()
        std::uint32_t changed = 0;
        std::uint32_t ai = 0;
        std::uint32_t unknown = 0;
        bool isRisky = false; ///< touched by a finding of medium severity or worse
    };
    struct File {
        std::string path;
        std::vector<Hunk> hunks; ///< as in FileRows::hunks
        bool isDisplayed = true;
    };

    CoverageMap() = default;
    /// @param provenance of the same change; files are matched by path. @param findings of it, too.
    CoverageMap(std::span<const FileChange> files, const Provenance &provenance, std::span<const Finding> findings = {});

    [[nodiscard]] const std::vector<File> &files() const { return m_files; }
    /// @param readHunks keys of the hunks that the reviewer marked; keys that are not in the change count nothing.
    [[nodiscard]] Coverage coverage(const std::set<std::string> &readHunks) const;

private:
    std::vector<File> m_files;
};

} // namespace countersign::review
