// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"

#include <QString>

#include <memory>
#include <vector>

namespace countersign::ui
{

/// What the diff view shows, from top to bottom: code rows, collapsed stretches, finding cards and notes. Plain values;
/// navigation, accessibility and tests read it, never pixels.
class DiffModel
{
public:
    enum class Kind : std::uint8_t { Code, Collapsed, Card, Note };
    struct Item {
        Kind kind = Kind::Code;
        std::uint32_t index = 0; ///< row, first collapsed row, finding, or note
        std::uint32_t count = 0; ///< collapsed rows
        friend bool operator==(const Item &, const Item &) = default;
    };

    DiffModel() = default;
    /// @p findings those of this file. Rows that a finding points at are never collapsed.
    void setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> provenance);

    [[nodiscard]] const FileChange *file() const { return m_file.get(); }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] const Row &row(const Item &item) const { return m_file->rows.rows[item.index]; }
    [[nodiscard]] const Finding &finding(const Item &item) const { return m_findings[item.index]; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const QString &note(const Item &item) const { return m_notes[item.index]; }
    /// Provenance of an added line of the new side; nothing for other lines.
    [[nodiscard]] const ProvenanceRun *provenanceOf(LineNumber newLine) const;

    /// Shows @p rows more at the top and the bottom of a collapsed stretch (all of it when they meet).
    void expand(std::size_t item, std::uint32_t rows);

    /// Next or previous item, from @p from (may be -1 or the size), that begins a hunk or is a card; -1: none.
    [[nodiscard]] int nextHunk(int from, int step) const;
    [[nodiscard]] int nextCard(int from, int step) const;
    /// The item that shows a finding; -1: none.
    [[nodiscard]] int itemOfFinding(const std::string &id) const;
    /// "line 42 added, AI-assisted", for assistive technology.
    [[nodiscard]] QString accessibleText(int item) const;

private:
    void build();
    void makeNotes();

    std::shared_ptr<const FileChange> m_file;
    std::vector<Finding> m_findings;
    std::vector<ProvenanceRun> m_provenance;
    std::vector<QString> m_notes;
    std::vector<bool> m_shown; ///< by row
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_cards; ///< (row, finding), ascending
    std::vector<Item> m_items;
};

} // namespace countersign::ui
