// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::size_t classifiedBytes = 4096;
constexpr std::size_t binaryLook = 8000; ///< bytes git looks at

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

/// What git calls binary: a NUL near the start. Text counts its bytes in 32 bits, so more is none either.
bool isBinary(std::string_view bytes)
{
    return bytes.substr(0, binaryLook).find('\0') != std::string_view::npos
        || bytes.size() >= std::numeric_limits<std::uint32_t>::max();
}

bool isImage(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.starts_with("\x89PNG\r\n\x1A\n"sv) || bytes.starts_with("\xFF\xD8\xFF"sv) || bytes.starts_with("GIF8"sv)
        || (bytes.starts_with("RIFF"sv) && bytes.substr(8).starts_with("WEBP"sv));
}

/// What the content of both sides is; the names alone do not tell text from binary.
FileKind kindOf(FileKind byName, std::string_view oldBytes, std::string_view newBytes)
{
    if (byName != FileKind::Text || !(isBinary(oldBytes) || isBinary(newBytes)))
        return byName;
    const std::string_view shown = newBytes.empty() ? oldBytes : newBytes;
    return isImage(shown) ? FileKind::Image : FileKind::Binary;
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
    file.delta.kind = kindOf(delta.kind, isSameBlob ? *newBytes : *oldBytes, *newBytes);
    if (!isText(file.delta.kind)) {
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
