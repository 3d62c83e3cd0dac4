// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::diff
{

inline constexpr std::size_t hexRowBytes = 16;

/// Sixteen bytes of both sides at the same offset.
struct HexRow {
    std::uint64_t offset = 0; ///< of the first byte, in bytes
    std::string oldBytes; ///< up to 16; fewer where the side ends, empty beyond its end
    std::string newBytes;
    std::uint16_t differing = 0; ///< bit i: byte i differs, or only one side has it
    bool followsGap = false; ///< rows before this one are left out
    friend bool operator==(const HexRow &, const HexRow &) = default;
};

struct HexSummary {
    std::vector<HexRow> rows; ///< ascending offsets
    std::optional<std::uint64_t> firstDifference; ///< offset; where one side goes on after the other's end: that end
    std::uint64_t differingBytes = 0; ///< at the same offset, those of the longer side's rest included
    std::uint64_t bytes = 0; ///< of the longer side
};

/// The first @p head bytes of both sides and the rows around the first difference. No alignment is tried: a byte put in makes all
/// after it differ. Linear, at the speed of memory. Pure; any thread.
[[nodiscard]] HexSummary hexSummary(std::string_view oldBytes, std::string_view newBytes, std::size_t head = 4096);

/// "0000004f", "7f 45 4c 46 …" (blanks where there is no byte) and ".ELF…": the three columns of one side. Plain ASCII.
[[nodiscard]] std::string hexOffset(const HexRow &row);
[[nodiscard]] std::string hexDigits(std::string_view bytes);
[[nodiscard]] std::string hexCharacters(std::string_view bytes);

} // namespace countersign::diff
