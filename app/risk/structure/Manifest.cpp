// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manifest.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 10'000;

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isRequirements(std::string_view path)
{
    static const RE2 requirements(
        R"((?i)(?:^|/)(?:(?:requirements|constraints)[\w.-]*\.(?:txt|in)|requirements/[\w.-]+\.(?:txt|in))$)", patternOptions());
    return RE2::PartialMatch(pieceOf(path), requirements);
}

/// A line under a header: "[dependencies]" of TOML, "dependencies": { of JSON, "require (" of go.mod.
struct Shape {
    RE2 section; ///< matches the headers of sections with dependencies
    RE2 otherSection; ///< matches any other header
    RE2 entry; ///< groups: name, requirement
};

RE2 expression(const char *text)
{
    return RE2(text, patternOptions());
}

const Shape &npmShape()
{
    static const Shape shape{expression(R"(^\s*"(?:dev|optional)?[dD]ependencies"\s*:\s*\{)"),
                             expression(R"(^\s*(?:\}|"[\w-]+"\s*:\s*[\{\[]))"),
                             expression(R"re(^\s*"(@?[\w./-]+)"\s*:\s*"([^"]*)")re")};
    return shape;
}

const Shape &composerShape()
{
    static const Shape shape{expression(R"(^\s*"require(?:-dev)?"\s*:\s*\{)"), expression(R"(^\s*(?:\}|"[\w-]+"\s*:\s*[\{\[]))"),
                             expression(R"re(^\s*"([\w.-]+/[\w.-]+)"\s*:\s*"([^"]*)")re")};
    return shape;
}

const Shape &tomlShape()
{
    static const Shape shape{
        expression(
            R"(^\s*(?:\[(?:tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies|(?:target\..*\.)?(?:workspace\.)?(?:dev-|build-)?dependencies|packages|dev-packages)\])\s*$)"),
        expression(R"(^\s*\[)"), expression(R"re(^\s*["']?([A-Za-z][\w.-]*)["']?\s*=\s*(.+)$)re")};
    return shape;
}

/// PEP 621: dependencies = [ "name>=1", … ]; also optional-dependencies, dependency-groups and setup.cfg.
const Shape &listShape()
{
    static const Shape shape{
        expression(
            R"(^\s*(?:\[(?:project\.optional-dependencies|dependency-groups|options\.extras_require)\]|(?:dependencies|install_requires|requires|tests_require)\s*=|pip:))"),
        expression(R"(^\s*\[[a-z]|^\s*\]\s*$|^[a-z][\w-]*\s*=\s*[^\[]*$)"),
        expression(R"re(^\s*(?:-\s+)?["']?([A-Za-z][\w.-]*)(?:\[[\w, -]*\])?\s*(?:\(?((?:[=<>~!]=?|@)[^"';]*))?["';,#]?)re")};
    return shape;
}

const Shape &goShape()
{
    static const Shape shape{expression(R"(^\s*require\s*\()"), expression(R"(^\s*\))"),
                             expression(R"(^\s*(?:require\s+)?([\w.-]+\.[a-z]+/\S+|[\w.-]+\.[a-z]{2,}(?:/\S+)?)\s+(v\S+))")};
    return shape;
}

/// Entries that stand anywhere in the file; null: they stand in sections.
const RE2 *anywhereEntry(std::string_view path)
{
    static const RE2 requirement(R"(^\s*([A-Za-z][\w.-]*)(?:\[[\w, -]*\])?\s*((?:[=<>~!]=?|@)[^;#\\]*)?(?:[;#\\]|\s|$))",
                                 patternOptions());
    static const RE2 gem(R"re(^\s*(?:gem|\w+\.add_(?:\w+_)?dependency)\s*\(?\s*["']([\w.-]+)["'](?:\s*,\s*["']([^"']*)["'])?)re",
                         patternOptions());
    static const RE2 gradle(
        R"re(^\s*(?:\w*(?:[iI]mplementation|api|compile|compileOnly|runtimeOnly|classpath|kapt|ksp|annotationProcessor))\s*\(?\s*(?:platform\()?["']([\w.-]+:[\w.-]+)(?::([^"'@]+))?)re",
        patternOptions());
    static const RE2 catalogue(R"re((?:module\s*=\s*|^\s*[\w-]+\s*=\s*)"([\w.-]+:[\w.-]+)(?::([^"]+))?")re", patternOptions());
    static const RE2 nuget(
        R"re(<(?:PackageReference|PackageVersion|package|GlobalPackageReference)\s+(?:Include|Update|id)\s*=\s*"([\w.-]+)"(?:\s+(?:Version|version)\s*=\s*"([^"]*)")?)re",
        patternOptions());
    const std::string_view name = nameOf(path);
    if (isRequirements(path))
        return &requirement;
    if (name == "Gemfile" || name.ends_with(".gemspec"))
        return &gem;
    if (name == "build.gradle" || name == "build.gradle.kts")
        return &gradle;
    if (name.ends_with(".versions.toml"))
        return &catalogue;
    if (name.ends_with(".csproj") || name.ends_with(".fsproj") || name.ends_with(".props") || name == "packages.config")
        return &nuget;
    return nullptr;
}

bool isLocal(std::string_view requirement)
{
    static const RE2 local(
        R"re(^\s*["']?(?:workspace:|file:|link:|portal:|\.{0,2}/|git|https?:|github:|@\s*(?:git|http|file)|patch:|catalog:|\$)|\bpath\s*=|\bgit\s*=|\burl\s*=|\bworkspace\s*=\s*true)re",
        patternOptions());
    return RE2::PartialMatch(pieceOf(requirement), local);
}

/// "1.2" of TOML's `"1.2"` and `{ version = "1.2", features = [] }`.
std::string plainRequirement(const std::string &written)
{
    static const RE2 inTable(R"re(\bversion\s*=\s*["']([^"']*)["'])re", patternOptions());
    static const RE2 quoted(R"re(^\s*["']([^"']*)["'])re", patternOptions());
    std::string value;
    if (RE2::PartialMatch(written, inTable, &value) || RE2::PartialMatch(written, quoted, &value))
        return value;
    return written.starts_with('{') ? std::string() : written;
}

