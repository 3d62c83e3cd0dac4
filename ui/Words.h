// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
#include "core/Error.h"
#include "core/Message.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::ui
{

/// Text from outside as one safe line of plain text (see safeText()).
[[nodiscard]] QString safe(std::string_view text, std::size_t maxCharacters = 500);
/// Texts from outside, each made safe, with commas between them.
[[nodiscard]] QString joined(const std::vector<std::string> &texts);
/// A message in the user's language; its arguments are made safe.
[[nodiscard]] QString words(const Message &message);
/// An error in two sentences: what is wrong, what to do.
[[nodiscard]] QString words(const Error &error);
/// "5 h", "2 d", "3 w": how long ago, coarsely.
[[nodiscard]] QString age(std::int64_t seconds);
/// "2026-11-21": the day of @p time (seconds since 1970), UTC.
[[nodiscard]] QString day(std::int64_t time);
/// "code 190, tests 56": added and removed lines by kind of file, largest first.
[[nodiscard]] QString sizeByKind(const Analysis &analysis);
[[nodiscard]] std::uint64_t addedLines(const Analysis &analysis);
[[nodiscard]] std::uint64_t removedLines(const Analysis &analysis);
/// "claude-code · asserted".
[[nodiscard]] QString provenanceWords(const Provenance &provenance);

} // namespace countersign::ui
