// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Style.h"

#include "core/Text.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::syntax
{

/// What the rules ask: is this byte code, comment or string?
enum class Scope : std::uint8_t { Code, Comment, String };
[[nodiscard]] Scope scopeOf(Style style);

/// Bytes begin to end (half-open, inside one line's content) in one style. Normal runs are left out.
struct StyleRun {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Style style = Style::Normal;
    friend bool operator==(const StyleRun &, const StyleRun &) = default;
};

/// Style runs of consecutive lines.
struct StyledLines {
    LineNumber first = noLine; ///< line number of lines[0]
    std::vector<std::vector<StyleRun>> lines;
};

/// Colours text with KSyntaxHighlighting. One thread at a time: it owns a KSyntaxHighlighting::Repository (9 to 19 ms to make).
/// The library is loaded with the first object; where the program's part for it is missing, the program ends with a message.
/// Lines over 10,000 characters are coloured up to there.
class Highlighter
{
public:
    Highlighter();
    ~Highlighter();
    Highlighter(const Highlighter &) = delete;
    Highlighter &operator=(const Highlighter &) = delete;

    /// Name of the definition for a path ("C++", "Terraform"), empty when none fits.
    [[nodiscard]] std::string definitionFor(std::string_view path) const;

    /// Lines @p first to @p last of @p text. Remembers the state every 256 lines of the last few texts, so going on
    /// or going back in the same text costs little. Stops between lines when asked; then fewer lines come back.
    [[nodiscard]] StyledLines highlight(const Text &text, std::string_view path, LineNumber first, LineNumber last,
                                        std::stop_token stop = {});
    /// Lets go of the last few texts and what is remembered of them.
    void forgetTexts();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Code, comment or string for every byte of a text: what the rules scope their patterns with.
class ScopeMask
{
public:
    ScopeMask() = default;
    /// Highlights the whole text. Without a definition for the path all is code.
    [[nodiscard]] static ScopeMask of(Highlighter &highlighter, const Text &text, std::string_view path,
                                      std::stop_token stop = {});

    /// Scope of byte @p column (0-based, inside the line's content) of line @p line.
    [[nodiscard]] Scope at(LineNumber line, std::uint32_t column) const;
    /// True when every non-blank byte of the line is comment; a blank line is none.
    [[nodiscard]] bool isCommentLine(LineNumber line, std::string_view content) const;

private:
    std::vector<std::vector<StyleRun>> m_lines;
};

} // namespace countersign::syntax
