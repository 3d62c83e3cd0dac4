// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace countersign::ui
{

struct Theme;

/// What stands between two lines of code: a finding or a thread of comments. Plain text only.
struct Card {
    QString heading;
    QString kind; ///< behind the heading, dimmed
    QStringList paragraphs; ///< the first one in full colour
    QStringList buttons;
    QColor edge;
    QColor background;
};

/// Pixels that the card needs at a width.
[[nodiscard]] int heightOf(const Card &card, int width, const QFont &font);
void paintCard(QPainter &painter, const Card &card, const QRect &area, const QFont &font, const Theme &theme, bool isCurrent);
/// Which button is at a point of the card that is painted in @p area; -1: none.
[[nodiscard]] int buttonAt(const Card &card, const QRect &area, const QFont &font, QPoint point);

} // namespace countersign::ui
