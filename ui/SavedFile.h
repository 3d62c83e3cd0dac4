// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <QString>

#include <string_view>

namespace countersign::ui
{

/// Writes a whole file in the place of the one that is there; after a failure that one is still there. Any thread.
/// Errors: Environment, with the file's name.
[[nodiscard]] Result<void> writeWhole(const QString &file, std::string_view bytes);

} // namespace countersign::ui
