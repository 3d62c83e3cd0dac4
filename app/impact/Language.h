// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace countersign::impact
{

/// What a file's references to other files look like.
enum class Language : std::uint8_t {
    None, ///< not read: no dependents can be found
    C, ///< C, C++ and Objective-C
    Python,
    JavaScript, ///< and TypeScript, also inside Vue and Svelte components
    Java,
    Kotlin,
    Go,
    Rust,
    CSharp,
    Ruby,
    Php,
    Terraform,
    Naming, ///< what names other files by path and settings by key: YAML, JSON, TOML, Dockerfile, Makefile, CMake, shell
};

/// Judged by name alone. @param path as git has it.
[[nodiscard]] Language languageOf(std::string_view path);
/// Stable lower-case name: "python", "terraform", …
[[nodiscard]] std::string_view name(Language language);

/// "a/b" of "a/b/c.txt"; empty at the top.
[[nodiscard]] std::string_view folderOf(std::string_view path);
/// "c.txt" of "a/b/c.txt".
[[nodiscard]] std::string_view fileNameOf(std::string_view path);
/// "c" of "a/b/c.txt".
[[nodiscard]] std::string_view stemOf(std::string_view path);

} // namespace countersign::impact
