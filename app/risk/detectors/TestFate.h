// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MakeFinding.h"

#include <string>

/// Why assertions of one test may have gone for a good reason: told from its own file.
namespace countersign::risk
{

/// What all assertions of the test around @p span that went looked into, and which it says is empty now; empty: there is none.
[[nodiscard]] std::string turnedRound(const FileContext &file, const Span &span);

/// The test that old line @p header heads was itself marked as deprecated.
[[nodiscard]] bool isDeprecatedTest(const Text &text, LineNumber header);

} // namespace countersign::risk
