// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MakeFinding.h"

#include "risk/Detector.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace countersign::risk
{

/// Something of a file that must not come in: found in both sides, it was there before.
struct BadState {
    std::string key; ///< the same state has the same key wherever it stands; formatting and line numbers do not matter
    LineNumber first = noLine;
    LineNumber last = noLine;
    LineNumber cause = noLine; ///< another line that makes it bad: shown when it changed, and the state's own lines did not
    Severity severity = Severity::High;
    Message title;
    Message why;
    Message check;
    std::vector<std::pair<Severity, Message>> lowers; ///< counter-evidence, each with the severity it lowers to
};

/// How often each state of the old sides of all changed files stood there: what is among them only moved.
/// Finder has static bool looksAt(const FileChange &, Side) and static std::vector<BadState> statesIn(const FileChange &, Side).
template<class Finder>
struct StatesBefore {
    explicit StatesBefore(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (!file.delta.oldSide.exists() || !Finder::looksAt(file, Side::Old))
                continue;
            std::map<std::string, int> here;
            for (const BadState &state : Finder::statesIn(file, Side::Old))
                ++here[state.key];
            if (file.delta.newSide.exists()) {
                for (const BadState &state : Finder::statesIn(file, Side::New))
                    --here[state.key];
            }
            for (const auto &[key, count] : here) {
                if (count > 0)
                    left.insert(key);
            }
        }
    }
    std::set<std::string> left; ///< states that went away somewhere
};

/// States of the new side that were neither in the old one nor left another file of the change.
template<class Finder>
[[nodiscard]] std::vector<BadState> introducedStates(const FileContext &file, const ChangeContext &context)
{
    const FileChange &change = file.file();
    if (!change.delta.newSide.exists() || !Finder::looksAt(change, Side::New)
        || (file.changedLines(Side::New).empty() && file.changedLines(Side::Old).empty()))
        return {};
    std::vector<BadState> states = Finder::statesIn(change, Side::New);
    if (states.empty())
        return states;
    std::map<std::string, int> before;
    if (change.delta.oldSide.exists() && Finder::looksAt(change, Side::Old)) {
        for (const BadState &state : Finder::statesIn(change, Side::Old))
            ++before[state.key];
    }
    std::erase_if(states, [&before](const BadState &state) { return before[state.key]-- > 0; });
    if (!states.empty()) {
        const auto &left = context.facts<StatesBefore<Finder>>().left;
        std::erase_if(states, [&left](const BadState &state) { return left.contains(state.key); });
    }
    return states;
}

/// What is said about a state: its evidence is its first changed line.
[[nodiscard]] Finding findingOf(std::string_view rule, BadState state, const FileContext &file);

/// Findings of every state that the change introduced.
template<class Finder>
[[nodiscard]] std::vector<Finding> findingsOfStates(std::string_view rule, const FileContext &file, const ChangeContext &context)
{
    std::vector<Finding> found;
    for (BadState &state : introducedStates<Finder>(file, context))
        found.push_back(findingOf(rule, std::move(state), file));
    return found;
}

} // namespace countersign::risk
