// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include <memory>

/// Makers of the detectors, one per file of this folder; Detectors.cpp lists them.
namespace countersign::risk
{

[[nodiscard]] std::unique_ptr<Detector> makeCodeOwners();

} // namespace countersign::risk
