// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <string_view>

namespace countersign::git
{

[[nodiscard]] bool isBundle(std::string_view bytes);

/// Reads a git bundle (versions 2 and 3) into temporary objects of @p repository.
/// @return its references, as written in the header.
/// Errors: damaged; a commit it builds on is missing (named); an unknown capability.
[[nodiscard]] Result<std::vector<Reference>> readBundle(Repository &repository, std::string_view bytes);

} // namespace countersign::git
