// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Language.h"

#include "core/Text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// A name as the index holds it: 32 bits of FNV-1a. Two names in reach of each other with the same hash are one in a million
/// files.
using NameHash = std::uint32_t;
[[nodiscard]] NameHash hashName(std::string_view name);

/// One reference to something else, as it is written; what it leads to is found by Resolver.
struct Import {
    std::string target; ///< "fmt/core.h", "..models", "com.acme.Order", "./util", "crate::store", a path
    std::string name; ///< what is taken out of it ("from a import b": b); "*" for all; may be empty
    LineNumber line = noLine;
    bool isLocal = false; ///< looked up beside the file first: quoted #include, require_relative, "mod x;"
    friend bool operator==(const Import &, const Import &) = default;
};

/// What one version of a file says about its neighbours. The same bytes in the same language give the same facts.
struct FileFacts {
    enum Flag : std::uint8_t {
        HasMain = 1, ///< a program starts here
        HasRoute = 2, ///< answers requests
        HasSchedule = 4, ///< runs at times
        HoldsData = 8, ///< declares a database, bucket, volume or queue
    };
    std::string package; ///< of Java, Kotlin, C#, PHP, Go: what it belongs to
    std::vector<Import> imports; ///< in the order of the text; each target and name once
    std::vector<NameHash> defines; ///< names that others of its package or its importers may use; sorted
    std::vector<NameHash> members; ///< methods and the like, found by `impact` only; sorted
    std::vector<NameHash> uses; ///< every word and short string; sorted
    std::uint8_t flags = 0;

    [[nodiscard]] bool usesName(NameHash name) const;
    [[nodiscard]] bool definesName(NameHash name) const; ///< among defines or members
    friend bool operator==(const FileFacts &, const FileFacts &) = default;
};

/// Reads the facts. Linear in the text; of texts over 4 MiB only that much is read.
[[nodiscard]] FileFacts readFacts(std::string_view text, Language language);

} // namespace countersign::impact
