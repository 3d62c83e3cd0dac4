// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "InterDiff.h"

#include <stop_token>

namespace countersign::workbench
{

/// The four texts of a file that both its author and the new base changed.
struct FourVersions {
    Text baseA;
    Text headA;
    Text baseB;
    Text headB;
};

/// Tells for every line that differs between the heads whose it is, and counts. A line is the author's when it differs between
/// what the rebase alone gives (InterFile::expected) and head B; where the rebase alone could not decide, not when the two bases
/// differ by the very line. Fills in origins, author and rebase of @p file, whose rows, kind and expected text are there.
void findOrigins(InterFile &file, const FourVersions &versions, const std::stop_token &stop);

} // namespace countersign::workbench
