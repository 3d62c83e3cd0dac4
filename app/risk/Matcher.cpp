// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Matcher.h"

#include "LiteralScanner.h"
#include "Pattern.h"

#include "core/Workers.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <thread>
#include <unordered_map>

namespace countersign::risk
{

namespace
{

constexpr int shortestLiteral = 3; ///< bytes; shorter ones are in every line
constexpr std::size_t mostClauses = 8; ///< of a pattern; a bit each

/// Literals of which every match of a pattern has one.
using Clause = std::vector<std::string>;

/// What RE2 knows every match of a pattern to contain: one literal of each clause. No clause: nothing is known.
/// RE2 only answers whether a text with these literals and no others may match; the clauses are found by asking.
Result<std::vector<Clause>> clausesOf(const std::string &pattern)
{
    re2::FilteredRE2 filter(shortestLiteral);
    int index = 0;
    if (filter.Add(pieceOf(pattern), patternOptions(), &index) != RE2::NoError)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {pattern}), pattern);
    std::vector<std::string> literals;
    filter.Compile(&literals);
    std::vector<bool> isAbsent(literals.size(), true);
    const auto mayMatch = [&] {
        std::vector<int> present;
        for (std::size_t i = 0; i < literals.size(); ++i) {
            if (!isAbsent[i])
                present.push_back(static_cast<int>(i));
        }
        std::vector<int> found;
        filter.AllPotentials(present, &found);
        return !found.empty();
    };
    std::vector<Clause> clauses;
    std::vector<std::size_t> rest(literals.size()); // in no clause yet
    std::iota(rest.begin(), rest.end(), 0U);
    // The first ones are the first to be left out of a clause, and clauses of long ones let less through.
    std::ranges::stable_sort(rest, {}, [&literals](std::size_t i) { return literals[i].size(); });
    while (!rest.empty() && clauses.size() < mostClauses && !mayMatch()) {
        // No match does without all of the rest: which of them are enough to say so?
        for (const std::size_t literal : rest) {
            isAbsent[literal] = false;
            isAbsent[literal] = mayMatch();
        }
        Clause clause;
        std::vector<std::size_t> others;
        for (const std::size_t literal : rest) {
            if (isAbsent[literal])
                clause.push_back(literals[literal]);
            else
                others.push_back(literal);
        }
        clauses.push_back(std::move(clause));
        rest = std::move(others);
        std::ranges::fill(isAbsent, false);
        for (const std::size_t literal : rest)
            isAbsent[literal] = true;
    }
    return clauses;
}

class LiteralMatcher final : public Matcher
{
public:
    explicit LiteralMatcher(std::span<const std::vector<Clause>> patterns)
        : LiteralMatcher(patterns, Literals(patterns))
    {
    }

    void match(std::string_view line, std::vector<std::size_t> &found) const override
    {
        Marks &marks = marksOfThisThread();
        m_scanner.each(line, [&](int literal, std::size_t) { return note(literal, marks); });
        found = m_unsieved;
        takeComplete(marks, [&found](std::size_t pattern) { found.push_back(pattern); });
        std::ranges::sort(found);
    }

    void matchLines(const Text &text, LineNumber first, LineNumber last, std::vector<LineMatch> &found) const override
    {
        const std::size_t begin = text.lineStart(first);
        const std::string_view block = text.bytes().substr(begin, text.lineStart(last) + text.rawLine(last).size() - begin);
        Marks &marks = marksOfThisThread();
        const std::size_t before = found.size();
        for (LineNumber line = m_unsieved.empty() ? last + 1 : first; line <= last; ++line) {
            for (const std::size_t pattern : m_unsieved)
                found.push_back({line, pattern});
        }
        LineNumber line = first;
        std::size_t lineEnd = text.rawLine(first).size(); // in the block
        const auto tell = [&](std::size_t pattern) { found.push_back({line, pattern}); };
        m_scanner.each(block, [&](int literal, std::size_t at) {
            if (at >= lineEnd) {
                takeComplete(marks, tell);
                line = text.lineAt(begin + at);
                lineEnd = text.lineStart(line) + text.rawLine(line).size() - begin;
            }
            return note(literal, marks);
        });
        takeComplete(marks, tell);
        std::ranges::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
    }

