// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffView.h"

#include "../Words.h"
#include "../style/Theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int cardMargin = 52;
constexpr int notePadding = 12;
constexpr int stripeWidth = 8;

QColor backgroundOf(const Theme &theme, const Row &row, Side side)
{
    switch (row.kind) {
    case RowKind::Equal:
        return {};
    case RowKind::Changed:
        return side == Side::Old ? theme.removed : theme.added;
    case RowKind::Removed:
        return side == Side::Old ? theme.removed : QColor();
    case RowKind::Added:
        return side == Side::New ? theme.added : QColor();
    case RowKind::MovedFrom:
        return side == Side::Old ? theme.moved : QColor();
    case RowKind::MovedTo:
        return side == Side::New ? theme.moved : QColor();
    }
    return {};
}

/// A shape for every kind: colour alone tells nobody enough.
QString markOf(const Row &row, Side side)
{
    const bool isOld = side == Side::Old;
    switch (row.kind) {
    case RowKind::Equal:
        return {};
    case RowKind::Changed:
    case RowKind::Removed:
    case RowKind::Added:
        if (row.move != 0)
            return QStringLiteral("≠"); // edited inside a moved block
        return isOld ? QStringLiteral("−") : QStringLiteral("+");
    case RowKind::MovedFrom:
        return QStringLiteral("↗");
    case RowKind::MovedTo:
        return QStringLiteral("↘");
    }
    return {};
}

} // namespace

QFont DiffView::proportional() const
{
    QFont font = window()->font();
    // Said aloud: a painter fills what a font leaves open from its device, which is monospaced here.
    font.setFamilies(font.families());
    font.setFixedPitch(false);
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(9.5);
    return font;
}

std::vector<CardAction> DiffView::actionsOf(const DiffModel::Item &item) const
{
    if (item.kind == DiffModel::Kind::Comment)
        return {CardAction::Reply};
    if (m_decisions.contains(m_model.finding(item).id))
        return {CardAction::Reopen, CardAction::Comment};
    return {CardAction::Acknowledge, CardAction::Waive, CardAction::Dispute, CardAction::Comment};
}

Card DiffView::cardOf(const DiffModel::Item &item) const
{
    const Theme &theme = Theme::of(this);
    Card card;
    for (const CardAction action : actionsOf(item)) {
        switch (action) {
        case CardAction::Acknowledge:
            card.buttons << tr("Acknowledge");
            break;
        case CardAction::Waive:
            card.buttons << tr("Waive…");
            break;
        case CardAction::Dispute:
            card.buttons << tr("Dispute…");
            break;
        case CardAction::Comment:
            card.buttons << tr("Comment…");
            break;
        case CardAction::Reopen:
            card.buttons << tr("Open again");
            break;
        case CardAction::Reply:
            card.buttons << tr("Reply…");
            break;
        }
    }
    if (item.kind == DiffModel::Kind::Comment) {
        const DiffComment &comment = m_model.comment(item);
        card.heading = comment.heading;
        card.paragraphs = comment.paragraphs;
        card.edge = comment.isOpen ? theme.accent : theme.dimmed;
        card.background = theme.accentSoft;
        return card;
    }
    const Finding &finding = m_model.finding(item);
    card.heading = safe(finding.rule) + QLatin1Char(' ') + words(finding.title);
    card.kind = words(label(finding.axis)) + QStringLiteral(" · ") + words(label(finding.severity));
    if (const auto decision = m_decisions.find(finding.id); decision != m_decisions.end())
        card.kind += QStringLiteral(" · ") + decision->second;
    card.paragraphs << words(finding.why);
    if (!finding.check.isEmpty())
        card.paragraphs << tr("Check: %1").arg(words(finding.check));
    for (const auto &evidence : finding.evidence)
        card.paragraphs << tr("Evidence: %1").arg(words(evidence));
    for (const auto &counter : finding.counterEvidence)
        card.paragraphs << tr("Lowered by: %1").arg(words(counter));
    card.edge = theme.band(bandOf(finding.severity));
    card.background = theme.bandSoft(bandOf(finding.severity));
    return card;
}

