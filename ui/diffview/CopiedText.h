// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DiffModel.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace countersign::ui
{

/// A byte of the line of one side that an item shows.
struct TextPlace {
    int item = 0;
    std::uint32_t byte = 0;
    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// Text selected on one side; the head may stand before the anchor.
struct CharSelection {
    Side side = Side::New;
    TextPlace anchor;
    TextPlace head;
};

/// The lines of items @p first to @p last, without markers; where the side has none, those of the other.
[[nodiscard]] QString linesOf(const DiffModel &model, int first, int last, Side side);
/// The selected text, without markers.
[[nodiscard]] QString textOf(const DiffModel &model, const CharSelection &selection);
/// The word (letters, digits, underscores) around a place; nothing where the side has no line.
[[nodiscard]] std::optional<CharSelection> wordAt(const DiffModel &model, Side side, TextPlace place);

} // namespace countersign::ui
