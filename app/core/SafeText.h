// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace countersign {

/// Text from outside made fit for a label, a terminal or a log: valid UTF-8, one line; control, bidirectional,
/// invisible and tag characters become escapes such as "\u202E" or "\x1B", line ends become "⏎"; cut with "…"
/// after @p maxCharacters code points (0: no limit).
[[nodiscard]] std::string safeText(std::string_view bytes, std::size_t maxCharacters = 0);

/// True for code points that safeText() escapes: C0/C1 controls, bidirectional controls, zero-width and
/// invisible characters, variation selectors used as data, tag characters, Hangul fillers.
[[nodiscard]] bool isDeceptive(char32_t codePoint);

/// Decodes one code point at @p offset and moves it on. Invalid bytes give U+FFFD and move by one.
[[nodiscard]] char32_t nextCodePoint(std::string_view bytes, std::size_t &offset);

} // namespace countersign
