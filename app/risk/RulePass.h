// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"
#include "Draft.h"
#include "FileContext.h"
#include "Hit.h"
#include "Matcher.h"
#include "RuleSet.h"
#include "Survival.h"

#include "core/FileChange.h"
#include "core/Finding.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::risk
{

/// The declarative rules over one change: scan() every file, then pairUp() once, then findingsIn() each file.
/// What takes the number of a file may run for different files on different threads.
class RulePass
{
public:
    /// @param threads that pairUp() may use
    RulePass(const RuleSet &rules, std::span<const FileChange> files, Survival &survival, std::size_t threads);

    /// Notes where patterns occur in the changed lines of file number @p file. Stops between lines when asked to.
    void scan(std::size_t file, const std::stop_token &stop);
    /// Finds out which occurrences were there before or stand elsewhere now.
    void pairUp();
    /// What remains to be said about file number @p file; without ids. Stops between hits when asked to.
    [[nodiscard]] std::vector<Finding> findingsIn(std::size_t file, const std::stop_token &stop);

    /// The context of a file, made on first use.
    [[nodiscard]] FileContext &context(std::size_t file);
    /// Forgets the context of a file that is done with.
    void release(std::size_t file) { m_contexts[file].reset(); }

private:
    class RulesOfFile;
    [[nodiscard]] const DeclarativeRule &ruleOf(const Hit &hit) const { return *m_rules.rules()[hit.rule]; }
    void scanRows(std::size_t file, std::span<const Row> rows, RulesOfFile &looksAt);
    void matchSide(Side side, const Text &text, std::span<const Row> rows, std::vector<LineMatch> &found) const;
    void noteHit(std::size_t file, Side side, const Row &row, std::size_t index, RulesOfFile &looksAt);
    void noteMoved();
    void noteMoved(std::size_t file, const Row &row, std::size_t index);
    /// How sure the scope of a match has to be: the highlighter reads the whole file, the look of the line costs nothing.
    enum class Scoping : std::uint8_t { ByLook, Exact };
    [[nodiscard]] std::optional<Occurrence> locate(std::size_t file, const DeclarativeRule &rule, const Pattern &pattern,
                                                   Side side, LineNumber line, Scoping scoping = Scoping::Exact);
    [[nodiscard]] bool isConfirmed(const Hit &hit);
    [[nodiscard]] bool isWorthSaying(Hit &hit);
    [[nodiscard]] bool remainsElsewhere(const Hit &hit);
    [[nodiscard]] bool isNamedNearby(const Hit &hit);
    [[nodiscard]] bool readsLikeSubstitute(const Hit &hit);
    [[nodiscard]] bool subjectIsNew(const Hit &hit);
    [[nodiscard]] Draft draft(const Hit &hit);
    void lowerRemoval(const Hit &hit, Finding &finding);

    const RuleSet &m_rules;
    std::span<const FileChange> m_files;
    Survival &m_survival;
    const std::size_t m_threads;
    std::vector<std::unique_ptr<FileContext>> m_contexts;
    Hits m_hits;
    std::optional<HitPairs> m_pairs; ///< after pairUp()
};

} // namespace countersign::risk
