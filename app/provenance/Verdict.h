// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Provenance.h"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace countersign::provenance
{

/// What the evidence says about who wrote a line.
struct Verdict {
    ProvenanceLevel level = ProvenanceLevel::Unknown;
    std::string tool;
    bool isAi = false;
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// True when @p a outweighs @p b: the stronger level; at the same level what assigns the line to an AI.
[[nodiscard]] inline bool outweighs(const Verdict &a, const Verdict &b)
{
    return std::tuple(a.level, !a.isAi) < std::tuple(b.level, !b.isAi);
}

/// Number of a verdict in a VerdictTable; stoodBefore for a line that none of the change's commits brought.
using VerdictId = std::uint32_t;
inline constexpr VerdictId stoodBefore = 0;

/// Gives equal verdicts the same small number, so that a line's origin fits in four bytes.
class VerdictTable
{
public:
    [[nodiscard]] VerdictId idOf(const Verdict &verdict)
    {
        const auto [entry, isNew] =
            m_ids.try_emplace({verdict.level, verdict.tool, verdict.isAi}, static_cast<VerdictId>(m_verdicts.size()));
        if (isNew)
            m_verdicts.push_back(verdict);
        return entry->second;
    }
    [[nodiscard]] const Verdict &at(VerdictId id) const { return m_verdicts[id]; }

private:
    std::vector<Verdict> m_verdicts{Verdict{}}; // stoodBefore
    std::map<std::tuple<ProvenanceLevel, std::string, bool>, VerdictId> m_ids;
};

} // namespace countersign::provenance
