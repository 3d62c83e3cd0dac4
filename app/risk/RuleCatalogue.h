// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Message.h"

#include <optional>
#include <string_view>

namespace countersign::risk
{

/// What a built-in rule looks for, in a few words; nothing for an id that is none.
[[nodiscard]] std::optional<Message> purposeOf(std::string_view rule);

} // namespace countersign::risk
