// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Message.h"
#include "core/Provenance.h"

#include <expected>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::provenance
{

/// Lines of one file that a note assigns to one author, in the version of the file that the note's commit holds.
struct Attestation {
    std::vector<LineRange> ranges;
    std::string tool; ///< as the note names it; empty when the note has no metadata for the key
    std::string model;
    bool isHuman = false;
};

/// A git-ai authorship log, standard 3.0.0 ("git_ai_standard_v3.0.0.md"): what it says about lines, and nothing else.
/// Prompts and transcripts are never kept.
struct GitAiNote {
    std::map<std::string, std::vector<Attestation>, std::less<>> files; ///< by path
    std::vector<Message> problems; ///< entries that were left out, and why; the rest stands

    [[nodiscard]] bool isEmpty() const { return files.empty(); }
};

inline constexpr std::size_t mostNoteBytes = 16U * 1024 * 1024;
inline constexpr std::size_t mostNoteRanges = 1'000'000;

/// Parses a note of refs/notes/ai. Errors: too large, no "---" line, metadata that is not valid, another format.
[[nodiscard]] std::expected<GitAiNote, Message> parseGitAiNote(std::string_view note);

/// Parses the older form, schema authorship/0.0.1: JSON with authors and lines for each file, one blob a commit under
/// refs/ai/authorship/. An author is a name; it is an agent when @p isTool says so or when agent_metadata stands beside it.
/// Errors: too large, not valid JSON, another format.
[[nodiscard]] std::expected<GitAiNote, Message> parseLegacyGitAiNote(std::string_view note,
                                                                     const std::function<bool(std::string_view)> &isTool);

/// Where that blob is.
inline constexpr std::string_view legacyAuthorshipRefs = "refs/ai/authorship/";

} // namespace countersign::provenance
