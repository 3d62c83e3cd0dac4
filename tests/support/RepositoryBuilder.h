// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Oid.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace countersign::test
{

/// What one commit of a test repository has.
struct CommitText {
    std::string branch = "main"; ///< moved to the new commit
    std::map<std::string, std::optional<std::string>> files = {}; ///< path -> content; nothing: delete the path
    std::map<std::string, std::string> modes = {}; ///< path -> "100755", "120000", "160000" (content: the commit's hex)
    std::string message = "Change";
    std::string author = "Ann Author <ann@example.com>";
    std::string committer = {}; ///< empty: the author
    std::string from = {}; ///< parent (branch or hex); empty: the branch's tip, or none when it is new
    std::vector<std::string> merges = {}; ///< further parents
};

/// A git repository in a temporary folder, built by script from readable text through `git fast-import`. Times start at
/// 2026-01-01T00:00:00Z and go on one minute a commit, so object ids are always the same.
class RepositoryBuilder
{
public:
    explicit RepositoryBuilder(bool bare = false);

    [[nodiscard]] std::string path() const;
    Oid commit(const CommitText &text);
    /// Runs git in the repository with a clean environment and returns its standard output, trimmed; a failure is fatal for the
    /// test.
    std::string git(const QStringList &arguments, const QByteArray &standardInput = {});
    [[nodiscard]] Oid id(const std::string &revision);

private:
    QTemporaryDir m_folder;
    std::int64_t m_time = 1767225600;
};

} // namespace countersign::test
