// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Finding.h"

#include "Sha256.h"

#include <initializer_list>

namespace countersign {

namespace {

std::string foldWhiteSpace(std::string_view text)
{
    std::string out;
    bool pending = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        out += c;
    }
    return out;
}

std::string digestOf(std::initializer_list<std::string_view> parts)
{
    Sha256 digest;
    for (const std::string_view part : parts) {
        digest.add(std::to_string(part.size()));
        digest.add(":");
        digest.add(part);
    }
    return sha256Hex(digest.finish()).substr(0, 16);
}

} // namespace

std::string_view name(Side side)
{
    return side == Side::Old ? "old" : "new";
}

std::string findingContent(std::string_view rule, Side side, std::string_view spanText)
{
    return digestOf({rule, name(side), foldWhiteSpace(spanText)});
}

std::string findingId(std::string_view rule, std::string_view path, Side side, std::string_view spanText, unsigned occurrence)
{
    return digestOf({rule, path, name(side), foldWhiteSpace(spanText), std::to_string(occurrence)});
}

} // namespace countersign
