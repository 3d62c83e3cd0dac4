// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RingLayout.h"

#include "core/Joined.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace countersign::ui
{

namespace
{

constexpr double turn = 2 * std::numbers::pi;
// Lengths as shares of the circle's radius, which is about 300 pixels on a usual screen.
constexpr double widestSlot = 0.09; ///< of one file
constexpr double narrowestSlot = 0.038;
constexpr double widestBundleSlot = 0.17;
constexpr double labelHeight = 0.05; ///< kept free at the outer edge of each ring, for its name
constexpr double edge = 0.012; ///< kept free beside lines
constexpr double leastSweep = turn / 24;
constexpr double largestShare = 0.42; ///< of a slot, that a radius may have

std::string groupOf(const Dependent &dependent, RingGroup group)
{
    switch (group) {
    case RingGroup::Module:
        return dependent.module;
    case RingGroup::Environment:
        return dependent.environment;
    case RingGroup::Owner:
        break;
    }
    return joined(dependent.owners);
}

/// A number between 0 and 1 that a path always has (FNV-1a), @p salt for another one.
double scatter(std::string_view path, std::uint32_t salt)
{
    std::uint32_t hash = 2166136261U ^ salt;
    for (const char c : path)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return static_cast<double>((hash ^ (hash >> 15U)) % 4096U) / 4096;
}

struct Place {
    double angle = 0;
    double distance = 0;
};

/// One ring's part of one sector.
struct Cell {
    double begin = 0;
    double sweep = 0;
    double inner = 0;
    double outer = 0;

    Cell(const RingLayout::Sector &sector, int hops)
        : begin(sector.begin)
        , sweep(sector.sweep)
        , inner(ringEdge(hops - 1) + edge)
        , outer(ringEdge(hops) - labelHeight)
    {
    }

    [[nodiscard]] int rows(double slot) const { return static_cast<int>((outer - inner) / slot); }
    [[nodiscard]] double distanceOf(int row, int all) const { return inner + (outer - inner) * (row + 0.5) / all; }
    [[nodiscard]] int columns(double distance, double slot) const
    {
        return std::max(0, static_cast<int>((sweep * distance - 2 * edge) / slot));
    }
    [[nodiscard]] int capacity(double slot) const
    {
        int count = 0;
        const int all = rows(slot);
        for (int row = 0; row < all; ++row)
            count += columns(distanceOf(row, all), slot);
        return count;
    }
    /// The widest slot, up to @p widest, of which @p count fit; 0: none down to @p narrowest.
    [[nodiscard]] double slotFor(std::size_t count, double widest, double narrowest) const
    {
        constexpr double step = 0.94;
        for (double slot = widest; slot >= narrowest; slot *= step) {
            if (capacity(slot) >= static_cast<int>(count))
                return slot;
        }
        return 0;
    }
    /// @p count places, evenly taken from all there are, the innermost first.
    [[nodiscard]] std::vector<Place> places(std::size_t count, double slot) const
    {
        std::vector<Place> every;
        const int all = rows(slot);
        for (int row = 0; row < all; ++row) {
            const double distance = distanceOf(row, all);
            const int across = columns(distance, slot);
            const double margin = edge / distance;
            for (int column = 0; column < across; ++column)
                every.push_back({begin + margin + (sweep - 2 * margin) * (column + 0.5) / across, distance});
        }
        std::vector<Place> taken;
        taken.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            taken.push_back(every[(2 * i + 1) * every.size() / (2 * count)]);
        return taken;
    }
};

class Layouter
{
public:
    explicit Layouter(std::span<const Dependent> all)
        : m_all(all)
    {
    }

    RingLayout run(std::span<const std::uint32_t> shown, RingGroup group, const std::stop_token &stop)
    {
        countBehind(shown);
        makeSectors(shown, group);
        for (std::size_t i = 0; i < m_out.sectors.size() && !stop.stop_requested(); ++i) {
            for (int hops = 1; hops <= ringCount; ++hops)
                fill(static_cast<std::uint32_t>(i), hops);
        }
        return std::move(m_out);
    }

private:
    using Files = std::vector<std::uint32_t>;
    using Rings = std::array<Files, ringCount>;

    /// How many shown files stand behind each one: it is drawn larger.
    void countBehind(std::span<const std::uint32_t> shown)
    {
        for (const std::uint32_t file : shown)
            ++m_behind[m_all[file].via];
    }

    void makeSectors(std::span<const std::uint32_t> shown, RingGroup group)
    {
        std::map<std::string, Rings> groups;
        for (const std::uint32_t file : shown) {
            const int hops = m_all[file].hops;
            if (hops >= 1 && hops <= ringCount)
                groups[groupOf(m_all[file], group)][static_cast<std::size_t>(hops - 1)].push_back(file);
        }
        std::vector<std::pair<double, const std::string *>> sizes;
        for (const auto &[name, rings] : groups)
            sizes.emplace_back(-need(rings), &name);
        std::ranges::stable_sort(sizes, {}, [](const auto &one) { return one.first; });
        std::set<std::string_view> own;
        const std::size_t kept = sizes.size() <= mostSectors ? sizes.size() : mostSectors - 1;
        for (std::size_t i = 0; i < kept; ++i)
            own.insert(*sizes[i].second);
        Rings rest;
        std::uint32_t restGroups = 0;
        for (auto &[name, rings] : groups) {
            if (own.contains(name)) {
                addSector(name, std::move(rings));
                continue;
            }
            ++restGroups;
            for (std::size_t i = 0; i < rings.size(); ++i)
                rest[i].insert(rest[i].end(), rings[i].begin(), rings[i].end());
        }
        if (restGroups > 0) {
            addSector({}, std::move(rest));
            m_out.sectors.back().isRest = true;
            m_out.sectors.back().groups = restGroups;
        }
        share();
    }

    /// Angle that a group asks for: an inner file needs more of it than an outer one.
    static double need(const Rings &rings)
    {
        double sum = 0;
        for (int hops = 1; hops <= ringCount; ++hops)
            sum += static_cast<double>(rings[static_cast<std::size_t>(hops - 1)].size()) / (ringEdge(hops) + ringEdge(hops - 1));
        return sum;
    }

    void addSector(const std::string &name, Rings rings)
    {
        RingLayout::Sector sector;
        sector.name = name;
        std::set<std::string> owners;
        for (std::size_t i = 0; i < rings.size(); ++i) {
            sector.counts[i] = static_cast<std::uint32_t>(rings[i].size());
            m_out.counts[i] += sector.counts[i];
            for (const std::uint32_t file : rings[i])
                owners.insert(m_all[file].owners.begin(), m_all[file].owners.end());
            std::ranges::sort(rings[i], {}, [this](std::uint32_t file) {
                return std::tuple(-static_cast<int>(levelOf(m_all[file])), std::string_view(m_all[file].path));
            });
        }
        sector.owners.assign(owners.begin(), owners.end());
        m_out.sectors.push_back(std::move(sector));
        m_files.push_back(std::move(rings));
    }

    /// Gives each sector its part of the circle: by the root of what it needs, and never less than can hold something.
    void share()
    {
        std::vector<double> wanted;
        double sum = 0;
        for (const Rings &rings : m_files)
            sum += wanted.emplace_back(std::sqrt(need(rings)));
        const double free = turn - leastSweep * static_cast<double>(wanted.size());
        double at = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            m_out.sectors[i].begin = at;
            m_out.sectors[i].sweep = leastSweep + free * wanted[i] / sum;
            at += m_out.sectors[i].sweep;
        }
    }

    void fill(std::uint32_t sector, int hops)
    {
        const Files &files = m_files[sector][static_cast<std::size_t>(hops - 1)];
        if (files.empty())
            return;
        const Cell cell(m_out.sectors[sector], hops);
        if (const double slot = cell.slotFor(files.size(), widestSlot, narrowestSlot); slot > 0) {
            const auto places = cell.places(files.size(), slot);
            for (std::size_t i = 0; i < files.size(); ++i)
                addFile(sector, hops, files[i], places[i], slot);
            return;
        }
        addBundles(sector, hops, files, cell);
    }

    void addFile(std::uint32_t sector, int hops, std::uint32_t file, Place place, double slot)
    {
        constexpr double smallest = 0.2; // of a slot
        constexpr double many = 6; // doublings behind a file that make it as large as it gets
        constexpr double looseness = 0.8; // of the room beside a mark, that it is moved about in
        const Dependent &dependent = m_all[file];
        const auto found = m_behind.find(dependent.path);
        const double behind = found == m_behind.end() ? 0 : found->second;
        const double radius = slot * (smallest + (largestShare - smallest) * std::min(1.0, std::log2(1 + behind) / many));
        const double room = (slot / 2 - radius) * looseness;
        place.distance += (scatter(dependent.path, 1) - 0.5) * room;
        place.angle += (scatter(dependent.path, 2) - 0.5) * room / place.distance;
        add(sector, hops, std::span(&file, 1), place, radius);
    }

    /// One mark for all files of a level; where not even those have room, one for all.
    void addBundles(std::uint32_t sector, int hops, const Files &files, const Cell &cell)
    {
        std::vector<std::span<const std::uint32_t>> parts;
        for (std::size_t begin = 0; begin < files.size();) {
            std::size_t end = begin;
            while (end < files.size() && levelOf(m_all[files[end]]) == levelOf(m_all[files[begin]]))
                ++end;
            parts.push_back(std::span(files).subspan(begin, end - begin));
            begin = end;
        }
        double slot = cell.slotFor(parts.size(), widestBundleSlot, narrowestSlot);
        if (slot == 0) {
            parts = {std::span(files)};
            slot = std::min(cell.outer - cell.inner, cell.sweep * (cell.inner + cell.outer) / 2 - 2 * edge);
            const Place middle{cell.begin + cell.sweep / 2, (cell.inner + cell.outer) / 2};
            add(sector, hops, parts.front(), middle, slot * largestShare);
            return;
        }
        std::size_t most = 0;
        for (const auto &part : parts)
            most = std::max(most, part.size());
        const auto places = cell.places(parts.size(), slot);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            constexpr double smallest = 0.6; // of the largest bundle beside it, so that its number has room
            const double share = std::sqrt(static_cast<double>(parts[i].size()) / static_cast<double>(most));
            add(sector, hops, parts[i], places[i], slot * largestShare * (smallest + (1 - smallest) * share));
        }
    }

    void add(std::uint32_t sector, int hops, std::span<const std::uint32_t> files, Place place, double radius)
    {
        RingLayout::Mark mark;
        mark.x = place.distance * std::sin(place.angle);
        mark.y = -place.distance * std::cos(place.angle);
        mark.radius = radius;
        mark.sector = sector;
        mark.hops = hops;
        mark.level = levelOf(m_all[files.front()]);
        mark.isSquare = std::ranges::all_of(files, [this](std::uint32_t file) { return isInfrastructure(m_all[file]); });
        mark.isEntry = std::ranges::any_of(files, [this](std::uint32_t file) { return !m_all[file].entryPoint.empty(); });
        mark.first = static_cast<std::uint32_t>(m_out.members.size());
        mark.count = static_cast<std::uint32_t>(files.size());
        m_out.members.insert(m_out.members.end(), files.begin(), files.end());
        m_out.marks.push_back(mark);
    }

    std::span<const Dependent> m_all;
    std::unordered_map<std::string_view, double> m_behind; ///< shown files, by what they depend on
    std::vector<Rings> m_files; ///< of each sector, by hops
    RingLayout m_out;
};

} // namespace

