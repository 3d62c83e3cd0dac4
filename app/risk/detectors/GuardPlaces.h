// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GuardLines.h"

#include "risk/FileContext.h"

/// What became, on the new side, of the values that a removed guard was about.
namespace countersign::risk
{

/// The guard asked for one member of something, and what the lines beside it took from there is a parameter now: whoever calls
/// has the value, and there is nothing left to ask.
/// @param guard an old line
[[nodiscard]] bool isParameterNow(const FileContext &file, LineNumber guard);

/// Adds to @p subjects what the lines that went right above @p guard made them from: the file that a removed path was of.
void addOrigins(const FileContext &file, LineNumber guard, std::vector<std::string> &subjects);

} // namespace countersign::risk
