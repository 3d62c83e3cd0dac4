// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include "core/Error.h"

#include <filesystem>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// A name that a bundle may hold: letters of ASCII, digits and "._" in parts between "/", none of them empty or begun by a dot.
[[nodiscard]] bool isBundlePath(std::string_view path);

/// True for a regular file that begins as a POSIX tar archive does.
[[nodiscard]] bool isTar(const std::filesystem::path &file);

/// Packs the regular files below @p folder, in the order of their names, as plain POSIX ustar with fixed rights, owners and
/// times: the same folder makes the same bytes, and any tar unpacks it. Errors: the file is there already (nothing is
/// overwritten); a name that no bundle has; a file of 8 GiB or more; it cannot be written; Cancelled.
[[nodiscard]] Result<void> writeTar(const std::filesystem::path &folder, const std::filesystem::path &file,
                                    const std::stop_token &stop = {});

/// Unpacks what writeTar() wrote into an empty folder. Anything else in it is a named problem, and nothing of it is made: names
/// that lead outside, links, devices, folders, sparse files, extensions, a name twice (also in other letters), sizes that do not
/// fit, wrong checksums, bytes behind the end. Errors: reading or writing fails; Cancelled.
[[nodiscard]] Result<std::vector<Problem>> unpackTar(const std::filesystem::path &file, const std::filesystem::path &folder,
                                                     const std::stop_token &stop = {});

} // namespace countersign::records
