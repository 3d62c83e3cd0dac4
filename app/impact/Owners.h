// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTree.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// Who owns a path: CODEOWNERS of the places where forges look for it (.github/, the top, docs/, .gitlab/), the last matching
/// line counts; sections of GitLab each add their own.
class Owners
{
public:
    explicit Owners(const std::vector<Manifest> &manifests);
    /// In the order of the line; empty when nobody owns it.
    [[nodiscard]] std::vector<std::string> of(std::string_view path) const;

private:
    struct Line {
        std::string pattern;
        std::vector<std::string> owners;
    };
    void read(std::string_view text);

    std::vector<std::vector<Line>> m_sections;
};

/// A pattern of CODEOWNERS: gitignore's rules without negation and character classes.
[[nodiscard]] bool ownerPatternMatches(std::string_view pattern, std::string_view path);

/// What part of the system a path belongs to.
class Modules
{
public:
    explicit Modules(const SourceTree &tree);
    /// Folder of the nearest build manifest below the top; else the first two folders; "." for files at the top.
    [[nodiscard]] std::string of(std::string_view path) const;
    /// Name of the component that the nearest catalog-info.yaml describes; empty when there is none.
    [[nodiscard]] std::string serviceOf(std::string_view path) const;

private:
    std::map<std::string, bool, std::less<>> m_folders;
    std::map<std::string, std::string, std::less<>> m_services; ///< by folder
};

} // namespace countersign::impact
