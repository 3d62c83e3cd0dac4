// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// Reads the binary fields of RFC 4251, section 5. Every read is bounded by the bytes that are there.
class WireReader
{
public:
    explicit WireReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    std::optional<std::string_view> raw(std::size_t size)
    {
        if (m_rest.size() < size)
            return std::nullopt;
        const auto out = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return out;
    }

    std::optional<std::uint8_t> byte()
    {
        const auto bytes = raw(1);
        return bytes ? std::optional(static_cast<std::uint8_t>((*bytes)[0])) : std::nullopt;
    }

    std::optional<std::uint32_t> uint32()
    {
        const auto bytes = raw(4);
        if (!bytes)
            return std::nullopt;
        std::uint32_t value = 0;
        for (const char c : *bytes)
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }

    std::optional<std::string_view> string()
    {
        const auto size = uint32();
        return size ? raw(*size) : std::nullopt;
    }

    /// Magnitude of a positive multiple precision integer without its leading zero byte; only the shortest form is taken.
    std::optional<std::string_view> positiveInteger()
    {
        auto bytes = string();
        if (!bytes || bytes->empty() || (static_cast<unsigned char>((*bytes)[0]) & 0x80U) != 0)
            return std::nullopt;
        if ((*bytes)[0] != '\0')
            return bytes;
        bytes->remove_prefix(1);
        if (bytes->empty() || (static_cast<unsigned char>((*bytes)[0]) & 0x80U) == 0)
            return std::nullopt;
        return bytes;
    }

private:
    std::string_view m_rest;
};

inline void appendUint32(std::string &out, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFFU);
}

inline void appendString(std::string &out, std::string_view bytes)
{
    appendUint32(out, static_cast<std::uint32_t>(bytes.size()));
    out += bytes;
}

} // namespace countersign::records
