// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Card.h"
#include "CopiedText.h"
#include "DiffModel.h"
#include "LineColours.h"
#include "LineLayouts.h"
#include "LineMap.h"

#include "diff/Search.h"

#include <QAbstractScrollArea>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace countersign::ui
{

class OverviewRuler;

/// What can be done with a finding from its card.
enum class CardAction : std::uint8_t { Acknowledge, Waive, Dispute, Comment, Reopen, Reply };

/// Both sides of one file in one painted area: no scroll synchronisation exists, and only visible rows are painted.
/// Own keys: up/down, page, home/end move the current row (with shift: select), left/right scroll, Enter expands a collapsed
/// stretch (Shift: all of it), Ctrl+C copies without markers. All other keys are actions of the window. GUI thread.
class DiffView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    void setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> provenance);
    /// Other rows of the same two texts: another whitespace mode, say. Place and selection stay where they can.
    void setRows(std::shared_ptr<const FileChange> file);
    /// Another version of the file that is shown, with what is known about it now. Place and selection stay with their lines.
    void setVersion(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> provenance,
                    const LineMap &lines);
    /// Nothing to show but a sentence.
    void setMessage(const QString &message);
    void setComments(std::vector<DiffComment> comments);
    void setNotes(const QStringList &notes);
    /// What was decided about findings, in words, by their ids.
    void setDecisions(std::map<std::string, QString> decisions);

    /// Which rows are marked as read, by their index in the file's rows; rows beyond the end are not.
    void setReadRows(std::vector<bool> read);
    [[nodiscard]] bool isRowRead(std::uint32_t row) const { return row < m_readRows.size() && m_readRows[row]; }
    /// All rows of the hunk (1-based) are.
    [[nodiscard]] bool isHunkRead(int hunk) const;
    /// Goes to the first unread changed row behind the current one, or from the top; false: all are read.
    bool goToUnread(bool fromTop);

    void setDiffLayout(DiffLayout layout);
    void setWrapped(bool wrapped);
    [[nodiscard]] bool isWrapped() const { return m_isWrapped; }
    /// @param cells 1 to 16
    void setTabWidth(int cells);
    /// @param pointSize 6 to 32
    void setCodeSize(int pointSize);
    /// Unchanged rows that are shown around a change; what was opened besides is hidden again where the number is another one.
    void setContext(std::uint32_t rows);

    [[nodiscard]] const DiffModel &model() const { return m_model; }
    [[nodiscard]] int currentItem() const { return m_current; }
    [[nodiscard]] bool isSelected(int item) const;
    /// First and last selected item; the same where only one is.
    [[nodiscard]] std::pair<int, int> selectedItems() const { return std::minmax(m_anchor, m_current); }
    /// Number of the current hunk (1-based; 0: before the first).
    [[nodiscard]] int currentHunk() const;
    /// The line that the current item stands for, of the side that was pointed at where there are two; noLine: none.
    [[nodiscard]] std::pair<Side, LineNumber> currentLine() const;
    void setCurrentItem(int item, bool select = false);
    bool showFinding(const std::string &id);
    /// Goes to a line and shows it where it is collapsed; false: there is none.
    bool showLine(Side side, LineNumber line);
    [[nodiscard]] QString selectedText() const;
    /// The word that is selected, or the text inside one line.
    [[nodiscard]] QString selectedWord() const;

    /// Where the text searched for occurs, ascending by row.
    void setHits(std::vector<diff::SearchHit> hits);
    /// Goes to a hit behind (1) or before (-1) the current place, round at the ends. @return its place in the list, -1: none.
    int goToHit(int step);

    /// Where item @p item begins, in pixels from the top of everything.
    [[nodiscard]] int topOf(int item) const { return m_tops[static_cast<std::size_t>(item)]; }
    [[nodiscard]] int contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }
    [[nodiscard]] QRect itemRect(int item) const; ///< in the viewport
    [[nodiscard]] int itemAt(int y) const; ///< in the viewport; -1: none
    /// What is at the upper edge, in the same pixels.
    [[nodiscard]] int visibleTop() const;
    void scrollToContent(int y);

