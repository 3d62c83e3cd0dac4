// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TerraformBlocks.h"

#include <string_view>

namespace countersign::risk
{

/// Deleting such a resource loses data, keys, or an address that others hold on to. Types of the Terraform providers for AWS,
/// Google Cloud, Azure, Kubernetes, DigitalOcean, Hetzner and some managed databases; of a module, by what its name and source
/// speak of.
[[nodiscard]] bool holdsState(const TerraformBlock &block);

/// "AWS::RDS::DBInstance".
[[nodiscard]] bool isStatefulCloudFormationType(std::string_view type);

} // namespace countersign::risk
