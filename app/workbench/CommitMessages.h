// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/FileChange.h"

#include <string>
#include <string_view>

namespace countersign::workbench
{

/// What the messages of a change are called where files are named. No file of a repository can have this path.
inline constexpr std::string_view commitMessagesPath = "/commit-messages";

/// The messages of a change's commits, oldest first, with their authors and dates: part of what is reviewed, as trailers are
/// evidence. Holds nothing that a rebase alone changes. Empty where the change has no commits (a bare patch).
[[nodiscard]] std::string commitMessages(const Change &change);

/// The same as a file that the change adds. Pure; any thread.
[[nodiscard]] FileChange commitMessagesFile(const Change &change);

} // namespace countersign::workbench
