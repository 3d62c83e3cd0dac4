// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Draft.h"
#include "FileContext.h"
#include "RuleSet.h"

#include <span>
#include <vector>

namespace countersign::risk
{

/// Adds what the rules without patterns (direction "any") say about a file: one draft per run of changed lines.
/// Lines that moved inside the file are no change; lines that came from another file are one.
/// @param files of the whole change
void addWholeFileRules(const RuleSet &rules, const FileContext &file, std::span<const FileChange> files,
                       std::vector<Draft> &drafts);

} // namespace countersign::risk
