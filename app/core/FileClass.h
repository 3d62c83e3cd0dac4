// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <string_view>

namespace countersign {

/// What a file is for; decides folding, size by kind, and which rules look at it.
enum class FileClass {
    Code,
    Test,
    Configuration, ///< settings read at run time, environment files, feature flags
    Infrastructure, ///< Terraform, CloudFormation, Kubernetes, Helm, Docker, Ansible
    Pipeline, ///< CI workflows and the scripts they run
    Migration, ///< schema and data migrations
    Documentation,
    Translation,
    Generated, ///< generated code, snapshots, minified files
    Vendored, ///< third-party code in the tree
    LockFile, ///< a package manager's lock file
    AgentInstructions, ///< what steers an AI agent: CLAUDE.md, AGENTS.md, .cursor/rules, MCP configuration
    Other,
};

/// Judges by path alone and, where the path does not tell, by the first bytes ("Code generated … DO NOT EDIT").
/// @param path as git has it. @param head the first bytes of the file (up to 4 KiB are looked at); may be empty.
[[nodiscard]] FileClass classify(std::string_view path, std::string_view head = {});

/// Stable lower-case name as in JSON ("code", "test", "lock-file", …).
[[nodiscard]] std::string_view name(FileClass fileClass);
/// A word for people, translatable.
[[nodiscard]] Message label(FileClass fileClass);
/// False for what people do not write as part of the program: documentation, translations, and what isFolded().
[[nodiscard]] bool isProgram(FileClass fileClass);
/// True for what a reader may fold away: generated, vendored, lock files.
[[nodiscard]] bool isFolded(FileClass fileClass);

} // namespace countersign
