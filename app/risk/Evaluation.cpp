// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Evaluation.h"

#include <algorithm>
#include <vector>

namespace countersign::risk
{

namespace
{

double areaUnderCurve(std::span<const Scored> ranked, double bad)
{
    // Ranked highest first: every bad change is worth the good ones below it, and half of those beside it.
    const auto good = static_cast<double>(ranked.size()) - bad;
    double area = 0;
    double goodAbove = 0;
    for (std::size_t i = 0; i < ranked.size();) {
        double badHere = 0;
        double goodHere = 0;
        const double score = ranked[i].score;
        for (; i < ranked.size() && ranked[i].score == score; ++i)
            (ranked[i].isBad ? badHere : goodHere) += 1;
        area += badHere * (good - goodAbove - goodHere / 2);
        goodAbove += goodHere;
    }
    return area / (bad * good);
}

double captured(std::span<const Scored> ranked, double bad, double share)
{
    const auto count = static_cast<std::size_t>(static_cast<double>(ranked.size()) * share);
    return static_cast<double>(std::ranges::count(ranked.first(count), true, &Scored::isBad)) / bad;
}

double densityRecall(std::vector<Scored> changes, double bad, double share)
{
    std::ranges::stable_sort(changes, std::ranges::greater(), [](const Scored &one) { return one.score / (one.effort + 1); });
    double total = 0;
    for (const Scored &one : changes)
        total += one.effort;
    double read = 0;
    double met = 0;
    for (const Scored &one : changes) {
        read += one.effort;
        if (read > share * total)
            break;
        met += one.isBad ? 1 : 0;
    }
    return met / bad;
}

} // namespace

Marks evaluate(std::span<const Scored> changes)
{
    std::vector<Scored> ranked(changes.begin(), changes.end());
    std::ranges::stable_sort(ranked, std::ranges::greater(), &Scored::score);
    const auto bad = static_cast<double>(std::ranges::count(ranked, true, &Scored::isBad));
    if (bad == 0 || bad == static_cast<double>(ranked.size()))
        return {};
    Marks marks;
    marks.auc = areaUnderCurve(ranked, bad);
    marks.capture5 = captured(ranked, bad, .05);
    marks.capture10 = captured(ranked, bad, .1);
    marks.capture30 = captured(ranked, bad, .3);
    marks.initialFalseAlarms = static_cast<std::size_t>(std::ranges::find(ranked, true, &Scored::isBad) - ranked.begin());
    marks.densityRecall20 = densityRecall(std::move(ranked), bad, .2);
    return marks;
}

} // namespace countersign::risk
