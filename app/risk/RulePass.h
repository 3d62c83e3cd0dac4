// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"
#include "FileContext.h"
#include "RuleSet.h"
#include "Survival.h"

#include "core/FileChange.h"
#include "core/Finding.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::risk
{

/// The declarative rules over one change: scan() every file, then pairUp() once, then findingsIn() each file.
/// Belongs to one thread.
class RulePass
{
public:
    RulePass(const RuleSet &rules, std::span<const FileChange> files, syntax::Highlighter &highlighter);
    ~RulePass();

    /// Notes where patterns occur in the changed lines of file number @p file. False when it was stopped.
    bool scan(std::size_t file, const std::stop_token &stop);
    /// Finds out which occurrences were there before or stand elsewhere now.
    void pairUp();
    /// What remains to be said about file number @p file; without ids.
    [[nodiscard]] std::vector<Finding> findingsIn(std::size_t file);

    /// The context of a file, made on first use.
    [[nodiscard]] FileContext &context(std::size_t file);
    /// Forgets the context of a file that is done with.
    void release(std::size_t file) { m_contexts[file].reset(); }

private:
    struct Hit;
    struct Draft;

    [[nodiscard]] const DeclarativeRule &ruleOf(const Hit &hit) const;
    void scanLine(std::size_t file, Side side, const Row &row, std::vector<std::size_t> &indexes);
    [[nodiscard]] std::optional<Occurrence> locate(std::size_t file, const DeclarativeRule &rule, const Pattern &pattern,
                                                   Side side, LineNumber line);
    [[nodiscard]] bool remainsElsewhere(const Hit &hit);
    [[nodiscard]] const Hit *counterpart(const Hit &hit);
    [[nodiscard]] const Hit *substituteOf(const Hit &hit, bool nearby) const;
    [[nodiscard]] bool substituteNearby(const Hit &hit);
    [[nodiscard]] bool isWorthSaying(Hit &hit);
    [[nodiscard]] Draft draft(const Hit &hit);
    void lowerRemoval(const Hit &hit, Finding &finding);
    [[nodiscard]] bool subjectIsNew(const Hit &hit);
    static void applyCounters(const DeclarativeRule &rule, const FileChange &file, Finding &finding);
    static void keepWorst(std::vector<Draft> &drafts);
    [[nodiscard]] static std::vector<Finding> joinNeighbours(std::vector<Draft> drafts);
    void addWholeFileRules(std::size_t file, std::vector<Draft> &drafts);

    const RuleSet &m_rules;
    std::span<const FileChange> m_files;
    syntax::Highlighter &m_highlighter;
    Survival m_survival;
    std::vector<std::unique_ptr<FileContext>> m_contexts;
    std::vector<std::vector<Hit>> m_hits; ///< per file, in order of lines
    std::vector<char> m_looksAt; ///< per rule: does it look at the file being scanned?
};

} // namespace countersign::risk
