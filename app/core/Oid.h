// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace countersign {

/// Name of a git object: SHA-1, 20 bytes. The null id (all zero) stands for "no object".
class Oid {
public:
    static constexpr std::size_t size = 20;

    Oid() = default;
    /// @param raw exactly 20 bytes.
    static Oid fromRaw(const unsigned char *raw);
    /// Nothing unless @p hex is exactly 40 hexadecimal digits (either case).
    static std::optional<Oid> fromHex(std::string_view hex);

    [[nodiscard]] bool isNull() const { return *this == Oid(); }
    [[nodiscard]] const std::array<unsigned char, size> &raw() const { return m_raw; }
    /// 40 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;
    /// The first @p digits (4 to 40) of hex(), for people.
    [[nodiscard]] std::string shortHex(std::size_t digits = 10) const;

    friend auto operator<=>(const Oid &, const Oid &) = default;

private:
    std::array<unsigned char, size> m_raw{};
};

} // namespace countersign

template<>
struct std::hash<countersign::Oid> {
    std::size_t operator()(const countersign::Oid &oid) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, oid.raw().data(), sizeof value);
        return value;
    }
};
