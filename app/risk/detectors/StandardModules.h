// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/structure/Imports.h"

#include <span>
#include <string_view>

namespace countersign::risk
{

/// The language brings it along: Python's standard library (3.8 to 3.13), Node's built-in modules, the standard libraries of Ruby
/// and Rust, the packages of the Java, Kotlin and Android platforms, the namespaces of .NET.
[[nodiscard]] bool isStandardModule(std::string_view name, ImportLanguage language);

/// Names under which a module is installed, where they differ from the module's own ("yaml": "pyyaml").
[[nodiscard]] std::span<const std::string_view> distributionsOf(std::string_view module, ImportLanguage language);

} // namespace countersign::risk
