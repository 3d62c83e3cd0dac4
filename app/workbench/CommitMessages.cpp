// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitMessages.h"

#include "core/Clock.h"
#include "diff/Diff.h"

namespace countersign::workbench
{

namespace
{

constexpr std::uint32_t plainFile = 0100644;

std::string person(const Signature &who)
{
    return who.name + " <" + who.email + ">";
}

} // namespace

std::string commitMessages(const Change &change)
{
    std::string text;
    for (const Commit &commit : change.commits) {
        if (!text.empty())
            text += "\n";
        text += "Author: " + person(commit.author) + "\n";
        if (commit.committer.email != commit.author.email)
            text += "Committer: " + person(commit.committer) + "\n";
        text += "Date: " + formatUtc(commit.author.time) + "\n\n" + commit.message;
        if (!text.ends_with('\n'))
            text += '\n';
    }
    return text;
}

FileChange commitMessagesFile(const Change &change)
{
    FileChange file;
    file.newText = Text(commitMessages(change));
    file.delta.status = DeltaStatus::Added;
    file.delta.newSide = {std::string(commitMessagesPath), {}, plainFile, file.newText.bytes().size()};
    file.fileClass = FileClass::Documentation;
    file.newEncoding = detectEncoding(file.newText.bytes());
    file.rows = diff::diffTexts(file.oldText, file.newText);
    return file;
}

} // namespace countersign::workbench
