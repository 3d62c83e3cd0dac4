// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace countersign {

/// Lower-case hexadecimal of @p bytes.
[[nodiscard]] std::string toHex(std::string_view bytes);
/// The bytes; nothing when @p hex has an odd length or another character (either case is taken).
[[nodiscard]] std::optional<std::string> bytesFromHex(std::string_view hex);

} // namespace countersign
