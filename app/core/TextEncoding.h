// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace countersign
{

/// How the bytes of a text stand for characters. A byte order mark is not part of it: see ContentFacts::hasByteOrderMark.
enum class TextEncoding : std::uint8_t {
    Ascii, ///< bytes below 0x80 only: the same in every encoding but the wide ones
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
    Latin1, ///< ISO-8859-1
    Windows1252,
};

/// What the bytes most likely are. A byte order mark decides; UTF-16 without one only where nothing else fits (every unit valid,
/// no control characters, nearly all of them Latin). Bytes that are not UTF-8 are UTF-8 with errors when most of what is not
/// ASCII is right, else Windows-1252, or ISO-8859-1 where both mean the same. Linear; ASCII at the speed of memory.
[[nodiscard]] TextEncoding detectEncoding(std::string_view bytes);

/// The same for wide encodings only; looks at the first 16 KiB.
[[nodiscard]] std::optional<TextEncoding> detectWideEncoding(std::string_view bytes);

/// UTF-16 and UTF-32: the bytes are turned into UTF-8 before they are compared.
[[nodiscard]] bool isWide(TextEncoding encoding);

/// Wide bytes as UTF-8, byte order mark included. Nothing is lost: different bytes give different results; a surrogate without
/// its partner becomes the three bytes that UTF-8 forbids, shown as escapes. Nothing where the bytes are not of this encoding (a
/// cut unit, a number beyond Unicode); bytes of other encodings come back as they are.
[[nodiscard]] std::optional<std::string> toUtf8(std::string_view bytes, TextEncoding encoding);

/// One character.
struct Character {
    char32_t codePoint = 0; ///< of an invalid byte: the byte itself
    bool isValid = true; ///< false: a byte that means nothing in this encoding
};

/// Decodes the character at @p offset of text as it stands in a Text (wide encodings are UTF-8 there) and moves on, past invalid
/// bytes by one.
[[nodiscard]] Character nextCharacter(std::string_view bytes, std::size_t &offset, TextEncoding encoding);

/// The same for a whole piece of text, for display: invalid bytes become "\xNN". Control and invisible characters stay as they
/// are.
[[nodiscard]] QString decode(std::string_view bytes, TextEncoding encoding);

/// The encodings that a reader can choose instead of the one that was found.
[[nodiscard]] std::span<const TextEncoding> offeredEncodings();

/// The encoding's usual name ("UTF-16LE"), which no language translates.
[[nodiscard]] std::string_view name(TextEncoding encoding);

} // namespace countersign
