// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"
#include "syntax/Syntax.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// One changed file as the rules see it: texts, rows, and (made on first use) the scope masks of both sides.
/// Belongs to one thread at a time.
class FileContext
{
public:
    explicit FileContext(const FileChange &file);

    [[nodiscard]] const FileChange &file() const { return m_file; }
    [[nodiscard]] const Text &text(Side side) const { return side == Side::Old ? m_file.oldText : m_file.newText; }
    [[nodiscard]] const std::string &path(Side side) const;
    [[nodiscard]] const syntax::ScopeMask &mask(Side side);
    /// Scope of byte @p column of a line: told from the line itself where nothing in the file reaches over several lines and the
    /// line has no doubtful quotes, from the mask otherwise.
    [[nodiscard]] syntax::Scope scopeAt(Side side, LineNumber line, std::size_t column);

    /// Lines that the change really introduced (Side::New) or took away (Side::Old), ascending: rows of kind changed,
    /// added or removed; moved lines are neither.
    [[nodiscard]] const std::vector<LineNumber> &changedLines(Side side) const { return side == Side::Old ? m_removed : m_added; }
    /// True when the line is in changedLines().
    [[nodiscard]] bool isChanged(Side side, LineNumber line) const;
    /// The row that shows the line.
    [[nodiscard]] const Row &rowOf(Side side, LineNumber line) const;

private:
    const FileChange &m_file;
    std::optional<syntax::ScopeMask> m_oldMask;
    std::optional<syntax::ScopeMask> m_newMask;
    std::optional<bool> m_isPlain[2]; ///< per side: lines can be judged one by one
    std::vector<LineNumber> m_removed;
    std::vector<LineNumber> m_added;
    std::vector<std::uint32_t> m_oldRows;
    std::vector<std::uint32_t> m_newRows;
};

} // namespace countersign::risk
