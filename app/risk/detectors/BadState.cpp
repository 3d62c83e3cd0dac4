// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BadState.h"

#include "risk/Draft.h"

namespace countersign::risk
{

Finding findingOf(std::string_view rule, BadState state, const FileContext &file)
{
    const bool isHere = touches(file, {Side::New, state.first, state.last});
    if (!isHere && state.cause != noLine && file.isChanged(Side::New, state.cause))
        state.first = state.last = state.cause;
    Finding finding = makeFinding({rule, state.severity, std::move(state.title), std::move(state.why), std::move(state.check)},
                                  file, {Side::New, state.first, state.last});
    LineNumber shown = state.first;
    while (shown < state.last && !file.isChanged(Side::New, shown))
        ++shown;
    if (!file.isChanged(Side::New, shown))
        shown = state.first;
    finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                  std::vector{shownLine(file.text(Side::New).line(shown))});
    for (auto &[severity, why] : state.lowers)
        lowerTo(finding, severity, std::move(why));
    lowerByPath(finding, file);
    return finding;
}

} // namespace countersign::risk
