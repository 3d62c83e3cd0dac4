// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Sqlite.h"

#include "core/Clock.h"
#include "core/Error.h"

#include <filesystem>
#include <optional>

namespace countersign::review
{

struct OpenedFile {
    Sqlite database;
    std::optional<std::filesystem::path> setAside;
};

/// Opens, checks and migrates the file of a store; see Store::open().
[[nodiscard]] Result<OpenedFile> openStoreFile(const std::filesystem::path &path, const Clock &clock);

} // namespace countersign::review
