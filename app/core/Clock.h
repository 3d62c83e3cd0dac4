// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <optional>

namespace countersign {

/// Where the time comes from, so that tests can set it.
class Clock {
public:
    virtual ~Clock() = default;
    /// Seconds since 1970, UTC.
    [[nodiscard]] virtual std::int64_t now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override;
};

/// RFC 3339 with seconds and Z: "2026-11-21T00:03:07Z". Years 1 to 9999.
[[nodiscard]] std::string formatUtc(std::int64_t secondsSince1970);
/// Takes exactly the form that formatUtc() writes; nothing for any other text or an impossible date.
[[nodiscard]] std::optional<std::int64_t> parseUtc(std::string_view text);

} // namespace countersign
