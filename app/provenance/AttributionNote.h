// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Message.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace countersign::provenance
{

/// Several tools write notes here, each a body of its own: look at the body. One is a git-ai log with lines, the others speak of
/// whole files.
inline constexpr std::string_view attributionRef = "refs/notes/ai-attribution";

/// What a note says about the files of its commit, without lines.
struct FileAttribution {
    std::string tool; ///< as written; empty: not named
    std::map<std::string, int, std::less<>> percent; ///< share of an AI in each file, 0 to 100, by path
};

/// Parses the two JSON bodies: "files" with a share each (Qwen Code's), and "ai_files"/"human_files" (Kiro's hooks).
/// Errors: larger than 16 MiB, not valid JSON, neither of the two.
[[nodiscard]] std::expected<FileAttribution, Message> parseAttributionNote(std::string_view note);

} // namespace countersign::provenance
