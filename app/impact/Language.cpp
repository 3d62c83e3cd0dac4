// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::impact
{

namespace
{

struct Ending {
    std::string_view text;
    Language language;
};

constexpr std::array endings{
    Ending{"c", Language::C},
    Ending{"cc", Language::C},
    Ending{"cpp", Language::C},
    Ending{"cxx", Language::C},
    Ending{"c++", Language::C},
    Ending{"h", Language::C},
    Ending{"hh", Language::C},
    Ending{"hpp", Language::C},
    Ending{"hxx", Language::C},
    Ending{"ipp", Language::C},
    Ending{"inl", Language::C},
    Ending{"tcc", Language::C},
    Ending{"m", Language::C},
    Ending{"mm", Language::C},
    Ending{"cu", Language::C},
    Ending{"cuh", Language::C},
    Ending{"py", Language::Python},
    Ending{"pyi", Language::Python},
    Ending{"js", Language::JavaScript},
    Ending{"jsx", Language::JavaScript},
    Ending{"mjs", Language::JavaScript},
    Ending{"cjs", Language::JavaScript},
    Ending{"ts", Language::JavaScript},
    Ending{"tsx", Language::JavaScript},
    Ending{"mts", Language::JavaScript},
    Ending{"cts", Language::JavaScript},
    Ending{"vue", Language::JavaScript},
    Ending{"svelte", Language::JavaScript},
    Ending{"java", Language::Java},
    Ending{"kt", Language::Kotlin},
    Ending{"kts", Language::Kotlin},
    Ending{"go", Language::Go},
    Ending{"rs", Language::Rust},
    Ending{"cs", Language::CSharp},
    Ending{"rb", Language::Ruby},
    Ending{"rake", Language::Ruby},
    Ending{"gemspec", Language::Ruby},
    Ending{"php", Language::Php},
    Ending{"tf", Language::Terraform},
    Ending{"tfvars", Language::Terraform},
    Ending{"yaml", Language::Naming},
    Ending{"yml", Language::Naming},
    Ending{"json", Language::Naming},
    Ending{"jsonc", Language::Naming},
    Ending{"toml", Language::Naming},
    Ending{"ini", Language::Naming},
    Ending{"cfg", Language::Naming},
    Ending{"conf", Language::Naming},
    Ending{"properties", Language::Naming},
    Ending{"env", Language::Naming},
    Ending{"sh", Language::Naming},
    Ending{"bash", Language::Naming},
    Ending{"mk", Language::Naming},
    Ending{"cmake", Language::Naming},
    Ending{"bazel", Language::Naming},
    Ending{"bzl", Language::Naming},
    Ending{"gradle", Language::Naming},
    Ending{"csproj", Language::Naming},
    Ending{"props", Language::Naming},
    Ending{"hcl", Language::Naming},
    Ending{"sql", Language::Naming},
    Ending{"xml", Language::Naming},
};

constexpr std::array<std::string_view, 10> namingFiles{"Dockerfile",     "Containerfile", "Makefile", "GNUmakefile",
                                                       "CMakeLists.txt", "Jenkinsfile",   "Procfile", "BUILD",
                                                       "WORKSPACE",      "Justfile"};

} // namespace

Language languageOf(std::string_view path)
{
    const std::string_view file = fileNameOf(path);
    if (file.starts_with("Dockerfile") || file.starts_with(".env") || std::ranges::contains(namingFiles, file))
        return Language::Naming;
    if (file == "Gemfile" || file == "Rakefile")
        return Language::Ruby;
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos)
        return Language::None;
    const auto found = std::ranges::find(endings, file.substr(dot + 1), &Ending::text);
    return found == endings.end() ? Language::None : found->language;
}

std::string_view name(Language language)
{
    switch (language) {
    case Language::None:
        return "none";
    case Language::C:
        return "c";
    case Language::Python:
        return "python";
    case Language::JavaScript:
        return "javascript";
    case Language::Java:
        return "java";
    case Language::Kotlin:
        return "kotlin";
    case Language::Go:
        return "go";
    case Language::Rust:
        return "rust";
    case Language::CSharp:
        return "csharp";
    case Language::Ruby:
        return "ruby";
    case Language::Php:
        return "php";
    case Language::Terraform:
        return "terraform";
    case Language::Naming:
        return "naming";
    }
    std::unreachable();
}

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view fileNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string_view stemOf(std::string_view path)
{
    const std::string_view file = fileNameOf(path);
    return file.substr(0, file.rfind('.'));
}

} // namespace countersign::impact
