// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffView.h"

#include "DiffAccessible.h"
#include "OverviewRuler.h"

#include "../Words.h"
#include "../style/Theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>
#include <ranges>

namespace countersign::ui
{

DiffView::DiffView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_ruler(new OverviewRuler(this))
{
    setObjectName(QStringLiteral("diffView"));
    setAccessibleName(tr("Side-by-side diff"));
    installDiffAccessibility();
    setFont(codeFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    setViewportMargins(0, 0, m_ruler->sizeHint().width(), 0);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_ruler, qOverload<>(&QWidget::update));
    connect(&m_colours, &LineColours::changed, this, [this] {
        m_layouts.clear();
        viewport()->update();
    });
    m_layouts.setFont(font());
    relayout();
}

DiffView::~DiffView() = default;

void DiffView::setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                       std::vector<ProvenanceRun> provenance)
{
    m_message.clear();
    m_model.setFile(std::move(file), std::move(findings), std::move(provenance));
    m_readRows.clear();
    m_hits.clear();
    m_hit = -1;
    m_chars.reset();
    m_side = Side::New;
    m_longest = 0;
    m_layouts.reset(m_model.file());
    m_colours.setFile(m_model.sharedFile());
    relayout();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_current = std::max(0, m_model.nextHunk(-1, 1));
    m_anchor = m_current;
    ensureVisible(m_current);
    viewport()->update();
    emit currentChanged();
}

void DiffView::replaceFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                           std::vector<ProvenanceRun> provenance)
{
    std::vector<DiffComment> comments = m_model.comments();
    QStringList notes = m_model.notes();
    const bool isFolded = m_model.isFolded();
    m_model.setFile(std::move(file), std::move(findings), std::move(provenance));
    if (!isFolded)
        m_model.unfold();
    m_model.setComments(std::move(comments));
    m_model.setNotes(std::move(notes));
    m_readRows.clear();
    m_hits.clear();
    m_hit = -1;
    m_layouts.reset(m_model.file());
}

void DiffView::setRows(std::shared_ptr<const FileChange> file)
{
    keepPlace([&] { replaceFile(std::move(file), m_model.findings(), m_model.provenance()); });
    emit currentChanged();
}

void DiffView::setVersion(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                          std::vector<ProvenanceRun> provenance, const LineMap &lines)
{
    const FileChange *before = m_model.file();
    keepPlace(
        [&] {
            replaceFile(std::move(file), std::move(findings), std::move(provenance));
            if (m_model.file() != before)
                m_colours.setFile(m_model.sharedFile());
        },
        &lines);
    emit currentChanged();
}

void DiffView::setMessage(const QString &message)
{
    setFile(nullptr, {}, {});
    m_message = message;
    viewport()->update();
}

void DiffView::setComments(std::vector<DiffComment> comments)
{
    if (comments == m_model.comments())
        return;
    keepPlace([&] { m_model.setComments(std::move(comments)); });
}

void DiffView::setNotes(const QStringList &notes)
{
    if (notes == m_model.notes())
        return;
    keepPlace([&] { m_model.setNotes(notes); });
}

void DiffView::setDecisions(std::map<std::string, QString> decisions)
{
    if (decisions == m_decisions)
        return;
    keepPlace([&] { m_decisions = std::move(decisions); });
}

void DiffView::setReadRows(std::vector<bool> read)
{
    m_readRows = std::move(read);
    m_ruler->invalidate();
    viewport()->update();
}

bool DiffView::isHunkRead(int hunk) const
{
    const FileChange *file = m_model.file();
    if (!file || hunk < 1 || hunk > static_cast<int>(file->rows.hunks.size()))
        return false;
    const Hunk &rows = file->rows.hunks[static_cast<std::size_t>(hunk) - 1];
    const auto all = std::views::iota(rows.firstRow, rows.firstRow + rows.rowCount);
    return std::ranges::all_of(all, [this](std::uint32_t row) { return isRowRead(row); });
}

bool DiffView::goToUnread(bool fromTop)
{
    const auto &items = m_model.items();
    for (std::size_t i = fromTop ? 0 : static_cast<std::size_t>(m_current) + 1; i < items.size(); ++i) {
        if (items[i].kind == DiffModel::Kind::Code && m_model.row(items[i]).hunk != 0 && !isRowRead(items[i].index))
            return jumpTo(static_cast<int>(i));
    }
    return false;
}

