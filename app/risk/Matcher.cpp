// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Matcher.h"

#include "LiteralScanner.h"
#include "Pattern.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>

namespace countersign::risk
{

namespace
{

constexpr int shortestLiteral = 3; ///< bytes; shorter ones are in every line

class LiteralMatcher final : public Matcher
{
public:
    LiteralMatcher(std::unique_ptr<re2::FilteredRE2> filter, std::span<const std::string> literals)
        : m_filter(std::move(filter))
        , m_scanner(literals)
    {
        std::vector<int> always;
        if (m_filter->NumRegexps() > 0)
            m_filter->AllPotentials({}, &always);
        m_unsieved.assign(always.begin(), always.end());
        std::ranges::sort(m_unsieved);
    }

    void match(std::string_view line, std::vector<std::size_t> &found) const override
    {
        thread_local std::vector<int> literals;
        m_scanner.scan(line, literals);
        if (literals.empty())
            found = m_unsieved;
        else
            found = patternsWith(literals);
    }

    const std::vector<std::size_t> &unsieved() const override { return m_unsieved; }

private:
    /// Lines that have the same literals are many, and to ask RE2 takes longer than to find them.
    struct Known {
        std::uint64_t matcher = 0; ///< whose answers these are
        std::map<std::vector<int>, std::vector<std::size_t>> patterns; ///< by the literals of a line
    };

    [[nodiscard]] const std::vector<std::size_t> &patternsWith(const std::vector<int> &literals) const
    {
        constexpr std::size_t mostKnown = 4096;
        thread_local Known known;
        if (known.matcher != m_number || known.patterns.size() >= mostKnown)
            known = {m_number, {}};
        const auto [entry, isNew] = known.patterns.try_emplace(literals);
        if (isNew) {
            std::vector<int> patterns;
            m_filter->AllPotentials(literals, &patterns);
            entry->second.assign(patterns.begin(), patterns.end());
            std::ranges::sort(entry->second);
        }
        return entry->second;
    }

    [[nodiscard]] static std::uint64_t nextNumber()
    {
        static std::atomic<std::uint64_t> count = 0;
        return ++count;
    }

    const std::uint64_t m_number = nextNumber(); ///< no other matcher has or had it
    std::unique_ptr<re2::FilteredRE2> m_filter;
    LiteralScanner m_scanner;
    std::vector<std::size_t> m_unsieved;
};

} // namespace

Result<std::unique_ptr<Matcher>> makeMatcher(std::span<const std::string> patterns)
{
    auto filter = std::make_unique<re2::FilteredRE2>(shortestLiteral);
    for (const std::string &pattern : patterns) {
        int index = 0;
        if (filter->Add(pieceOf(pattern), patternOptions(), &index) != RE2::NoError)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {pattern}), pattern);
    }
    std::vector<std::string> literals;
    if (!patterns.empty())
        filter->Compile(&literals);
    return std::make_unique<LiteralMatcher>(std::move(filter), literals);
}

} // namespace countersign::risk
