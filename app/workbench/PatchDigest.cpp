// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PatchDigest.h"

#include "core/Hex.h"
#include "core/Sha256.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

/// Lengths go in front, so that no two contents read the same.
void addText(Sha256 &digest, std::string_view bytes)
{
    digest.add(std::to_string(bytes.size()) + ':');
    digest.add(bytes);
}

void addSide(Sha256 &digest, const FileSide &side, bool hasLines)
{
    addText(digest, side.path);
    addText(digest, std::to_string(side.mode));
    if (!hasLines)
        addText(digest, side.blob.hex());
}

} // namespace

std::string patchDigest(const FileChange &file)
{
    const bool hasLines = file.delta.kind != FileKind::Binary && file.delta.kind != FileKind::Image;
    Sha256 digest;
    digest.add("countersign file patch 1\n");
    addSide(digest, file.delta.oldSide, hasLines);
    addSide(digest, file.delta.newSide, hasLines);
    digest.add("-" + std::to_string(file.rows.removed) + '\n');
    for (const Row &row : file.rows.rows) {
        if (row.kind != RowKind::Equal && row.left != noLine)
            addText(digest, file.oldText.rawLine(row.left));
    }
    digest.add("+" + std::to_string(file.rows.added) + '\n');
    for (const Row &row : file.rows.rows) {
        if (row.kind != RowKind::Equal && row.right != noLine)
            addText(digest, file.newText.rawLine(row.right));
    }
    return toHex(digest.finish());
}

std::string patchDigest(std::vector<std::string> fileDigests)
{
    std::ranges::sort(fileDigests);
    std::string all = "countersign patch 1\n";
    for (const std::string &digest : fileDigests)
        all += digest + "\n";
    return sha256Hex(all);
}

} // namespace countersign::workbench
