// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

/// One submodule as .gitmodules has it. From outside: neither name nor path is fit for the file system before isSafeRelative().
struct GitModule {
    std::string name;
    std::string path;
    std::string url; ///< for display; nothing is ever fetched from it
    friend bool operator==(const GitModule &, const GitModule &) = default;
};

/// Reads a .gitmodules file, which has the syntax of git's configuration ("CONFIGURATION FILE" in git-config(1)): of a key that
/// comes twice the last value counts, lines that cannot be read are passed over. At most 10,000 modules; includes are not
/// followed.
[[nodiscard]] std::vector<GitModule> parseGitModules(std::string_view bytes);

/// A path that cannot leave the folder that it is appended to: relative, no empty, ".", ".." or ".git" part, no backslash, no
/// NUL.
[[nodiscard]] bool isSafeRelative(std::string_view path);

} // namespace countersign::git
