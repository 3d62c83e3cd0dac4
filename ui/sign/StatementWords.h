// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Statement.h"

#include <QString>

namespace countersign::ui
{

/// What a statement says, a line each, for a person to read before signing. Text from outside is made safe.
[[nodiscard]] QString statementWords(const records::Statement &statement);
/// "Approve", "Reject", "Withdraw".
[[nodiscard]] QString kindWords(records::RecordKind kind);

} // namespace countersign::ui
