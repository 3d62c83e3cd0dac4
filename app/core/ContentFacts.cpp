// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContentFacts.h"

#include "Utf8.h"

#include <algorithm>
#include <utility>

namespace countersign
{

namespace
{

std::size_t countInvalid(std::string_view bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Ascii:
    case TextEncoding::Latin1:
        return 0;
    case TextEncoding::Windows1252: {
        static constexpr std::string_view meaningless = "\x81\x8D\x8F\x90\x9D";
        return static_cast<std::size_t>(std::ranges::count_if(bytes, [](char c) { return meaningless.contains(c); }));
    }
    case TextEncoding::Utf8:
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be:
        return countUtf8(bytes).invalid;
    }
    std::unreachable();
}

} // namespace

LineEndStyle ContentFacts::lineEnds() const
{
    const int kinds = (lfEnds != 0 ? 1 : 0) + (crLfEnds != 0 ? 1 : 0) + (crEnds != 0 ? 1 : 0);
    if (kinds > 1)
        return LineEndStyle::Mixed;
    if (kinds == 0)
        return LineEndStyle::None;
    return lfEnds != 0 ? LineEndStyle::Lf : crLfEnds != 0 ? LineEndStyle::CrLf : LineEndStyle::Cr;
}

ContentFacts contentFacts(const Text &text, TextEncoding encoding)
{
    const std::string_view bytes = text.bytes();
    ContentFacts facts;
    facts.encoding = encoding;
    facts.hasByteOrderMark = bytes.starts_with("\xEF\xBB\xBF");
    facts.invalidBytes = countInvalid(bytes, encoding);

    const auto returns = static_cast<std::uint32_t>(std::ranges::count(bytes, '\r'));
    for (LineNumber number = 1; number <= text.lineCount(); ++number) {
        const std::string_view raw = text.rawLine(number);
        const std::string_view content = text.line(number);
        facts.longestLine = std::max(facts.longestLine, static_cast<std::uint32_t>(content.size()));
        facts.lfEnds += raw.size() - content.size() == 1 ? 1U : 0U;
        facts.crLfEnds += raw.size() - content.size() == 2 ? 1U : 0U;
    }
    facts.crEnds = returns - facts.crLfEnds;
    facts.lacksFinalNewline = !bytes.empty() && !bytes.ends_with('\n') && !bytes.ends_with('\r');
    return facts;
}

} // namespace countersign
