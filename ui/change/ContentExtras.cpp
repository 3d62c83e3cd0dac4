// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContentExtras.h"

#include "../Words.h"

#include "diff/Diff.h"
#include "diff/HexRows.h"
#include "git/SubmoduleHistory.h"

#include <QCoreApplication>

namespace countersign::ui
{

namespace
{

constexpr std::uint64_t mostImageBytes = 64U << 20U;
constexpr std::size_t mostCommits = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("ContentExtras", text);
}

/// The bytes of a side; nothing, and a note, when they cannot be read.
std::optional<std::string> read(const git::Repository &repository, const FileSide &side, QStringList &notes)
{
    if (!side.exists())
        return std::nullopt;
    auto bytes = repository.blob(side.blob);
    if (bytes)
        return std::move(*bytes);
    notes << words(bytes.error());
    return std::nullopt;
}

std::optional<QByteArray> image(std::optional<std::string> bytes, QStringList &notes)
{
    if (!bytes)
        return std::nullopt;
    if (bytes->size() <= mostImageBytes)
        return QByteArray::fromStdString(*bytes);
    notes << tr("An image of more than 64 MiB is not shown.");
    return QByteArray();
}

std::string hexText(const diff::HexSummary &summary, bool isOld)
{
    std::string text;
    for (const auto &row : summary.rows) {
        const std::string &bytes = isOld ? row.oldBytes : row.newBytes;
        if (row.followsGap)
            text += "…\n";
        if (!bytes.empty())
            text += diff::hexOffset(row) + "  " + diff::hexDigits(bytes) + "  " + diff::hexCharacters(bytes) + "\n";
    }
    return text;
}

void addHex(const git::Repository &repository, const FileChange &file, ContentExtras &extras)
{
    const auto before = read(repository, file.delta.oldSide, extras.notes);
    const auto after = read(repository, file.delta.newSide, extras.notes);
    const auto summary = diff::hexSummary(before.value_or(std::string()), after.value_or(std::string()));
    auto hex = std::make_shared<FileChange>();
    hex->delta = file.delta;
    hex->fileClass = file.fileClass;
    hex->oldText = Text(hexText(summary, true));
    hex->newText = Text(hexText(summary, false));
    hex->rows = diff::diffTexts(hex->oldText, hex->newText, {.moves = false});
    extras.hex = hex;
    if (summary.firstDifference)
        extras.notes << tr("%1 of %2 bytes differ, the first at %3")
                            .arg(summary.differingBytes)
                            .arg(summary.bytes)
                            .arg(*summary.firstDifference);
}

void addCommits(const git::Repository &repository, const Change &change, const FileChange &file, const std::stop_token &stop,
                ContentExtras &extras)
{
    const auto history = git::submoduleHistory(repository, change.baseTree, change.headTree, file.delta, mostCommits, stop);
    if (!history) {
        extras.notes << words(history.error());
        return;
    }
    using State = git::SubmoduleHistory::State;
    if (history->state == State::NotHere)
        extras.notes << tr("The submodule is not cloned here, so its commits cannot be listed. It is %1").arg(safe(history->url));
    else if (history->state == State::CommitMissing)
        extras.notes << tr("The submodule's clone lacks one of the two commits: fetch it to see what this brings.");
    for (const Commit &commit : history->added)
        extras.notes << tr("+ %1 %2 · %3")
                            .arg(QString::fromStdString(commit.id.shortHex()), safe(commit.subject(), 120),
                                 safe(commit.author.name, 60));
    for (const Commit &commit : history->removed)
        extras.notes << tr("− %1 %2 · %3")
                            .arg(QString::fromStdString(commit.id.shortHex()), safe(commit.subject(), 120),
                                 safe(commit.author.name, 60));
    if (history->isCut)
        extras.notes << tr("There are more commits.");
}

} // namespace

bool hasExtras(const FileChange &file)
{
    return file.delta.kind == FileKind::Image || file.delta.kind == FileKind::Binary || file.delta.kind == FileKind::Submodule;
}

ContentExtras loadExtras(const git::Repository &repository, const Change &change, const FileChange &file,
                         const std::stop_token &stop)
{
    ContentExtras extras;
    switch (file.delta.kind) {
    case FileKind::Image:
        extras.isImage = true;
        extras.oldImage = image(read(repository, file.delta.oldSide, extras.notes), extras.notes);
        extras.newImage = image(read(repository, file.delta.newSide, extras.notes), extras.notes);
        break;
    case FileKind::Binary:
        addHex(repository, file, extras);
        break;
    case FileKind::Submodule:
        addCommits(repository, change, file, stop, extras);
        break;
    case FileKind::Text:
    case FileKind::Symlink:
        break;
    }
    return extras;
}

} // namespace countersign::ui