class Reader
{
public:
    Reader(const Text &text, std::string_view path)
        : m_text(text)
        , m_path(path)
        , m_ecosystem(manifestKind(path))
    {
    }

    std::vector<Dependency> read()
    {
        const std::string_view name = nameOf(m_path);
        if (const RE2 *entry = anywhereEntry(m_path))
            everyLine(*entry);
        else if (name == "package.json")
            sections(npmShape());
        else if (name == "composer.json")
            sections(composerShape());
        else if (name == "go.mod")
            sections(goShape());
        else if (name == "pom.xml")
            maven();
        else if (name == "Cargo.toml" || name == "Pipfile")
            sections(tomlShape());
        else if (m_ecosystem == Ecosystem::Python) {
            sections(tomlShape());
            sections(listShape());
        }
        std::erase_if(m_found,
                      [](const Dependency &one) { return one.name == "python" || one.name == "php" || one.name == "version"; });
        return std::move(m_found);
    }

private:
    void add(const std::string &name, const std::string &requirement, LineNumber line)
    {
        static const RE2 renamed(R"re(\bpackage\s*=\s*"([^"]+)")re", patternOptions());
        std::string real;
        const bool isRenamed = RE2::PartialMatch(requirement, renamed, &real);
        m_found.push_back(
            {normalName(isRenamed ? real : name, m_ecosystem), plainRequirement(requirement), line, isLocal(requirement)});
    }

    void everyLine(const RE2 &entry)
    {
        for (LineNumber line = 1; line <= m_text.lineCount(); ++line) {
            std::string name;
            std::string requirement;
            const std::string_view content = m_text.line(line).substr(0, longestLine);
            if (!content.empty() && content.front() != '#' && content.front() != '-'
                && RE2::PartialMatch(pieceOf(content), entry, &name, &requirement))
                add(name, requirement, line);
        }
    }

    void sections(const Shape &shape)
    {
        bool isInside = false;
        for (LineNumber line = 1; line <= m_text.lineCount(); ++line) {
            const std::string_view content = m_text.line(line).substr(0, longestLine);
            std::string name;
            std::string requirement;
            if (RE2::PartialMatch(pieceOf(content), shape.section)) {
                isInside = true;
            } else if (RE2::PartialMatch(pieceOf(content), shape.otherSection)) {
                isInside = false;
            } else if ((isInside || content.starts_with("require "))
                       && RE2::PartialMatch(pieceOf(content), shape.entry, &name, &requirement)
                       && !content.substr(content.find_first_not_of(" \t")).starts_with('#')) {
                add(name, requirement, line);
            }
        }
    }

    void maven()
    {
        static const RE2 group(R"(<groupId>\s*([^<\s]+))", patternOptions());
        static const RE2 artifact(R"(<artifactId>\s*([^<\s]+))", patternOptions());
        std::string groupId;
        bool isInside = false;
        for (LineNumber line = 1; line <= m_text.lineCount(); ++line) {
            const std::string_view content = m_text.line(line).substr(0, longestLine);
            std::string artifactId;
            isInside = (isInside || content.contains("<dependency>")) && !content.contains("</dependency>");
            RE2::PartialMatch(pieceOf(content), group, &groupId);
            if (isInside && RE2::PartialMatch(pieceOf(content), artifact, &artifactId))
                add(groupId + ":" + artifactId, {}, line);
        }
    }

    const Text &m_text;
    std::string_view m_path;
    Ecosystem m_ecosystem;
    std::vector<Dependency> m_found;
};

} // namespace

Ecosystem manifestKind(std::string_view path)
{
    const std::string_view name = nameOf(path);
    if (name == "package.json")
        return Ecosystem::Npm;
    if (name == "pyproject.toml" || name == "Pipfile" || name == "setup.py" || name == "setup.cfg" || isRequirements(path)
        || name == "environment.yml" || name == "environment.yaml")
        return Ecosystem::Python;
    if (name == "Cargo.toml")
        return Ecosystem::Cargo;
    if (name == "go.mod")
        return Ecosystem::Go;
    if (name == "Gemfile" || name.ends_with(".gemspec"))
        return Ecosystem::Ruby;
    if (name == "composer.json")
        return Ecosystem::Composer;
    if (name == "pom.xml" || name == "build.gradle" || name == "build.gradle.kts" || name.ends_with(".versions.toml"))
        return Ecosystem::Maven;
    if (name.ends_with(".csproj") || name.ends_with(".fsproj") || name == "Directory.Packages.props" || name == "packages.config")
        return Ecosystem::NuGet;
    return Ecosystem::None;
}

std::vector<Dependency> dependenciesOf(const Text &text, std::string_view path)
{
    return Reader(text, path).read();
}

std::string normalName(std::string_view name, Ecosystem ecosystem)
{
    std::string out;
    for (const char c : name) {
        const bool isDash = ecosystem == Ecosystem::Python && (c == '_' || c == '.' || c == '-');
        if (isDash && out.ends_with('-'))
            continue;
        out += isDash ? '-' : ecosystem == Ecosystem::Go ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

} // namespace countersign::risk
