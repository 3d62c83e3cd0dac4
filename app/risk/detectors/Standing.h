// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"
#include "risk/Survival.h"

namespace countersign::risk
{

/// What of the old side still stands; one for all detectors that ask.
struct Standing {
    explicit Standing(const ChangeContext &context)
        : survival(context.files)
    {
    }
    mutable Survival survival;
};

} // namespace countersign::risk
