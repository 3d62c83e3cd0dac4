// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"
#include "risk/structure/Imports.h"

#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace countersign::risk
{

/// Where an import leads.
struct ImportTarget {
    enum class Kind : std::uint8_t {
        Outside, ///< to another package, or nothing is known
        Standing, ///< to a file or folder of the repository
        Missing, ///< into the repository, to something that does not stand there
    };
    Kind kind = Kind::Outside;
    std::string path; ///< of what stands there
    std::vector<std::string> candidates; ///< what would have stood there; without endings where several would do
};

/// The files at the head, as imports look for them. Made once per change, and only when a rule asks.
class ImportTargets
{
public:
    explicit ImportTargets(const ChangeContext &context);

    /// Nothing can be told: the files at the head are not known.
    [[nodiscard]] bool isEmpty() const { return m_paths.empty(); }
    [[nodiscard]] ImportTarget find(const Import &import, std::string_view from) const;
    [[nodiscard]] bool hasFile(const std::string &path) const { return m_paths.contains(path); }
    [[nodiscard]] bool hasFolder(const std::string &path) const { return m_folders.contains(path); }
    /// A file ("x.py") or a folder is called like this somewhere.
    [[nodiscard]] bool hasName(const std::string &stem) const { return m_stems.contains(stem); }
    [[nodiscard]] const std::set<std::string> &paths() const { return m_paths; }

private:
    [[nodiscard]] ImportTarget findPython(const Import &import, std::string_view from) const;
    [[nodiscard]] ImportTarget findScript(const Import &import, std::string_view from) const;
    [[nodiscard]] ImportTarget findJava(const Import &import) const;
    [[nodiscard]] ImportTarget findCpp(const Import &import, std::string_view from) const;
    void addBelowJavaRoot(const std::string &path, std::size_t below);
    [[nodiscard]] ImportTarget among(const std::string &base, std::initializer_list<std::string_view> endings) const;

    std::set<std::string> m_paths;
    std::set<std::string> m_folders;
    std::set<std::string> m_stems;
    using Named = std::pair<std::string_view, const std::string *>;
    mutable std::once_flag m_namedOnce;
    mutable std::vector<Named> m_named; ///< paths by the name of the file, sorted; after m_namedOnce
    std::set<std::string> m_javaRoots; ///< "src/main/java"
    std::unordered_map<std::string, std::string> m_javaFiles; ///< the first file of each class below any root: "com/acme/Order"
    std::set<std::string, std::less<>> m_javaFolders; ///< below any root
};

} // namespace countersign::risk
