// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"
#include "Text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign
{

/// How two open changes meet.
enum class InteractionKind : std::uint8_t {
    SameSymbol, ///< both change the same function, type or resource
    ConfigKey, ///< both change the same setting
    Table, ///< both change the same table
    Route, ///< both change the same route
    Lock, ///< both work with the same lock
    Contract, ///< one changes how something is called, and lines that the other adds call it
    TextConflict, ///< they do not merge
    SemanticConflict, ///< they merge cleanly, and the result cannot be right
};
/// Stable lower-case name as in JSON: "same-symbol", "config-key", …
[[nodiscard]] std::string_view name(InteractionKind kind);
[[nodiscard]] Message label(InteractionKind kind);

/// A line on the new side of a change, on the old side where it only went.
struct InteractionPlace {
    std::string file;
    LineNumber line = noLine;
    bool isOld = false;
    friend bool operator==(const InteractionPlace &, const InteractionPlace &) = default;
};

/// One place where a change meets another open one.
struct Interaction {
    std::string with; ///< id of the other change
    InteractionKind kind = InteractionKind::SameSymbol;
    std::string what; ///< the symbol, key, table, route, lock or file
    InteractionPlace here;
    InteractionPlace there; ///< in the other change
    friend bool operator==(const Interaction &, const Interaction &) = default;
};

} // namespace countersign
