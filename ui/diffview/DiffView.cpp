// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffView.h"

#include "OverviewRuler.h"

#include "../Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int stripeWidth = 8;
constexpr int maxLayouts = 2000;
constexpr LineNumber maxColouredLines = 60'000; ///< beyond, text stays plain: one pass must not take seconds

} // namespace

DiffView::DiffView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_ruler(new OverviewRuler(this))
    , m_layouts(maxLayouts)
{
    setObjectName(QStringLiteral("diffView"));
    setAccessibleName(tr("Side-by-side diff"));
    setFont(codeFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    setViewportMargins(0, 0, m_ruler->sizeHint().width(), 0);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_ruler, qOverload<>(&QWidget::update));
    relayout();
}

DiffView::~DiffView() = default;

void DiffView::setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                       std::vector<ProvenanceRun> provenance)
{
    m_message.clear();
    m_model.setFile(std::move(file), std::move(findings), std::move(provenance));
    m_read.clear();
    m_layouts.clear();
    m_styles[0].reset();
    m_styles[1].reset();
    m_longest = 0;
    const FileChange *shown = m_model.file();
    const auto lines = shown ? std::max(shown->oldText.lineCount(), shown->newText.lineCount()) : 0;
    m_digits = std::max(3, static_cast<int>(QString::number(lines).size()));
    relayout();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_current = std::max(0, m_model.nextHunk(-1, 1));
    m_anchor = m_current;
    ensureVisible(m_current);
    startHighlighting();
    viewport()->update();
    emit currentChanged();
}

void DiffView::setReadHunks(std::vector<bool> read)
{
    m_read = std::move(read);
    viewport()->update();
}

bool DiffView::goToUnread(bool fromTop)
{
    for (int item = m_model.nextHunk(fromTop ? -1 : m_current, 1); item >= 0; item = m_model.nextHunk(item, 1)) {
        const Row &row = m_model.row(m_model.items()[static_cast<std::size_t>(item)]);
        if (!isHunkRead(static_cast<int>(row.hunk))) {
            jumpTo(item);
            return true;
        }
    }
    return false;
}

void DiffView::setMessage(const QString &message)
{
    setFile(nullptr, {}, {});
    m_message = message;
    viewport()->update();
}

void DiffView::startHighlighting()
{
    const FileChange *shown = m_model.file();
    for (const Side side : {Side::Old, Side::New}) {
        const int slot = side == Side::Old ? 0 : 1;
        m_highlighting[slot].cancel();
        if (!shown)
            continue;
        const Text text = side == Side::Old ? shown->oldText : shown->newText;
        const std::string path = side == Side::Old && shown->delta.oldSide.exists() ? shown->delta.oldSide.path : shown->path();
        if (text.isEmpty())
            continue;
        m_highlighting[slot].start(
            [text, path](const std::stop_token &stop, const ProgressCallback &) {
                syntax::Highlighter highlighter;
                const auto last = std::min(text.lineCount(), maxColouredLines);
                return std::make_shared<const syntax::StyledLines>(highlighter.highlight(text, path, 1, last, stop));
            },
            [this, slot](std::shared_ptr<const syntax::StyledLines> styles) {
                m_styles[slot] = std::move(styles);
                m_layouts.clear();
                viewport()->update();
            });
    }
}

DiffView::Pane DiffView::pane(Side side) const
{
    const int half = viewport()->width() / 2;
    return side == Side::Old ? Pane{QRect(0, 0, half, viewport()->height()), side}
                             : Pane{QRect(half, 0, viewport()->width() - half, viewport()->height()), side};
}

void DiffView::relayout()
{
    m_lineHeight = fontMetrics().height() + 3;
    const auto &items = m_model.items();
    m_tops.resize(items.size() + 1);
    int y = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_tops[i] = y;
        switch (items[i].kind) {
        case DiffModel::Kind::Code:
            y += m_lineHeight;
            break;
        case DiffModel::Kind::Collapsed:
        case DiffModel::Kind::Note:
            y += m_lineHeight + 6;
            break;
        case DiffModel::Kind::Card:
            y += cardHeight(m_model.finding(items[i])) + 12;
            break;
        }
    }
    m_tops[items.size()] = y;
    updateScrollBars();
    m_ruler->invalidate();
}

int DiffView::visibleTop() const
{
    return verticalScrollBar()->value();
}

void DiffView::scrollToContent(int y)
{
    verticalScrollBar()->setValue(y);
}

