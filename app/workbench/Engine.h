// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Surroundings.h"

#include "core/Error.h"
#include "provenance/Markers.h"
#include "review/Templates.h"
#include "risk/RuleSet.h"

#include <memory>

namespace countersign::workbench
{

/// What every analysis needs: rules, markers, checklist templates, which nothing changes, and what is known about repositories.
/// Shared between threads.
struct Engine {
    std::shared_ptr<const risk::RuleSet> rules;
    provenance::Markers markers;
    review::Templates templates;
    std::shared_ptr<Surroundings> surroundings; ///< safe from any thread

    /// Loads what is built into the program. Errors: a broken resource, named with file and line.
    [[nodiscard]] static Result<std::shared_ptr<const Engine>> load();
};

} // namespace countersign::workbench
