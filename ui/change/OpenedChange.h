// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ContentExtras.h"

#include "../Workspace.h"
#include "../diffview/LineMap.h"

#include "core/Error.h"
#include "core/Progress.h"
#include "diff/FileLoader.h"
#include "workbench/ChangeReport.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace countersign::ui
{

/// A change as the page shows it.
struct OpenedChange {
    std::shared_ptr<const workbench::ChangeReport> report;
    LineMap lines; ///< from the version of a file that was shown to the one of this report, where it is still there
};

/// Told in the worker thread what is there already of a change that is read.
struct EarlyParts {
    using Callback = std::function<void(std::shared_ptr<const workbench::ChangeReport>)>;
    Callback compared; ///< the lines
    Callback judged; ///< findings and provenance as well; the axes that need the history are ungraded still
};

/// Reads a change: its lines, then what is known about them. Runs in a worker thread and can take seconds.
/// @param shown the file on the screen; null: none, or one of the early parts
[[nodiscard]] Result<OpenedChange> readChange(Workspace &workspace, const std::string &id, const FileChange *shown,
                                              const EarlyParts &early, const std::stop_token &stop,
                                              const ProgressCallback &progress);

/// What a file shows besides lines: images, the commits of a submodule, bytes. Runs in a worker thread.
[[nodiscard]] ContentExtras readExtras(Workspace &workspace, const Change &change, const FileChange &file,
                                       const std::stop_token &stop);

/// A file in encodings that the reader chose. Runs in a worker thread.
[[nodiscard]] Result<FileChange> readFileAs(Workspace &workspace, const FileChange &file, const diff::ChosenEncodings &chosen,
                                            const diff::DiffOptions &options, const std::stop_token &stop);

} // namespace countersign::ui
