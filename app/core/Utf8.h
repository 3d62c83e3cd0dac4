// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace countersign
{

/// Appends a code point as UTF-8. A surrogate gives the three bytes that readers of UTF-8 reject.
void appendUtf8(std::string &out, char32_t codePoint);

/// Offset of the first byte that is not ASCII, from @p offset on; the size where there is none. At the speed of memory.
[[nodiscard]] std::size_t firstNonAscii(std::string_view bytes, std::size_t offset = 0);

/// What stands outside of ASCII.
struct Utf8Count {
    std::size_t sequences = 0; ///< valid characters of two to four bytes
    std::size_t invalid = 0; ///< bytes that belong to none
};
[[nodiscard]] Utf8Count countUtf8(std::string_view bytes);

} // namespace countersign
