// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Policy.h"

class QListWidget;

namespace countersign::ui
{

/// Shows a policy in words, a rule an item.
void fillPolicyList(QListWidget &list, const records::Policy &policy);

} // namespace countersign::ui