void DiffView::setDiffLayout(DiffLayout layout)
{
    m_longest = 0;
    keepPlace([&] { m_model.setLayout(layout); });
}

void DiffView::setWrapped(bool wrapped)
{
    keepPlace([&] { m_isWrapped = wrapped; });
    horizontalScrollBar()->setValue(0);
}

void DiffView::setTabWidth(int cells)
{
    keepPlace([&] { m_layouts.setTabWidth(std::clamp(cells, 1, 16)); });
}

void DiffView::setCodeSize(int pointSize)
{
    keepPlace([&] {
        setFont(codeFont(std::clamp(pointSize, 6, 32)));
        m_layouts.setFont(font());
    });
}

void DiffView::setContext(std::uint32_t rows)
{
    if (rows != m_model.context())
        keepPlace([&] { m_model.setContext(rows); });
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const QRect shown = viewport()->geometry();
    m_ruler->setGeometry(shown.right() + 1, shown.top(), m_ruler->sizeHint().width(), shown.height());
    keepPlace([] { });
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_layouts.setFont(font());
        relayout();
    }
}

int DiffView::currentHunk() const
{
    const auto &items = m_model.items();
    for (int i = m_current; i >= 0 && i < static_cast<int>(items.size()); --i) {
        if (items[static_cast<std::size_t>(i)].kind != DiffModel::Kind::Code)
            continue;
        const Row &row = m_model.row(items[static_cast<std::size_t>(i)]);
        if (row.hunk != 0)
            return static_cast<int>(row.hunk);
    }
    return 0;
}

std::pair<Side, LineNumber> DiffView::currentLine() const
{
    const auto &items = m_model.items();
    for (int i = m_current; i >= 0 && i < static_cast<int>(items.size()); --i) {
        const auto &item = items[static_cast<std::size_t>(i)];
        if (item.kind != DiffModel::Kind::Code)
            continue;
        const Side other = m_side == Side::Old ? Side::New : Side::Old;
        const Side side = m_model.lineOf(item, m_side) != noLine ? m_side : other;
        return {side, m_model.lineOf(item, side)};
    }
    return {Side::New, noLine};
}

bool DiffView::isSelected(int item) const
{
    return item >= std::min(m_anchor, m_current) && item <= std::max(m_anchor, m_current);
}

void DiffView::setCurrentItem(int item, bool select)
{
    const auto size = static_cast<int>(m_model.items().size());
    if (size == 0)
        return;
    m_current = std::clamp(item, 0, size - 1);
    m_chars.reset();
    if (!select)
        m_anchor = m_current;
    ensureVisible(m_current);
    viewport()->update();
    tellFocus(this);
    emit currentChanged();
}

void DiffView::ensureVisible(int item)
{
    if (item < 0 || item >= static_cast<int>(m_model.items().size()))
        return;
    const int top = topOf(item);
    const int bottom = topOf(item + 1);
    auto *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top - m_lineHeight);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(std::min(top, bottom - viewport()->height() + m_lineHeight));
}

bool DiffView::jumpTo(int item)
{
    if (item < 0)
        return false;
    // A jump puts its aim in the upper third, where the eye is.
    verticalScrollBar()->setValue(topOf(item) - viewport()->height() / 4);
    setCurrentItem(item);
    return true;
}

bool DiffView::jumpToHunk(int item)
{
    if (!jumpTo(item))
        return false;
    const auto &shown = m_model.items()[static_cast<std::size_t>(m_current)];
    if (shown.kind == DiffModel::Kind::Code) {
        const Row &row = m_model.row(shown);
        const auto &spans = m_model.file()->rows.spans;
        const bool isNew = row.rightSpans > 0 && (hasTwoPanes() || shown.side == Side::New);
        if (isNew || row.leftSpans > 0)
            showBytes(m_current, isNew ? Side::New : Side::Old, spans[row.firstSpan + (isNew ? row.leftSpans : 0)]);
        else
            horizontalScrollBar()->setValue(0); // all of the line changed
    }
    return true;
}

bool DiffView::nextHunk()
{
    return jumpToHunk(m_model.nextHunk(m_current, 1));
}

bool DiffView::previousHunk()
{
    return jumpToHunk(m_model.nextHunk(m_current, -1));
}

bool DiffView::nextFinding()
{
    return jumpTo(m_model.nextCard(m_current, 1));
}

