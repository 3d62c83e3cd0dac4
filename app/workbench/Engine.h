// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportCache.h"
#include "Surroundings.h"
#include "TrustRoot.h"

#include "core/Error.h"
#include "provenance/Markers.h"
#include "review/Templates.h"
#include "risk/RuleSet.h"

#include <memory>
#include <vector>

namespace countersign::workbench
{

class DisputedRules;
class KnownWords;
class TeamEngines;

/// What every analysis needs: rules, markers, checklist templates, which nothing changes, and what is known about repositories.
/// Shared between threads.
struct Engine {
    std::shared_ptr<const risk::RuleSet> rules;
    provenance::Markers markers;
    review::Templates templates;
    std::shared_ptr<Surroundings> surroundings; ///< safe from any thread
    std::vector<Message> problems; ///< of the user's own marker file
    std::shared_ptr<ReportCache> reports; ///< what was analysed before in this session; may be null
    std::shared_ptr<DisputedRules> disputed; ///< what reviewers dispute; null: nothing steps down
    std::shared_ptr<KnownWords> words; ///< of files that were read in this session; may be null
    std::shared_ptr<TeamEngines> teams; ///< engines with the rules of a team, made once each

    /// Loads what is built into the program, and the user's markers. Errors: a broken resource, named with file and line.
    [[nodiscard]] static Result<std::shared_ptr<const Engine>> load();
    /// This engine with the rules and markers of a team. What is broken is left out and named in problems. Quick when asked again
    /// for the same files.
    [[nodiscard]] std::shared_ptr<const Engine> with(const TeamFiles &files) const;
};

} // namespace countersign::workbench
