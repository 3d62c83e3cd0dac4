// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/BlastRadius.h"

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::ui
{

/// What is to be known first about a reached file. Ordered: a later one is worse.
enum class ReachLevel : std::uint8_t {
    Context, ///< documentation, generated, vendored: nothing runs it as it stands
    Test,
    Code, ///< depends on the change
    Exposed, ///< uses a changed name itself, is an entry point, or belongs to staging
    Production,
};
inline constexpr std::size_t reachLevels = 5;
[[nodiscard]] ReachLevel levelOf(const Dependent &dependent);
/// Configuration, infrastructure, pipelines, migrations: drawn as squares.
[[nodiscard]] bool isInfrastructure(const Dependent &dependent);

/// What the sectors of the picture stand for.
enum class RingGroup : std::uint8_t { Module, Owner, Environment };

inline constexpr int ringCount = 3; ///< hops that are shown
inline constexpr double centreRadius = 0.1; ///< of the disc that stands for the change
/// Outer edge of the ring of a number of hops (1 to ringCount); the last is 1. With 0: the inner edge of the first.
[[nodiscard]] constexpr double ringEdge(int hops)
{
    constexpr double first = 0.13;
    return first + (1 - first) * hops / ringCount;
}

/// Where the files that a change reaches are drawn: the change in the middle of a circle of radius 1, y downwards; files of more
/// hops farther out; sectors of the circle hold groups. Marks never overlap. Where the files of one sector and ring are too many
/// to be told apart, one mark stands for all of them of a level. Plain values; the same input gives the same layout.
struct RingLayout {
    struct Sector {
        std::string name; ///< of the module, owners or environment; empty: none, or the rest
        bool isRest = false; ///< all groups that found no place of their own
        std::uint32_t groups = 1; ///< more than one in the rest only
        double begin = 0; ///< radians, clockwise from the top
        double sweep = 0;
        std::array<std::uint32_t, ringCount> counts{}; ///< files by hops
        std::vector<std::string> owners; ///< of its files, sorted
        [[nodiscard]] std::uint32_t files() const { return counts[0] + counts[1] + counts[2]; }
        friend bool operator==(const Sector &, const Sector &) = default;
    };
    struct Mark {
        double x = 0;
        double y = 0;
        double radius = 0;
        std::uint32_t sector = 0;
        int hops = 1;
        ReachLevel level = ReachLevel::Code;
        bool isSquare = false; ///< every file of it is infrastructure
        bool isEntry = false; ///< some file of it is an entry point
        std::uint32_t first = 0; ///< into members
        std::uint32_t count = 1; ///< files; more than one: a bundle
        [[nodiscard]] bool isBundle() const { return count > 1; }
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    std::vector<Sector> sectors; ///< clockwise, by name, the rest last
    std::vector<Mark> marks; ///< by sector, then hops
    std::vector<std::uint32_t> members; ///< indexes of dependents, mark by mark
    std::array<std::uint32_t, ringCount> counts{}; ///< files by hops

    [[nodiscard]] std::span<const std::uint32_t> membersOf(const Mark &mark) const
    {
        return std::span(members).subspan(mark.first, mark.count);
    }
    /// The mark at a point, with @p slack around it; -1: none.
    [[nodiscard]] int markAt(double x, double y, double slack = 0) const;
    /// The mark that stands for a dependent; -1: none.
    [[nodiscard]] int markOf(std::uint32_t dependent) const;
    /// The nearest mark in a direction, as arrow keys walk: @p outwards rings farther out (or in), @p clockwise along the ring.
    [[nodiscard]] int neighbour(int mark, int clockwise, int outwards) const;

    friend bool operator==(const RingLayout &, const RingLayout &) = default;
};

/// Groups that get a sector of their own; of more, the smaller ones share the last sector.
inline constexpr std::size_t mostSectors = 12;

/// @param shown indexes into @p all of what is to be drawn, each once; of those beyond ringCount hops none is. A stop gives
/// whatever is there.
[[nodiscard]] RingLayout layOutRings(std::span<const Dependent> all, std::span<const std::uint32_t> shown, RingGroup group,
                                     std::stop_token stop = {});

} // namespace countersign::ui
