// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// The options field of one allowed_signers line.
struct SignerOptions {
    bool isAuthority = false;
    std::optional<std::string> namespaces; ///< as written, without the quotes
    std::int64_t validAfter = std::numeric_limits<std::int64_t>::min(); ///< seconds since 1970
    std::int64_t validBefore = std::numeric_limits<std::int64_t>::max();
};

/// Reads the comma separated options; times must be in UTC (20261231Z, 202612312359Z, 20261231235959Z). Error: the part that
/// cannot be read.
[[nodiscard]] std::expected<SignerOptions, std::string> readSignerOptions(std::string_view text);

/// A time as such options and `ssh-keygen -O verify-time=` take it: "20261231235959Z".
[[nodiscard]] std::string compactTime(std::int64_t seconds);
/// True when the list holds @p wanted literally and no pattern.
[[nodiscard]] bool namesExactly(std::string_view namespaces, std::string_view wanted);

} // namespace countersign::records
