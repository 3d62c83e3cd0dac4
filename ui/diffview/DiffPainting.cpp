// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffView.h"

#include "../Words.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int tabWidth = 4;
constexpr int cardMargin = 52;
constexpr int cardPadding = 12;
constexpr int stripeWidth = 8;

/// The paragraphs of a finding card, as plain text.
struct CardText {
    QString heading;
    QString kind;
    QStringList paragraphs;
};

CardText cardText(const Finding &finding)
{
    CardText out;
    out.heading = safe(finding.rule) + QLatin1Char(' ') + words(finding.title);
    out.kind = words(label(finding.axis)) + QStringLiteral(" · ") + words(label(finding.severity));
    out.paragraphs << words(finding.why);
    if (!finding.check.isEmpty())
        out.paragraphs << DiffView::tr("Check: %1").arg(words(finding.check));
    for (const auto &evidence : finding.evidence)
        out.paragraphs << DiffView::tr("Evidence: %1").arg(words(evidence));
    for (const auto &counter : finding.counterEvidence)
        out.paragraphs << DiffView::tr("Lowered by: %1").arg(words(counter));
    return out;
}

QFont proportional(const QWidget *widget)
{
    QFont font = widget->window()->font();
    // Said aloud: a painter fills what a font leaves open from its device, which is monospaced here.
    font.setFamilies(font.families());
    font.setFixedPitch(false);
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(9.5);
    return font;
}

int paragraphHeight(const QFontMetrics &metrics, int width, const QString &text)
{
    return metrics.boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap, text).height();
}

QColor backgroundOf(const Theme &theme, RowKind kind, Side side)
{
    switch (kind) {
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

QChar markOf(RowKind kind, Side side)
{
    const bool isOld = side == Side::Old;
    switch (kind) {
    case RowKind::Equal:
        return QLatin1Char(' ');
    case RowKind::Changed:
    case RowKind::Removed:
    case RowKind::Added:
        return isOld ? QChar(u'−') : QLatin1Char('+');
    case RowKind::MovedFrom:
    case RowKind::MovedTo:
        return isOld ? QChar(u'↗') : QChar(u'↘');
    }
    return QLatin1Char(' ');
}

} // namespace

int DiffView::cardHeight(const Finding &finding) const
{
    const QFontMetrics metrics(proportional(this));
    const int width = std::max(100, viewport()->width() - 2 * cardMargin - 2 * cardPadding);
    int height = 2 * cardPadding + metrics.height() + 4;
    for (const auto &paragraph : cardText(finding).paragraphs)
        height += paragraphHeight(metrics, width, paragraph) + 3;
    return height;
}

void DiffView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.surface);
    if (!m_model.file()) {
        painter.setFont(proportional(this));
        painter.setPen(theme.dimmed);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const auto &items = m_model.items();
    const int scroll = verticalScrollBar()->value();
    const int before = m_longest;
    for (int i = std::max(0, itemAt(0)); i < static_cast<int>(items.size()); ++i) {
        const int y = m_tops[static_cast<std::size_t>(i)] - scroll;
        if (y > viewport()->height())
            break;
        const auto &item = items[static_cast<std::size_t>(i)];
        const bool isSelected = i >= std::min(m_anchor, m_current) && i <= std::max(m_anchor, m_current);
        switch (item.kind) {
        case DiffModel::Kind::Code:
            paintCode(painter, item, y, isSelected);
            break;
        case DiffModel::Kind::Collapsed:
            paintCollapsed(painter, item, y);
            break;
        case DiffModel::Kind::Note:
            painter.setFont(proportional(this));
            painter.setPen(theme.dimmed);
            painter.drawText(QRect(cardPadding, y, viewport()->width() - 2 * cardPadding, m_lineHeight + 6),
                             Qt::AlignVCenter | Qt::AlignLeft, m_model.note(item));
            break;
        case DiffModel::Kind::Card:
            paintCard(painter, m_model.finding(item), y + 6, m_tops[static_cast<std::size_t>(i) + 1] - scroll - y - 12);
            break;
        }
    }
    if (m_longest != before)
        QMetaObject::invokeMethod(this, [this] { updateScrollBars(); }, Qt::QueuedConnection);
}

