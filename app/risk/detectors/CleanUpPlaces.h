// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CleanUps.h"

#include "risk/FileContext.h"

#include "core/Finding.h"

#include <optional>
#include <string>

/// What became, on the new side, of what a removed clean-up gave back.
namespace countersign::risk
{

/// The name of what old line @p line gave back, where it is still taken and nothing gives it back any more.
[[nodiscard]] std::optional<std::string> notGivenBack(const FileContext &file, LineNumber line, const CleanUp &cleanUp);

/// @p line heads a block that ran after errors, too: the clean-up of it that stays without one.
[[nodiscard]] std::optional<std::string> outOfFinally(const FileContext &file, LineNumber line);

/// Old line @p line cleaned up in a handler, or (less sure) before an error was raised, and both stay without it.
[[nodiscard]] std::optional<Severity> lostAfterError(const FileContext &file, LineNumber line);

/// A call of the project's own that came in where old line @p line cleaned up: it may do the same.
[[nodiscard]] std::optional<std::string> calledInstead(const FileContext &file, LineNumber line);

/// The old line that stopped the timer of old line @p line, which nobody can stop any more.
[[nodiscard]] std::optional<LineNumber> stopOfTimer(const FileContext &file, LineNumber line);

} // namespace countersign::risk
