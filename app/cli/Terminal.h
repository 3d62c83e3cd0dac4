// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <string>
#include <string_view>

namespace countersign::cli
{

/// Exit codes of every command.
enum class Exit : int { Yes = 0, No = 1, Usage = 2, Fault = 3 };

/// Where a command writes: data to standard output, messages to standard error, colours only on a terminal
/// (and not when NO_COLOR is set).
class Terminal
{
public:
    Terminal();

    void out(std::string_view bytes) const; ///< standard output, as it is
    void say(std::string_view line) const; ///< standard error, with a line end
    /// Says what is wrong, where and what to do; gives the exit code that fits.
    [[nodiscard]] Exit fault(const Error &error) const;
    /// A short status line on a terminal's standard error, replaced by the next one; empty wipes it.
    void status(std::string_view line) const;

    [[nodiscard]] bool hasColours() const { return m_colours; }
    /// @p text in an ANSI style ("1" bold, "31" red, …) when there are colours.
    [[nodiscard]] std::string styled(std::string_view text, std::string_view code) const;
    /// Columns of the terminal; COLUMNS or 120 where there is none.
    [[nodiscard]] int width() const;

private:
    bool m_colours = false;
    bool m_statusTerminal = false;
};

/// Number of terminal cells of valid UTF-8 @p text.
[[nodiscard]] int cells(std::string_view text);
/// @p text cut or padded with blanks to exactly @p width cells.
[[nodiscard]] std::string fitted(std::string_view text, int width);

} // namespace countersign::cli
