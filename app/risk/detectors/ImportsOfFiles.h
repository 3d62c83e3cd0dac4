// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"
#include "risk/structure/Imports.h"

#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace countersign::risk
{

/// The imports of the new sides, read once for all detectors that ask. A fact about the change; any thread.
class ImportsOfFiles
{
public:
    explicit ImportsOfFiles(const ChangeContext &context)
        : m_files(context.files)
        , m_read(context.files.size())
    {
    }

    /// @param file one of the change
    [[nodiscard]] const std::vector<Import> &of(const FileChange &file) const
    {
        Read &read = m_read[static_cast<std::size_t>(&file - m_files.data())];
        std::call_once(read.once, [&] { read.imports = importsOf(file.newText, file.delta.newSide.path); });
        return read.imports;
    }

private:
    struct Read {
        std::once_flag once;
        std::vector<Import> imports;
    };
    std::span<const FileChange> m_files;
    mutable std::deque<Read> m_read;
};

} // namespace countersign::risk
