// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/FileChange.h"
#include "git/Repository.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace countersign::ui
{

/// What is shown of a file beside, or instead of, its lines.
struct ContentExtras {
    bool isImage = false;
    std::optional<QByteArray> oldImage; ///< bytes; nothing: the side does not exist
    std::optional<QByteArray> newImage;
    std::shared_ptr<const FileChange> hex; ///< of a binary file: its first bytes and those around the first difference, as lines
    QStringList notes; ///< sentences above the first line
};

/// True for files that have extras: they take a look into the repository.
[[nodiscard]] bool hasExtras(const FileChange &file);

/// Reads them: images up to 64 MiB a side, hexadecimal rows, the commits that a submodule brings. What cannot be read becomes a
/// note. For a worker thread with its own handle.
[[nodiscard]] ContentExtras loadExtras(const git::Repository &repository, const Change &change, const FileChange &file,
                                       const std::stop_token &stop);

} // namespace countersign::ui
