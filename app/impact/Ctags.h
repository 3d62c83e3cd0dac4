// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/FileChange.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::impact
{

/// A definition as Universal Ctags tells it.
struct Tag {
    std::string name;
    LineNumber line = noLine;
    LineNumber end = noLine; ///< last line; the first one where ctags does not know
    friend bool operator==(const Tag &, const Tag &) = default;
};

/// The definitions of both sides of a changed file, in the order of the lines.
struct FileTags {
    bool isKnown = false; ///< ctags told where they end
    std::vector<Tag> oldSide;
    std::vector<Tag> newSide;
    friend bool operator==(const FileTags &, const FileTags &) = default;
};

/// Universal Ctags with its sandbox is installed in one of the system's folders. Asked once.
[[nodiscard]] bool hasCtags();

/// The definitions of every file of a change, in their order; of what is no code of a known language none, nor of what is more
/// than 64 MiB of texts. Child processes in the sandbox of ctags, one after the other, each for some MiB: the kernel lets them
/// open no file, and they are told texts and made-up names only, through their standard input; no options file is read, the
/// environment is cleared. Any thread. Errors: no ctags; one takes more than 10 seconds; its answer cannot be read; cancelled.
[[nodiscard]] Result<std::vector<FileTags>> readTags(std::span<const FileChange> files, std::stop_token stop = {});

} // namespace countersign::impact
