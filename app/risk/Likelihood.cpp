// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Likelihood.h"

#include "Logistic.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <set>
#include <utility>

namespace countersign::risk
{

namespace
{

constexpr std::size_t fewestRecent = 50;

std::string shown(double value)
{
    return value == std::floor(value) ? std::format("{:.0f}", value) : std::format("{:.2f}", value);
}

Message label(Factor factor, double value)
{
    const std::vector<std::string> number{shown(value)};
    switch (factor) {
    case Factor::Directories:
        return Message(QT_TRANSLATE_NOOP("app", "%1 folders"), number);
    case Factor::Files:
        return Message(QT_TRANSLATE_NOOP("app", "%1 files"), number);
    case Factor::Entropy:
        return Message(QT_TRANSLATE_NOOP("app", "Spread over the files: %1"), number);
    case Factor::LinesAdded:
        return Message(QT_TRANSLATE_NOOP("app", "%1 lines added"), number);
    case Factor::LinesRemoved:
        return Message(QT_TRANSLATE_NOOP("app", "%1 lines removed"), number);
    case Factor::IsFix:
        return value > 0 ? Message(QT_TRANSLATE_NOOP("app", "A fix")) : Message(QT_TRANSLATE_NOOP("app", "Not a fix"));
    case Factor::Authors:
        return Message(QT_TRANSLATE_NOOP("app", "%1 people changed these files before"), number);
    case Factor::Age:
        return Message(QT_TRANSLATE_NOOP("app", "%1 days since these files changed last"), number);
    case Factor::Revisions:
        return Message(QT_TRANSLATE_NOOP("app", "%1 earlier changes of these files"), number);
    case Factor::Experience:
        return Message(QT_TRANSLATE_NOOP("app", "%1 earlier changes by the author"), number);
    }
    std::unreachable();
}

Message label(Content content)
{
    switch (content) {
    case Content::SkipAdded:
        return Message(QT_TRANSLATE_NOOP("app", "A test is skipped"));
    case Content::NullCheckAdded:
        return Message(QT_TRANSLATE_NOOP("app", "A check for nothing is added"));
    case Content::LoopAdded:
        return Message(QT_TRANSLATE_NOOP("app", "A loop is added"));
    case Content::TimeoutTouched:
        return Message(QT_TRANSLATE_NOOP("app", "Timeouts or retries change"));
    case Content::PastFixes:
        return Message(QT_TRANSLATE_NOOP("app", "A file that was fixed five times or more"));
    case Content::LockTouched:
        return Message(QT_TRANSLATE_NOOP("app", "Locks change"));
    case Content::ConditionChanged:
        return Message(QT_TRANSLATE_NOOP("app", "A condition changes"));
    case Content::BroadCatch:
        return Message(QT_TRANSLATE_NOOP("app", "A broad catch is added"));
    }
    std::unreachable();
}

} // namespace

std::string_view name(Factor factor)
{
    static constexpr std::array<std::string_view, factorCount> names{
        "directories", "files", "entropy", "lines-added", "lines-removed", "fix", "authors", "age", "revisions", "experience"};
    return names.at(static_cast<std::size_t>(factor));
}

std::string_view name(Content content)
{
    static constexpr std::array<std::string_view, contentCount> names{"skip-added",        "null-check-added", "loop-added",
                                                                      "timeout-touched",   "past-fixes",       "lock-touched",
                                                                      "condition-changed", "broad-catch"};
    return names.at(static_cast<std::size_t>(content));
}

void setSize(Features &features, std::span<const std::string> paths, std::span<const std::uint64_t> added,
             std::span<const std::uint64_t> removed)
{
    std::set<std::string_view> folders;
    for (const std::string &path : paths)
        folders.insert(std::string_view(path).substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/')));
    const double allAdded = std::accumulate(added.begin(), added.end(), 0.0);
    const double all = std::accumulate(removed.begin(), removed.end(), allAdded);
    double entropy = 0;
    for (std::size_t i = 0; i < added.size(); ++i) {
        const double share = all > 0 ? static_cast<double>(added[i] + removed[i]) / all : 0;
        entropy -= share > 0 ? share * std::log2(share) : 0;
    }
    const auto set = [&features](Factor factor, double value) { features.at(static_cast<std::size_t>(factor)) = value; };
    set(Factor::Directories, static_cast<double>(folders.size()));
    set(Factor::Files, static_cast<double>(paths.size()));
    set(Factor::Entropy, entropy);
    set(Factor::LinesAdded, allAdded);
    set(Factor::LinesRemoved, all - allAdded);
}

bool speaksOfFix(std::string_view subject)
{
    std::string lower(subject);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    for (const std::string_view word : {"fix", "bug", "defect", "regression", "hotfix", "revert"}) {
        for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
            // At the start of a word: "fixes", "bugfix", but neither "prefix" nor "debug".
            if (at == 0 || lower[at - 1] < 'a' || lower[at - 1] > 'z' || lower.substr(0, at).ends_with("bug"))
                return true;
        }
    }
    return false;
}

double LikelihoodModel::standardized(Factor factor, const Features &features) const
{
    const auto index = static_cast<std::size_t>(factor);
    const auto &value = features.at(index);
    if (!value)
        return 0;
    const Term &term = terms.at(index);
    const bool isShare = factor == Factor::Entropy || factor == Factor::IsFix;
    return ((isShare ? *value : std::log1p(std::max(0.0, *value))) - term.mean) / term.deviation;
}

double LikelihoodModel::score(const Features &features) const
{
    double sum = 0;
    for (std::size_t i = 0; i < factorCount; ++i)
        sum += terms.at(i).weight * standardized(static_cast<Factor>(i), features);
    return sum;
}

Likelihood LikelihoodModel::judge(const Features &features, const Contents &present, std::span<const double> recent) const
{
    Likelihood out;
    out.isCalibrated = isCalibrated;
    out.origin = origin;
    double total = baseLogOdds;
    for (std::size_t i = 0; i < factorCount; ++i) {
        const auto factor = static_cast<Factor>(i);
        if (!features.at(i))
            continue;
        const double logOdds = terms.at(i).weight * standardized(factor, features);
        total += logOdds;
        out.contributions.push_back({std::string(name(factor)), label(factor, *features.at(i)), logOdds});
    }
    for (std::size_t i = 0; i < contentCount; ++i) {
        if (!present.at(i))
            continue;
        total += contents.at(i);
        out.contributions.push_back({std::string(name(static_cast<Content>(i))), label(static_cast<Content>(i)), contents.at(i)});
    }
    std::ranges::stable_sort(out.contributions, std::ranges::greater(),
                             [](const Contribution &one) { return std::abs(one.logOdds); });
    out.value = probability(total);
    if (recent.size() >= fewestRecent) {
        const auto below = std::ranges::lower_bound(recent, score(features)) - recent.begin();
        out.percentile = static_cast<int>(below * 100 / static_cast<std::ptrdiff_t>(recent.size()));
    }
    return out;
}

Band LikelihoodModel::bandOf(const Likelihood &likelihood) const
{
    constexpr int high = 95;
    constexpr int moderate = 75;
    double rank = 0;
    if (likelihood.percentile) {
        rank = *likelihood.percentile;
    } else if (!quantiles.empty()) {
        double score = 0;
        for (const Contribution &one : likelihood.contributions) {
            for (std::size_t i = 0; i < factorCount; ++i)
                score += one.factor == name(static_cast<Factor>(i)) ? one.logOdds : 0;
        }
        const auto below = std::ranges::lower_bound(quantiles, score) - quantiles.begin();
        rank = static_cast<double>(below) * 100 / static_cast<double>(quantiles.size());
    }
    return rank >= high ? Band::High : rank >= moderate ? Band::Moderate : Band::Low;
}

} // namespace countersign::risk