ReachLevel levelOf(const Dependent &dependent)
{
    if (dependent.environment == "prod")
        return ReachLevel::Production;
    if (dependent.isTest())
        return ReachLevel::Test;
    if (!dependent.entryPoint.empty() || dependent.environment == "staging" || dependent.usesChangedSymbol())
        return isProgram(dependent.fileClass) ? ReachLevel::Exposed : ReachLevel::Context;
    return isProgram(dependent.fileClass) ? ReachLevel::Code : ReachLevel::Context;
}

bool isInfrastructure(const Dependent &dependent)
{
    return dependent.fileClass == FileClass::Configuration || dependent.fileClass == FileClass::Infrastructure
        || dependent.fileClass == FileClass::Pipeline || dependent.fileClass == FileClass::Migration;
}

int RingLayout::markAt(double x, double y, double slack) const
{
    int best = -1;
    double nearest = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double away = std::hypot(marks[i].x - x, marks[i].y - y) - marks[i].radius;
        if (away <= slack && (best < 0 || away < nearest)) {
            best = static_cast<int>(i);
            nearest = away;
        }
    }
    return best;
}

int RingLayout::markOf(std::uint32_t dependent) const
{
    const auto at = static_cast<std::uint32_t>(std::ranges::find(members, dependent) - members.begin());
    if (at == members.size())
        return -1;
    const auto behind = std::ranges::upper_bound(marks, at, {}, &Mark::first);
    return static_cast<int>(behind - marks.begin()) - 1;
}

