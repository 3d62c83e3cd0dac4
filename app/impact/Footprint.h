// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/FileChange.h"
#include "core/Interaction.h"

#include <compare>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace countersign::impact
{

/// Something that a change edits and that another change may edit as well.
struct Mark {
    InteractionKind kind = InteractionKind::SameSymbol; ///< SameSymbol, ConfigKey, Table, Route or Lock
    std::string key; ///< equal in two changes that meet; with the file where the name means something there only
    std::string name; ///< for people
    InteractionPlace place; ///< the first line of it
};

/// A function or type whose head a change edits or takes away.
struct Contract {
    std::string name;
    InteractionPlace place;
    bool isGone = false; ///< no definition of that name is left in the change
};

/// A name that added lines use, or newly define.
struct NamePlace {
    std::string name;
    InteractionPlace place;
};

/// A changed file, as merging sees it.
struct TouchedFile {
    std::string path; ///< new, or old where it was deleted
    std::string oldPath; ///< empty: added
    Oid oldBlob;
    Oid newBlob; ///< null: deleted
    std::vector<Hunk> hunks;
    std::vector<std::string> neighbours; ///< words of its new text that may be names of files or folders it depends on, sorted
    bool isMigration = false;
};

/// What of a change can meet another one. Small: texts are left out.
struct Footprint {
    std::string id;
    Oid head;
    std::vector<Mark> marks; ///< each kind and key once
    std::vector<Contract> contracts;
    std::vector<NamePlace> uses; ///< in added lines that stood nowhere before: name and file once each
    std::vector<NamePlace> added; ///< definitions that are new in their file
    std::vector<TouchedFile> files; ///< by path
};

/// @param files with the hunks of their exact diff; their rows are not looked at
[[nodiscard]] Footprint footprintOf(const Change &change, std::span<const FileChange *const> files);

} // namespace countersign::impact
