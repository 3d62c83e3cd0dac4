// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Annotation.h"
#include "Band.h"
#include "BlastRadius.h"
#include "Change.h"
#include "FileClass.h"
#include "Finding.h"
#include "Interaction.h"
#include "Likelihood.h"
#include "Provenance.h"
#include "TestCoverage.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace countersign {

/// Size of one changed file, for lists.
struct FileSummary {
    FileDelta delta;
    FileClass fileClass = FileClass::Other;
    std::uint32_t added = 0;
    std::uint32_t removed = 0;
    std::uint32_t moved = 0; ///< added lines that only moved
    std::optional<Severity> worst; ///< worst finding in it
    std::uint32_t findings = 0;
    friend bool operator==(const FileSummary &, const FileSummary &) = default;
};

/// The four axes. An axis that was not computed is absent: ungraded, never zero.
struct Axes {
    std::optional<Band> consequence;
    std::vector<std::string> consequenceFrom; ///< ids of the findings that decide it
    std::optional<Band> likelihood;
    std::optional<Band> blastRadius;
    std::optional<int> reversibility; ///< 0 to 3
    std::optional<Likelihood> likelihoodDetail; ///< what the likelihood's band is made of
    std::optional<BlastRadius> blastRadiusDetail; ///< also where the band is ungraded, with the reason
    Message reversibilityWhy;
    friend bool operator==(const Axes &, const Axes &) = default;
};

/// Everything known about the risk of one change.
struct Analysis {
    std::string engineVersion;
    std::string rulesSha256;
    Change change;
    std::vector<FileSummary> files; ///< riskiest first
    Provenance provenance;
    std::vector<Finding> findings; ///< worst first, then by path and line
    std::vector<Annotation> annotations; ///< of other tools, by path and line
    std::optional<TestCoverage> testCoverage; ///< nothing: no coverage report was given
    Axes axes;
    /// Where it meets other open changes; nothing: not looked for. Not part of what a record binds: it changes with the others.
    std::optional<std::vector<Interaction>> interactions;
    Band band = Band::Low; ///< the worst graded axis
    Message bandReason;
    std::vector<std::string> ungraded; ///< names of what was not computed: "likelihood", "blastRadius", …
    std::vector<Message> problems; ///< what could not be analysed, in words
    friend bool operator==(const Analysis &, const Analysis &) = default;
};

} // namespace countersign
