// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

/// One message of a mailbox (RFC 5322) with its transfer encodings undone.
struct Mail {
    std::map<std::string, std::string> headers; ///< names in lower case; encoded words (RFC 2047) are UTF-8; the first counts
    std::string body; ///< bytes; the text parts of a MIME multipart message one after the other
    std::string charset; ///< of the body, "utf-8" unless it says otherwise
    std::size_t bodyLine = 0; ///< 1-based line of the input where the body starts; 0 when it was encoded
    bool lostLineEnds = false; ///< the message had CR LF throughout, so those of its files cannot be told; now it has LF
};

/// True when @p bytes begin with a mailbox's "From " line or with the headers of one message.
[[nodiscard]] bool isMail(std::string_view bytes);

/// The messages of a mailbox, or the single one.
[[nodiscard]] std::vector<Mail> readMailbox(std::string_view bytes);

/// @p bytes as UTF-8; as they are when nobody knows @p charset.
[[nodiscard]] std::string convertedToUtf8(std::string_view bytes, const std::string &charset);

} // namespace countersign::git
