// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace countersign::test
{

/// Lines that `git diff --numstat` counts.
struct LineCounts {
    std::uint32_t added = 0;
    std::uint32_t removed = 0;
    [[nodiscard]] std::uint32_t all() const { return added + removed; }
};

/// A line of a change: path, true for the new side, number.
using SidedLine = std::tuple<std::string, bool, LineNumber>;

/// What git itself says of the difference between two commits; renames are not looked for.
class GitDiff
{
public:
    /// @param repository folder of a repository, which is only read.
    GitDiff(QString repository, QString oldCommit, QString newCommit);

    /// Counts by path; binary files and files without a difference are left out.
    [[nodiscard]] std::map<std::string, LineCounts> counts(const QStringList &options) const;
    /// Lines that --color-moved=zebra with --color-moved-ws=allow-indentation-change colours.
    [[nodiscard]] std::set<SidedLine> movedLines() const;

private:
    [[nodiscard]] QByteArray run(const QStringList &configuration, const QStringList &options) const;

    QString m_repository;
    QString m_oldCommit;
    QString m_newCommit;
};

/// Standard output of git in @p repository, with a clean environment.
[[nodiscard]] QByteArray runGit(const QString &repository, const QStringList &arguments);

} // namespace countersign::test
