// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"
#include "FileContext.h"

#include "core/FileChange.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace countersign::risk
{

/// Answers for one change: does what a removed line guarded still stand? Any thread.
class Survival
{
public:
    /// @param threads that may look through the new lines
    explicit Survival(std::span<const FileChange> files, std::size_t threads = 1)
        : m_files(files)
        , m_threads(threads)
    {
    }

    /// @param line a line of the old side.
    [[nodiscard]] bool survives(Survivor what, const FileContext &file, LineNumber line);

private:
    bool definitionSurvives(const FileContext &file, LineNumber line);
    bool headerSurvives(const FileContext &file, LineNumber header);
    bool isWrittenAgain(const std::string &name);
    bool mayBeWritten(const std::string &name);

    std::span<const FileChange> m_files;
    const std::size_t m_threads;
    std::mutex m_mutex;
    std::map<std::string, bool> m_written; ///< guarded by m_mutex
    std::once_flag m_wordsOnce;
    std::vector<std::uint8_t> m_words; ///< by digest, whether a new line may have the word; after m_wordsOnce
};

/// One of the patterns occurs in the definition around old line @p line as it stands now, decorators included. True as well
/// where it does not stand in this file, and so cannot be read.
[[nodiscard]] bool survivorHas(const std::vector<Pattern> &patterns, const FileContext &file, LineNumber line);

} // namespace countersign::risk
