// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Band.h"
#include "core/FileChange.h"
#include "core/Finding.h"

#include <cstdint>
#include <span>
#include <vector>

namespace countersign::risk
{

/// How a change is taken back once it is live. Ordered: a later one is worse.
enum class Reversal : std::uint8_t {
    Revert, ///< R0: a revert is enough
    RevertWithCare, ///< R1: revert and deploy again with care: configuration, infrastructure, pipelines, contracts
    ForwardFix, ///< R2: a data fix or a fix forward
    Impossible, ///< R3: data or infrastructure is gone, a secret is out
};

struct Reversibility {
    Reversal reversal = Reversal::Revert;
    Message why;
};

/// By what the findings say is destroyed, and by what kinds of files change.
[[nodiscard]] Reversibility reversibilityOf(std::span<const FileChange> files, std::span<const Finding> findings);

/// What it means for the change: R0 and R1 low, R2 moderate, R3 high.
[[nodiscard]] Band bandOf(Reversal reversal);

} // namespace countersign::risk
