// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Where packages of one kind come from: a name means one package inside of it.
enum class Ecosystem : std::uint8_t { None, Npm, Python, Cargo, Go, Ruby, Composer, Maven, NuGet };

/// One dependency as a manifest names it.
struct Dependency {
    std::string name; ///< as normalName() gives it
    std::string requirement; ///< "^1.2.0", "==3.1", "v0.4.0"; empty: none
    LineNumber line = noLine;
    bool isLocal = false; ///< of the same repository, of a path or an address: no registry and no lock file is asked
};

/// Which kind of manifest @p path is; None: none.
[[nodiscard]] Ecosystem manifestKind(std::string_view path);
/// Dependencies of package.json, pyproject.toml, requirements*.txt, Pipfile, setup.py/.cfg, environment.yml, Cargo.toml, go.mod,
/// Gemfile,
/// *.gemspec, composer.json, pom.xml, build.gradle(.kts), libs.versions.toml, *.csproj and packages.config. Reads line by line
/// and takes whatever it gets.
[[nodiscard]] std::vector<Dependency> dependenciesOf(const Text &text, std::string_view path);

/// One package as a lock file fixes it.
struct LockedPackage {
    std::string name; ///< as normalName() gives it
    std::string version;
    std::string integrity; ///< all of its hashes; empty: none
    LineNumber line = noLine;
    LineNumber last = noLine;
};

/// Which ecosystem the lock file at @p path belongs to; None: no lock file that can be read.
[[nodiscard]] Ecosystem lockKind(std::string_view path);
[[nodiscard]] std::vector<LockedPackage> lockedPackages(const Text &text, std::string_view path);
/// Names of the lock files that belong to a manifest, in the same folder or one above it.
[[nodiscard]] std::vector<std::string_view> lockNames(std::string_view manifestPath);

/// The form in which two names are the same package: lower case, and in Python '-' for '_' and '.'.
[[nodiscard]] std::string normalName(std::string_view name, Ecosystem ecosystem);

} // namespace countersign::risk
