// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Finding.h"
#include "core/Oid.h"
#include "core/Provenance.h"
#include "core/Text.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::review
{

/// First half of SHA-256 over a line without its line end: a change of the line ends alone loses no comment.
using LineDigest = std::array<unsigned char, 16>;
[[nodiscard]] LineDigest lineDigest(std::string_view line);

/// The lines that a comment is about, in one version of one file, and what it takes to find them again in another.
struct Anchor {
    std::string path; ///< on that side
    Side side = Side::New;
    LineRange lines; ///< at most mostAnchorLines
    std::vector<LineDigest> before; ///< up to three lines above, top to bottom
    std::vector<LineDigest> content; ///< the lines
    std::vector<LineDigest> after; ///< up to three lines below
    std::string quote; ///< the lines as they stood, whole ones, at most 16 KiB; the one line that is longer is cut
    Oid head; ///< the patch set where it was made
    Oid base; ///< and what that started from; null: the empty tree

    friend bool operator==(const Anchor &, const Anchor &) = default;
};

inline constexpr LineNumber mostAnchorLines = 1'000;

/// Notes where @p lines stand. @p text is the file's on that side. Errors (usage): no such lines; too many.
[[nodiscard]] Result<Anchor> makeAnchor(const Text &text, std::string path, Side side, LineRange lines, const Oid &head,
                                        const Oid &base);

/// Digests as the store keeps them, 32 hexadecimal digits each; broken text gives as many as can be read.
[[nodiscard]] std::string digestsToHex(const std::vector<LineDigest> &digests);
[[nodiscard]] std::vector<LineDigest> digestsFromHex(std::string_view hex);

} // namespace countersign::review
