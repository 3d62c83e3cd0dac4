// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Message.h"

#include <span>
#include <vector>

namespace countersign::risk
{

/// Which changed files of infrastructure, pipelines and configuration (YAML, JSON, HCL, Bicep) rules about structure can only
/// read in part, and why: the new side ends inside a block, or is nested too deep. At most 20 sentences. Linear in the size of
/// those files; any thread.
[[nodiscard]] std::vector<Message> halfReadFiles(std::span<const FileChange> files);

} // namespace countersign::risk
