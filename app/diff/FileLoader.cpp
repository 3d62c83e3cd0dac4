// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include "LfsPointer.h"

#include <limits>
#include <optional>
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

/// One side as it is compared.
struct Content {
    std::string bytes; ///< of the blob; of a wide encoding the same text as UTF-8
    std::uint64_t size = 0; ///< of the blob
    TextEncoding encoding = TextEncoding::Ascii;
    bool isBinary = false;
};

std::unexpected<Error> isNot(TextEncoding encoding, const std::string &path)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file is not %1."), {std::string(name(encoding))}), path,
                Message(QT_TRANSLATE_NOOP("app", "Choose another encoding.")));
}

Result<Content> readContent(const git::Repository &repository, const FileSide &side, std::optional<TextEncoding> chosen)
{
    auto bytes = read(repository, side);
    if (!bytes)
        return std::unexpected(bytes.error());
    Content content;
    content.size = bytes->size();
    content.isBinary = isBinary(*bytes);
    const auto found = content.isBinary ? detectWideEncoding(*bytes).value_or(TextEncoding::Ascii) : detectEncoding(*bytes);
    content.encoding = chosen.value_or(found);
    if (!isWide(content.encoding)) {
        content.bytes = std::move(*bytes);
        return content;
    }
    auto text = toUtf8(*bytes, content.encoding);
    if (!text && chosen)
        return isNot(*chosen, side.path);
    if (!text) {
        content.encoding = TextEncoding::Ascii;
        content.isBinary = true;
        content.bytes = std::move(*bytes);
        return content;
    }
    content.bytes = std::move(*text);
    content.isBinary = isBinary(content.bytes);
    return content;
}

/// What the content of both sides is; the names alone do not tell text from binary.
FileKind kindOf(FileKind byName, const Content &before, const Content &after)
{
    if (byName != FileKind::Text || !(before.isBinary || after.isBinary))
        return byName;
    return isImage(after.bytes.empty() ? before.bytes : after.bytes) ? FileKind::Image : FileKind::Binary;
}

/// What stands here of a file that Git LFS keeps elsewhere; such files are mostly binary by name.
std::optional<Text> pointerText(const git::Repository &repository, const FileSide &side)
{
    constexpr std::uint64_t mostBytes = 1024;
    if (!side.exists() || side.mode == submoduleMode || side.size >= mostBytes)
        return std::nullopt;
    auto bytes = repository.blob(side.blob);
    return bytes && parseLfsPointer(*bytes) ? std::optional(Text(std::move(*bytes))) : std::nullopt;
}

/// Fills in sizes, class and pointers. True: all there is of the file are pointers, which are text.
bool isOnlyPointers(const git::Repository &repository, FileChange &file)
{
    file.fileClass = classify(file.path());
    bool isOnly = true;
    for (const auto &[side, text] :
         {std::pair(&file.delta.oldSide, &file.oldText), std::pair(&file.delta.newSide, &file.newText)}) {
        if (!side->exists())
            continue;
        if (side->size == 0 && side->mode != submoduleMode)
            side->size = repository.blobSize(side->blob).value_or(0);
        const auto pointer = pointerText(repository, *side);
        *text = pointer.value_or(Text());
        isOnly = isOnly && pointer;
    }
    return isOnly;
}

} // namespace

Result<FileChange> loadFile(const git::Repository &repository, const FileDelta &delta, const DiffOptions &options,
                            std::stop_token stop)
{
    return loadFileAs(repository, delta, {}, options, std::move(stop));
}

Result<FileChange> loadFileAs(const git::Repository &repository, const FileDelta &delta, const ChosenEncodings &chosen,
                              const DiffOptions &options, std::stop_token stop)
{
    FileChange file;
    file.delta = delta;
    if (stop.stop_requested())
        return cancelled();
    if (!isText(delta.kind) && !isOnlyPointers(repository, file))
        return file;

    auto after = readContent(repository, delta.newSide, chosen.newSide);
    if (!after)
        return std::unexpected(after.error());
    const bool isSameText = delta.oldSide.exists() && delta.oldSide.blob == delta.newSide.blob
        && (delta.oldSide.mode == submoduleMode) == (delta.newSide.mode == submoduleMode) && chosen.oldSide == chosen.newSide;
    auto before = isSameText ? Result<Content>() : readContent(repository, delta.oldSide, chosen.oldSide);
    if (!before)
        return std::unexpected(before.error());
    const Content &old = isSameText ? *after : *before;
    file.delta.oldSide.size = old.size;
    file.delta.newSide.size = after->size;
    file.delta.kind = isText(delta.kind) ? kindOf(delta.kind, old, *after) : FileKind::Text;
    if (!isText(file.delta.kind)) {
        (void)isOnlyPointers(repository, file);
        return file;
    }

    file.oldEncoding = old.encoding;
    file.newEncoding = after->encoding;
    file.newText = Text(std::move(after->bytes));
    file.oldText = isSameText ? file.newText : Text(std::move(before->bytes));
    const Text &shown = delta.newSide.exists() ? file.newText : file.oldText;
    file.fileClass = classify(file.path(), shown.bytes().substr(0, classifiedBytes));
    file.rows = diffTexts(file.oldText, file.newText, options, stop);
    if (stop.stop_requested())
        return cancelled();
    return file;
}

Result<std::optional<Text>> loadText(const git::Repository &repository, const FileSide &side, FileKind byName)
{
    if (!isText(byName))
        return pointerText(repository, side);
    auto content = readContent(repository, side, {});
    if (!content)
        return std::unexpected(content.error());
    return content->isBinary ? std::optional<Text>() : std::optional(Text(std::move(content->bytes)));
}

Result<RawSides> loadRawSides(const git::Repository &repository, const FileDelta &delta, std::uint64_t most)
{
    RawSides sides;
    for (const auto &[side, bytes] : {std::pair(&delta.oldSide, &sides.oldBytes), std::pair(&delta.newSide, &sides.newBytes)}) {
        if (!side->exists() || side->mode == submoduleMode)
            continue;
        const auto size = repository.blobSize(side->blob);
        if (!size)
            return std::unexpected(size.error());
        if (*size > most)
            return fail(ErrorKind::Input,
                        Message(QT_TRANSLATE_NOOP("app", "The file has %1 bytes, which is too much to show it."),
                                {std::to_string(*size)}),
                        side->path);
        auto content = repository.blob(side->blob);
        if (!content)
            return std::unexpected(content.error());
        *bytes = std::move(*content);
    }
    return sides;
}

} // namespace countersign::diff
