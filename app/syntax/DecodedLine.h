// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::syntax
{

/// A line's bytes as the UTF-16 text that KSyntaxHighlighting reads, and the way back to bytes.
/// Invalid bytes stand as U+FFFD; a byte order mark at the start is left out, so that rules for the first column match.
class DecodedLine
{
public:
    /// Decodes at most @p maxCharacters code points.
    DecodedLine(std::string_view bytes, std::size_t maxCharacters);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Offset in bytes of UTF-16 unit @p unit (0 to text().size(); the size gives the end of what was decoded).
    [[nodiscard]] std::uint32_t byteOffset(qsizetype unit) const;

private:
    QString m_text;
    std::uint32_t m_skipped = 0;
    std::vector<std::uint32_t> m_offsets; ///< per unit, and one for the end; empty for plain ASCII
};

} // namespace countersign::syntax
