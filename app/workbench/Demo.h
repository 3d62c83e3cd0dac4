// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <filesystem>

namespace countersign::workbench
{

/// Writes the demo repository (resources/demo/demo.toml) into @p folder, which must not exist or be empty: main, one
/// refs/pull/N/head for every open change, main checked out. Object ids are the same every time.
/// Errors: the folder is not empty; it cannot be written.
[[nodiscard]] Result<void> writeDemo(const std::filesystem::path &folder);

} // namespace countersign::workbench
