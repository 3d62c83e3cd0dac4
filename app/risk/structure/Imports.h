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

/// Languages whose imports name a file or a package that can be found.
enum class ImportLanguage : std::uint8_t { None, Python, Script, Go, Java, Cpp, Ruby, Rust, Php, CSharp };

[[nodiscard]] ImportLanguage importLanguage(std::string_view path);

/// One import as it is written.
struct Import {
    std::string module; ///< "pkg.mod", "..pkg" (Python); "./x", "@scope/x/y" (JavaScript); "host/path" (Go); "a.b.C" (Java);
                        ///< "dir/x.h"; "x/y",
                        ///< "./x" (Ruby); "crate" (Rust); "A\B\C" (PHP); "A.B" (C#)
    std::vector<std::string> names; ///< what is taken from it, under the names that it has there; empty: all, or not told
    LineNumber line = noLine; ///< of the module's name
    LineNumber first = noLine; ///< of the statement
    LineNumber last = noLine;
    bool isOptional = false; ///< inside of a "try"
};

/// Imports of a file, line by line; statements over several lines are read to their end (60 lines at most).
[[nodiscard]] std::vector<Import> importsOf(const Text &text, std::string_view path);
/// False: no import of that language names what it brings in this line. Costs next to nothing.
[[nodiscard]] bool mayImport(std::string_view line, ImportLanguage language);

} // namespace countersign::risk
