// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// RFC 4648 base64, standard alphabet, padded, no line ends.
[[nodiscard]] std::string toBase64(std::string_view bytes);
/// Takes exactly what toBase64() writes: nothing for the URL-safe alphabet, missing padding, white space or stray bits.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

/// A path as ASCII: letters, digits, "/", ".", "_", "-" stand for themselves, every other byte is %XX in upper case.
[[nodiscard]] std::string escapePath(std::string_view path);
/// Takes exactly what escapePath() writes.
[[nodiscard]] std::optional<std::string> unescapePath(std::string_view text);

/// True for @p digits lower-case hexadecimal digits.
[[nodiscard]] bool isLowerHex(std::string_view text, std::size_t digits);

} // namespace countersign::records
