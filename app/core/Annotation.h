// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign {

/// What another tool, a scanner or an AI reviewer, says about lines of a change. It is shown with its source; it grades nothing
/// and never counts as anybody's approval. Text from outside: show through safeText().
struct Annotation {
    enum class Level : std::uint8_t { Error, Warning, Note, None };

    std::string source; ///< name and version of the tool
    std::string rule; ///< the tool's own id; may be empty
    Level level = Level::Warning;
    std::string message; ///< plain text, bounded
    std::string file; ///< path of a file of the change, on the new side
    LineNumber startLine = noLine; ///< noLine: the file as a whole
    LineNumber endLine = noLine; ///< included
    bool isOnAddedLines = false; ///< some line of it came with the change
    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// Stable lower-case names, those of SARIF: "error", "warning", "note", "none".
[[nodiscard]] std::string_view name(Annotation::Level level);

} // namespace countersign