bool DiffView::previousFinding()
{
    return jumpTo(m_model.nextCard(m_current, -1));
}

bool DiffView::nextComment()
{
    return jumpTo(m_model.nextComment(m_current, 1));
}

bool DiffView::previousComment()
{
    return jumpTo(m_model.nextComment(m_current, -1));
}

bool DiffView::showFinding(const std::string &id)
{
    return jumpTo(m_model.itemOfFinding(id));
}

bool DiffView::showLine(Side side, LineNumber line)
{
    const int row = m_model.file() && line != noLine ? m_model.rowOfLine(side, line) : -1;
    if (row < 0)
        return false;
    keepPlace([&] { m_model.reveal(static_cast<std::uint32_t>(row)); });
    m_side = side;
    jumpTo(m_model.itemOfRow(static_cast<std::uint32_t>(row), side));
    return true;
}

void DiffView::jumpToOtherEnd()
{
    if (m_current >= static_cast<int>(m_model.items().size()))
        return;
    const auto item = m_model.items()[static_cast<std::size_t>(m_current)];
    const int row = m_model.otherEnd(item);
    if (row >= 0) {
        const Row &there = m_model.file()->rows.rows[static_cast<std::size_t>(row)];
        const Side side = there.right != noLine ? Side::New : Side::Old;
        showLine(side, side == Side::New ? there.right : there.left);
    } else if (item.kind == DiffModel::Kind::Code && m_model.row(item).move != 0) {
        emit movedElsewhere(m_model.row(item).move);
    }
}

void DiffView::setHits(std::vector<diff::SearchHit> hits)
{
    m_hits = std::move(hits);
    m_hit = -1;
    viewport()->update();
}

int DiffView::goToHit(int step)
{
    if (m_hits.empty() || !m_model.file())
        return -1;
    const auto size = static_cast<int>(m_hits.size());
    if (m_hit >= 0) {
        m_hit = (m_hit + step + size) % size;
    } else {
        // From where the reader is, not from the top.
        const auto &items = m_model.items();
        std::uint32_t row = 0;
        for (int i = std::min(m_current, static_cast<int>(items.size()) - 1); i >= 0; --i) {
            const auto &item = items[static_cast<std::size_t>(i)];
            if (item.kind == DiffModel::Kind::Code || item.kind == DiffModel::Kind::Collapsed) {
                row = item.index;
                break;
            }
        }
        const auto at = std::ranges::lower_bound(m_hits, row, {}, &diff::SearchHit::row);
        m_hit = static_cast<int>(at - m_hits.begin()) % size;
        if (step < 0)
            m_hit = (m_hit - 1 + size) % size;
    }
    const diff::SearchHit &hit = m_hits[static_cast<std::size_t>(m_hit)];
    const Row &row = m_model.file()->rows.rows[hit.row];
    showLine(hit.side, hit.side == Side::Old ? row.left : row.right);
    showBytes(m_current, hit.side, hit.span);
    return m_hit;
}

QString DiffView::selectedLines(Side side) const
{
    return linesOf(m_model, std::min(m_anchor, m_current), std::max(m_anchor, m_current), side);
}

QString DiffView::selectedText() const
{
    return m_chars && m_chars->anchor != m_chars->head ? textOf(m_model, *m_chars) : selectedLines(m_side);
}

QString DiffView::selectedWord() const
{
    return m_chars && m_chars->anchor.item == m_chars->head.item ? selectedText().trimmed() : QString();
}

void DiffView::copy()
{
    if (m_model.file())
        QGuiApplication::clipboard()->setText(selectedText());
}

void DiffView::copyOldSide()
{
    if (m_model.file())
        QGuiApplication::clipboard()->setText(selectedLines(Side::Old));
}

void DiffView::expandAll()
{
    keepPlace([this] { m_model.expandAll(); });
}

void DiffView::collapseAll()
{
    keepPlace([this] { m_model.collapse(); });
}

void DiffView::expandCurrent(bool all)
{
    if (m_model.isFolded()) {
        keepPlace([&] { m_model.unfold(); });
        return;
    }
    const auto rows = all ? DiffModel::allRows : DiffModel::expandStep;
    keepPlace([&] { m_model.expand(static_cast<std::size_t>(m_current), rows, rows); });
}

} // namespace countersign::ui
