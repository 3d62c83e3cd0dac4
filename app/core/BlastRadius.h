// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Band.h"
#include "FileClass.h"
#include "Message.h"
#include "Text.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace countersign
{

/// A file that a change reaches without touching it.
struct Dependent {
    std::string path;
    int hops = 1; ///< 1: depends on a changed file; 2 and 3: on one that does
    std::string via; ///< what it depends on: a changed file, or the dependent of one hop less
    std::string kind; ///< "import", "package", "path" or "key"
    LineNumber line = noLine; ///< where it says so; noLine where it only uses a name
    std::string module;
    std::vector<std::string> owners;
    FileClass fileClass = FileClass::Other;
    std::vector<std::string>
        symbols; ///< names of functions, types and keys that the change touches and its text has; a few, sorted
    std::string
        entryPoint; ///< "main", "routes", "schedule", "migration", "pipeline", "infrastructure"; empty: nothing begins there
    std::string environment; ///< "dev", "staging" or "prod", of files that something is run with; empty: none
    bool isReachedBySymbol =
        false; ///< it uses one of them, or depends on such a file; also where the change is not inside named symbols

    [[nodiscard]] bool isTest() const { return fileClass == FileClass::Test; }
    [[nodiscard]] bool usesChangedSymbol() const { return !symbols.empty(); }
    friend bool operator==(const Dependent &, const Dependent &) = default;
};

/// A file that usually changes together with a changed one, and does not here. Context, never an alarm.
struct CoChange {
    std::string file;
    std::string with; ///< the changed file
    double confidence = 0; ///< shared revisions / mean revisions, 0 to 1
    std::uint32_t shared = 0; ///< revisions
    friend bool operator==(const CoChange &, const CoChange &) = default;
};

/// Where a change reaches: a vector, not one number. Computed at the change's own tree.
struct BlastRadius {
    std::optional<Band> band; ///< nothing: ungraded, see ungradedBecause
    Message reason;
    std::optional<int> percentile; ///< share of the repository's recent changes that reach fewer files, 0 to 100
    std::uint32_t directDependents = 0; ///< files, tests included
    std::uint32_t transitiveDependents = 0; ///< files within three hops, the direct ones included
    std::uint32_t testDependents = 0; ///< of those, tests
    std::uint32_t symbolUsers = 0; ///< direct dependents that use a changed symbol
    std::uint32_t symbolReach = 0; ///< transitive dependents that are reached by symbol: what the band is made of
    std::vector<std::string> changedSymbols; ///< names, sorted
    std::vector<std::string> modules; ///< reached, the changed ones included; sorted
    std::vector<std::string> owners; ///< as CODEOWNERS names them; sorted
    std::vector<std::string> services; ///< of catalog-info.yaml; sorted
    std::vector<std::string> entryPoints; ///< "main: cmd/run.go", "routes: api/orders.py", …; sorted
    std::vector<std::string> environments; ///< "dev", "staging", "prod"; sorted
    std::vector<std::string> dataStores; ///< files that declare one; sorted
    std::vector<std::string> unread; ///< changed code files in a language that is not read
    std::vector<CoChange> coChange; ///< strongest first
    std::shared_ptr<const std::vector<Dependent>> dependents; ///< by hops, then path; never null once computed

    friend bool operator==(const BlastRadius &, const BlastRadius &) = default;
};

} // namespace countersign
