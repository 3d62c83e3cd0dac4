// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace countersign::syntax
{

/// Name of the KSyntaxHighlighting definition for file names that its own patterns miss or mistake; empty: ask it.
[[nodiscard]] std::string_view definitionAlias(std::string_view baseName);

/// The name without an ending that marks a template of a file ("values.yaml.j2" gives "values.yaml"), else unchanged.
[[nodiscard]] std::string_view withoutTemplateSuffix(std::string_view baseName);

} // namespace countersign::syntax
