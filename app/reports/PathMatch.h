// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::reports
{

/// A path of a report as one of folders and names only: '/' between them, no "." and no empty part. Nothing for a path that
/// climbs out of where it starts ("..") or holds control characters.
[[nodiscard]] std::optional<std::string> plainPath(std::string_view path);

/// Finds the file of a change that a report speaks of. Reports come from other machines: their paths may be absolute, or
/// relative to another folder.
class PathMatch
{
public:
    /// @param paths of the change's files, on the new side.
    explicit PathMatch(const std::vector<std::string> &paths);

    /// The same path, else the only one of which either ends in the other at a '/', the shorter one naming a folder at least
    /// (every other file is called "__init__.py"). Nothing: none, or several, or no plain path.
    [[nodiscard]] std::optional<std::string> find(std::string_view reported) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_byName; ///< paths by the file's name
};

} // namespace countersign::reports
