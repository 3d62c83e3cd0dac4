// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Anchor.h"

#include "core/Hex.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace countersign::review
{

namespace
{

constexpr LineNumber contextLines = 3;
constexpr std::size_t mostQuoteBytes = 16 * 1024;

std::vector<LineDigest> digests(const Text &text, LineNumber first, LineNumber last)
{
    std::vector<LineDigest> out;
    for (LineNumber line = first; line <= last; ++line)
        out.push_back(lineDigest(text.line(line)));
    return out;
}

std::string quoteOf(const Text &text, LineRange lines)
{
    std::string quote(text.line(lines.first).substr(0, mostQuoteBytes));
    for (LineNumber line = lines.first + 1; line <= lines.last; ++line) {
        const auto next = text.line(line);
        if (quote.size() + 1 + next.size() > mostQuoteBytes)
            break;
        quote += '\n';
        quote += next;
    }
    return quote;
}

} // namespace

LineDigest lineDigest(std::string_view line)
{
    LineDigest digest{};
    std::memcpy(digest.data(), sha256(line).data(), digest.size());
    return digest;
}

Result<Anchor> makeAnchor(const Text &text, std::string path, Side side, LineRange lines, const Oid &head, const Oid &base)
{
    if (lines.first == noLine || lines.last < lines.first || lines.last > text.lineCount())
        return fail(
            ErrorKind::Usage,
            Message(QT_TRANSLATE_NOOP("app", "%1 has no line %2: it has %3 lines on this side."),
                    {safeText(path), std::to_string(std::max(lines.first, lines.last)), std::to_string(text.lineCount())}),
            {}, Message(QT_TRANSLATE_NOOP("app", "“countersign show” numbers the lines of both sides.")));
    if (lines.last - lines.first >= mostAnchorLines)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "A comment can be about 1,000 lines at most.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Choose the lines that matter.")));
    Anchor anchor;
    anchor.path = std::move(path);
    anchor.side = side;
    anchor.lines = lines;
    anchor.before = digests(text, lines.first > contextLines ? lines.first - contextLines : 1, lines.first - 1);
    anchor.content = digests(text, lines.first, lines.last);
    anchor.after = digests(text, lines.last + 1, std::min(text.lineCount(), lines.last + contextLines));
    anchor.quote = quoteOf(text, lines);
    anchor.head = head;
    anchor.base = base;
    return anchor;
}

std::string digestsToHex(const std::vector<LineDigest> &digests)
{
    std::string hex;
    for (const LineDigest &digest : digests)
        hex += toHex({reinterpret_cast<const char *>(digest.data()), digest.size()});
    return hex;
}

std::vector<LineDigest> digestsFromHex(std::string_view hex)
{
    constexpr std::size_t digits = 2 * std::tuple_size_v<LineDigest>;
    std::vector<LineDigest> out;
    for (; hex.size() >= digits; hex.remove_prefix(digits)) {
        const auto bytes = bytesFromHex(hex.substr(0, digits));
        if (!bytes)
            break;
        LineDigest digest{};
        std::memcpy(digest.data(), bytes->data(), digest.size());
        out.push_back(digest);
    }
    return out;
}

} // namespace countersign::review
