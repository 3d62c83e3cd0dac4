// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manifest.h"

#include "risk/Pattern.h"

#include <array>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 4'000;

/// How a lock file looks, line by line.
struct LockShape {
    std::string_view file;
    Ecosystem ecosystem;
    RE2 entry; ///< begins a package; groups: name, and the version where it stands in the same line
    RE2 version; ///< group: the version
    RE2 integrity; ///< group: a hash
};

RE2 expression(const char *text)
{
    return RE2(text, patternOptions());
}

/// Source: the documentation of the package managers, and files that they write.
const auto &shapes()
{
    static const std::array all{
        LockShape{"package-lock.json", Ecosystem::Npm,
                  expression(R"re(^\s*"(?:[^"]*node_modules/)?(@?[\w.-]+(?:/[\w.-]+)?)": \{()$)re"),
                  expression(R"re(^\s*"version": "([^"]+)")re"), expression(R"re(^\s*"integrity": "([^"]+)")re")},
        LockShape{"npm-shrinkwrap.json", Ecosystem::Npm,
                  expression(R"re(^\s*"(?:[^"]*node_modules/)?(@?[\w.-]+(?:/[\w.-]+)?)": \{()$)re"),
                  expression(R"re(^\s*"version": "([^"]+)")re"), expression(R"re(^\s*"integrity": "([^"]+)")re")},
        LockShape{"yarn.lock", Ecosystem::Npm, expression(R"re(^"?(@?[^@"\s]+)@[^:]*.*:()$)re"),
                  expression(R"re(^  version:? "?([^"]+)"?)re"), expression(R"(^  (?:integrity|checksum:) (\S+))")},
        LockShape{"pnpm-lock.yaml", Ecosystem::Npm, expression(R"re(^  '?/?(@?[^@'\s:]+)@([^:'()]+)[^:]*:$)re"),
                  expression("$^()"), expression(R"(^    resolution: \{integrity: ([^,}]+))")},
        LockShape{"bun.lock", Ecosystem::Npm, expression(R"re(^    "(?:[^"]*/)?(@?[\w.-]+(?:/[\w.-]+)?)": \["[^"]*@([^"@]+)")re"),
                  expression("$^()"), expression(R"re("(sha\d+-[^"]+)"\])re")},
        LockShape{"poetry.lock", Ecosystem::Python, expression(R"re(^name = "([^"]+)"()$)re"),
                  expression(R"re(^version = "([^"]+)")re"), expression(R"re(hash = "([^"]+)")re")},
        LockShape{"uv.lock", Ecosystem::Python, expression(R"re(^name = "([^"]+)"()$)re"),
                  expression(R"re(^version = "([^"]+)")re"), expression(R"re(hash = "([^"]+)")re")},
        LockShape{"pdm.lock", Ecosystem::Python, expression(R"re(^name = "([^"]+)"()$)re"),
                  expression(R"re(^version = "([^"]+)")re"), expression(R"re(hash = "([^"]+)")re")},
        LockShape{"Pipfile.lock", Ecosystem::Python, expression(R"re(^        "([\w.-]+)": \{()$)re"),
                  expression(R"re(^\s*"version": "==([^"]+)")re"), expression(R"re(^\s*"(sha256:[^"]+)")re")},
        LockShape{"Cargo.lock", Ecosystem::Cargo, expression(R"re(^name = "([^"]+)"()$)re"),
                  expression(R"re(^version = "([^"]+)")re"), expression(R"re(^checksum = "([^"]+)")re")},
        LockShape{"go.sum", Ecosystem::Go, expression(R"(^(\S+) (v[^\s/]+)(?:/go\.mod)? h1:)"), expression("$^()"),
                  expression(R"( (h1:\S+))")},
        LockShape{"Gemfile.lock", Ecosystem::Ruby, expression(R"(^    ([\w.-]+) \(([^)]+)\))"), expression("$^()"),
                  expression("$^()")},
        LockShape{"composer.lock", Ecosystem::Composer, expression(R"re(^            "name": "([^"]+)",?()$)re"),
                  expression(R"re(^            "version": "v?([^"]+)")re"), expression(R"re(^\s*"shasum": "([^"]+)")re")},
        LockShape{"packages.lock.json", Ecosystem::NuGet, expression(R"re(^      "([\w.-]+)": \{()$)re"),
                  expression(R"re(^\s*"resolved": "([^"]+)")re"), expression(R"re(^\s*"contentHash": "([^"]+)")re")},
        LockShape{"gradle.lockfile", Ecosystem::Maven, expression(R"(^([\w.-]+:[\w.-]+):([^=]+)=)"), expression("$^()"),
                  expression("$^()")},
    };
    return all;
}

const LockShape *shapeOf(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    for (const LockShape &shape : shapes()) {
        if (shape.file == name)
            return &shape;
    }
    return nullptr;
}

} // namespace

Ecosystem lockKind(std::string_view path)
{
    const LockShape *shape = shapeOf(path);
    return shape ? shape->ecosystem : Ecosystem::None;
}

std::vector<LockedPackage> lockedPackages(const Text &text, std::string_view path)
{
    std::vector<LockedPackage> packages;
    const LockShape *shape = shapeOf(path);
    for (LineNumber line = 1; shape && line <= text.lineCount(); ++line) {
        const std::string_view content = text.line(line).substr(0, longestLine);
        std::string name;
        std::string value;
        if (content.empty())
            continue;
        if (RE2::PartialMatch(pieceOf(content), shape->entry, &name, &value)) {
            packages.push_back(
                {.name = normalName(name, shape->ecosystem), .version = value, .integrity = {}, .line = line, .last = line});
        } else if (!packages.empty() && packages.back().version.empty()
                   && RE2::PartialMatch(pieceOf(content), shape->version, &value)) {
            packages.back().version = value;
        }
        if (!packages.empty() && RE2::PartialMatch(pieceOf(content), shape->integrity, &value)) {
            packages.back().integrity += value + " ";
            packages.back().last = line;
        }
    }
    return packages;
}

std::vector<std::string_view> lockNames(std::string_view manifestPath)
{
    std::vector<std::string_view> names;
    const std::string_view name = manifestPath.substr(manifestPath.rfind('/') + 1);
    const Ecosystem ecosystem = manifestKind(manifestPath);
    const bool isLocked = name == "package.json" || name == "pyproject.toml" || name == "Pipfile" || name == "Cargo.toml"
        || name == "go.mod" || name == "Gemfile" || name == "composer.json";
    for (const LockShape &shape : shapes()) {
        const bool isOfPipenv = shape.file == "Pipfile.lock";
        if (isLocked && shape.ecosystem == ecosystem && isOfPipenv == (name == "Pipfile"))
            names.push_back(shape.file);
    }
    return names;
}

} // namespace countersign::risk
