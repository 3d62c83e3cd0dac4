// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TreeFile.h"

#include "diff/FileLoader.h"

namespace countersign::workbench
{

namespace
{

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 128;
}

/// Where @p name stands as a word of its own; npos: nowhere.
std::size_t wordAt(std::string_view bytes, std::string_view name)
{
    for (auto at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
        const bool begins = at == 0 || !isWordByte(bytes[at - 1]);
        const std::size_t end = at + name.size();
        if (begins && (end == bytes.size() || !isWordByte(bytes[end])))
            return at;
    }
    return std::string_view::npos;
}

} // namespace

Result<FileChange> readTreeFile(const git::Repository &repository, const Oid &tree, const std::string &path, std::stop_token stop)
{
    auto entry = repository.entry(tree, path);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This version has no such file.")), path);
    if (const auto size = repository.blobSize((*entry)->blob); size && *size > largestTreeFile)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file is too large to be shown.")), path);
    FileDelta delta;
    delta.status = DeltaStatus::Added;
    delta.newSide = std::move(**entry);
    delta.newSide.path = path;
    auto file = diff::loadFile(repository, delta, {}, std::move(stop));
    if (!file)
        return file;
    for (Row &row : file->rows.rows) {
        row.kind = RowKind::Equal;
        row.hunk = 0;
    }
    file->rows.hunks.clear();
    file->rows.added = 0;
    return file;
}

LineNumber firstMention(const Text &text, std::span<const std::string> names)
{
    for (const std::string &name : names) {
        const auto at = name.empty() ? std::string_view::npos : wordAt(text.bytes(), name);
        if (at != std::string_view::npos)
            return text.lineAt(at);
    }
    return noLine;
}

} // namespace countersign::workbench
