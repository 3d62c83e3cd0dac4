// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// Where a line stands, told from indentation and the look of lines alone, so that it holds for any language.
namespace countersign::risk
{

/// White space runs become one blank, none at the ends; at most 200 bytes.
[[nodiscard]] std::string folded(std::string_view text);

/// The line that a decorator, annotation or attribute at @p line belongs to: the next definition, at most 12 lines on.
/// noLine when there is none.
[[nodiscard]] LineNumber followingDefinition(const Text &text, LineNumber line);

/// The nearest line above with less indentation that is no control statement: header of the function, class, route or
/// named entry around @p line. noLine at the top level.
[[nodiscard]] LineNumber enclosingDefinition(const Text &text, LineNumber line);

/// enclosingDefinition() of many lines of one text, which must stay. Asking in rising order costs little more than reading the
/// text once.
class DefinitionFinder
{
public:
    explicit DefinitionFinder(const Text &text)
        : m_text(&text)
    {
    }
    [[nodiscard]] LineNumber around(LineNumber line);

private:
    struct Asked {
        LineNumber line = noLine;
        LineNumber definition = noLine;
    };
    const Text *m_text;
    std::map<std::size_t, Asked> m_asked; ///< by the indentation that is looked for: the last line that was passed
};

/// The nearest line above with less indentation, whatever it is. noLine at the top level.
[[nodiscard]] LineNumber enclosingHeader(const Text &text, LineNumber line);

/// The header of the outermost block around @p line. noLine at the top level.
[[nodiscard]] LineNumber enclosingSection(const Text &text, LineNumber line);

/// What a header line names: a function, class, route path, resource, key; the folded line when nothing else fits.
[[nodiscard]] std::string definedName(std::string_view line);

/// True for the header of a function, class or the like ("def f(", "public class C").
[[nodiscard]] bool headsDefinition(std::string_view line);

/// True when nothing but blank lines follows @p line in the file, or in its block (for a shell line: no "fi" or "done" either).
[[nodiscard]] bool endsBlock(const Text &text, LineNumber line);

/// True for two lines of which one may be an edit of the other: at least half of their words are common.
[[nodiscard]] bool looksAlike(std::string_view a, std::string_view b);

} // namespace countersign::risk
