// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LoadedChange.h"
#include "support/RepositoryBuilder.h"

namespace countersign::test
{

/// What ends the message of a commit that a tool has helped with.
inline const std::string claude = "\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

/// A repository with one commit on main; "work" starts from it.
class WorkBranch
{
public:
    explicit WorkBranch(std::map<std::string, std::optional<std::string>> files = {{"a.txt", "one\ntwo\nthree\n"}})
    {
        builder.commit({.branch = "main", .files = std::move(files), .message = "Start"});
        builder.git({QStringLiteral("branch"), QStringLiteral("work"), QStringLiteral("main")});
    }

    Oid commit(std::map<std::string, std::optional<std::string>> files, const std::string &message,
               const std::string &author = "Ann Author <ann@example.com>")
    {
        return builder.commit({.branch = "work", .files = std::move(files), .message = message, .author = author});
    }

    void note(const Oid &commit, const std::string &text, const std::string &ref = "refs/notes/ai")
    {
        builder.git({QStringLiteral("notes"), QStringLiteral("--ref"), QString::fromStdString(ref), QStringLiteral("add"),
                     QStringLiteral("-f"), QStringLiteral("-F"), QStringLiteral("-"), QString::fromStdString(commit.hex())},
                    QByteArray::fromStdString(text));
    }

    [[nodiscard]] Provenance find(const std::string &spec = "main..work") const
    {
        return LoadedChange(builder.path(), spec).provenance();
    }

    RepositoryBuilder builder;
};

} // namespace countersign::test
