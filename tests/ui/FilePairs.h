// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"

#include <memory>
#include <string>

namespace countersign::test
{

/// A change of src/a.py from one text to the other, compared.
[[nodiscard]] std::shared_ptr<const FileChange> change(const std::string &before, const std::string &after);

/// "line 1\nline 2\n…"
[[nodiscard]] std::string numbered(int from, int to);

} // namespace countersign::test
