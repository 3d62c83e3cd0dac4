// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ctags.h"
#include "Facts.h"

#include "core/FileChange.h"
#include "core/FileClass.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace countersign::impact
{

/// What the changed lines of one file are part of.
struct ChangedNames {
    std::set<std::string> symbols; ///< functions, types, constants, resources around or on changed lines
    std::set<std::string> keys; ///< settings whose line changed, in files that hold settings
    /// Every changed line of code is inside one of the symbols: who uses none of them is not touched. Imports, comments and blank
    /// lines do not count.
    bool isInSymbols = false;
};

/// By the definitions of Universal Ctags where they are known, else by indentation and the look of the lines, so for any
/// language; both sides.
[[nodiscard]] ChangedNames changedNames(const FileChange &file, const FileTags &tags = {});

/// A comment as the language has it, by how the line begins.
[[nodiscard]] bool isComment(std::string_view line, Language language);

/// The key of a line of settings ("  port: 80", "PORT=80", "\"port\": 80"); empty when there is none.
[[nodiscard]] std::string settingKey(std::string_view line);
/// Nobody else's word by chance: long enough, and made of parts ("DB_HOST", "maxRetries", "server.port").
[[nodiscard]] bool isDistinctive(std::string_view key);

/// "dev", "staging" or "prod", as a folder or part of the file's name says; nothing where none does.
[[nodiscard]] std::optional<std::string> environmentOf(std::string_view path);

/// "main", "routes", "schedule", "migration", "pipeline", "infrastructure" of a file where things begin.
[[nodiscard]] std::optional<std::string> entryKind(const FileFacts &facts, FileClass fileClass, Language language);

} // namespace countersign::impact
