// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::diff
{

/// Gives equal byte strings equal numbers: 0, 1, 2, … in the order of their first appearance.
class Interner
{
public:
    /// @param expected about how many strings will be asked for.
    explicit Interner(std::size_t expected);

    /// The views must stay alive as long as the interner.
    [[nodiscard]] std::uint32_t id(std::string_view bytes);
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_known.size()); }

private:
    struct Known {
        std::size_t hash;
        std::string_view bytes;
    };
    void grow();

    std::vector<Known> m_known;
    std::vector<std::uint32_t> m_slots; ///< id + 1, or 0 for a free slot; a power of two
};

} // namespace countersign::diff
