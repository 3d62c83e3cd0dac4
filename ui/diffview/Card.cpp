// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Card.h"

#include "../style/Theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int padding = 12;
constexpr int betweenParagraphs = 3;
constexpr int buttonPadding = 9;
constexpr int betweenButtons = 8;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

int textWidth(int width)
{
    return std::max(60, width - 2 * padding);
}

int paragraphHeight(const QFontMetrics &metrics, int width, const QString &text)
{
    return metrics.boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap, text).height();
}

/// Heading and kind stand in one line where they fit, else the kind stands under the heading.
bool fitsOneLine(const Card &card, int width, const QFont &font)
{
    return QFontMetrics(bold(font)).horizontalAdvance(card.heading) + padding + QFontMetrics(font).horizontalAdvance(card.kind)
        <= width;
}

int headHeight(const Card &card, int width, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int heading = std::max(metrics.height(), paragraphHeight(QFontMetrics(bold(font)), width, card.heading));
    return fitsOneLine(card, width, font) || card.kind.isEmpty() ? heading : heading + metrics.height();
}

int buttonHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 8;
}

std::vector<QRect> buttonRects(const Card &card, const QRect &area, const QFont &font)
{
    const QFontMetrics metrics(font);
    std::vector<QRect> rects;
    int x = area.left() + padding;
    const int y = area.bottom() - padding - buttonHeight(font) + 1;
    for (const QString &button : card.buttons) {
        const int width = metrics.horizontalAdvance(button) + 2 * buttonPadding;
        rects.emplace_back(x, y, width, buttonHeight(font));
        x += width + betweenButtons;
    }
    return rects;
}

} // namespace

int heightOf(const Card &card, int width, const QFont &font)
{
    const QFontMetrics metrics(font);
    int height = 2 * padding + headHeight(card, textWidth(width), font);
    for (const QString &paragraph : card.paragraphs)
        height += betweenParagraphs + paragraphHeight(metrics, textWidth(width), paragraph);
    return card.buttons.isEmpty() ? height : height + 8 + buttonHeight(font);
}

void paintCard(QPainter &painter, const Card &card, const QRect &area, const QFont &font, const Theme &theme, bool isCurrent)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isCurrent ? QPen(card.edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(card.background);
    painter.drawRoundedRect(QRectF(area).adjusted(.5, .5, -.5, -.5), 6, 6);
    painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), card.edge);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QFontMetrics metrics(font);
    const int width = textWidth(area.width());
    const int left = area.left() + padding;
    int y = area.top() + padding;
    const int heading = paragraphHeight(QFontMetrics(bold(font)), width, card.heading);
    painter.setFont(bold(font));
    painter.setPen(card.edge);
    painter.drawText(QRect(left, y, width, heading), Qt::TextWordWrap, card.heading);
    painter.setFont(font);
    painter.setPen(theme.dimmed);
    const bool isOneLine = fitsOneLine(card, width, font);
    const int kindX = isOneLine ? left + QFontMetrics(bold(font)).horizontalAdvance(card.heading) + padding : left;
    painter.drawText(QRect(kindX, isOneLine ? y : y + heading, width, metrics.height()), Qt::AlignVCenter, card.kind);
    y += headHeight(card, width, font);
    bool isFirst = true;
    for (const QString &paragraph : card.paragraphs) {
        const int height = paragraphHeight(metrics, width, paragraph);
        y += betweenParagraphs;
        painter.setPen(isFirst ? theme.text : theme.dimmed);
        painter.drawText(QRect(left, y, width, height), Qt::TextWordWrap, paragraph);
        y += height;
        isFirst = false;
    }
    const auto rects = buttonRects(card, area, font);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        painter.setPen(theme.border);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(QRectF(rects[i]).adjusted(.5, .5, -.5, -.5), 5, 5);
        painter.setPen(theme.text);
        painter.drawText(rects[i], Qt::AlignCenter, card.buttons[static_cast<qsizetype>(i)]);
    }
    painter.restore();
}

int buttonAt(const Card &card, const QRect &area, const QFont &font, QPoint point)
{
    const auto rects = buttonRects(card, area, font);
    const auto found = std::ranges::find_if(rects, [point](const QRect &rect) { return rect.contains(point); });
    return found == rects.end() ? -1 : static_cast<int>(found - rects.begin());
}

} // namespace countersign::ui