/// Where the card of an item is painted; of item -1 only the width means something.
QRect DiffView::cardRect(int item) const
{
    const QRect rect = itemRect(item);
    return {cardMargin, rect.top() + 6, viewport()->width() - 2 * cardMargin, rect.height() - 12};
}

void DiffView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.surface);
    if (!m_model.file()) {
        painter.setFont(proportional());
        painter.setPen(theme.dimmed);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const int before = m_longest;
    const auto count = static_cast<int>(m_model.items().size());
    for (int i = std::max(0, itemAt(0)); i < count && topOf(i) - visibleTop() <= viewport()->height(); ++i)
        paintItem(painter, i);
    if (m_longest != before)
        QMetaObject::invokeMethod(this, [this] { updateScrollBars(); }, Qt::QueuedConnection);
}

void DiffView::paintItem(QPainter &painter, int index)
{
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const Theme &theme = Theme::of(this);
    const int y = itemRect(index).top();
    switch (item.kind) {
    case DiffModel::Kind::Code:
        paintCode(painter, index, y);
        break;
    case DiffModel::Kind::Collapsed:
        paintCollapsed(painter, item, y);
        break;
    case DiffModel::Kind::Note:
        painter.setFont(proportional());
        painter.setPen(theme.dimmed);
        painter.drawText(QRect(notePadding, y, viewport()->width() - 2 * notePadding, m_lineHeight + 6),
                         Qt::AlignVCenter | Qt::AlignLeft, m_model.note(item));
        break;
    case DiffModel::Kind::Card:
    case DiffModel::Kind::Comment:
        paintCard(painter, cardOf(item), cardRect(index), proportional(), theme, index == m_current);
        break;
    }
    if (index == m_current && item.kind != DiffModel::Kind::Code)
        painter.fillRect(QRect(0, y, 4, itemRect(index).height()), theme.accent);
}

void DiffView::paintCode(QPainter &painter, int index, int y)
{
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const int height = itemRect(index).height();
    if (hasTwoPanes()) {
        paintSide(painter, index, Side::Old, y, height);
        paintSide(painter, index, Side::New, y, height);
    } else {
        paintSide(painter, index, item.side, y, height);
    }
    paintReadMark(painter, item, y, height);
    if (!isSelected(index))
        return;
    const Theme &theme = Theme::of(this);
    painter.fillRect(QRect(0, y, 4, height), theme.accent);
    if (hasFocus() && m_anchor != m_current && !m_chars) {
        QColor veil = theme.accent;
        veil.setAlpha(30);
        painter.fillRect(QRect(0, y, viewport()->width(), height), veil);
    }
}

void DiffView::paintReadMark(QPainter &painter, const DiffModel::Item &item, int y, int height) const
{
    const Row &row = m_model.row(item);
    if (row.hunk == 0 || !isRowRead(item.index))
        return;
    const Theme &theme = Theme::of(this);
    painter.fillRect(QRect(viewport()->width() - 4, y, 4, height), theme.accent);
    const bool isFirst = m_model.file()->rows.hunks[row.hunk - 1].firstRow == item.index || !isRowRead(item.index - 1);
    if (!isFirst)
        return;
    painter.setFont(proportional());
    painter.setPen(theme.accent);
    painter.drawText(QRect(viewport()->width() - 70, y, 60, m_lineHeight), Qt::AlignRight | Qt::AlignVCenter, tr("✓ read"));
}