void DiffView::paintCode(QPainter &painter, const DiffModel::Item &item, int y, bool isCurrent)
{
    const Row &row = m_model.row(item);
    paintSide(painter, row, Side::Old, y);
    paintSide(painter, row, Side::New, y);
    const Theme &theme = Theme::of(this);
    if (row.hunk != 0 && isHunkRead(static_cast<int>(row.hunk))) {
        painter.fillRect(QRect(viewport()->width() - 4, y, 4, m_lineHeight), theme.accent);
        if (m_model.file()->rows.hunks[row.hunk - 1].firstRow == item.index) {
            painter.setFont(proportional(this));
            painter.setPen(theme.accent);
            painter.drawText(QRect(viewport()->width() - 70, y, 60, m_lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                             tr("✓ read"));
        }
    }
    if (isCurrent) {
        painter.fillRect(QRect(0, y, 4, m_lineHeight), theme.accent);
        if (hasFocus() && m_anchor != m_current) {
            QColor veil = theme.accent;
            veil.setAlpha(30);
            painter.fillRect(QRect(0, y, viewport()->width(), m_lineHeight), veil);
        }
    }
}

void DiffView::paintSide(QPainter &painter, const Row &row, Side side, int y)
{
    const Theme &theme = Theme::of(this);
    const QRect area = pane(side).rect;
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const LineNumber line = side == Side::Old ? row.left : row.right;
    const QRect whole(area.left() + (side == Side::New ? stripeWidth : 4), y, area.width() - stripeWidth, m_lineHeight);
    if (line == noLine) {
        painter.fillRect(whole, QBrush(theme.gap, Qt::BDiagPattern));
        return;
    }
    const QColor background = backgroundOf(theme, row.kind, side);
    if (background.isValid())
        painter.fillRect(whole, background);
    if (side == Side::New) {
        if (const auto *run = m_model.provenanceOf(line); run && row.kind != RowKind::Equal)
            paintStripe(painter, *run, area.left() + 1, y);
    }
    painter.setFont(font());
    painter.setPen(theme.dimmed);
    const QRect numbers(whole.left(), y, digit * (m_digits + 1), m_lineHeight);
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    painter.drawText(QRect(numbers.right() + digit / 2, y, 2 * digit, m_lineHeight), Qt::AlignVCenter,
                     QString(markOf(row.kind, side)));
    const QTextLayout *layout = layoutOf(row, side);
    const int left = numbers.right() + 2 * digit;
    m_longest = std::max(m_longest, static_cast<int>(layout->lineAt(0).naturalTextWidth()));
    painter.save();
    painter.setClipRect(QRect(left, y, area.right() - left, m_lineHeight));
    painter.setPen(theme.text);
    layout->draw(&painter, QPointF(left - horizontalScrollBar()->value(), y + 1));
    painter.restore();
}

const QTextLayout *DiffView::layoutOf(const Row &row, Side side)
{
    const LineNumber line = side == Side::Old ? row.left : row.right;
    const quint64 key = (static_cast<quint64>(line) << 1U) | (side == Side::Old ? 0U : 1U);
    if (const auto *cached = m_layouts.object(key))
        return cached;
    const Theme &theme = Theme::of(this);
    const Text &text = side == Side::Old ? m_model.file()->oldText : m_model.file()->newText;
    const auto shown = displayLine(text.line(line), tabWidth);
    QList<QTextLayout::FormatRange> formats;
    const auto add = [&](std::uint32_t begin, std::uint32_t end, const QTextCharFormat &format) {
        const int from = shown.column(begin);
        formats.append({from, shown.column(end) - from, format});
    };
    const auto &styles = m_styles[side == Side::Old ? 0 : 1];
    if (styles && line >= styles->first && line - styles->first < styles->lines.size()) {
        for (const auto &run : styles->lines[line - styles->first]) {
            QTextCharFormat format;
            format.setForeground(theme.syntax(run.style));
            add(run.begin, run.end, format);
        }
    }
    const auto &rows = m_model.file()->rows;
    const auto first = row.firstSpan + (side == Side::Old ? 0U : row.leftSpans);
    for (std::uint32_t i = first; i < first + (side == Side::Old ? row.leftSpans : row.rightSpans); ++i) {
        QTextCharFormat format;
        format.setBackground(side == Side::Old ? theme.removedStrong : theme.addedStrong);
        add(rows.spans[i].begin, rows.spans[i].end, format);
    }
    auto *layout = new QTextLayout(shown.text, font(), viewport());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    // A line is code: what stands left is first, whatever the characters' own direction.
    option.setTextDirection(Qt::LeftToRight);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->beginLayout();
    layout->createLine();
    layout->endLayout();
    m_layouts.insert(key, layout);
    return layout;
}

void DiffView::paintStripe(QPainter &painter, const ProvenanceRun &run, int x, int y) const
{
    const Theme &theme = Theme::of(this);
    const QRect full(x, y, 5, m_lineHeight);
    switch (run.level) {
    case ProvenanceLevel::Recorded:
        painter.fillRect(full, run.isAi ? theme.ai : theme.bands[0]);
        break;
    case ProvenanceLevel::Agent:
        painter.fillRect(QRect(x, y, 2, m_lineHeight), theme.ai);
        painter.fillRect(QRect(x + 3, y, 2, m_lineHeight), theme.ai);
        break;
    case ProvenanceLevel::Asserted:
        for (int at = 0; at < m_lineHeight; at += m_lineHeight / 2)
            painter.fillRect(QRect(x, y + at + 1, 5, m_lineHeight / 2 - 2), theme.ai);
        break;
    case ProvenanceLevel::Mixed:
        painter.fillRect(full, QBrush(theme.ai, Qt::BDiagPattern));
        break;
    case ProvenanceLevel::Suggestion:
        painter.fillRect(QRect(x, y, 2, m_lineHeight), theme.ai);
        break;
    case ProvenanceLevel::Automation:
        painter.fillRect(QRect(x, y, 2, m_lineHeight), theme.dimmed);
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
    painter.setFont(proportional(this));
    painter.setPen(theme.dimmed);
    painter.drawText(area, Qt::AlignCenter,
                     tr("⋯ %n unchanged line(s) · Enter shows 10 more, Shift+Enter all", nullptr, static_cast<int>(item.count)));
}

void DiffView::paintCard(QPainter &painter, const Finding &finding, int y, int height) const
{
    const Theme &theme = Theme::of(this);
    const Band band = bandOf(finding.severity);
    const QRect area(cardMargin, y, viewport()->width() - 2 * cardMargin, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.bandSoft(band));
    painter.drawRoundedRect(area, 6, 6);
    painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.band(band));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto text = cardText(finding);
    QFont font = proportional(this);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = area.width() - 2 * cardPadding;
    int at = area.top() + cardPadding;
    painter.setFont(bold);
    painter.setPen(theme.band(band));
    painter.drawText(area.left() + cardPadding, at + metrics.ascent(), text.heading);
    const int after = area.left() + cardPadding + QFontMetrics(bold).horizontalAdvance(text.heading) + 12;
    painter.setFont(font);
    painter.setPen(theme.dimmed);
    painter.drawText(after, at + metrics.ascent(), text.kind);
    at += metrics.height() + 4;
    bool isFirst = true;
    for (const auto &paragraph : text.paragraphs) {
        const int paragraphSize = paragraphHeight(metrics, width, paragraph);
        painter.setPen(isFirst ? theme.text : theme.dimmed);
        painter.drawText(QRect(area.left() + cardPadding, at, width, paragraphSize), Qt::TextWordWrap, paragraph);
        at += paragraphSize + 3;
        isFirst = false;
    }
}

} // namespace countersign::ui
