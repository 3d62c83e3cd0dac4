// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"
#include "risk/HeadFiles.h"
#include "risk/Survival.h"

namespace countersign::risk
{

/// What of the old side still stands: a fact about the change, for detectors and declarative rules alike.
struct Standing {
    explicit Standing(const ChangeContext &context)
        : survival(context.files, context.head ? context.head->readers() : 1)
    {
    }
    mutable Survival survival;
};

} // namespace countersign::risk
