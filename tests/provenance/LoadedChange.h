// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/FileLoader.h"
#include "git/ChangeResolver.h"
#include "git/Repository.h"
#include "provenance/FindProvenance.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace countersign::test
{

/// A value, or the end of the test with the error's words.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    return std::move(*result);
}

/// A change with its files, as the workbench loads it.
struct LoadedChange {
    git::Repository repository;
    Change change;
    std::vector<FileChange> files;

    explicit LoadedChange(const std::string &path, const std::string &spec)
        : repository(must(git::Repository::open(path)))
        , change(must(git::resolveChange(repository, spec)))
    {
        using Renames = git::Repository::Renames;
        for (const FileDelta &delta : must(repository.diffTrees(change.baseTree, change.headTree, Renames::Find)))
            files.push_back(must(diff::loadFile(repository, delta)));
    }

    [[nodiscard]] Provenance provenance() const
    {
        static const auto markers = must(provenance::Markers::builtIn());
        return must(provenance::findProvenance(repository, change, files, markers));
    }
};

/// "1-2 asserted claude-code AI, 4 unknown": the runs of one file in words.
inline std::string runs(const Provenance &provenance, const std::string &path)
{
    std::string text;
    for (const FileProvenance &file : provenance.files) {
        if (file.path != path)
            continue;
        for (const ProvenanceRun &run : file.runs) {
            text += text.empty() ? "" : ", ";
            text += std::to_string(run.lines.first);
            if (run.lines.last != run.lines.first)
                text += "-" + std::to_string(run.lines.last);
            text += " " + std::string(name(run.level));
            text += run.tool.empty() ? "" : " " + run.tool;
            text += run.isAi ? " AI" : "";
        }
    }
    return text;
}

inline std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace countersign::test
