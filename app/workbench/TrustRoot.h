// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "git/Repository.h"
#include "provenance/Markers.h"
#include "review/Templates.h"
#include "risk/RuleSet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

inline constexpr std::string_view teamRulesFolder = ".countersign/rules";
inline constexpr std::string_view teamChecklistsFolder = ".countersign/checklists";
inline constexpr std::string_view teamMarkersFile = ".countersign/markers.toml";

/// What a team keeps about its reviews in its repository, as one commit has it.
struct TeamFiles {
    std::vector<risk::RuleFile> rules; ///< the *.toml files of teamRulesFolder, by name
    std::vector<review::TemplateFile> checklists; ///< the *.toml files of teamChecklistsFolder, by name
    std::optional<std::string> markers; ///< content of teamMarkersFile
    std::vector<Message> problems; ///< what is there and cannot be read

    [[nodiscard]] bool isEmpty() const { return rules.empty() && checklists.empty() && !markers && problems.empty(); }
    friend bool operator==(const TeamFiles &, const TeamFiles &) = default;
};

/// Reads them from a commit (null: nothing). For a change that is its base, the trust root: never the head under review, which
/// could switch off what finds it. At most 256 files of 1 MiB.
[[nodiscard]] TeamFiles readTeamFiles(const git::Repository &repository, const Oid &commit);

/// The user's own markers, read once: markers.toml in the user's configuration folder, or the file that COUNTERSIGN_MARKERS
/// names. Errors: as Markers::extend(); a missing file is none.
[[nodiscard]] Result<void> addUserMarkers(provenance::Markers &markers);

} // namespace countersign::workbench
