// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Families of languages with the same way to catch errors.
enum class Language : std::uint8_t { Unknown, Python, Ruby, Go, Rust, Script, Jvm, CSharp, Cpp, Php, Swift };

/// By the ending of the path. Script: JavaScript and TypeScript.
[[nodiscard]] Language languageOf(std::string_view path);

/// An error handler that hides what it caught.
struct Handler {
    LineNumber last = noLine; ///< of its body
    std::string body; ///< folded statements, to compare with
    std::string instead; ///< what happens in place of the error: the first statement, or the header when there is none
    bool isLogged = false;
    bool isExplained = false; ///< a comment stands in it
};

/// A cheap look: may this line head an error handler?
[[nodiscard]] bool mayHeadHandler(std::string_view line, Language language);

/// The handler headed by @p line, when it is a broad one and its body does nothing with the error but log it, go on, or give a
/// constant. Nothing: narrow, rethrows, reports, or too long to be sure.
[[nodiscard]] std::optional<Handler> swallowingHandler(const Text &text, LineNumber line, Language language);

/// A branch that is taken after an error of any kind: a handler, or the test of an error that was returned.
struct ErrorBranch {
    LineNumber last = noLine;
    std::vector<std::string> statements; ///< folded, without comments and outer braces
};

/// A cheap look: may this line head an error branch?
[[nodiscard]] bool mayHeadErrorBranch(std::string_view line, Language language);

/// The error branch headed by @p line, told from indentation. Nothing: none, or longer than eight lines.
[[nodiscard]] std::optional<ErrorBranch> errorBranch(const Text &text, LineNumber line, Language language);

} // namespace countersign::risk
