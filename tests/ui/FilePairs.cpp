// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilePairs.h"

#include "diff/Diff.h"

namespace countersign::test
{

std::shared_ptr<const FileChange> change(const std::string &before, const std::string &after)
{
    auto file = std::make_shared<FileChange>();
    file->delta.oldSide = {"src/a.py", Oid(), 0100644, before.size()};
    file->delta.newSide = {"src/a.py", Oid(), 0100644, after.size()};
    file->oldText = Text(before);
    file->newText = Text(after);
    file->rows = diff::diffTexts(file->oldText, file->newText);
    return file;
}

std::string numbered(int from, int to)
{
    std::string text;
    for (int i = from; i <= to; ++i)
        text += "line " + std::to_string(i) + "\n";
    return text;
}

} // namespace countersign::test
