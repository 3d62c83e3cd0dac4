// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DefinitionAlias.h"

#include <array>
#include <utility>

namespace countersign::syntax
{

std::string_view definitionAlias(std::string_view baseName)
{
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Entry, 2> names{{{"go.mod", "Go"}, {".env", "Bash"}}};
    static constexpr std::array<Entry, 2> beginnings{{{"Dockerfile.", "Dockerfile"}, {".env.", "Bash"}}};
    static constexpr std::array<Entry, 7> endings{{
        {".Dockerfile", "Dockerfile"},
        {".dockerfile", "Dockerfile"},
        {".psql", "SQL"},
        {".ipynb", "JSON"},
        {".csproj", "XML"},
        {".pyx", "Python"},
        {".svelte", "HTML"},
    }};
    for (const auto &[name, definition] : names) {
        if (baseName == name)
            return definition;
    }
    for (const auto &[beginning, definition] : beginnings) {
        if (baseName.starts_with(beginning))
            return definition;
    }
    for (const auto &[ending, definition] : endings) {
        if (baseName.ends_with(ending))
            return definition;
    }
    return {};
}

std::string_view withoutTemplateSuffix(std::string_view baseName)
{
    static constexpr std::array<std::string_view, 7> suffixes{".j2", ".in", ".tmpl", ".tpl", ".example", ".dist", ".sample"};
    for (const std::string_view suffix : suffixes) {
        if (baseName.size() > suffix.size() && baseName.ends_with(suffix))
            return baseName.substr(0, baseName.size() - suffix.size());
    }
    return baseName;
}

} // namespace countersign::syntax
