// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace countersign::ui
{

/// How the two sides stand to each other.
enum class DiffLayout : std::uint8_t {
    SideBySide,
    Unified, ///< one pane: the removed lines of a hunk before its added ones
    Single, ///< one pane of a file that has only one side
};

/// A thread of comments as the view shows it, under its line.
struct DiffComment {
    std::string id;
    Side side = Side::New;
    LineNumber line = noLine; ///< of the side; noLine: about the file, shown at its end
    QString heading; ///< who, when, state
    QStringList paragraphs;
    bool isOpen = true;
    friend bool operator==(const DiffComment &, const DiffComment &) = default;
};

/// What the diff view shows, from top to bottom: code rows, collapsed stretches, finding cards, comments and notes. Plain
/// values; navigation, accessibility and tests read it, never pixels.
class DiffModel
{
public:
    enum class Kind : std::uint8_t { Code, Collapsed, Card, Comment, Note };
    struct Item {
        Kind kind = Kind::Code;
        Side side = Side::New; ///< of code that stands alone in its pane: whose line it is
        std::uint32_t index = 0; ///< row, first collapsed row, finding, comment, or note
        std::uint32_t count = 0; ///< collapsed rows
        friend bool operator==(const Item &, const Item &) = default;
    };
    static constexpr std::uint32_t allRows = 0x7FFFFFFF;
    static constexpr std::uint32_t expandStep = 10; ///< rows that come out at each end

    DiffModel() = default;
    /// @p findings those of this file. Rows that a finding points at are never collapsed.
    void setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> provenance);
    /// Rows with a comment are never collapsed. What was expanded stays so.
    void setComments(std::vector<DiffComment> comments);
    /// Sentences above the first row: what the lines themselves do not show.
    void setNotes(QStringList notes);
    /// Single is taken by itself where a file has only one side, and only there.
    void setLayout(DiffLayout layout);
    /// Unchanged rows around a change; collapses what was opened besides.
    void setContext(std::uint32_t rows);
    [[nodiscard]] std::uint32_t context() const { return m_context; }

    [[nodiscard]] DiffLayout layout() const { return m_layout; }
    [[nodiscard]] const FileChange *file() const { return m_file.get(); }
    [[nodiscard]] const std::shared_ptr<const FileChange> &sharedFile() const { return m_file; }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] const Row &row(const Item &item) const { return m_file->rows.rows[item.index]; }
    [[nodiscard]] const Finding &finding(const Item &item) const { return m_findings[item.index]; }
    [[nodiscard]] const DiffComment &comment(const Item &item) const { return m_comments[item.index]; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const std::vector<ProvenanceRun> &provenance() const { return m_provenance; }
    [[nodiscard]] const std::vector<DiffComment> &comments() const { return m_comments; }
    [[nodiscard]] const QStringList &notes() const { return m_notes; }
    [[nodiscard]] const QString &note(const Item &item) const { return m_notes[item.index]; }
    /// The line that an item shows of a side; noLine: none.
    [[nodiscard]] LineNumber lineOf(const Item &item, Side side) const;
    /// Provenance of an added line of the new side; nothing for other lines.
    [[nodiscard]] const ProvenanceRun *provenanceOf(LineNumber newLine) const;

    /// Shows rows of a collapsed stretch: @p above next to what stands above it, @p below next to what stands below it.
    void expand(std::size_t item, std::uint32_t above, std::uint32_t below);
    void expandAll();
    /// Takes everything back that was expanded.
    void collapse();
    /// Generated, vendored and lock files begin with their changed rows collapsed, too, but for those that something points at.
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    void unfold();
    /// What a collapsed stretch says: how much, and what of.
    [[nodiscard]] QString collapsedText(const Item &item) const;
    /// Makes sure that a row is shown.
    void reveal(std::uint32_t row);

    /// Next or previous item, from @p from (may be -1 or the size), that begins a hunk, or is a card or comment; -1: none.
    [[nodiscard]] int nextHunk(int from, int step) const;
    [[nodiscard]] int nextCard(int from, int step) const;
    [[nodiscard]] int nextComment(int from, int step) const;
    /// The item that shows a finding, a comment, a row, or stands for the collapsed row; -1: none.
    [[nodiscard]] int itemOfFinding(const std::string &id) const;
    [[nodiscard]] int itemOfComment(const std::string &id) const;
    [[nodiscard]] int itemOfRow(std::uint32_t row, Side side) const;
    /// The row that shows a line of a side; -1: none.
    [[nodiscard]] int rowOfLine(Side side, LineNumber line) const;
    /// The first row at the other end of a moved block; -1: not in this file, or not moved.
    [[nodiscard]] int otherEnd(const Item &item) const;
    /// The findings whose lines include this one.
    [[nodiscard]] int findingsAt(Side side, LineNumber line) const;
    /// "line 42 added, AI-assisted, one finding: text", for assistive technology.
    [[nodiscard]] QString accessibleText(int item) const;

private:
    /// Something that stands under a line.
    struct Attached {
        std::uint32_t row;
        Side side;
        Kind kind;
        std::uint32_t index;
    };
    void showUsual(bool folded);
    void attach();
    void build();
    void buildHunk(std::uint32_t first, std::uint32_t end, std::size_t &attached);
    void push(std::uint32_t row, Side side);
    void pushAttached(std::uint32_t row, std::size_t &attached);
    [[nodiscard]] int next(Kind kind, int from, int step) const;

    std::shared_ptr<const FileChange> m_file;
    bool m_isFolded = false;
    DiffLayout m_wanted = DiffLayout::SideBySide;
    DiffLayout m_layout = DiffLayout::SideBySide;
    std::vector<Finding> m_findings;
    std::vector<ProvenanceRun> m_provenance;
    std::vector<DiffComment> m_comments;
    QStringList m_notes;
    std::uint32_t m_context = 3; ///< unchanged rows around a change
    std::vector<bool> m_shown; ///< by row
    std::vector<Attached> m_attached; ///< ascending by row, then the old side first
    std::vector<Item> m_items;
};

} // namespace countersign::ui
