// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Finding.h"

#include "Sha256.h"

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

} // namespace

std::string_view name(Side side)
{
    return side == Side::Old ? "old" : "new";
}

std::string findingId(std::string_view rule, std::string_view path, Side side, std::string_view spanText, unsigned occurrence)
{
    Sha256 digest;
    const auto addPart = [&digest](std::string_view part) {
        digest.add(std::to_string(part.size()));
        digest.add(":");
        digest.add(part);
    };
    addPart(rule);
    addPart(path);
    addPart(name(side));
    addPart(foldWhiteSpace(spanText));
    addPart(std::to_string(occurrence));
    return sha256Hex(digest.finish()).substr(0, 16);
}

} // namespace countersign
