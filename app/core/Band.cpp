// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Band.h"

#include <array>
#include <utility>

namespace countersign {

namespace {

template<class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<Severity, 5> severities{{{Severity::Info, "info"},
                                         {Severity::Low, "low"},
                                         {Severity::Medium, "medium"},
                                         {Severity::High, "high"},
                                         {Severity::Critical, "critical"}}};
constexpr Names<Axis, 2> axes{{{Axis::Consequence, "consequence"}, {Axis::Likelihood, "likelihood"}}};
constexpr Names<Band, 4> bands{
    {{Band::Low, "low"}, {Band::Moderate, "moderate"}, {Band::High, "high"}, {Band::Critical, "critical"}}};

template<class Table>
std::optional<typename Table::value_type::first_type> find(const Table &table, std::string_view text)
{
    for (const auto &[value, word] : table) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

std::string_view name(Severity severity)
{
    return severities[static_cast<std::size_t>(severity)].second;
}

std::string_view name(Axis axis)
{
    return axes[static_cast<std::size_t>(axis)].second;
}

std::string_view name(Band band)
{
    return bands[static_cast<std::size_t>(band)].second;
}

std::optional<Severity> severityFromName(std::string_view text)
{
    return find(severities, text);
}

std::optional<Axis> axisFromName(std::string_view text)
{
    return find(axes, text);
}

std::optional<Band> bandFromName(std::string_view text)
{
    return find(bands, text);
}

Message label(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Message(QT_TRANSLATE_NOOP("app", "info"));
    case Severity::Low:
        return Message(QT_TRANSLATE_NOOP("app", "low"));
    case Severity::Medium:
        return Message(QT_TRANSLATE_NOOP("app", "medium"));
    case Severity::High:
        return Message(QT_TRANSLATE_NOOP("app", "high"));
    case Severity::Critical:
        return Message(QT_TRANSLATE_NOOP("app", "critical"));
    }
    std::unreachable();
}

Message label(Axis axis)
{
    switch (axis) {
    case Axis::Consequence:
        return Message(QT_TRANSLATE_NOOP("app", "consequence"));
    case Axis::Likelihood:
        return Message(QT_TRANSLATE_NOOP("app", "likelihood"));
    }
    std::unreachable();
}

Message label(Band band)
{
    switch (band) {
    case Band::Low:
        return Message(QT_TRANSLATE_NOOP("app", "low"));
    case Band::Moderate:
        return Message(QT_TRANSLATE_NOOP("app", "moderate"));
    case Band::High:
        return Message(QT_TRANSLATE_NOOP("app", "high"));
    case Band::Critical:
        return Message(QT_TRANSLATE_NOOP("app", "critical"));
    }
    std::unreachable();
}

Band bandOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Low:
        return Band::Low;
    case Severity::Medium:
        return Band::Moderate;
    case Severity::High:
        return Band::High;
    case Severity::Critical:
        return Band::Critical;
    }
    std::unreachable();
}

} // namespace countersign