    const std::vector<std::size_t> &unsieved() const override { return m_unsieved; }

private:
    /// The literals of all patterns, each once.
    struct Literals {
        explicit Literals(std::span<const std::vector<Clause>> patterns)
        {
            for (const std::vector<Clause> &clauses : patterns) {
                for (const Clause &clause : clauses) {
                    for (const std::string &literal : clause) {
                        if (numbers.try_emplace(literal, all.size()).second)
                            all.push_back(literal);
                    }
                }
            }
        }
        std::vector<std::string> all;
        std::unordered_map<std::string, std::size_t> numbers;
    };
    struct Use {
        std::uint32_t pattern = 0;
        std::uint8_t clause = 0; ///< its bit
    };
    /// What one line has.
    struct Marks {
        std::vector<std::uint8_t> clauses; ///< per pattern, bits of its clauses; all 0 between lines
        std::vector<std::uint32_t> touched; ///< patterns that have some
    };

    LiteralMatcher(std::span<const std::vector<Clause>> patterns, const Literals &literals)
        : m_scanner(literals.all)
        , m_uses(literals.all.size())
    {
        for (std::size_t pattern = 0; pattern < patterns.size(); ++pattern) {
            const std::vector<Clause> &clauses = patterns[pattern];
            m_complete.push_back(static_cast<std::uint8_t>((1U << clauses.size()) - 1));
            if (clauses.empty())
                m_unsieved.push_back(pattern);
            for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
                for (const std::string &literal : clauses[clause])
                    m_uses[literals.numbers.at(literal)].push_back(
                        {static_cast<std::uint32_t>(pattern), static_cast<std::uint8_t>(1U << clause)});
            }
        }
    }

    [[nodiscard]] Marks &marksOfThisThread() const
    {
        thread_local Marks marks;
        marks.clauses.resize(std::max(marks.clauses.size(), m_complete.size()));
        return marks;
    }

    /// Goes on: there may be more.
    bool note(int literal, Marks &marks) const
    {
        for (const Use &use : m_uses[static_cast<std::size_t>(literal)]) {
            std::uint8_t &clauses = marks.clauses[use.pattern];
            if (clauses == 0)
                marks.touched.push_back(use.pattern);
            clauses |= use.clause;
        }
        return true;
    }

    /// Gives take() the patterns that have all of their clauses, and is ready for the next line.
    template<class Take>
    void takeComplete(Marks &marks, Take take) const
    {
        for (const std::uint32_t pattern : marks.touched) {
            if (marks.clauses[pattern] == m_complete[pattern])
                take(pattern);
            marks.clauses[pattern] = 0;
        }
        marks.touched.clear();
    }

    LiteralScanner m_scanner;
    std::vector<std::vector<Use>> m_uses; ///< per literal
    std::vector<std::uint8_t> m_complete; ///< per pattern, the bits of all its clauses
    std::vector<std::size_t> m_unsieved;
};

} // namespace

void Matcher::matchLines(const Text &text, LineNumber first, LineNumber last, std::vector<LineMatch> &found) const
{
    thread_local std::vector<std::size_t> patterns;
    for (LineNumber line = first; line <= last; ++line) {
        match(text.line(line), patterns);
        for (const std::size_t pattern : patterns)
            found.push_back({line, pattern});
    }
}

Result<std::unique_ptr<Matcher>> makeMatcher(std::span<const std::string> patterns)
{
    constexpr std::size_t worthAThread = 32; // patterns; each takes some 50 microseconds
    std::vector<std::vector<Clause>> clauses(patterns.size());
    std::vector<std::optional<Error>> errors(patterns.size());
    const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), patterns.size() / worthAThread);
    onThreads(patterns.size(), threads, [&](std::size_t i) {
        if (auto known = clausesOf(patterns[i]))
            clauses[i] = std::move(*known);
        else
            errors[i] = std::move(known.error());
    });
    for (std::optional<Error> &error : errors) {
        if (error)
            return std::unexpected(std::move(*error));
    }
    return std::make_unique<LiteralMatcher>(clauses);
}

} // namespace countersign::risk
