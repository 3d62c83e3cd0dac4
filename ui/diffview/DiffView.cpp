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
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr std::uint32_t expandStep = 10; ///< rows that come out at each end
constexpr std::uint32_t unwrappedStretch = 4096; ///< cells of one layout where lines are not wrapped
constexpr std::uint32_t narrowestPane = 20; ///< cells

} // namespace

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
    m_read.clear();
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

void DiffView::setRows(std::shared_ptr<const FileChange> file)
{
    keepPlace([&] {
        const auto findings = m_model.findings();
        std::vector<ProvenanceRun> runs = m_model.provenance();
        std::vector<DiffComment> comments = m_model.comments();
        QStringList notes = m_model.notes();
        m_model.setFile(std::move(file), findings, std::move(runs));
        m_model.setComments(std::move(comments));
        m_model.setNotes(std::move(notes));
        m_read.clear();
        m_hits.clear();
        m_hit = -1;
        m_layouts.reset(m_model.file());
    });
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
    keepPlace([&] { m_model.setComments(std::move(comments)); });
}

void DiffView::setNotes(const QStringList &notes)
{
    keepPlace([&] { m_model.setNotes(notes); });
}

void DiffView::setDecisions(std::map<std::string, QString> decisions)
{
    keepPlace([&] { m_decisions = std::move(decisions); });
}

void DiffView::setReadHunks(std::vector<bool> read)
{
    m_read = std::move(read);
    m_ruler->invalidate();
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

DiffView::Remembered DiffView::remember(int item) const
{
    const auto &items = m_model.items();
    if (item >= 0 && item < static_cast<int>(items.size())) {
        const auto &one = items[static_cast<std::size_t>(item)];
        if (one.kind == DiffModel::Kind::Card)
            return {.finding = m_model.finding(one).id};
        if (one.kind == DiffModel::Kind::Comment)
            return {.comment = m_model.comment(one).id};
    }
    for (int i = std::min(item, static_cast<int>(items.size()) - 1); i >= 0; --i) {
        const auto &one = items[static_cast<std::size_t>(i)];
        const bool isCode = one.kind == DiffModel::Kind::Code;
        if (isCode || one.kind == DiffModel::Kind::Collapsed)
            return {.row = one.index,
                    .side = one.side,
                    .oldLine = isCode ? m_model.row(one).left : noLine,
                    .newLine = isCode ? m_model.row(one).right : noLine};
    }
    return {};
}

int DiffView::itemOf(const Remembered &remembered, bool hasSameRows) const
{
    if (!m_model.file())
        return 0;
    int item = -1;
    if (!remembered.finding.empty()) {
        item = m_model.itemOfFinding(remembered.finding);
    } else if (!remembered.comment.empty()) {
        item = m_model.itemOfComment(remembered.comment);
    } else if (hasSameRows) {
        item = m_model.itemOfRow(remembered.row, remembered.side);
    } else {
        int row = remembered.newLine == noLine ? -1 : m_model.rowOfLine(Side::New, remembered.newLine);
        if (row < 0 && remembered.oldLine != noLine)
            row = m_model.rowOfLine(Side::Old, remembered.oldLine);
        item = row < 0 ? -1 : m_model.itemOfRow(static_cast<std::uint32_t>(row), remembered.side);
    }
    return std::max(0, item);
}

void DiffView::keepPlace(const std::function<void()> &change)
{
    const auto current = remember(m_current);
    const auto anchor = remember(m_anchor);
    // The reader's eye is on the current item where that is in sight, else at the top.
    const bool isInSight = itemRect(m_current).intersects(viewport()->rect());
    const int eye = isInSight ? m_current : itemAt(0);
    const auto seen = remember(eye);
    const int y = itemRect(eye).top();
    const auto *before = m_model.file();
    change();
    m_chars.reset();
    relayout();
    const bool hasSameRows = m_model.file() == before;
    m_current = itemOf(current, hasSameRows);
    m_anchor = itemOf(anchor, hasSameRows);
    if (eye >= 0 && !m_model.items().empty())
        verticalScrollBar()->setValue(topOf(itemOf(seen, hasSameRows)) - y);
    viewport()->update();
}

DiffView::Pane DiffView::pane(Side side) const
{
    constexpr int stripe = 8;
    const int digit = static_cast<int>(m_cell + .5);
    const int width = viewport()->width();
    const int numbers = digit * (m_digits + 1);
    if (hasTwoPanes()) {
        const int half = width / 2;
        const QRect rect =
            side == Side::Old ? QRect(0, 0, half, viewport()->height()) : QRect(half, 0, width - half, viewport()->height());
        const int left = rect.left() + (side == Side::New ? stripe : 4);
        return {rect, QRect(left, 0, numbers, 0), left + numbers + 2 * digit};
    }
    const QRect rect(0, 0, width, viewport()->height());
    const bool hasBoth = m_model.layout() == DiffLayout::Unified;
    const int left = stripe + (hasBoth && side == Side::New ? numbers : 0);
    return {rect, QRect(left, 0, numbers, 0), stripe + (hasBoth ? 2 * numbers : numbers) + 2 * digit};
}

void DiffView::measure()
{
    const QFontMetricsF metrics(font());
    m_lineHeight = static_cast<int>(metrics.height() + .5) + 3;
    m_cell = std::max(1.0, metrics.horizontalAdvance(QLatin1Char('0')));
    const FileChange *shown = m_model.file();
    const auto lines = shown ? std::max(shown->oldText.lineCount(), shown->newText.lineCount()) : 0;
    m_digits = std::max(3, static_cast<int>(QString::number(lines).size()));
    std::uint32_t stretch = unwrappedStretch;
    if (m_isWrapped) {
        const int narrow = std::min(pane(Side::Old).rect.right() - pane(Side::Old).textLeft,
                                    pane(Side::New).rect.right() - pane(Side::New).textLeft);
        stretch = std::max(narrowestPane, static_cast<std::uint32_t>(std::max(0, narrow - 6) / m_cell));
    }
    m_layouts.setStretch(stretch);
}

int DiffView::heightOfItem(const DiffModel::Item &item) const
{
    switch (item.kind) {
    case DiffModel::Kind::Code:
        if (!m_isWrapped)
            return m_lineHeight;
        return m_lineHeight
            * static_cast<int>(std::max({1U, m_layouts.stretchesOf(Side::Old, m_model.lineOf(item, Side::Old)),
                                         m_layouts.stretchesOf(Side::New, m_model.lineOf(item, Side::New))}));
    case DiffModel::Kind::Collapsed:
    case DiffModel::Kind::Note:
        return m_lineHeight + 6;
    case DiffModel::Kind::Card:
    case DiffModel::Kind::Comment:
        return heightOf(cardOf(item), cardRect(-1).width(), proportional()) + 12;
    }
    return m_lineHeight;
}

void DiffView::relayout()
{
    measure();
    const auto &items = m_model.items();
    m_tops.resize(items.size() + 1);
    int y = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_tops[i] = y;
        y += heightOfItem(items[i]);
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
    const Pane one = pane(Side::New);
    const int textWidth = std::max(1, one.rect.right() - one.textLeft);
    horizontalScrollBar()->setPageStep(textWidth);
    horizontalScrollBar()->setSingleStep(static_cast<int>(4 * m_cell));
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : std::max(0, m_longest - textWidth + 40));
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

int DiffView::itemAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    const auto after = std::ranges::upper_bound(m_tops, at);
    return std::min(static_cast<int>(after - m_tops.begin()) - 1, static_cast<int>(m_model.items().size()) - 1);
}

