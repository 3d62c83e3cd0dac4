// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"
#include "Text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign {

/// Strength of what is recorded about who or what wrote a line. Ordered: an earlier one is stronger.
enum class ProvenanceLevel : std::uint8_t { Recorded, Agent, Asserted, Mixed, Suggestion, Automation, Unknown };

[[nodiscard]] std::string_view name(ProvenanceLevel level);
[[nodiscard]] std::optional<ProvenanceLevel> provenanceLevelFromName(std::string_view text);
[[nodiscard]] Message label(ProvenanceLevel level);

/// Lines first to last, both included, 1-based.
struct LineRange {
    LineNumber first = noLine;
    LineNumber last = noLine;
    friend bool operator==(const LineRange &, const LineRange &) = default;
};

/// One piece of evidence, kept as found. Text from outside: show through safeText().
struct ProvenanceEvidence {
    std::string kind; ///< "commit-marker", "git-ai-note", "tag", "squash", "branch-hint", …
    std::string source; ///< where it stands: "author", "trailer", "body", a notes ref
    std::string commit; ///< commit id in hexadecimal; empty for the whole change
    std::string detail; ///< what was read, bounded
    std::string tool; ///< slug; empty when no tool is named
    ProvenanceLevel level = ProvenanceLevel::Unknown;
    friend bool operator==(const ProvenanceEvidence &, const ProvenanceEvidence &) = default;
};

/// A run of added lines (new side) with one level.
struct ProvenanceRun {
    LineRange lines;
    ProvenanceLevel level = ProvenanceLevel::Unknown;
    std::string tool;
    bool isAi = false; ///< some evidence assigns these lines to an AI (never for mixed, automation, unknown)
    friend bool operator==(const ProvenanceRun &, const ProvenanceRun &) = default;
};

struct FileProvenance {
    std::string path;
    ProvenanceLevel level = ProvenanceLevel::Unknown; ///< the strongest of its runs
    std::vector<ProvenanceRun> runs; ///< every added line, ascending, none twice
    std::uint32_t aiLines = 0;
    std::uint32_t unknownLines = 0; ///< level mixed or unknown: may be an AI's
    friend bool operator==(const FileProvenance &, const FileProvenance &) = default;
};

/// What is recorded about a whole change.
struct Provenance {
    ProvenanceLevel level = ProvenanceLevel::Unknown; ///< the strongest AI level; else automation or unknown
    std::vector<std::string> tools; ///< slugs, sorted
    std::uint32_t aiLines = 0;
    std::uint32_t unknownLines = 0;
    std::uint32_t totalLines = 0; ///< all added lines
    std::vector<FileProvenance> files;
    std::vector<ProvenanceEvidence> evidence;
    std::vector<Message> problems; ///< what could not be read, in words
    friend bool operator==(const Provenance &, const Provenance &) = default;
};

} // namespace countersign
