// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calibration.h"

#include "risk/Logistic.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace countersign::impact
{

namespace
{

using risk::Factor;
using risk::factorCount;

constexpr double trainingShare = .8;
constexpr std::size_t enoughBad = 100; ///< that the older changes can be left out of the learning
constexpr std::size_t fewestJudged = 10; ///< bad changes among the newest fifth, and good ones

std::size_t badOf(std::span<const LabelledChange> changes)
{
    return static_cast<std::size_t>(std::ranges::count(changes, true, &LabelledChange::isBad));
}

/// The older part, which is learned from, and the newest, which is judged.
std::size_t cutOf(std::span<const LabelledChange> changes)
{
    return static_cast<std::size_t>(static_cast<double>(changes.size()) * trainingShare);
}

/// What brings bugs drifts: of many changes the newer half teaches more than all of them.
std::span<const LabelledChange> newerHalf(std::span<const LabelledChange> changes)
{
    const auto half = changes.subspan(changes.size() / 2);
    return badOf(half) >= enoughBad ? half : changes;
}

double valueOf(const LabelledChange &change, Factor factor)
{
    return change.features.at(static_cast<std::size_t>(factor)).value_or(0);
}

risk::LogisticFit fit(std::span<const LabelledChange> changes, const risk::LikelihoodModel &shipped, double strength)
{
    std::vector<risk::Sample> samples;
    for (const LabelledChange &change : changes) {
        risk::Sample sample{{}, change.isBad, 0};
        for (std::size_t i = 0; i < factorCount; ++i)
            sample.x.push_back(shipped.standardized(static_cast<Factor>(i), change.features));
        samples.push_back(std::move(sample));
    }
    std::vector<double> prior;
    for (const auto &term : shipped.terms)
        prior.push_back(term.weight);
    return fitLogistic(samples, prior, strength);
}

risk::LikelihoodModel withWeights(risk::LikelihoodModel model, const risk::LogisticFit &fitted)
{
    for (std::size_t i = 0; i < factorCount; ++i)
        model.terms.at(i).weight = fitted.weights[i];
    model.baseLogOdds = fitted.intercepts.front();
    model.isCalibrated = true;
    return model;
}

template<class Score>
risk::Marks marksOf(std::span<const LabelledChange> changes, const Score &score)
{
    std::vector<risk::Scored> scored;
    for (const LabelledChange &change : changes)
        scored.push_back(
            {score(change), valueOf(change, Factor::LinesAdded) + valueOf(change, Factor::LinesRemoved), change.isBad});
    return risk::evaluate(scored);
}

/// A probability: what is divided by lines must not be negative.
risk::Marks marksOf(std::span<const LabelledChange> changes, const risk::LikelihoodModel &model)
{
    return marksOf(changes, [&model](const LabelledChange &change) {
        return risk::probability(model.baseLogOdds + model.score(change.features));
    });
}

} // namespace

std::optional<Message> tooLittle(std::span<const LabelledChange> changes)
{
    const std::size_t bad = badOf(changes);
    if (bad < fewestBad)
        return Message(QT_TRANSLATE_NOOP("app",
                                         "The fixes of this history lead back to %1 changes that brought a bug; at least %2 are "
                                         "needed. The shipped weights stay in use."),
                       {std::to_string(bad), std::to_string(fewestBad)});
    const auto newest = changes.subspan(cutOf(changes));
    const std::size_t newestBad = badOf(newest);
    if (newestBad < fewestJudged || newest.size() - newestBad < fewestJudged)
        return Message(QT_TRANSLATE_NOOP("app",
                                         "Among the newest %1 changes, which would judge the weights, %2 brought a bug; at least "
                                         "%3 and as many that did not are needed. The shipped weights stay in use."),
                       {std::to_string(newest.size()), std::to_string(newestBad), std::to_string(fewestJudged)});
    return std::nullopt;
}

Calibration calibrate(std::span<const LabelledChange> changes, const risk::LikelihoodModel &shipped, double strength)
{
    Calibration out;
    const std::size_t cut = cutOf(changes);
    const auto training = newerHalf(changes.first(cut));
    const auto judged = changes.subspan(cut);
    out.changes = changes.size();
    out.bad = badOf(changes);
    out.trained = training.size();
    out.judged = judged.size();
    out.judgedBad = badOf(judged);
    out.refitted = marksOf(judged, withWeights(shipped, fit(training, shipped, strength)));
    out.shipped = marksOf(judged, shipped);
    out.linesAdded = marksOf(judged, [](const LabelledChange &change) { return valueOf(change, Factor::LinesAdded); });
    out.model = withWeights(shipped, fit(newerHalf(changes), shipped, strength));
    std::vector<double> scores;
    for (const LabelledChange &change : changes)
        scores.push_back(out.model.score(change.features));
    std::ranges::sort(scores);
    constexpr std::size_t steps = 20;
    out.model.quantiles.clear();
    for (std::size_t i = 0; i < steps; ++i)
        out.model.quantiles.push_back(scores[(scores.size() - 1) * i / (steps - 1)]);
    return out;
}

} // namespace countersign::impact
