// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::risk
{

/// What every pattern of the rules is compiled with: bytes instead of characters (files need not be UTF-8), silent.
[[nodiscard]] RE2::Options patternOptions();

/// RE2's own kind of view.
[[nodiscard]] inline re2::StringPiece pieceOf(std::string_view text)
{
    return {text.data(), text.size()};
}

/// Where a pattern occurs in a line. Views into the line.
struct Occurrence {
    std::string_view text; ///< the whole match, without blanks at its ends
    std::string_view key; ///< group "key": what names the thing; without such a group, text
    std::string_view value; ///< group "value"; empty without one
    std::size_t column = 0; ///< byte offset of the key, or of the first byte of text
    std::size_t next = 0; ///< where to look for the next occurrence
};

/// One regular expression. Immutable; any thread.
class Pattern
{
public:
    /// Errors: no regular expression, a group of another name than "key" and "value".
    [[nodiscard]] static Result<Pattern> compile(const std::string &expression);
    /// For an expression that is known to be right: it is compiled when it is first asked for, as many never are.
    [[nodiscard]] static Pattern compiledLater(std::string expression);

    [[nodiscard]] bool occursIn(std::string_view line) const { return RE2::PartialMatch(pieceOf(line), compiled().expression); }
    /// The first occurrence at or after byte @p from.
    [[nodiscard]] std::optional<Occurrence> find(std::string_view line, std::size_t from = 0) const;
    [[nodiscard]] const std::string &expression() const { return m_later->text; }
    [[nodiscard]] bool hasValue() const { return expression().contains("(?P<value>"); }

private:
    struct Compiled {
        explicit Compiled(const std::string &text);
        RE2 expression;
        int key = 0; ///< number of the group "key"; 0: none
        int value = 0; ///< number of the group "value"; 0: none
        std::string unknownGroup; ///< name of another one
    };
    struct Later {
        std::string text;
        std::once_flag once;
        std::optional<Compiled> compiled;
    };
    explicit Pattern(std::string expression);
    [[nodiscard]] const Compiled &compiled() const;

    std::unique_ptr<Later> m_later;
};

} // namespace countersign::risk