void DiffView::updateScrollBars()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_lineHeight);
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height() + m_lineHeight));
    const int textWidth =
        pane(Side::New).rect.width() - (m_digits + 3) * fontMetrics().horizontalAdvance(QLatin1Char('0')) - stripeWidth;
    horizontalScrollBar()->setPageStep(std::max(1, textWidth));
    horizontalScrollBar()->setRange(0, std::max(0, m_longest - textWidth + 40));
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const QRect shown = viewport()->geometry();
    m_ruler->setGeometry(shown.right() + 1, shown.top(), m_ruler->sizeHint().width(), shown.height());
    const int top = itemAt(0);
    relayout();
    if (top >= 0 && top < static_cast<int>(m_model.items().size()))
        verticalScrollBar()->setValue(m_tops[static_cast<std::size_t>(top)]);
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_layouts.clear();
        relayout();
    }
}

int DiffView::itemAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    const auto after = std::ranges::upper_bound(m_tops, at);
    return std::min(static_cast<int>(after - m_tops.begin()) - 1, static_cast<int>(m_model.items().size()) - 1);
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

void DiffView::setCurrentItem(int item, bool select)
{
    const auto size = static_cast<int>(m_model.items().size());
    if (size == 0)
        return;
    m_current = std::clamp(item, 0, size - 1);
    if (!select)
        m_anchor = m_current;
    ensureVisible(m_current);
    viewport()->update();
    emit currentChanged();
}

void DiffView::ensureVisible(int item)
{
    if (item < 0 || item >= static_cast<int>(m_model.items().size()))
        return;
    const int top = m_tops[static_cast<std::size_t>(item)];
    const int bottom = m_tops[static_cast<std::size_t>(item) + 1];
    auto *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top - m_lineHeight);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height() + m_lineHeight);
}

void DiffView::jumpTo(int item)
{
    // A jump puts its aim in the upper third, where the eye is.
    verticalScrollBar()->setValue(m_tops[static_cast<std::size_t>(item)] - viewport()->height() / 4);
    setCurrentItem(item);
}

bool DiffView::nextHunk()
{
    const int item = m_model.nextHunk(m_current, 1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

bool DiffView::previousHunk()
{
    const int item = m_model.nextHunk(m_current, -1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

bool DiffView::nextFinding()
{
    const int item = m_model.nextCard(m_current, 1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

bool DiffView::previousFinding()
{
    const int item = m_model.nextCard(m_current, -1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

void DiffView::showFinding(const std::string &id)
{
    const int item = m_model.itemOfFinding(id);
    if (item >= 0)
        jumpTo(item);
}

QString DiffView::selectedText() const
{
    QString out;
    const auto &items = m_model.items();
    for (int i = std::min(m_anchor, m_current); i <= std::max(m_anchor, m_current) && i < static_cast<int>(items.size()); ++i) {
        const auto &item = items[static_cast<std::size_t>(i)];
        if (item.kind != DiffModel::Kind::Code)
            continue;
        const Row &row = m_model.row(item);
        const auto line = row.right != noLine ? m_model.file()->newText.line(row.right) : m_model.file()->oldText.line(row.left);
        out += QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())) + QLatin1Char('\n');
    }
    return out;
}

void DiffView::copy()
{
    QGuiApplication::clipboard()->setText(selectedText());
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / m_lineHeight - 2);
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrentItem(m_current - 1, select);
        return;
    case Qt::Key_Down:
        setCurrentItem(m_current + 1, select);
        return;
    case Qt::Key_PageUp:
        setCurrentItem(m_current - page, select);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        setCurrentItem(m_current + page, select && event->key() == Qt::Key_PageDown);
        return;
    case Qt::Key_Home:
        setCurrentItem(0, select);
        return;
    case Qt::Key_End:
        setCurrentItem(static_cast<int>(m_model.items().size()) - 1, select);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_model.expand(static_cast<std::size_t>(m_current), select ? 0x7FFFFFFF : 10);
        relayout();
        viewport()->update();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    const int item = itemAt(static_cast<int>(event->position().y()));
    if (item < 0 || event->button() != Qt::LeftButton)
        return;
    setCurrentItem(item, event->modifiers() & Qt::ShiftModifier);
    if (m_model.items()[static_cast<std::size_t>(item)].kind == DiffModel::Kind::Collapsed) {
        m_model.expand(static_cast<std::size_t>(item), event->modifiers() & Qt::ShiftModifier ? 0x7FFFFFFF : 10);
        relayout();
        viewport()->update();
    }
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setCurrentItem(itemAt(static_cast<int>(event->position().y())), true);
}

} // namespace countersign::ui
