// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FixMessage.h"

#include "risk/Likelihood.h"

#include <algorithm>
#include <array>

namespace countersign::impact
{

namespace
{

constexpr std::size_t mostBytes = 64 * 1024;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// The id that @p text begins with; empty: none.
std::string idAt(std::string_view text)
{
    constexpr std::size_t fewest = 7;
    constexpr std::size_t most = 40;
    std::size_t end = 0;
    while (end < text.size() && (isDigit(text[end]) || (lower(text[end]) >= 'a' && lower(text[end]) <= 'f')))
        ++end;
    return end >= fewest && end <= most ? lowered(text.substr(0, end)) : std::string();
}

void addIdAfter(std::string_view line, std::string_view begin, std::vector<std::string> &ids)
{
    if (lowered(line.substr(0, begin.size())) != begin)
        return;
    if (std::string id = idAt(line.substr(begin.size())); !id.empty())
        ids.push_back(std::move(id));
}

/// "#12", "GH-12", "PROJ-12", ".../issues/12".
bool isIssueKey(std::string_view word)
{
    if (word.contains("/issues/"))
        return true;
    if (word.size() > 1 && word.front() == '#')
        return isDigit(word[1]);
    const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(word, isUpper) - word.begin());
    return letters >= 2 && letters + 1 < word.size() && word[letters] == '-' && isDigit(word[letters + 1]);
}

/// Words without the signs around them, in order.
template<class Use>
void eachWord(std::string_view text, const Use &use)
{
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view signs = ".,:;!()[]\"'`";
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos; at = text.find_first_not_of(blanks, at)) {
        const auto end = std::min(text.find_first_of(blanks, at), text.size());
        std::string_view word = text.substr(at, end - at);
        word.remove_prefix(std::min(word.find_first_not_of(signs), word.size()));
        word = word.substr(0, word.find_last_not_of(signs) + 1);
        if (!word.empty())
            use(word);
        at = end;
    }
}

/// A fix of what does not run at the user's place.
bool isBesideTheProgram(std::string_view subject)
{
    static constexpr std::array<std::string_view, 22> words{
        "typo",    "typos",         "spelling",  "lint",    "linter",   "linting", "formatting", "docs",
        "doc",     "documentation", "readme",    "flaky",   "test",     "tests",   "ci",         "build",
        "comment", "comments",      "changelog", "warning", "warnings", "workflow"};
    bool found = false;
    eachWord(subject, [&found](std::string_view word) {
        const std::string small = lowered(word);
        found = found || std::ranges::any_of(words, [&small](std::string_view one) {
                    return small == one || (small.starts_with(one) && small.size() > one.size() && small[one.size()] == '(');
                });
    });
    return found;
}

} // namespace

FixMessage readFixMessage(std::string_view message)
{
    message = message.substr(0, mostBytes);
    FixMessage out;
    const std::string_view subject = message.substr(0, message.find('\n'));
    out.isFix = risk::speaksOfFix(subject) && !isBesideTheProgram(subject);
    for (std::string_view rest = message; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        addIdAfter(line, "fixes: ", out.causes);
        addIdAfter(line, "this reverts commit ", out.reverted);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    eachWord(subject,
             [&out](std::string_view word) { out.namesIssue = out.namesIssue || (isIssueKey(word) && word.front() != '#'); });
    bool isAfterFix = false;
    eachWord(message, [&](std::string_view word) {
        out.namesIssue = out.namesIssue || (isAfterFix && isIssueKey(word));
        const std::string small = lowered(word);
        isAfterFix = small == "fix" || small == "fixes" || small == "fixed";
    });
    return out;
}

} // namespace countersign::impact
