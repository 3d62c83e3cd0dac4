// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Band.h"
#include "Message.h"
#include "Text.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign {

enum class Side { Old, New };
[[nodiscard]] std::string_view name(Side side);

/// One annotation on exact lines. A finding without a span does not exist.
struct Finding {
    std::string id; ///< stable over rebase and line shifts: see findingId()
    std::string content; ///< the same wherever the same text is found by the same rule: see findingContent()
    std::string group; ///< id of the first of its look-alikes: same rule, side, severity and title
    std::string rule; ///< "DST-01"
    Severity severity = Severity::Info;
    Axis axis = Axis::Consequence;
    std::string file; ///< path on the finding's side
    Side side = Side::New;
    LineNumber startLine = noLine; ///< 1-based
    LineNumber endLine = noLine; ///< included
    Message title;
    Message why; ///< why it matters, one sentence
    Message check; ///< what to check
    std::vector<Message> evidence;
    std::vector<Message> counterEvidence; ///< what lowers it

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// 16 hexadecimal digits of SHA-256 over rule, side and the span's text with white space folded: what a finding is about when its
/// file has another name now.
[[nodiscard]] std::string findingContent(std::string_view rule, Side side, std::string_view spanText);

/// 16 hexadecimal digits of SHA-256 over rule, path, side, the span's text with white space folded, and
/// @p occurrence (0 for the first finding with the same text in this file, 1 for the second, …).
[[nodiscard]] std::string findingId(std::string_view rule, std::string_view path, Side side, std::string_view spanText,
                                    unsigned occurrence);

} // namespace countersign
