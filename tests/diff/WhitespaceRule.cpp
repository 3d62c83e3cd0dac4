// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WhitespaceRule.h"

#include <algorithm>

namespace countersign::test
{

using diff::Whitespace;

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void skipSpace(std::string_view &line)
{
    while (!line.empty() && isSpace(line.front()))
        line.remove_prefix(1);
}

} // namespace

bool equalUnder(Whitespace rule, std::string_view left, std::string_view right)
{
    if (rule == Whitespace::None)
        return left == right;
    while (!left.empty() && !right.empty()) {
        const bool bothSpace = isSpace(left.front()) && isSpace(right.front());
        if (rule == Whitespace::All || (rule == Whitespace::Amount && bothSpace)) {
            skipSpace(left);
            skipSpace(right);
            if (bothSpace || left.empty() || right.empty())
                continue;
        }
        if (left.front() != right.front())
            break;
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    skipSpace(left);
    skipSpace(right);
    return left.empty() && right.empty();
}

bool isBlankUnder(Whitespace rule, std::string_view line)
{
    return rule == Whitespace::None ? line == "\n" : std::ranges::all_of(line, isSpace);
}

std::vector<WhitespaceMode> whitespaceModes()
{
    std::vector<WhitespaceMode> modes{
        {"exact", {}, {}},
        {"at end of line", {.whitespace = Whitespace::AtEndOfLine}, {"--ignore-space-at-eol"}},
        {"amount", {.whitespace = Whitespace::Amount}, {"-b"}},
        {"all", {.whitespace = Whitespace::All}, {"-w"}},
    };
    const std::size_t rules = modes.size();
    static constexpr const char *names[]{"blank lines", "at end of line, blank lines", "amount, blank lines", "all, blank lines"};
    for (std::size_t i = 0; i < rules; ++i) {
        WhitespaceMode mode = modes[i];
        mode.name = names[i];
        mode.options.ignoreBlankLines = true;
        mode.gitOptions.push_back("--ignore-blank-lines");
        modes.push_back(mode);
    }
    return modes;
}

} // namespace countersign::test
