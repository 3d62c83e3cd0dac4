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

/// A form of lines.
struct Form {
    std::string_view sign; ///< stands in every line of the form; nearly no other line has it
    RE2 expression;

    /// The line has the form; its groups go to @p groups.
    template<class... Groups>
    bool matches(std::string_view line, Groups *...groups) const
    {
        return line.contains(sign) && RE2::PartialMatch(pieceOf(line), expression, groups...);
    }
};

Form form(std::string_view sign, const char *expression)
{
    return {sign, RE2(expression, patternOptions())};
}

Form noForm()
{
    return form("\n", "$^()"); // no line has one
}

/// How a lock file looks, line by line.
struct LockShape {
    std::string_view file;
    Ecosystem ecosystem;
    Form entry; ///< begins a package; groups: name, and the version where it stands in the same line
    Form version; ///< group: the version
    Form integrity; ///< group: a hash
};

/// Source: the documentation of the package managers, and files that they write.
const auto &shapes()
{
    static const std::array all{
        LockShape{"package-lock.json", Ecosystem::Npm,
                  form(R"re(": {)re", R"re(^\s*"(?:[^"]*node_modules/)?(@?[\w.-]+(?:/[\w.-]+)?)": \{()$)re"),
                  form(R"re("version")re", R"re(^\s*"version": "([^"]+)")re"),
                  form(R"re("integrity")re", R"re(^\s*"integrity": "([^"]+)")re")},
        LockShape{"npm-shrinkwrap.json", Ecosystem::Npm,
                  form(R"re(": {)re", R"re(^\s*"(?:[^"]*node_modules/)?(@?[\w.-]+(?:/[\w.-]+)?)": \{()$)re"),
                  form(R"re("version")re", R"re(^\s*"version": "([^"]+)")re"),
                  form(R"re("integrity")re", R"re(^\s*"integrity": "([^"]+)")re")},
        LockShape{"yarn.lock", Ecosystem::Npm, form("@", R"re(^"?(@?[^@"\s]+)@[^:]*.*:()$)re"),
                  form("version", R"re(^  version:? "?([^"]+)"?)re"), form(" ", R"(^  (?:integrity|checksum:) (\S+))")},
        LockShape{"pnpm-lock.yaml", Ecosystem::Npm, form(":", R"re(^  '?/?(@?[^@'\s:]+)@([^:'()]+)[^:]*:$)re"), noForm(),
                  form("integrity", R"(^    resolution: \{integrity: ([^,}]+))")},
        LockShape{"bun.lock", Ecosystem::Npm,
                  form(R"re(": [)re", R"re(^    "(?:[^"]*/)?(@?[\w.-]+(?:/[\w.-]+)?)": \["[^"]*@([^"@]+)")re"), noForm(),
                  form("sha", R"re("(sha\d+-[^"]+)"\])re")},
        LockShape{"poetry.lock", Ecosystem::Python, form("name = ", R"re(^name = "([^"]+)"()$)re"),
                  form("version = ", R"re(^version = "([^"]+)")re"), form("hash = ", R"re(hash = "([^"]+)")re")},
        LockShape{"uv.lock", Ecosystem::Python, form("name = ", R"re(^name = "([^"]+)"()$)re"),
                  form("version = ", R"re(^version = "([^"]+)")re"), form("hash = ", R"re(hash = "([^"]+)")re")},
        LockShape{"pdm.lock", Ecosystem::Python, form("name = ", R"re(^name = "([^"]+)"()$)re"),
                  form("version = ", R"re(^version = "([^"]+)")re"), form("hash = ", R"re(hash = "([^"]+)")re")},
        LockShape{"Pipfile.lock", Ecosystem::Python, form(R"re(": {)re", R"re(^        "([\w.-]+)": \{()$)re"),
                  form(R"re("version")re", R"re(^\s*"version": "==([^"]+)")re"), form("sha256:", R"re(^\s*"(sha256:[^"]+)")re")},
        LockShape{"Cargo.lock", Ecosystem::Cargo, form("name = ", R"re(^name = "([^"]+)"()$)re"),
                  form("version = ", R"re(^version = "([^"]+)")re"), form("checksum = ", R"re(^checksum = "([^"]+)")re")},
        LockShape{"go.sum", Ecosystem::Go, form(" h1:", R"(^(\S+) (v[^\s/]+)(?:/go\.mod)? h1:)"), noForm(),
                  form(" h1:", R"( (h1:\S+))")},
        LockShape{"Gemfile.lock", Ecosystem::Ruby, form(" (", R"(^    ([\w.-]+) \(([^)]+)\))"), noForm(), noForm()},
        LockShape{"composer.lock", Ecosystem::Composer, form(R"re("name")re", R"re(^            "name": "([^"]+)",?()$)re"),
                  form(R"re("version")re", R"re(^            "version": "v?([^"]+)")re"),
                  form(R"re("shasum")re", R"re(^\s*"shasum": "([^"]+)")re")},
        LockShape{"packages.lock.json", Ecosystem::NuGet, form(R"re(": {)re", R"re(^      "([\w.-]+)": \{()$)re"),
                  form(R"re("resolved")re", R"re(^\s*"resolved": "([^"]+)")re"),
                  form(R"re("contentHash")re", R"re(^\s*"contentHash": "([^"]+)")re")},
        LockShape{"gradle.lockfile", Ecosystem::Maven, form(":", R"(^([\w.-]+:[\w.-]+):([^=]+)=)"), noForm(), noForm()},
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
        if (shape->entry.matches(content, &name, &value)) {
            packages.push_back(
                {.name = normalName(name, shape->ecosystem), .version = value, .integrity = {}, .line = line, .last = line});
        } else if (!packages.empty() && packages.back().version.empty() && shape->version.matches(content, &value)) {
            packages.back().version = value;
        }
        if (!packages.empty() && shape->integrity.matches(content, &value)) {
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
