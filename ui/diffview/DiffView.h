// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DiffModel.h"
#include "DisplayLine.h"

#include "../Job.h"
#include "../style/Theme.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QTextLayout>

#include <memory>

namespace countersign::ui
{

class OverviewRuler;

/// Both sides of one file in one painted area: no scroll synchronisation exists, and only visible rows are painted.
/// Keys: up/down, page, home/end move the current row (with shift: select), N/P hunks, F/Shift+F findings, Enter expands a
/// collapsed stretch (Shift: all of it), Ctrl+C copies the selected lines without markers.
class DiffView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    void setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> provenance);
    /// Nothing to show but a sentence.
    void setMessage(const QString &message);

    /// Which hunks are marked as read, in the order of the file's hunks.
    void setReadHunks(std::vector<bool> read);
    [[nodiscard]] bool isHunkRead(int hunk) const
    {
        return hunk > 0 && hunk <= static_cast<int>(m_read.size()) && m_read[static_cast<std::size_t>(hunk) - 1];
    }
    /// Goes to the first unread hunk behind the current one, or from the top; false: all are read.
    bool goToUnread(bool fromTop);

    [[nodiscard]] const DiffModel &model() const { return m_model; }
    [[nodiscard]] int currentItem() const { return m_current; }
    /// Number of the current hunk (1-based; 0: before the first).
    [[nodiscard]] int currentHunk() const;
    void setCurrentItem(int item, bool select = false);
    void showFinding(const std::string &id);
    [[nodiscard]] QString selectedText() const;
    /// Where item @p item begins, in pixels from the top of everything.
    [[nodiscard]] int topOf(int item) const { return m_tops[static_cast<std::size_t>(item)]; }
    [[nodiscard]] int contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }
    /// What is at the upper edge, in the same pixels.
    [[nodiscard]] int visibleTop() const;
    void scrollToContent(int y);

public slots:
    bool nextHunk();
    bool previousHunk();
    bool nextFinding();
    bool previousFinding();
    void copy();

signals:
    void currentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Pane {
        QRect rect;
        Side side;
    };
    void relayout();
    void updateScrollBars();
    void ensureVisible(int item);
    void jumpTo(int item);
    void startHighlighting();
    [[nodiscard]] int itemAt(int y) const;
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    [[nodiscard]] Pane pane(Side side) const;
    [[nodiscard]] int cardHeight(const Finding &finding) const;
    void paintCode(QPainter &painter, const DiffModel::Item &item, int y, bool isCurrent);
    void paintSide(QPainter &painter, const Row &row, Side side, int y);
    void paintStripe(QPainter &painter, const ProvenanceRun &run, int x, int y) const;
    void paintCollapsed(QPainter &painter, const DiffModel::Item &item, int y) const;
    void paintCard(QPainter &painter, const Finding &finding, int y, int height) const;
    const QTextLayout *layoutOf(const Row &row, Side side);

    OverviewRuler *m_ruler;
    DiffModel m_model;
    QString m_message;
    std::vector<bool> m_read; ///< by hunk
    std::vector<int> m_tops; ///< y of every item, and of the end
    int m_current = 0;
    int m_anchor = 0;
    int m_lineHeight = 18;
    int m_digits = 4;
    int m_longest = 0; ///< widest line painted so far, pixels
    QCache<quint64, QTextLayout> m_layouts;
    std::shared_ptr<const syntax::StyledLines> m_styles[2];
    Job m_highlighting[2];
};

} // namespace countersign::ui
