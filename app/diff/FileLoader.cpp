// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include <limits>
#include <string>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::size_t classifiedBytes = 4096;

/// The bytes that stand for one side: a submodule has no blob here, only the commit it points to.
Result<std::string> read(const git::Repository &repository, const FileSide &side)
{
    if (!side.exists())
        return std::string();
    if (side.mode == submoduleMode)
        return "Subproject commit " + side.blob.hex() + "\n";
    return repository.blob(side.blob);
}

bool isText(FileKind kind)
{
    switch (kind) {
    case FileKind::Text:
    case FileKind::Symlink:
    case FileKind::Submodule:
        return true;
    case FileKind::Binary:
    case FileKind::Image:
        return false;
    }
    std::unreachable();
}

/// What one side shows; Text counts its bytes in 32 bits.
bool fits(const std::string &bytes)
{
    return bytes.size() < std::numeric_limits<std::uint32_t>::max();
}

} // namespace

Result<FileChange> loadFile(const git::Repository &repository, const FileDelta &delta, const DiffOptions &options,
                            std::stop_token stop)
{
    FileChange file;
    file.delta = delta;
    if (stop.stop_requested())
        return cancelled();
    if (!isText(delta.kind)) {
        file.fileClass = classify(file.path());
        return file;
    }

    Result<std::string> newBytes = read(repository, delta.newSide);
    if (!newBytes)
        return std::unexpected(newBytes.error());
    const bool isSameBlob = delta.oldSide.exists() && delta.oldSide.blob == delta.newSide.blob
        && (delta.oldSide.mode == submoduleMode) == (delta.newSide.mode == submoduleMode);
    Result<std::string> oldBytes = isSameBlob ? Result<std::string>() : read(repository, delta.oldSide);
    if (!oldBytes)
        return std::unexpected(oldBytes.error());
    if (!fits(*newBytes) || !fits(*oldBytes)) {
        file.delta.kind = FileKind::Binary;
        file.fileClass = classify(file.path());
        return file;
    }

    file.newText = Text(std::move(*newBytes));
    file.oldText = isSameBlob ? file.newText : Text(std::move(*oldBytes));
    const Text &shown = delta.newSide.exists() ? file.newText : file.oldText;
    file.fileClass = classify(file.path(), shown.bytes().substr(0, classifiedBytes));
    file.rows = diffTexts(file.oldText, file.newText, options, stop);
    if (stop.stop_requested())
        return cancelled();
    return file;
}

} // namespace countersign::diff
