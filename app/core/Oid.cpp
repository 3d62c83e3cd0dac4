// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Oid.h"

#include "Hex.h"

#include <algorithm>

namespace countersign {

Oid Oid::fromRaw(const unsigned char *raw)
{
    Oid oid;
    std::copy_n(raw, size, oid.m_raw.begin());
    return oid;
}

std::optional<Oid> Oid::fromHex(std::string_view hex)
{
    if (hex.size() != 2 * size)
        return std::nullopt;
    const auto bytes = bytesFromHex(hex);
    if (!bytes)
        return std::nullopt;
    Oid oid;
    std::ranges::transform(*bytes, oid.m_raw.begin(), [](char c) { return static_cast<unsigned char>(c); });
    return oid;
}

std::string Oid::hex() const
{
    return toHex(std::string_view(reinterpret_cast<const char *>(m_raw.data()), m_raw.size()));
}

std::string Oid::shortHex(std::size_t digits) const
{
    return hex().substr(0, digits);
}

} // namespace countersign
