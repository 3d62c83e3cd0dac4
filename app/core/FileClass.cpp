// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileClass.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace countersign
{

namespace
{

using Words = std::initializer_list<std::string_view>;

/// A path in lower case, taken apart once.
struct Parts {
    std::string path;
    std::string_view name; ///< after the last '/'
    std::string_view ending; ///< after the last '.' of the name, without it

    explicit Parts(std::string_view text)
        : path(text)
    {
        std::ranges::transform(path, path.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        name = std::string_view(path).substr(path.rfind('/') + 1);
        const auto dot = name.rfind('.');
        ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    }

    [[nodiscard]] bool isNamed(Words names) const { return std::ranges::find(names, name) != names.end(); }
    [[nodiscard]] bool endsIn(Words endings) const
    {
        return std::ranges::any_of(endings, [this](std::string_view one) { return name.ends_with(one); });
    }
    [[nodiscard]] bool hasEnding(Words endings) const { return std::ranges::find(endings, ending) != endings.end(); }
    [[nodiscard]] bool startsWith(Words beginnings) const
    {
        return std::ranges::any_of(beginnings, [this](std::string_view one) { return path.starts_with(one); });
    }
    /// One of the folders on the way has this name.
    [[nodiscard]] bool isUnder(Words folders) const
    {
        std::string_view rest = path;
        for (auto slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
            if (std::ranges::find(folders, rest.substr(0, slash)) != folders.end())
                return true;
            rest.remove_prefix(slash + 1);
        }
        return false;
    }
};

bool isLockFile(const Parts &parts)
{
    return parts.isNamed({"package-lock.json",
                          "npm-shrinkwrap.json",
                          "yarn.lock",
                          "pnpm-lock.yaml",
                          "bun.lock",
                          "bun.lockb",
                          "deno.lock",
                          "poetry.lock",
                          "uv.lock",
                          "pdm.lock",
                          "pipfile.lock",
                          "cargo.lock",
                          "go.sum",
                          "go.work.sum",
                          "gemfile.lock",
                          "composer.lock",
                          "packages.lock.json",
                          "gradle.lockfile",
                          "mix.lock",
                          "pubspec.lock",
                          "podfile.lock",
                          "package.resolved",
                          "flake.lock",
                          ".terraform.lock.hcl",
                          "chart.lock",
                          "conan.lock"});
}

bool isAgentInstructions(const Parts &parts)
{
    return parts.isNamed({"claude.md", "claude.local.md", "agents.md", "agent.md", "gemini.md", "qwen.md", "crush.md", "warp.md",
                          ".cursorrules", ".windsurfrules", ".clinerules", ".roorules", ".aider.conf.yml", ".mcp.json",
                          "mcp.json", "copilot-instructions.md"})
        || parts.isUnder(
            {".claude", ".cursor", ".windsurf", ".clinerules", ".roo", ".aider", ".codex", ".gemini", ".junie", ".openhands"})
        || parts.startsWith({".github/instructions/", ".github/prompts/", ".github/chatmodes/", ".github/agents/"});
}

bool isVendored(const Parts &parts)
{
    return parts.isUnder({"vendor", "vendors", "third_party", "third-party", "thirdparty", "3rdparty", "node_modules",
                          "bower_components", "extern", "site-packages"});
}

bool isGeneratedByName(const Parts &parts)
{
    return parts.endsIn({".min.js", ".min.css", ".map", ".pb.go", ".pb.cc", ".pb.h", "_pb2.py", "_pb2_grpc.py", ".g.dart",
                         ".freezed.dart", ".designer.cs", ".g.cs", ".generated.ts", ".generated.go", "_generated.go", ".gen.go",
                         "_gen.go", ".snap"})
        || parts.isUnder({"__snapshots__", "generated", "dist-generated"})
        || (parts.isUnder({"dist"}) && parts.endsIn({".js", ".cjs", ".mjs", ".css", ".d.ts"}));
}

/// What generators write on top of their files. "DO NOT EDIT" alone is written by people too.
bool saysGenerated(std::string_view head)
{
    head = head.substr(0, 4096);
    return head.find("@generated") != std::string_view::npos
        || (head.find("DO NOT EDIT") != std::string_view::npos
            && (head.find("ode generated") != std::string_view::npos || head.find("enerated by") != std::string_view::npos
                || head.find("utogenerated") != std::string_view::npos || head.find("uto-generated") != std::string_view::npos));
}

/// A program that a pipeline runs is read as the program that it is; a script of the shell is the pipeline's own steps.
bool isPipeline(const Parts &parts)
{
    return (parts.startsWith({".github/workflows/", ".github/actions/", ".circleci/", ".buildkite/", ".gitlab/ci/",
                              ".woodpecker/", ".tekton/", ".ci/"})
            && !parts.hasEnding({"py", "js", "mjs", "cjs", "ts", "go", "rs", "rb", "php", "java", "kt", "cs", "swift", "pl"}))
        || parts.isNamed({".gitlab-ci.yml", "jenkinsfile", "azure-pipelines.yml", "bitbucket-pipelines.yml", ".travis.yml",
                          "appveyor.yml", ".drone.yml", "cloudbuild.yaml", "buildspec.yml", ".pre-commit-config.yaml",
                          "codeowners", ".cirrus.yml"});
}

bool isInfrastructure(const Parts &parts)
{
    if (parts.hasEnding({"tf", "tfvars", "hcl", "bicep"}) || parts.endsIn({".tf.json"}))
        return true;
    if (parts.isNamed({"dockerfile", "containerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml",
                       "chart.yaml", "kustomization.yaml", "kustomization.yml", "vagrantfile", "serverless.yml", "skaffold.yaml",
                       "pulumi.yaml"})
        || parts.name.starts_with("dockerfile.") || parts.hasEnding({"dockerfile"}))
        return true;
    return parts.hasEnding({"yaml", "yml", "json", "tpl"})
        && parts.isUnder({"k8s", "kubernetes", "helm", "charts", "manifests", "terraform", "infra", "infrastructure",
                          "cloudformation", "ansible", "deploy", "deployment", "deployments"});
}

bool isMigration(const Parts &parts)
{
    return parts.isUnder({"migrations", "migration", "migrate", "alembic", "flyway", "liquibase"})
        && parts.hasEnding({"sql", "py", "rb", "php", "js", "ts", "go", "java", "kt", "cs", "xml", "yml", "yaml"})
        && !parts.isNamed({"__init__.py"});
}

/// Gradle's source sets: src/integrationTest/java, src/testFixtures/resources.
bool isInTestSourceSet(const Parts &parts)
{
    const std::string_view path = parts.path;
    const auto at = path.find("src/");
    if (at == std::string_view::npos || (at > 0 && path[at - 1] != '/'))
        return false;
    const std::string_view rest = path.substr(at + 4);
    const std::string_view folder = rest.substr(0, rest.find('/'));
    return folder.size() < rest.size() && (folder.ends_with("test") || folder == "testfixtures");
}

bool isTest(const Parts &parts)
{
    if (isInTestSourceSet(parts))
        return true;
    if (parts.isUnder({"test", "tests", "testing", "__tests__", "spec", "specs", "testdata", "test-data", "fixtures",
                       "__fixtures__", "e2e", "unittests", "unit_tests", "test_data", "__mocks__"}))
        return true;
    if (parts.isNamed({"conftest.py"}))
        return true;
    const auto stem = parts.name.substr(0, parts.name.find('.'));
    if ((stem.starts_with("test_") || stem.starts_with("tst_") || stem.ends_with("_test") || stem.ends_with("_tests")
         || stem.ends_with("_spec") || stem.ends_with("-test") || stem.ends_with("_unittest"))
        && !parts.hasEnding({"md", "rst"}))
        return true;
    if (parts.endsIn({".test.js", ".test.jsx", ".test.ts", ".test.tsx", ".test.mjs", ".spec.js", ".spec.jsx", ".spec.ts",
                      ".spec.tsx", ".spec.mjs", ".cy.ts", ".cy.js"}))
        return true;
    // FooTest.java: only where class names are file names.
    return parts.hasEnding({"java", "kt", "kts", "cs", "swift", "scala", "groovy", "php", "m"})
        && (stem.ends_with("test") || stem.ends_with("tests") || stem.ends_with("spec") || stem.ends_with("testcase"));
}

bool isTranslation(const Parts &parts)
{
    return parts.hasEnding({"po", "pot", "xlf", "xliff", "arb", "resx"}) || parts.endsIn({".strings"})
        || (parts.hasEnding({"ts"}) && parts.isUnder({"translations"}))
        || (parts.hasEnding({"json", "yml", "yaml", "properties", "toml"})
            && parts.isUnder({"locales", "locale", "i18n", "lang", "translations", "l10n"}));
}

bool isDocumentation(const Parts &parts)
{
    if (parts.hasEnding({"md", "rst", "adoc", "asciidoc", "markdown", "mdx", "tex", "1", "3", "5", "7", "8"})
        || parts.endsIn({".man"}))
        return true;
    if (parts.isNamed({"license", "licence", "copying", "notice", "authors", "changelog", "changes", "contributing", "readme",
                       "news", "thanks", "credits", "readme.txt", "license.txt", "changelog.txt"}))
        return true;
    return parts.hasEnding({"txt", "html", "svg"}) && parts.isUnder({"doc", "docs", "documentation"});
}

bool isConfiguration(const Parts &parts)
{
    if (parts.hasEnding({"yaml", "yml", "toml", "ini", "cfg", "conf", "config", "properties", "env", "editorconfig", "plist",
                         "json", "json5", "jsonc", "xml", "cnf", "service"}))
        return true;
    return parts.name.starts_with(".env")
        || parts.isNamed({".npmrc", ".yarnrc", ".gitattributes", ".gitignore", ".gitmodules", ".dockerignore"});
}

bool isCode(const Parts &parts)
{
    return parts.hasEnding({"c",      "h",   "cc",    "cpp",   "cxx",    "hh",     "hpp", "hxx",   "ipp",    "inl",
                            "m",      "mm",  "cs",    "java",  "kt",     "kts",    "go",  "rs",    "py",     "pyi",
                            "pyx",    "js",  "jsx",   "mjs",   "cjs",    "ts",     "tsx", "vue",   "svelte", "rb",
                            "erb",    "php", "swift", "scala", "groovy", "gradle", "sh",  "bash",  "zsh",    "fish",
                            "ps1",    "bat", "cmd",   "pl",    "pm",     "lua",    "r",   "jl",    "dart",   "ex",
                            "exs",    "erl", "hs",    "ml",    "mli",    "fs",     "clj", "cljs",  "elm",    "nim",
                            "zig",    "v",   "sv",    "vhd",   "asm",    "s",      "f90", "sql",   "proto",  "graphql",
                            "thrift", "css", "scss",  "sass",  "less",   "html",   "htm", "jinja", "j2",     "tmpl",
                            "cmake",  "mk",  "awk",   "qml",   "rake",   "bzl",    "cu",  "glsl",  "wgsl",   "el"})
        || parts.isNamed({"makefile", "gnumakefile", "cmakelists.txt", "rakefile", "gemfile", "justfile", "build", "build.bazel",
                          "workspace", "meson.build", "procfile", "dev"});
}

} // namespace

FileClass classify(std::string_view path, std::string_view head)
{
    const Parts parts(path);
    // The first that fits: what a file is for outweighs what it is written in.
    static constexpr std::array<std::pair<bool (*)(const Parts &), FileClass>, 11> order{{
        {isLockFile, FileClass::LockFile},
        {isAgentInstructions, FileClass::AgentInstructions},
        {isVendored, FileClass::Vendored},
        {isGeneratedByName, FileClass::Generated},
        {isPipeline, FileClass::Pipeline},
        {isTest, FileClass::Test},
        {isTranslation, FileClass::Translation},
        {isMigration, FileClass::Migration},
        {isInfrastructure, FileClass::Infrastructure},
        {isDocumentation, FileClass::Documentation},
        {isConfiguration, FileClass::Configuration},
    }};
    for (const auto &[fits, fileClass] : order) {
        if (fits(parts))
            return fileClass == FileClass::Documentation || !saysGenerated(head) ? fileClass : FileClass::Generated;
    }
    if (saysGenerated(head))
        return FileClass::Generated;
    return isCode(parts) || head.starts_with("#!") ? FileClass::Code : FileClass::Other;
}

std::string_view name(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Code:
        return "code";
    case FileClass::Test:
        return "test";
    case FileClass::Configuration:
        return "configuration";
    case FileClass::Infrastructure:
        return "infrastructure";
    case FileClass::Pipeline:
        return "pipeline";
    case FileClass::Migration:
        return "migration";
    case FileClass::Documentation:
        return "documentation";
    case FileClass::Translation:
        return "translation";
    case FileClass::Generated:
        return "generated";
    case FileClass::Vendored:
        return "vendored";
    case FileClass::LockFile:
        return "lock-file";
    case FileClass::AgentInstructions:
        return "agent-instructions";
    case FileClass::Other:
        return "other";
    }
    std::unreachable();
}

Message label(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Code:
        return Message(QT_TRANSLATE_NOOP("app", "code"));
    case FileClass::Test:
        return Message(QT_TRANSLATE_NOOP("app", "tests"));
    case FileClass::Configuration:
        return Message(QT_TRANSLATE_NOOP("app", "configuration"));
    case FileClass::Infrastructure:
        return Message(QT_TRANSLATE_NOOP("app", "infrastructure"));
    case FileClass::Pipeline:
        return Message(QT_TRANSLATE_NOOP("app", "pipeline"));
    case FileClass::Migration:
        return Message(QT_TRANSLATE_NOOP("app", "migration"));
    case FileClass::Documentation:
        return Message(QT_TRANSLATE_NOOP("app", "documentation"));
    case FileClass::Translation:
        return Message(QT_TRANSLATE_NOOP("app", "translations"));
    case FileClass::Generated:
        return Message(QT_TRANSLATE_NOOP("app", "generated"));
    case FileClass::Vendored:
        return Message(QT_TRANSLATE_NOOP("app", "vendored"));
    case FileClass::LockFile:
        return Message(QT_TRANSLATE_NOOP("app", "lock file"));
    case FileClass::AgentInstructions:
        return Message(QT_TRANSLATE_NOOP("app", "agent instructions"));
    case FileClass::Other:
        return Message(QT_TRANSLATE_NOOP("app", "other"));
    }
    std::unreachable();
}

bool isProgram(FileClass fileClass)
{
    return fileClass != FileClass::Documentation && fileClass != FileClass::Translation && !isFolded(fileClass);
}

bool isFolded(FileClass fileClass)
{
    return fileClass == FileClass::Generated || fileClass == FileClass::Vendored || fileClass == FileClass::LockFile;
}

} // namespace countersign