QRect DiffView::itemRect(int item) const
{
    if (item < 0 || item >= static_cast<int>(m_model.items().size()))
        return {};
    return {0, topOf(item) - visibleTop(), viewport()->width(), topOf(item + 1) - topOf(item)};
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

void DiffView::jumpTo(int item)
{
    // A jump puts its aim in the upper third, where the eye is.
    verticalScrollBar()->setValue(topOf(item) - viewport()->height() / 4);
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

bool DiffView::nextComment()
{
    const int item = m_model.nextComment(m_current, 1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

bool DiffView::previousComment()
{
    const int item = m_model.nextComment(m_current, -1);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
}

bool DiffView::showFinding(const std::string &id)
{
    const int item = m_model.itemOfFinding(id);
    if (item >= 0)
        jumpTo(item);
    return item >= 0;
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
    return m_hit;
}

QString DiffView::textOfSide(Side side) const
{
    QString out;
    const auto &items = m_model.items();
    const auto last = std::min(std::max(m_anchor, m_current), static_cast<int>(items.size()) - 1);
    for (int i = std::min(m_anchor, m_current); i <= last; ++i) {
        const auto &item = items[static_cast<std::size_t>(i)];
        if (item.kind != DiffModel::Kind::Code)
            continue;
        const Side other = side == Side::Old ? Side::New : Side::Old;
        const Side shown = m_model.lineOf(item, side) != noLine ? side : other;
        const Text &text = shown == Side::Old ? m_model.file()->oldText : m_model.file()->newText;
        const auto line = text.line(m_model.lineOf(item, shown));
        out += QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())) + QLatin1Char('\n');
    }
    return out;
}

QString DiffView::selectedText() const
{
    if (!m_chars || m_chars->anchor == m_chars->head)
        return textOfSide(m_side);
    const auto [from, to] = std::minmax(m_chars->anchor, m_chars->head);
    const Text &text = m_chars->side == Side::Old ? m_model.file()->oldText : m_model.file()->newText;
    QString out;
    for (int i = from.item; i <= to.item; ++i) {
        const LineNumber line = m_model.lineOf(m_model.items()[static_cast<std::size_t>(i)], m_chars->side);
        if (line == noLine)
            continue;
        const std::string_view whole = text.line(line);
        const std::size_t begin = i == from.item ? std::min<std::size_t>(from.byte, whole.size()) : 0;
        const std::size_t end = i == to.item ? std::min<std::size_t>(to.byte, whole.size()) : whole.size();
        const auto part = whole.substr(begin, std::max(begin, end) - begin);
        out += QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
        if (i != to.item)
            out += QLatin1Char('\n');
    }
    return out;
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
        QGuiApplication::clipboard()->setText(textOfSide(Side::Old));
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
    const auto rows = all ? DiffModel::allRows : expandStep;
    keepPlace([&] { m_model.expand(static_cast<std::size_t>(m_current), rows, rows); });
}

/// Left third: what follows the lines above; right third: what leads to the lines below; between them all.
void DiffView::expandAt(int item, QPoint point, bool all)
{
    const int third = viewport()->width() / 3;
    const bool isMiddle = point.x() >= third && point.x() < 2 * third;
    const auto above = all || isMiddle ? DiffModel::allRows : point.x() < third ? expandStep : 0;
    const auto below = all || isMiddle ? DiffModel::allRows : point.x() < third ? 0 : expandStep;
    keepPlace([&] { m_model.expand(static_cast<std::size_t>(item), above, below); });
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / m_lineHeight - 2);
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    auto *across = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrentItem(m_current - 1, select);
        return;
    case Qt::Key_Down:
        setCurrentItem(m_current + 1, select);
        return;
    case Qt::Key_Left:
        across->setValue(across->value() - across->singleStep());
        return;
    case Qt::Key_Right:
        across->setValue(across->value() + across->singleStep());
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
        expandCurrent(select);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

Side DiffView::sideAt(int x) const
{
    return hasTwoPanes() && x < pane(Side::New).rect.left() ? Side::Old : Side::New;
}

std::optional<DiffView::Place> DiffView::placeAt(QPoint point, Side side)
{
    const int index = itemAt(point.y());
    if (index < 0)
        return std::nullopt;
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const LineNumber line = m_model.lineOf(item, side);
    if (line == noLine)
        return Place{index, 0};
    const auto &starts = m_layouts.startsOf(side, line);
    qreal x = point.x() - pane(side).textLeft;
    std::size_t stretch = 0;
    if (m_isWrapped) {
        stretch = static_cast<std::size_t>(std::max(0, (point.y() - itemRect(index).top()) / m_lineHeight));
    } else {
        x += horizontalScrollBar()->value();
        while (stretch + 1 < starts.size() && starts[stretch + 1].cell * m_cell <= x)
            ++stretch;
        x -= starts[std::min(stretch, starts.size() - 1)].cell * m_cell;
    }
    stretch = std::min(stretch, starts.size() - 1);
    const auto &layout =
        m_layouts.at(side, m_model.row(item), static_cast<std::uint32_t>(stretch), m_colours.of(side, line), Theme::of(this));
    return Place{index, layout.byteAt(x)};
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int index = itemAt(point.y());
    if (index < 0 || event->button() != Qt::LeftButton)
        return;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const auto item = m_model.items()[static_cast<std::size_t>(index)];
    m_side = hasTwoPanes() ? sideAt(point.x()) : item.side;
    setCurrentItem(index, shift);
    if (item.kind == DiffModel::Kind::Collapsed) {
        expandAt(index, point, shift);
    } else if (item.kind == DiffModel::Kind::Card || item.kind == DiffModel::Kind::Comment) {
        const int button = buttonAt(cardOf(item), cardRect(index), proportional(), point);
        if (button >= 0) {
            const std::string &id = item.kind == DiffModel::Kind::Card ? m_model.finding(item).id : m_model.comment(item).id;
            emit cardAction(QString::fromStdString(id), actionsOf(item)[static_cast<std::size_t>(button)]);
        }
    } else if (!shift) {
        if (const auto place = placeAt(point, m_side))
            m_chars = CharSelection{m_side, *place, *place};
    }
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_chars)
        return;
    const QPoint point = event->position().toPoint();
    const auto place = placeAt({point.x(), std::clamp(point.y(), 0, viewport()->height() - 1)}, m_chars->side);
    if (!place)
        return;
    m_chars->head = *place;
    m_anchor = m_chars->anchor.item;
    m_current = m_chars->head.item;
    ensureVisible(m_current);
    viewport()->update();
    emit currentChanged();
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto place = event->button() == Qt::LeftButton ? placeAt(event->position().toPoint(), m_side) : std::nullopt;
    if (!place)
        return;
    const LineNumber line = m_model.lineOf(m_model.items()[static_cast<std::size_t>(place->item)], m_side);
    if (line == noLine)
        return;
    const auto text = (m_side == Side::Old ? m_model.file()->oldText : m_model.file()->newText).line(line);
    const auto isWordByte = [text](std::size_t at) {
        const auto c = static_cast<unsigned char>(text[at]);
        return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    std::size_t begin = std::min<std::size_t>(place->byte, text.size());
    std::size_t end = begin;
    while (begin > 0 && isWordByte(begin - 1))
        --begin;
    while (end < text.size() && isWordByte(end))
        ++end;
    m_chars =
        CharSelection{m_side, {place->item, static_cast<std::uint32_t>(begin)}, {place->item, static_cast<std::uint32_t>(end)}};
    viewport()->update();
}

} // namespace countersign::ui
