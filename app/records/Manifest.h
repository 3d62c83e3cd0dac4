// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Oid.h"
#include "git/Repository.h"

#include <stop_token>
#include <string>

namespace countersign::records
{

/// What a change does to each path, in SHA-256: one line for each changed path, sorted by its raw bytes:
/// "oldmode SP newmode SP old SP new SP path LF". Modes have six octal digits (000000: not there); old and new are the SHA-256 of
/// the blob ("-": not there; a symlink's blob is its target; a submodule's commit id stands for itself); the path is
/// percent-escaped. Renames are a removal and an addition. Errors: missing or damaged objects.
[[nodiscard]] Result<std::string> manifestText(const git::Repository &repository, const Oid &oldTree, const Oid &newTree,
                                               std::stop_token stop = {});

} // namespace countersign::records
