// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine.h"

namespace countersign::workbench
{

Result<std::shared_ptr<const Engine>> Engine::load()
{
    auto rules = risk::RuleSet::builtIn();
    if (!rules)
        return std::unexpected(rules.error());
    auto markers = provenance::Markers::builtIn();
    if (!markers)
        return std::unexpected(markers.error());
    auto templates = review::Templates::builtIn();
    if (!templates)
        return std::unexpected(templates.error());
    auto likelihood = risk::LikelihoodModel::builtIn();
    if (!likelihood)
        return std::unexpected(likelihood.error());
    auto surroundings = std::make_shared<Surroundings>(cacheFolder(), std::move(*likelihood));
    return std::make_shared<const Engine>(
        Engine{std::move(*rules), std::move(*markers), std::move(*templates), std::move(surroundings)});
}

} // namespace countersign::workbench
