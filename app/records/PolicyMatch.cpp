// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PolicyMatch.h"

#include "core/Glob.h"
#include "core/SafeText.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

/// Gathers the sentences; one part that does not hold ends it.
class Matcher
{
public:
    /// @param actual nothing: not known, which counts as holding.
    void atLeast(const std::optional<Band> &wanted, const std::optional<Band> &actual, const char *known, const char *unknown)
    {
        if (!wanted)
            return;
        if (!actual)
            m_why.emplace_back(unknown);
        else if (*actual < *wanted)
            m_holds = false;
        else
            m_why.emplace_back(known, std::vector{label(*actual).translated()});
    }

    void provenance(const PolicyCondition &when, const GateRisk &risk)
    {
        if (when.provenance == PolicyCondition::Provenance::Any)
            return;
        const bool isRecorded = when.provenance == PolicyCondition::Provenance::Ai;
        const auto &lines = isRecorded ? risk.recordedAiLines : risk.aiLines;
        if (!lines)
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "Who wrote its lines is not known."));
        else if (*lines < when.aiMinLines)
            m_holds = false;
        else if (isRecorded)
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "%1 added lines are an AI's."), std::vector{std::to_string(*lines)});
        else
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "%1 added lines are or may be an AI's."),
                               std::vector{std::to_string(*lines)});
    }

    void paths(const PolicyCondition &when, const GateRisk &risk)
    {
        if (when.paths.empty())
            return;
        if (!risk.paths)
            return m_why.emplace_back(QT_TRANSLATE_NOOP("app", "Which files it changes is not known.")), void();
        const auto found = std::ranges::find_if(*risk.paths, [&](const std::string &path) { return fitsAny(when.paths, path); });
        if (found == risk.paths->end())
            m_holds = false;
        else
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "It changes %1."), std::vector{safeText(*found, 200)});
    }

    void target(const PolicyCondition &when, const std::string &targetRef)
    {
        if (when.targets.empty())
            return;
        if (targetRef.empty())
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "What branch it is meant for is not known."));
        else if (!fitsAny(when.targets, targetRef))
            m_holds = false;
        else
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "It is meant for %1."), std::vector{safeText(targetRef, 200)});
    }

    void reversibility(const PolicyCondition &when, const GateRisk &risk)
    {
        if (!when.reversibility)
            return;
        if (!risk.reversibility)
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "Whether it can be undone is not known."));
        else if (*risk.reversibility < *when.reversibility)
            m_holds = false;
        else
            m_why.emplace_back(QT_TRANSLATE_NOOP("app", "Its reversibility is R%1."),
                               std::vector{std::to_string(*risk.reversibility)});
    }

    [[nodiscard]] std::optional<std::vector<Message>> result() &&
    {
        return m_holds ? std::optional(std::move(m_why)) : std::nullopt;
    }

private:
    static bool fitsAny(const std::vector<std::string> &globs, const std::string &text)
    {
        return std::ranges::any_of(globs, [&text](const std::string &glob) { return matchesGlob(glob, text); });
    }

    bool m_holds = true;
    std::vector<Message> m_why;
};

} // namespace

std::optional<std::vector<Message>> whyApplies(const PolicyCondition &when, const GateRisk &risk, const std::string &targetRef)
{
    Matcher matcher;
    matcher.provenance(when, risk);
    matcher.paths(when, risk);
    matcher.target(when, targetRef);
    matcher.atLeast(when.band, risk.band, QT_TRANSLATE_NOOP("app", "Its band is %1."),
                    QT_TRANSLATE_NOOP("app", "Its band is not known."));
    matcher.atLeast(when.blastRadius, risk.blastRadius, QT_TRANSLATE_NOOP("app", "Its blast radius is %1."),
                    QT_TRANSLATE_NOOP("app", "Its blast radius is ungraded, which counts as the worst."));
    matcher.atLeast(when.consequence, risk.consequence, QT_TRANSLATE_NOOP("app", "Its consequence is %1."),
                    QT_TRANSLATE_NOOP("app", "Its consequence is ungraded, which counts as the worst."));
    matcher.atLeast(when.likelihood, risk.likelihood, QT_TRANSLATE_NOOP("app", "Its likelihood of trouble is %1."),
                    QT_TRANSLATE_NOOP("app", "Its likelihood of trouble is ungraded, which counts as the worst."));
    matcher.reversibility(when, risk);
    return std::move(matcher).result();
}

} // namespace countersign::records
