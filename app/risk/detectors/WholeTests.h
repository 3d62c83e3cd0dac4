// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MakeFinding.h"

#include "risk/Detector.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::risk
{

/// What a whole change takes out of the code and brings into its tests: what a removed assertion is judged by.
/// Made once per change, and only when a test lost something.
class WholeTests
{
public:
    explicit WholeTests(const ChangeContext &context);

    /// The code that the lines of the old side speak of went away as well.
    [[nodiscard]] bool isAboutGoneCode(const FileContext &file, const Span &span) const;
    /// A telling name in the lines that code of this change no longer has; empty: none.
    [[nodiscard]] std::string goneNameIn(const FileContext &file, const Span &span) const;
    /// How often the same assertion, folded, came in or moved, in any test file.
    [[nodiscard]] int cameIn(const std::string &assertion) const;
    /// Added assertions of the file; those beside a removed one are not counted.
    [[nodiscard]] int addedIn(const std::string &path) const;
    [[nodiscard]] bool addedSomewhere() const { return !m_addedIn.empty(); }
    /// The tests of the change demand as often as before.
    [[nodiscard]] bool gainedAsMany() const { return m_added >= m_lost; }
    struct Place {
        std::string path;
        LineNumber line = noLine;
    };
    /// Where a test of this name came in or moved to.
    [[nodiscard]] std::optional<Place> placeOfTest(const std::string &name) const;

private:
    /// A name of removed or changed lines of code, and the file that they stood in.
    struct Mentioned {
        const FileChange *file;
        std::string_view name;
    };
    void noteCode(const FileChange &file);
    [[nodiscard]] bool isGone(std::string_view name) const;
    void noteTests(const FileChange &file);

    std::set<std::string> m_goneUnits; ///< of code files that were deleted or renamed
    std::set<std::string, std::less<>> m_goneDefinitions;
    std::unordered_map<std::size_t, std::vector<Mentioned>> m_mentioned; ///< telling ones, by the digest of their plain form
    mutable std::mutex m_mutex; ///< of m_isGone
    mutable std::map<std::string, bool> m_isGone; ///< by plain name: a file that mentioned it no longer has it
    std::map<std::string, int> m_cameIn;
    std::map<std::string, int> m_addedIn;
    int m_added = 0; ///< assertions, in all files; those beside a removed one are not counted
    int m_lost = 0; ///< likewise
    std::map<std::string, Place> m_tests; ///< by name
};

/// The change's title says that something goes, and what: a word of it stands in @p where.
[[nodiscard]] bool announcesRemoval(const Change &change, std::string_view where);

} // namespace countersign::risk
