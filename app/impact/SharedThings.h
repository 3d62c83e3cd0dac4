// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileClass.h"
#include "core/Interaction.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// A table, route or lock that a line names.
struct SharedThing {
    InteractionKind kind = InteractionKind::Table;
    std::string name; ///< "orders", "GET /api/orders", "advisory 42"
    bool isLocal = false; ///< the name means something inside its file only
};

/// Answers for what a route is declared on; see RoutePrefixes::of().
using PrefixOf = std::function<std::optional<std::string>(const std::string &receiver)>;

/// By the look of the line: SQL and the migrations of the frameworks that are met most, route declarations, locks.
[[nodiscard]] std::vector<SharedThing> sharedThings(std::string_view line, FileClass fileClass, const PrefixOf &prefixOf);

} // namespace countersign::impact
