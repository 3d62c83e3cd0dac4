// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "core/Oid.h"
#include "core/Provenance.h"
#include "core/Text.h"
#include "git/Repository.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::provenance
{

/// Where our tags are kept. They stay local until this ref is pushed.
inline constexpr std::string_view tagsRef = "refs/notes/countersign";

/// What a tag speaks of. Empty path: the whole change. A path alone: that file. Lines: those of the file at the head of the
/// change.
struct TagScope {
    std::string path;
    std::optional<LineRange> lines;
};

/// Under "scope" in a record: its ranges are lines of the version that it names, whichever commit brought them.
inline constexpr std::string_view scopeOfVersion = "version";

/// States that a change is AI-assisted: adds a note under tagsRef to each of its commits, with the lines that the commit added.
///
/// A note holds one JSON record a line, shaped like Agent Trace 0.1.0 and extended by "asserted_by" and "basis"; every file is
/// bound to its blob id and content hash, every range to the hash of its text. A second tag by the same person for the same tool
/// takes the first one's place; other records stay. Ranges are 1-based and inclusive. Other tools' refs are never written.
/// A tag of lines stands on the head commit and is bound to the head's version of the file.
/// @param tool slug, must not be empty. @param model may be empty. @param who says so, and when (Signature::time).
/// Errors: a path that the change does not have, lines that the file does not have; the change is not stored in the repository,
/// has no commits, no tool, nobody; the ref cannot be written.
[[nodiscard]] Result<void> tagChange(git::Repository &repository, const Change &change, std::string_view tool,
                                     std::string_view model, const Signature &who, const TagScope &scope = {});

/// What one record of a tag says about one file.
struct TaggedFile {
    Oid blob; ///< the version that was tagged
    std::string contentSha256; ///< 64 hexadecimal digits
    struct Range {
        LineRange lines;
        ProvenanceLevel level = ProvenanceLevel::Asserted; ///< asserted, mixed or unknown
        bool isAi = false;
    };
    std::vector<Range> ranges;

    /// True when @p text with the id @p id is what was tagged.
    [[nodiscard]] bool fits(const Oid &id, const Text &text) const;
};

/// One record of a tag. Text from outside: show through safeText().
struct TagRecord {
    std::string assertedBy;
    std::string basis;
    std::string tool; ///< slug as written
    std::string model;
    std::string revision; ///< hexadecimal id of the commit that was tagged
    bool isAi = false; ///< the record as a whole names an AI
    bool isOfVersion = false; ///< see scopeOfVersion
    std::map<std::string, TaggedFile, std::less<>> files; ///< by path
};

struct TagNote {
    std::vector<TagRecord> records;
    std::vector<Message> problems; ///< records that were left out
};

/// Parses a note of tagsRef. Never fails as a whole unless it is larger than 16 MiB: broken records become problems.
[[nodiscard]] TagNote parseTagNote(std::string_view note);

} // namespace countersign::provenance
