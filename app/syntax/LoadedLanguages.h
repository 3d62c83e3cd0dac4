// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "languages/Languages.h"

#include <memory>

namespace countersign::syntax
{

/// Languages of the caller's own, from the part that knows them, which is loaded first where it is not yet. Any thread. Without
/// that part the program is not whole: it ends with a message that names the file.
[[nodiscard]] std::unique_ptr<Languages> loadedLanguages();

} // namespace countersign::syntax
