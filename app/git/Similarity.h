// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::git
{

/// What git compares to tell how similar two files are: how many bytes they have in equal lines, wherever these stand.
/// Long lines count in pieces of 64 bytes. In a text the CR of a CR LF does not count.
class Fingerprint
{
public:
    Fingerprint() = default;
    /// Empty when asked to stop.
    Fingerprint(std::string_view bytes, const std::stop_token &stop);

    /// Bytes of this that the other has too.
    [[nodiscard]] std::uint64_t commonBytes(const Fingerprint &other) const;

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pieces; ///< hash of a piece, bytes of all such pieces; by hash
};

} // namespace countersign::git