void DiffView::paintSide(QPainter &painter, int index, Side side, int y, int height)
{
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const Row &row = m_model.row(item);
    const Theme &theme = Theme::of(this);
    const Pane here = pane(side);
    const LineNumber line = m_model.lineOf(item, side);
    const int left = here.rect.left() + (hasTwoPanes() && side == Side::Old ? 4 : stripeWidth);
    const QRect whole(left, y, here.rect.right() - left - (hasTwoPanes() ? 4 : 0), height);
    if (line == noLine) {
        painter.fillRect(whole, QBrush(theme.gap, Qt::BDiagPattern));
        return;
    }
    if (const QColor background = backgroundOf(theme, row, side); background.isValid())
        painter.fillRect(whole, background);
    if (row.move != 0 && row.kind != RowKind::Equal) {
        // The edge of a moved block; an edited line inside one is the louder.
        const bool isEdited = row.kind != RowKind::MovedFrom && row.kind != RowKind::MovedTo;
        painter.fillRect(QRect(whole.left(), y, isEdited ? 3 : 2, height), isEdited ? theme.bands[2] : theme.movedEdge);
    }
    if (side == Side::New) {
        if (const auto *run = m_model.provenanceOf(line); run && row.kind != RowKind::Equal)
            paintStripe(painter, *run, here.rect.left() + 1, y, height);
    }
    if (hasTwoPanes() || m_model.layout() == DiffLayout::Single) {
        paintNumbers(painter, item, side, here, y);
    } else {
        for (const Side one : {Side::Old, Side::New}) {
            if (m_model.lineOf(item, one) != noLine)
                paintNumbers(painter, item, one, pane(one), y);
        }
    }
    painter.save();
    painter.setClipRect(QRect(here.textLeft, y, here.rect.right() - here.textLeft, height));
    paintText(painter, index, side, here, y);
    painter.restore();
}

void DiffView::paintNumbers(QPainter &painter, const DiffModel::Item &item, Side side, const Pane &pane, int y) const
{
    const int digit = static_cast<int>(m_cell + .5);
    painter.setFont(font());
    painter.setPen(Theme::of(this).dimmed);
    const QRect numbers(pane.numbers.left(), y, pane.numbers.width(), m_lineHeight);
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_model.lineOf(item, side)));
    painter.drawText(QRect(pane.textLeft - 2 * digit + digit / 2, y, 2 * digit, m_lineHeight), Qt::AlignVCenter,
                     markOf(m_model.row(item), side));
}

void DiffView::paintText(QPainter &painter, int index, Side side, const Pane &pane, int y)
{
    const Theme &theme = Theme::of(this);
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const Row &row = m_model.row(item);
    const LineNumber line = m_model.lineOf(item, side);
    const auto styles = m_colours.of(side, line);
    const std::uint32_t count = m_layouts.stretchesOf(side, line);
    painter.setPen(theme.text);
    const auto draw = [&](std::uint32_t stretch, QPointF at) {
        const LineLayout &layout = m_layouts.at(side, row, stretch, styles, theme);
        paintOverlays(painter, index, side, layout, at);
        layout.text.draw(&painter, at);
        return at.x() + layout.text.lineAt(0).naturalTextWidth();
    };
    if (m_isWrapped) {
        const int first = std::max(0, -y / m_lineHeight);
        for (auto i = static_cast<std::uint32_t>(first); i < count; ++i) {
            const int top = y + static_cast<int>(i) * m_lineHeight;
            if (top > viewport()->height())
                break;
            draw(i, QPointF(pane.textLeft, top + 1));
        }
        return;
    }
    const qreal scroll = horizontalScrollBar()->value();
    if (count == 1) {
        const qreal right = draw(0, QPointF(pane.textLeft - scroll, y + 1));
        m_longest = std::max(m_longest, static_cast<int>(right - pane.textLeft + scroll));
        return;
    }
    // A line of megabytes: only the stretches in sight are laid out.
    const auto starts = m_layouts.startsOf(side, line);
    const qreal longest = (starts.back().cell + m_layouts.stretch()) * m_cell;
    m_longest = std::max(m_longest, static_cast<int>(std::min(longest, 2e9)));
    for (std::uint32_t i = 0; i < starts.size(); ++i) {
        const qreal left = pane.textLeft + starts[i].cell * m_cell - scroll;
        const qreal right = i + 1 < starts.size() ? pane.textLeft + starts[i + 1].cell * m_cell - scroll : left + longest;
        if (right >= pane.textLeft && left <= pane.rect.right())
            draw(i, QPointF(left, y + 1));
    }
}

