// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"

#include <map>
#include <string>
#include <string_view>

namespace countersign::risk
{

/// Text of the finding's lines, as its id needs it; empty where it has none.
[[nodiscard]] inline std::string_view spanText(const FileChange &file, const Finding &finding)
{
    const Text &text = finding.side == Side::Old ? file.oldText : file.newText;
    if (finding.startLine == noLine || finding.endLine > text.lineCount() || finding.startLine > finding.endLine)
        return {};
    const std::size_t begin = text.lineStart(finding.startLine);
    const std::size_t end = text.lineStart(finding.endLine) + text.rawLine(finding.endLine).size();
    return text.bytes().substr(begin, end - begin);
}

/// Gives ids; remembers how often the same text was found by the same rule.
class Numbering
{
public:
    void number(Finding &finding, std::string_view text)
    {
        finding.content = findingContent(finding.rule, finding.side, text);
        const std::string first = findingId(finding.rule, finding.file, finding.side, text, 0);
        const unsigned occurrence = m_seen[first]++;
        finding.id = occurrence == 0 ? first : findingId(finding.rule, finding.file, finding.side, text, occurrence);
    }

private:
    std::map<std::string, unsigned> m_seen;
};

} // namespace countersign::risk
