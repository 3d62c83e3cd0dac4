// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RingLayout.h"

#include "../style/Theme.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QFont;
class QPainter;

namespace countersign::ui
{

/// All that the picture of a blast radius shows. Plain values; painted on the screen, into an image or into an SVG file alike.
struct RingPicture {
    RingLayout layout;
    std::shared_ptr<const std::vector<Dependent>> dependents; ///< what the layout's members index; null: none
    RingGroup group = RingGroup::Module;
    QString centre; ///< "#482"
    QString centreDetail; ///< "6 files"
    std::optional<Band> band;
};

/// A sector's label beside the circle.
struct RingLabel {
    std::size_t sector = 0;
    QRectF place;
    Qt::Alignment alignment;
};

/// Where the circle and its labels stand in an area. Labels never overlap each other while there is room for them.
struct RingPlan {
    QPointF centre;
    double radius = 0; ///< pixels
    std::vector<RingLabel> labels;

    [[nodiscard]] QPointF toPixels(double x, double y) const { return centre + QPointF(x, y) * radius; }
};
[[nodiscard]] RingPlan planRings(const RingPicture &picture, const QRectF &area, const QFont &font);

/// The colour of a level; context has none of the risk colours.
[[nodiscard]] QColor colourOf(ReachLevel level, const Theme &theme);
[[nodiscard]] QString words(ReachLevel level);
/// Name of a sector for people.
[[nodiscard]] QString sectorName(const RingLayout::Sector &sector, RingGroup group);
/// "direct", "2 steps", "3 steps".
[[nodiscard]] QString hopWords(int hops);

/// The mark of a file as the picture and the table draw it: a circle, or a square for infrastructure; hollow where
/// something begins (an entry point).
void paintMark(QPainter &painter, QPointF centre, double radius, const QColor &colour, bool isSquare, bool isEntry);
/// Everything that does not depend on where the reader is.
void paintRings(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme);
/// What the reader points at: the mark, and the way from it to the change.
void paintPath(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme, int mark, bool hasFocus);

} // namespace countersign::ui
