// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Band.h"
#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Likelihood.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Factors of size and history whose weights are trained; definitions of Kamei et al., "A large-scale empirical study of
/// just-in-time quality assurance", IEEE TSE 39(6), 2013.
enum class Factor : std::uint8_t {
    Directories,
    Files,
    Entropy, ///< of the changed lines over the files, in bits
    LinesAdded,
    LinesRemoved,
    IsFix, ///< 1: the message speaks of a fix
    Authors, ///< who changed the touched files before
    Age, ///< mean days since their last change
    Revisions, ///< earlier changes of the touched files
    Experience, ///< the author's earlier changes
};
inline constexpr std::size_t factorCount = 10;
[[nodiscard]] std::string_view name(Factor factor);

/// Values of the factors as counted, before any logarithm. A factor that is not known is absent and says nothing.
using Features = std::array<std::optional<double>, factorCount>;

/// Size factors of a change; entropy over the files with changed lines.
void setSize(Features &features, std::span<const std::string> paths, std::span<const std::uint64_t> added,
             std::span<const std::uint64_t> removed);
/// The message's subject speaks of a fix.
[[nodiscard]] bool speaksOfFix(std::string_view subject);

/// What the added lines of a change hold that was measured to go with bugs; each is there or not.
enum class Content : std::uint8_t {
    SkipAdded,
    NullCheckAdded,
    LoopAdded,
    TimeoutTouched,
    PastFixes,
    LockTouched,
    ConditionChanged,
    BroadCatch
};
inline constexpr std::size_t contentCount = 8;
[[nodiscard]] std::string_view name(Content content);
using Contents = std::array<bool, contentCount>;
/// Looks at the added and removed lines of code and tests. PastFixes is not set: history tells.
[[nodiscard]] Contents contentsOf(std::span<const FileChange> files);

/// Weights with their origin.
class LikelihoodModel
{
public:
    /// One factor: its value becomes (ln(1 + x) - mean) / deviation; of Entropy and IsFix x itself is taken.
    struct Term {
        double mean = 0;
        double deviation = 1;
        double weight = 0; ///< log-odds per standard deviation
    };
    std::string origin; ///< where the weights come from, one sentence
    double baseLogOdds = 0; ///< of the average change of the labelled projects
    std::array<Term, factorCount> terms{};
    std::array<double, contentCount> contents{}; ///< log-odds
    std::vector<double> quantiles; ///< of the score, over the labelled changes, in even steps from 0 to 100 %
    bool isCalibrated = false;

    /// The shipped weights. Errors: a broken resource.
    [[nodiscard]] static Result<LikelihoodModel> builtIn();
    [[nodiscard]] static Result<LikelihoodModel> parse(std::string_view toml, const std::string &file);
    [[nodiscard]] std::string toToml() const;

    /// A factor's value as the weights take it; 0 (the average) where it is not known.
    [[nodiscard]] double standardized(Factor factor, const Features &features) const;
    /// Sum over size and history, log-odds against the average change.
    [[nodiscard]] double score(const Features &features) const;
    /// @param recent scores of the repository's recent changes, sorted; with fewer than 50 there is no percentile.
    [[nodiscard]] Likelihood judge(const Features &features, const Contents &contents, std::span<const double> recent) const;
    /// By the percentile; without one by the labelled changes. Likelihood alone is never critical.
    [[nodiscard]] Band bandOf(const Likelihood &likelihood) const;
};

} // namespace countersign::risk
