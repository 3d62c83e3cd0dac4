// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/FileChange.h"
#include "core/Finding.h"
#include "risk/FilePasts.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Seeded transitions: a change written down as text, and what the engine says about it.
namespace countersign::testing
{

/// Path and content of every file of one side.
using Files = std::map<std::string, std::string>;
/// Old path to new path.
using Renames = std::map<std::string, std::string>;
/// Path and history of files.
using Pasts = std::map<std::string, risk::FilePast, std::less<>>;

/// The change from @p before to @p after as the loader would give it: rows, moves inside and across files, classes.
/// Equal files are left out.
[[nodiscard]] std::vector<FileChange> fileChanges(const Files &before, const Files &after, const Renames &renames = {});

/// Everything that the built-in rules and the detectors find in it. @p change carries title, body, branch, …; @p around holds
/// files that stand at the head and did not change, @p pasts what the history says.
[[nodiscard]] std::vector<Finding> findings(const Files &before, const Files &after, const Change &change = {},
                                            const Renames &renames = {}, const Files &around = {}, const Pasts &pasts = {});

/// Only those of one rule.
[[nodiscard]] std::vector<Finding> findings(std::string_view rule, const Files &before, const Files &after,
                                            const Change &change = {}, const Renames &renames = {}, const Files &around = {},
                                            const Pasts &pasts = {});

/// "SEC-01 critical old app/views.py:3-4", one finding a line, in the engine's order: what tests compare.
[[nodiscard]] std::string summary(const std::vector<Finding> &found);

/// One case of a transition file:
///
///     # introduce: guard of a view removed            what the case shows (the name of the test row)
///     title: Tidy up views                            optional: title and body of the change
///     @ app/views.py                                  a file; "@ old.py -> new.py" for a rename
///     -@login_required                                lines of both sides (blank), old side (-), new side (+)
///      def show(request):
///     @@ app/urls.py                                  a file that stands at the head and did not change, lines with a blank
///     @other app/views.py                             a file of another open change of the same base, its lines as above
///     past: app/views.py revisions=9 fixes=6 owner=Ada:8 author=0     what the history says about a file
///     = SEC-01 critical old app/views.py:1            every finding of this rule; none: "= silent"
///
/// A file with only + lines is new, one with only - lines is deleted; one with blank lines only stands beside the change.
struct TransitionCase {
    std::string name;
    Change change;
    Files before;
    Files after;
    Renames renames;
    Files around;
    Pasts pasts;
    Files otherBefore; ///< of another open change; empty: there is none
    Files otherAfter;
    std::string expected; ///< as summary() writes it; empty: silent
};

/// What the rule about other open changes says of one: where the two changes of a case meet.
[[nodiscard]] std::vector<Finding> meetings(const TransitionCase &seeded);

/// Cases of tests/risk/transitions/@p name. Aborts on a file that breaks the format.
[[nodiscard]] std::vector<TransitionCase> readTransitions(const std::string &name);
/// Names of the files in tests/risk/transitions ("DST-03.txt"), sorted.
[[nodiscard]] std::vector<std::string> transitionFiles();

} // namespace countersign::testing