int RingLayout::neighbour(int mark, int clockwise, int outwards) const
{
    if (marks.empty())
        return -1;
    if (mark < 0)
        return 0;
    const auto angleOf = [](const Mark &one) {
        const double angle = std::atan2(one.x, -one.y);
        return angle < 0 ? angle + turn : angle;
    };
    const Mark &from = marks[static_cast<std::size_t>(mark)];
    int best = -1;
    double nearest = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Mark &to = marks[i];
        const bool isWanted =
            outwards != 0 ? to.hops == from.hops + outwards : to.hops == from.hops && static_cast<int>(i) != mark;
        if (!isWanted)
            continue;
        double away = outwards != 0 ? std::hypot(to.x - from.x, to.y - from.y) : (angleOf(to) - angleOf(from)) * clockwise;
        if (outwards == 0 && (away < 0 || (away == 0 && (static_cast<int>(i) - mark) * clockwise < 0)))
            away += turn;
        if (best < 0 || away < nearest) {
            best = static_cast<int>(i);
            nearest = away;
        }
    }
    return best < 0 ? mark : best;
}

RingLayout layOutRings(std::span<const Dependent> all, std::span<const std::uint32_t> shown, RingGroup group,
                       std::stop_token stop)
{
    return Layouter(all).run(shown, group, stop);
}

} // namespace countersign::ui
