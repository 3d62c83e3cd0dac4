// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Provenance.h"

#include <array>
#include <utility>

namespace countersign {

namespace {

constexpr std::array<std::string_view, 7> levels{"recorded", "agent", "asserted", "mixed", "suggestion", "automation", "unknown"};

} // namespace

std::string_view name(ProvenanceLevel level)
{
    return levels[static_cast<std::size_t>(level)];
}

std::optional<ProvenanceLevel> provenanceLevelFromName(std::string_view text)
{
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] == text)
            return static_cast<ProvenanceLevel>(i);
    }
    return std::nullopt;
}

Message label(ProvenanceLevel level)
{
    switch (level) {
    case ProvenanceLevel::Recorded:
        return Message(QT_TRANSLATE_NOOP("app", "recorded"));
    case ProvenanceLevel::Agent:
        return Message(QT_TRANSLATE_NOOP("app", "agent"));
    case ProvenanceLevel::Asserted:
        return Message(QT_TRANSLATE_NOOP("app", "asserted"));
    case ProvenanceLevel::Mixed:
        return Message(QT_TRANSLATE_NOOP("app", "mixed"));
    case ProvenanceLevel::Suggestion:
        return Message(QT_TRANSLATE_NOOP("app", "suggestion"));
    case ProvenanceLevel::Automation:
        return Message(QT_TRANSLATE_NOOP("app", "automation"));
    case ProvenanceLevel::Unknown:
        return Message(QT_TRANSLATE_NOOP("app", "unknown"));
    }
    std::unreachable();
}

} // namespace countersign
