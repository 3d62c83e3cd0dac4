// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RuleSet.h"

#include "core/FileChange.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace countersign::risk
{

/// One occurrence of a rule's pattern in a changed line.
struct Hit {
    /// Where the same thing stands on the other side of the change.
    enum class Pairing : std::uint8_t {
        None,
        Same, ///< the same place: nothing came or went
        Elsewhere, ///< another place
    };

    std::size_t file = 0;
    std::size_t rule = 0;
    bool isTo = false; ///< of a "to" pattern
    Side side = Side::New;
    bool isMoved = false; ///< in a line that came from elsewhere: no news, but where what went elsewhere may stand now
    LineNumber line = noLine;
    std::uint32_t hunk = 0;
    std::string text; ///< folded
    std::string key; ///< folded
    std::string subject; ///< what a decorator belongs to
    std::string value; ///< folded
    Pairing pairing = Pairing::None;
    const Hit *partner = nullptr;
};

/// Hits of every file, in order of rows.
using Hits = std::vector<std::vector<Hit>>;

/// Which hits belong together: what was there before, what went elsewhere, what became something else, what came instead.
/// Keeps pointers into the hits that it is made from.
class HitPairs
{
public:
    /// Pairs hits of rules about additions and removals: sets pairing and partner.
    HitPairs(const RuleSet &rules, std::span<const FileChange> files, Hits &hits);

    /// The old value of what changed: in the row of old line @p left, or under the same key in the same hunk. Null: none.
    [[nodiscard]] const Hit *formerOf(const Hit &hit, LineNumber left) const;
    /// A hit of the same rule that came in under another key: in the same hunk, or in any file. Null: none.
    [[nodiscard]] const Hit *substituteNear(const Hit &hit) const;
    [[nodiscard]] const Hit *substituteAnywhere(const Hit &hit) const;

private:
    using Place = std::tuple<std::size_t, std::uint32_t>; ///< file and hunk

    const RuleSet &m_rules;
    std::map<std::tuple<std::size_t, std::size_t, LineNumber>, const Hit *> m_formerByLine; ///< file, rule, old line
    std::map<std::tuple<std::size_t, std::size_t, std::uint32_t, std::string_view>, const Hit *>
        m_formerByKey; ///< file, rule, hunk, key
    std::map<std::string_view, std::map<Place, const Hit *>> m_newcomers; ///< per rule id
};

} // namespace countersign::risk
