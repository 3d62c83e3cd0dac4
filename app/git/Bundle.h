// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::git
{

[[nodiscard]] bool isBundle(std::string_view bytes);

struct Bundle {
    std::vector<Reference> references; ///< as written in the header
    bool isStored = false; ///< the repository has all of their commits without the bundle
};

/// Reads a git bundle (versions 2 and 3) into temporary objects of @p repository.
/// Errors: damaged; a commit it builds on is missing (named); an unknown capability; Cancelled.
[[nodiscard]] Result<Bundle> readBundle(Repository &repository, std::string_view bytes, const std::stop_token &stop = {});

} // namespace countersign::git
