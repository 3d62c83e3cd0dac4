// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Discussion.h"

#include <string>

namespace countersign::workbench
{

/// "path:12" or "path:12-14" of a thread's lines now, as far as they are known; made safe to show.
[[nodiscard]] std::string placeText(const PlacedThread &one);
/// The lines that a thread was made on, made safe to show, each with a line end; tabs become blanks.
[[nodiscard]] std::string quoteText(const PlacedThread &one);

/// "countersign.comments/1": one document with a final line feed. Text from outside stays as it is, valid UTF-8.
[[nodiscard]] std::string commentsJson(const Change &change, const Talk &talk);
/// For people: a heading for every thread, its lines as quoted code, its comments; deceptive characters become escapes and no
/// text can begin a tag of HTML. Drafts are left out.
[[nodiscard]] std::string commentsMarkdown(const Change &change, const Talk &talk);

} // namespace countersign::workbench