/// What is found and what is selected, behind the text of one stretch.
void DiffView::paintOverlays(QPainter &painter, int index, Side side, const LineLayout &layout, QPointF at)
{
    const Theme &theme = Theme::of(this);
    const auto fill = [&](std::uint32_t begin, std::uint32_t end, const QColor &colour) {
        const qreal left = layout.xOf(begin);
        const qreal right = layout.xOf(end);
        if (right > left)
            painter.fillRect(QRectF(at.x() + left, at.y() - 1, right - left, m_lineHeight), colour);
    };
    const auto &item = m_model.items()[static_cast<std::size_t>(index)];
    const auto [first, last] = std::ranges::equal_range(m_hits, item.index, {}, &diff::SearchHit::row);
    for (auto hit = first; hit != last; ++hit) {
        const bool isShared = m_model.row(item).kind == RowKind::Equal; // found once, shown on both
        if (hit->side == side || isShared)
            fill(hit->span.begin, hit->span.end, hit - m_hits.begin() == m_hit ? theme.hitCurrent : theme.hit);
    }
    if (!m_chars || m_chars->side != side)
        return;
    const auto [from, to] = std::minmax(m_chars->anchor, m_chars->head);
    if (index < from.item || index > to.item)
        return;
    QColor veil = theme.accent;
    veil.setAlpha(70);
    fill(index == from.item ? from.byte : 0, index == to.item ? to.byte : UINT32_MAX, veil);
}

void DiffView::paintStripe(QPainter &painter, const ProvenanceRun &run, int x, int y, int height) const
{
    const Theme &theme = Theme::of(this);
    const QRect full(x, y, 5, height);
    switch (run.level) {
    case ProvenanceLevel::Recorded:
        painter.fillRect(full, run.isAi ? theme.ai : theme.bands[0]);
        break;
    case ProvenanceLevel::Agent:
        painter.fillRect(QRect(x, y, 2, height), theme.ai);
        painter.fillRect(QRect(x + 3, y, 2, height), theme.ai);
        break;
    case ProvenanceLevel::Asserted:
        for (int at = 0; at < height; at += m_lineHeight / 2)
            painter.fillRect(QRect(x, y + at + 1, 5, m_lineHeight / 2 - 2), theme.ai);
        break;
    case ProvenanceLevel::Mixed:
        painter.fillRect(full, QBrush(theme.ai, Qt::BDiagPattern));
        break;
    case ProvenanceLevel::Suggestion:
        painter.fillRect(QRect(x, y, 2, height), theme.ai);
        break;
    case ProvenanceLevel::Automation:
        painter.fillRect(QRect(x, y, 2, height), theme.dimmed);
        break;
    case ProvenanceLevel::Unknown:
        painter.fillRect(QRect(x + 1, y + m_lineHeight / 2 - 1, 2, 2), theme.dimmed);
        break;
    }
}

void DiffView::paintCollapsed(QPainter &painter, const DiffModel::Item &item, int y) const
{
    const Theme &theme = Theme::of(this);
    const QRect area(0, y + 1, viewport()->width(), m_lineHeight + 4);
    painter.fillRect(area, theme.gap);
    painter.setFont(proportional());
    painter.setPen(theme.dimmed);
    painter.drawText(area, Qt::AlignCenter, m_model.collapsedText(item));
    if (m_model.isFolded())
        return;
    painter.drawText(area.adjusted(area.width() / 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("▼ 10 more"));
    painter.drawText(area.adjusted(0, 0, -area.width() / 6, 0), Qt::AlignRight | Qt::AlignVCenter, tr("▲ 10 more"));
}

} // namespace countersign::ui