public slots:
    bool nextHunk();
    bool previousHunk();
    bool nextFinding();
    bool previousFinding();
    bool nextComment();
    bool previousComment();
    void copy();
    void copyOldSide();
    void expandAll();
    void collapseAll();
    /// To the other end of the moved block under the current row; movedElsewhere() where that is another file's.
    void jumpToOtherEnd();

signals:
    void currentChanged();
    void cardAction(const QString &id, countersign::ui::CardAction action);
    void movedElsewhere(quint32 move);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// An item by what it shows: the items themselves are made anew at every change of the model.
    struct Remembered {
        std::string finding{};
        std::string comment{};
        std::uint32_t row = 0;
        Side side = Side::New;
        LineNumber oldLine = noLine; ///< for other rows of the same texts
        LineNumber newLine = noLine;
    };
    /// One column of code in the viewport.
    struct Pane {
        QRect rect;
        QRect numbers; ///< of the side's line numbers
        int textLeft = 0;
    };
    void relayout();
    void measure();
    void updateScrollBars();
    void ensureVisible(int item);
    bool jumpTo(int item); ///< false: -1, there is none
    bool jumpToHunk(int item);
    void showBytes(int item, Side side, ByteSpan bytes);
    [[nodiscard]] Remembered remember(int item) const;
    [[nodiscard]] int itemOf(const Remembered &remembered, bool hasSameRows, const LineMap *lines) const;
    /// Rebuilds something and puts current row, selection and scroll place back where they were.
    /// @param lines where lines stand after it; nothing: where they stood.
    void keepPlace(const std::function<void()> &change, const LineMap *lines = nullptr);
    void replaceFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                     std::vector<ProvenanceRun> provenance);
    void expandCurrent(bool all);
    void expandAt(int item, QPoint point, bool all);
    [[nodiscard]] QString selectedLines(Side side) const;
    [[nodiscard]] Pane pane(Side side) const;
    [[nodiscard]] bool hasTwoPanes() const { return m_model.layout() == DiffLayout::SideBySide; }
    [[nodiscard]] Side sideAt(int x) const;
    [[nodiscard]] std::optional<TextPlace> placeAt(QPoint point, Side side);
    [[nodiscard]] int heightOfItem(const DiffModel::Item &item) const;
    [[nodiscard]] Card cardOf(const DiffModel::Item &item) const;
    [[nodiscard]] std::vector<CardAction> actionsOf(const DiffModel::Item &item) const;
    [[nodiscard]] QRect cardRect(int item) const;
    [[nodiscard]] QFont proportional() const;
    void paintItem(QPainter &painter, int index);
    void paintCode(QPainter &painter, int index, int y);
    void paintSide(QPainter &painter, int index, Side side, int y, int height);
    void paintText(QPainter &painter, int index, Side side, const Pane &pane, int y);
    void paintOverlays(QPainter &painter, int index, Side side, const LineLayout &layout, QPointF at);
    void paintNumbers(QPainter &painter, const DiffModel::Item &item, Side side, const Pane &pane, int y) const;
    void paintStripe(QPainter &painter, const ProvenanceRun &run, int x, int y, int height) const;
    void paintReadMark(QPainter &painter, const DiffModel::Item &item, int y, int height) const;
    void paintCollapsed(QPainter &painter, const DiffModel::Item &item, int y) const;

    OverviewRuler *m_ruler;
    DiffModel m_model;
    LineColours m_colours;
    LineLayouts m_layouts;
    QString m_message;
    std::vector<bool> m_readRows;
    std::map<std::string, QString> m_decisions;
    std::vector<diff::SearchHit> m_hits;
    int m_hit = -1;
    std::vector<int> m_tops; ///< y of every item, and of the end
    int m_current = 0;
    int m_anchor = 0;
    std::optional<CharSelection> m_chars;
    Side m_side = Side::New; ///< the one that was pointed at last
    bool m_isWrapped = false;
    int m_lineHeight = 18;
    qreal m_cell = 8; ///< width of one character
    int m_digits = 4;
    int m_longest = 0; ///< widest line painted so far, pixels
};

} // namespace countersign::ui
