// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"
#include "Oid.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign {

/// What happened to a path between two trees.
enum class DeltaStatus { Modified, Added, Deleted, Renamed, Copied, TypeChange };

/// What the content is. Image and Binary are told apart by name and magic number.
enum class FileKind { Text, Binary, Submodule, Symlink, Image };

/// One side of a delta. A side that does not exist has an empty path and a null blob.
struct FileSide {
    std::string path; ///< bytes as git has them, '/' between folders, not necessarily UTF-8
    Oid blob; ///< the blob; for a submodule its commit
    std::uint32_t mode = 0; ///< git's octal mode: 0100644, 0100755, 0120000, 0160000
    std::uint64_t size = 0; ///< bytes; 0 where unknown

    [[nodiscard]] bool exists() const { return mode != 0; }
    friend bool operator==(const FileSide &, const FileSide &) = default;
};

/// One changed path.
struct FileDelta {
    DeltaStatus status = DeltaStatus::Modified;
    FileKind kind = FileKind::Text;
    FileSide oldSide;
    FileSide newSide;
    int similarity = 0; ///< percent, for renames and copies

    /// The path a reader knows it by: the new one, or the old one of a deleted file.
    [[nodiscard]] const std::string &path() const { return newSide.exists() ? newSide.path : oldSide.path; }
    friend bool operator==(const FileDelta &, const FileDelta &) = default;
};

/// Stable lower-case names as in JSON.
[[nodiscard]] std::string_view name(DeltaStatus status);
[[nodiscard]] std::string_view name(FileKind kind);
/// Words for people, translatable.
[[nodiscard]] Message label(DeltaStatus status);
[[nodiscard]] Message label(FileKind kind);

} // namespace countersign
