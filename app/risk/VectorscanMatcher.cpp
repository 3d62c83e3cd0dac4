// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "VectorscanMatcher.h"

#ifdef COUNTERSIGN_VECTORSCAN

#include <hs/hs.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <numeric>

namespace countersign::risk
{

namespace
{

template<auto function>
struct Free {
    template<class T>
    void operator()(T *pointer) const
    {
        (void)function(pointer);
    }
};
using Database = std::unique_ptr<hs_database_t, Free<hs_free_database>>;
using Scratch = std::unique_ptr<hs_scratch_t, Free<hs_free_scratch>>;
using CompileError = std::unique_ptr<hs_compile_error_t, Free<hs_free_compile_error>>;
using Expression = std::unique_ptr<hs_expr_info_t, Free<std::free>>;

/// Each pattern is told once a line; a pattern may match nothing at all. (Many lines at once, with HS_FLAG_MULTILINE, was tried:
/// it was no quicker, and version 5.4.11 did not tell of all matches in a long text.)
constexpr unsigned scanFlags = HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY;

bool canTake(const std::string &pattern)
{
    if (pattern.find('\0') != std::string::npos)
        return false;
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    const bool taken = hs_expression_info(pattern.c_str(), scanFlags, &info, &error) == HS_SUCCESS;
    const Expression ownInfo(info);
    const CompileError ownError(error);
    return taken;
}

/// Null when some pattern is beyond it after all.
Database compile(const std::vector<const char *> &expressions)
{
    const std::vector<unsigned> flags(expressions.size(), scanFlags);
    std::vector<unsigned> ids(expressions.size());
    std::iota(ids.begin(), ids.end(), 0U);
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    (void)hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(expressions.size()), HS_MODE_BLOCK,
                           nullptr, &database, &error);
    const CompileError ownError(error);
    return Database(database);
}

class VectorscanMatcher final : public Matcher
{
public:
    VectorscanMatcher(Database database, std::vector<std::size_t> taken, std::unique_ptr<Matcher> rest,
                      std::vector<std::size_t> left)
        : m_database(std::move(database))
        , m_taken(std::move(taken))
        , m_rest(std::move(rest))
        , m_left(std::move(left))
    {
        for (const std::size_t index : m_rest->unsieved())
            m_unsieved.push_back(m_left[index]);
    }

    void match(std::string_view line, std::vector<std::size_t> &found) const override
    {
        m_rest->match(line, found);
        std::ranges::transform(found, found.begin(), [this](std::size_t index) { return m_left[index]; });
        const auto note = [](unsigned id, unsigned long long, unsigned long long, unsigned, void *context) {
            auto &[matcher, to] = *static_cast<std::pair<const VectorscanMatcher *, std::vector<std::size_t> *> *>(context);
            to->push_back(matcher->m_taken[id]);
            return 0;
        };
        std::pair context(this, &found);
        hs_scratch_t *scratch = scratchOfThisThread();
        const std::size_t before = found.size();
        if (!scratch
            || hs_scan(m_database.get(), line.data(), static_cast<unsigned>(line.size()), 0, scratch, note, &context)
                != HS_SUCCESS) {
            found.resize(before); // out of memory: every pattern may occur
            found.insert(found.end(), m_taken.begin(), m_taken.end());
        }
        std::ranges::sort(found);
    }

    const std::vector<std::size_t> &unsieved() const override { return m_unsieved; }

private:
    /// One for all databases that this thread uses; it grows with them.
    hs_scratch_t *scratchOfThisThread() const
    {
        thread_local Scratch scratch;
        thread_local std::uint64_t suits = 0; // a database's number; an address may come again
        if (suits != m_number) {
            hs_scratch_t *grown = scratch.release();
            const bool fits = hs_alloc_scratch(m_database.get(), &grown) == HS_SUCCESS;
            scratch.reset(grown);
            suits = fits ? m_number : 0;
        }
        return suits != 0 ? scratch.get() : nullptr;
    }

    static inline std::atomic<std::uint64_t> next = 1;

    const std::uint64_t m_number = next++;
    Database m_database;
    std::vector<std::size_t> m_taken; ///< index of each pattern in the database
    std::unique_ptr<Matcher> m_rest; ///< for what the database does not hold
    std::vector<std::size_t> m_left; ///< index of each pattern of m_rest
    std::vector<std::size_t> m_unsieved;
};

} // namespace

Result<std::unique_ptr<Matcher>> makeVectorscanMatcher(std::span<const std::string> patterns)
{
    if (hs_valid_platform() != HS_SUCCESS)
        return nullptr;
    std::vector<std::size_t> taken;
    std::vector<std::size_t> left;
    std::vector<const char *> expressions;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (canTake(patterns[i])) {
            taken.push_back(i);
            expressions.push_back(patterns[i].c_str());
        } else {
            left.push_back(i);
            others.push_back(patterns[i]);
        }
    }
    Database database = expressions.empty() ? Database() : compile(expressions);
    if (!database)
        return nullptr;
    auto rest = makeMatcher(others);
    if (!rest)
        return rest;
    return std::make_unique<VectorscanMatcher>(std::move(database), std::move(taken), std::move(*rest), std::move(left));
}

} // namespace countersign::risk

#else

namespace countersign::risk
{

Result<std::unique_ptr<Matcher>> makeVectorscanMatcher(std::span<const std::string>)
{
    return nullptr;
}

} // namespace countersign::risk

#endif
