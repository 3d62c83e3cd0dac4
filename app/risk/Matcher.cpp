// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Matcher.h"

#include "Pattern.h"

#include <re2/set.h>

#include <algorithm>

namespace countersign::risk
{

namespace
{

/// The automaton is built while it runs; this bounds it. Past it RE2 gives up on the line and each pattern is tried alone.
constexpr std::int64_t automatonBytes = 64 << 20;

class SetMatcher final : public Matcher
{
public:
    SetMatcher(std::unique_ptr<RE2::Set> set, std::vector<Pattern> single)
        : m_set(std::move(set))
        , m_single(std::move(single))
    {
    }

    void match(std::string_view line, std::vector<std::size_t> &found) const override
    {
        found.clear();
        // Most lines match nothing, and asking only that is cheaper than asking which.
        RE2::Set::ErrorInfo error{};
        if (!m_set->Match(pieceOf(line), nullptr, &error) && error.kind == RE2::Set::kNoError)
            return;
        std::vector<int> indexes;
        if (m_set->Match(pieceOf(line), &indexes, &error)) {
            found.assign(indexes.begin(), indexes.end());
            std::ranges::sort(found);
            return;
        }
        for (std::size_t i = 0; i < m_single.size(); ++i) {
            if (m_single[i].occursIn(line))
                found.push_back(i);
        }
    }

private:
    std::unique_ptr<RE2::Set> m_set;
    std::vector<Pattern> m_single;
};

} // namespace

Result<std::unique_ptr<Matcher>> makeMatcher(std::span<const std::string> patterns)
{
    RE2::Options options = patternOptions();
    options.set_max_mem(automatonBytes);
    auto set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    std::vector<Pattern> single;
    for (const std::string &pattern : patterns) {
        auto compiled = Pattern::compile(pattern);
        if (!compiled)
            return std::unexpected(compiled.error());
        single.push_back(std::move(*compiled));
        if (std::string error; set->Add(pattern, &error) < 0)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {error}), pattern);
    }
    if (!set->Compile())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The rules are too large to be matched together.")));
    return std::make_unique<SetMatcher>(std::move(set), std::move(single));
}

} // namespace countersign::risk
