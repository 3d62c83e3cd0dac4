// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>
#include <string>
#include <string_view>

/// How tests demand something, in any of the common frameworks.
namespace countersign::risk
{

/// The line demands something.
[[nodiscard]] bool isAssertion(std::string_view line);
/// The line heads a test: by its name or shape, or by a mark above it (@Test, [Fact], #[test]).
[[nodiscard]] bool isTestHeader(const Text &text, LineNumber line);
/// "test_orders.py", "OrdersTest.java", "orders.spec.ts": "orders".
[[nodiscard]] std::string unitOf(std::string_view path);

/// How much an assertion demands.
enum class Strength : std::uint8_t {
    Nothing, ///< true whatever the code does
    Presence, ///< is there, is true, was called, throws something
    Part, ///< contains, matches, is less than
    Exact, ///< equals
};
[[nodiscard]] Strength strengthOf(std::string_view assertion);
/// The same as strengthOf(assertion) == Strength::Nothing, in less time.
[[nodiscard]] bool demandsNothing(std::string_view assertion);

} // namespace countersign::risk
