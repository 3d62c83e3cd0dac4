// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenedChange.h"

#include "../Words.h"

#include "core/Memory.h"

#include <algorithm>
#include <utility>

namespace countersign::ui
{

Result<OpenedChange> readChange(Workspace &workspace, const std::string &id, const FileChange *shown, const EarlyParts &early,
                                const std::stop_token &stop, const ProgressCallback &progress)
{
    auto repository = workspace.handle();
    if (!repository)
        return std::unexpected(repository.error());
    auto lines = workspace.compare(id, stop, progress);
    if (!lines)
        return std::unexpected(lines.error());
    early.compared(std::make_shared<const workbench::ChangeReport>(workbench::linesOf(*lines)));
    const auto engine = workspace.engine();
    if (!engine)
        return std::unexpected(engine.error());
    const auto judged = [&early](const workbench::ChangeReport &report) {
        early.judged(std::make_shared<const workbench::ChangeReport>(report));
        return true;
    };
    auto report =
        workbench::analyzeCompared(*repository, **engine, std::move(*lines), stop, progress, {}, workbench::allCores(), judged);
    if (!report)
        return std::unexpected(report.error());
    OpenedChange opened{std::make_shared<const workbench::ChangeReport>(std::move(*report)), {.isSame = !shown}};
    const auto &files = opened.report->files;
    const auto same = std::ranges::find_if(files, [&](const auto &file) { return shown && file->path() == shown->path(); });
    if (same != files.end())
        opened.lines = mapLines(*shown, **same, stop);
    giveFreeMemoryBack();
    return opened;
}

ContentExtras readExtras(Workspace &workspace, const Change &change, const FileChange &file, const std::stop_token &stop)
{
    if (auto repository = workspace.handle())
        return loadExtras(*repository, change, file, stop);
    else {
        ContentExtras extras;
        extras.notes << words(repository.error());
        return extras;
    }
}

Result<FileChange> readFileAs(Workspace &workspace, const FileChange &file, const diff::ChosenEncodings &chosen,
                              const diff::DiffOptions &options, const std::stop_token &stop)
{
    auto repository = workspace.handle();
    if (!repository)
        return std::unexpected(repository.error());
    return diff::loadFileAs(*repository, file.delta, chosen, options, stop);
}

} // namespace countersign::ui
