// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RingPicture.h"

#include "../Words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace countersign::ui
{

namespace
{

constexpr double labelGap = 14; ///< pixels between circle and label
constexpr double widestLabel = 190;
constexpr double narrowestLabel = 60;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smaller(QFont font, double share = 0.9)
{
    font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

/// "@platform, 3 files"
QString sectorDetail(const RingLayout::Sector &sector, RingGroup group)
{
    const auto owners = static_cast<int>(sector.owners.size());
    const auto files = static_cast<int>(sector.files());
    QString text;
    if (group != RingGroup::Owner && owners == 1)
        text = safe(sector.owners.front(), 40) + QLatin1Char(' ');
    else if (group != RingGroup::Owner && owners > 1)
        text = QCoreApplication::translate("RingPicture", "%n owner(s) ·", nullptr, owners) + QLatin1Char(' ');
    return text + QCoreApplication::translate("RingPicture", "%n file(s)", nullptr, files);
}

/// Pushes the labels of one side apart, first downwards, then up from the lower end.
void pushApart(std::vector<RingLabel *> side, const QRectF &area)
{
    std::ranges::stable_sort(side, {}, [](const RingLabel *one) { return one->place.top(); });
    double free = area.top();
    for (RingLabel *one : side) {
        one->place.moveTop(std::max(free, one->place.top()));
        free = one->place.bottom();
    }
    double end = area.bottom();
    for (auto one = side.rbegin(); one != side.rend(); ++one) {
        (*one)->place.moveBottom(std::min(end, (*one)->place.bottom()));
        end = (*one)->place.top();
    }
}

void paintFrame(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.border, 1));
    for (int hops = 1; hops <= ringCount; ++hops)
        painter.drawEllipse(plan.centre, ringEdge(hops) * plan.radius, ringEdge(hops) * plan.radius);
    const auto &sectors = picture.layout.sectors;
    painter.setPen(QPen(theme.border, 1, Qt::DotLine));
    for (std::size_t i = 0; i < sectors.size() && sectors.size() > 1; ++i) {
        const QPointF way(std::sin(sectors[i].begin), -std::cos(sectors[i].begin));
        painter.drawLine(plan.centre + way * plan.radius * centreRadius, plan.centre + way * plan.radius);
    }
}

void paintRingNames(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme)
{
    const QFont font = smaller(painter.font(), 0.85);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (int hops = 1; hops <= ringCount; ++hops) {
        const QString text =
            QStringLiteral("%1 %2").arg(hopWords(hops)).arg(picture.layout.counts[static_cast<std::size_t>(hops - 1)]);
        const QPointF at = plan.toPixels(0, -ringEdge(hops)) + QPointF(6, metrics.ascent() + 2);
        painter.setPen(theme.dimmed);
        painter.drawText(at, text);
    }
}

void paintCentre(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme)
{
    const QFont usual = painter.font();
    const double radius = centreRadius * plan.radius;
    painter.setBrush(theme.surface);
    painter.setPen(QPen(picture.band ? theme.band(*picture.band) : theme.dimmed, 2.4));
    painter.drawEllipse(plan.centre, radius, radius);
    const QFont strong = bold(usual);
    const QFontMetricsF metrics(strong);
    const double width = 2 * radius - 10;
    const QRectF above(plan.centre.x() - width / 2, plan.centre.y() - metrics.height(), width, metrics.height());
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(above, Qt::AlignCenter, metrics.elidedText(picture.centre, Qt::ElideMiddle, width));
    painter.setFont(smaller(usual, 0.8));
    painter.setPen(theme.dimmed);
    painter.drawText(above.translated(0, metrics.height() - 2), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(picture.centreDetail, Qt::ElideRight, static_cast<int>(width)));
    painter.setFont(usual);
}

void paintLabels(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme)
{
    const QFont usual = painter.font();
    for (const RingLabel &label : plan.labels) {
        const auto &sector = picture.layout.sectors[label.sector];
        painter.setFont(bold(usual));
        painter.setPen(theme.text);
        painter.drawText(
            label.place, static_cast<int>(label.alignment | Qt::AlignTop),
            QFontMetricsF(painter.font()).elidedText(sectorName(sector, picture.group), Qt::ElideMiddle, label.place.width()));
        painter.setFont(smaller(usual));
        painter.setPen(theme.dimmed);
        painter.drawText(
            label.place, static_cast<int>(label.alignment | Qt::AlignBottom),
            QFontMetricsF(painter.font()).elidedText(sectorDetail(sector, picture.group), Qt::ElideRight, label.place.width()));
    }
    painter.setFont(usual);
}

/// How many files a bundle stands for, inside it or, where it is too small, not at all: the table tells.
void paintCount(QPainter &painter, const QPointF &centre, double radius, std::uint32_t count, const Theme &theme)
{
    const QString text = QString::number(count);
    QFont font = bold(painter.font());
    constexpr int smallest = 6; // points
    const QFontMetricsF usual(font);
    const double room = 2 * radius * 0.82;
    const double scale = std::min({1.25, room / std::max(1.0, usual.horizontalAdvance(text)), room / usual.height()});
    const double size = font.pointSizeF() * scale;
    if (size < smallest)
        return;
    const QFont before = painter.font();
    font.setPointSizeF(size);
    painter.setFont(font);
    painter.setPen(theme.surface);
    painter.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter, text);
    painter.setFont(before);
}

/// A line from the edge of one circle to the edge of another.
void paintLeg(QPainter &painter, QPointF from, double fromRadius, QPointF to, double toRadius)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length > fromRadius + toRadius)
        painter.drawLine(from + way * (fromRadius / length), to - way * (toRadius / length));
}

/// From a file over what it depends on to the change.
void paintWay(QPainter &painter, const RingPicture &picture, const RingPlan &plan, int mark)
{
    const auto &files = *picture.dependents;
    std::unordered_map<std::string_view, std::uint32_t> byPath;
    for (const std::uint32_t member : picture.layout.members)
        byPath.emplace(files[member].path, member);
    const auto *from = &picture.layout.marks[static_cast<std::size_t>(mark)];
    const auto leg = [&](double x, double y, double radius) {
        paintLeg(painter, plan.toPixels(from->x, from->y), from->radius * plan.radius, plan.toPixels(x, y), radius * plan.radius);
    };
    std::uint32_t file = picture.layout.membersOf(*from).front();
    while (files[file].hops > 1) {
        const auto next = byPath.find(files[file].via);
        if (next == byPath.end())
            return; // a filter hides it
        file = next->second;
        const auto *to = &picture.layout.marks[static_cast<std::size_t>(picture.layout.markOf(file))];
        leg(to->x, to->y, to->radius);
        from = to;
    }
    leg(0, 0, centreRadius);
}

} // namespace

QColor colourOf(ReachLevel level, const Theme &theme)
{
    switch (level) {
    case ReachLevel::Context:
        break;
    case ReachLevel::Test:
        return theme.band(Band::Low);
    case ReachLevel::Code:
        return theme.band(Band::Moderate);
    case ReachLevel::Exposed:
        return theme.band(Band::High);
    case ReachLevel::Production:
        return theme.band(Band::Critical);
    }
    return theme.dimmed;
}

QString words(ReachLevel level)
{
    switch (level) {
    case ReachLevel::Context:
        return QCoreApplication::translate("RingPicture", "document or generated");
    case ReachLevel::Test:
        return QCoreApplication::translate("RingPicture", "test");
    case ReachLevel::Code:
        return QCoreApplication::translate("RingPicture", "depends on it");
    case ReachLevel::Exposed:
        return QCoreApplication::translate("RingPicture", "uses what changed, or entry point");
    case ReachLevel::Production:
        break;
    }
    return QCoreApplication::translate("RingPicture", "production");
}

QString sectorName(const RingLayout::Sector &sector, RingGroup group)
{
    if (sector.isRest) {
        const int count = static_cast<int>(sector.groups);
        switch (group) {
        case RingGroup::Module:
            return QCoreApplication::translate("RingPicture", "%n other module(s)", nullptr, count);
        case RingGroup::Owner:
            return QCoreApplication::translate("RingPicture", "%n other owner(s)", nullptr, count);
        case RingGroup::Environment:
            return QCoreApplication::translate("RingPicture", "%n other environment(s)", nullptr, count);
        }
    }
    if (!sector.name.empty())
        return sector.name == "." ? QCoreApplication::translate("RingPicture", "top folder") : safe(sector.name, 80);
    return group == RingGroup::Owner ? QCoreApplication::translate("RingPicture", "no owner")
                                     : QCoreApplication::translate("RingPicture", "every environment");
}

QString hopWords(int hops)
{
    return hops == 1 ? QCoreApplication::translate("RingPicture", "direct")
                     : QCoreApplication::translate("RingPicture", "%n step(s)", nullptr, hops);
}

RingPlan planRings(const RingPicture &picture, const QRectF &area, const QFont &font)
{
    RingPlan plan;
    double besideCircle = narrowestLabel; // what the labels need, as long as the circle stays the larger part
    for (const auto &sector : picture.layout.sectors) {
        const double name = QFontMetricsF(bold(font)).horizontalAdvance(sectorName(sector, picture.group));
        const double detail = QFontMetricsF(smaller(font)).horizontalAdvance(sectorDetail(sector, picture.group));
        besideCircle = std::max(besideCircle, std::max(name, detail) + 1);
    }
    besideCircle = std::min({besideCircle, widestLabel, area.width() * 0.16});
    const double labelHeight = QFontMetricsF(bold(font)).height() + QFontMetricsF(smaller(font)).height();
    plan.centre = area.center();
    const double across = area.width() / 2 - labelGap - besideCircle;
    plan.radius = std::max(40.0, std::min(across, area.height() / 2 - labelHeight - labelGap));
    const double beside = plan.radius + labelGap;
    std::vector<RingLabel *> sides[2];
    plan.labels.reserve(picture.layout.sectors.size());
    for (std::size_t i = 0; i < picture.layout.sectors.size(); ++i) {
        const auto &sector = picture.layout.sectors[i];
        const double middle = sector.begin + sector.sweep / 2;
        const bool isRight = std::sin(middle) >= 0;
        const QPointF at = plan.centre + QPointF(std::sin(middle), -std::cos(middle)) * beside;
        const double upwards = (1 - std::cos(middle)) / 2; // 0 at the top: the label stands above the point
        RingLabel label{i, {}, isRight ? Qt::AlignLeft : Qt::AlignRight};
        label.place = QRectF(0, at.y() - labelHeight * (1 - upwards), 1, labelHeight);
        plan.labels.push_back(label);
        sides[isRight ? 1 : 0].push_back(&plan.labels.back());
    }
    for (const auto &side : sides)
        pushApart(side, area);
    for (RingLabel &label : plan.labels) {
        // Beside the circle at the height where the label is now.
        const double nearest = std::clamp(plan.centre.y(), label.place.top(), label.place.bottom()) - plan.centre.y();
        const double half = std::sqrt(std::max(0.0, beside * beside - nearest * nearest));
        const bool isRight = label.alignment == Qt::AlignLeft;
        const double room = isRight ? area.right() - plan.centre.x() - half : plan.centre.x() - half - area.left();
        const double width = std::clamp(room, narrowestLabel, widestLabel);
        label.place.setLeft(isRight ? plan.centre.x() + half : plan.centre.x() - half - width);
        label.place.setWidth(width);
    }
    return plan;
}

void paintMark(QPainter &painter, QPointF centre, double radius, const QColor &colour, bool isSquare, bool isEntry)
{
    constexpr double side = 0.88; // of a circle's radius: a square of about the same area
    constexpr double stroke = 0.6; // of the radius, of a hollow mark's line
    const double half = (isSquare ? side * radius : radius) - (isEntry ? stroke * radius / 2 : 0);
    painter.setPen(isEntry ? QPen(colour, stroke * radius) : QPen(Qt::NoPen));
    painter.setBrush(isEntry ? QBrush(Qt::NoBrush) : QBrush(colour));
    if (isSquare)
        painter.drawRect(QRectF(centre - QPointF(half, half), QSizeF(half, half) * 2));
    else
        painter.drawEllipse(centre, half, half);
}

void paintRings(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont usual = painter.font();
    paintFrame(painter, picture, plan, theme);
    paintRingNames(painter, picture, plan, theme);
    painter.setFont(usual);
    for (const auto &mark : picture.layout.marks) {
        const QPointF at = plan.toPixels(mark.x, mark.y);
        const double radius = mark.radius * plan.radius;
        paintMark(painter, at, radius, colourOf(mark.level, theme), mark.isSquare, mark.isEntry && !mark.isBundle());
        if (mark.isBundle())
            paintCount(painter, at, radius, mark.count, theme);
    }
    paintCentre(painter, picture, plan, theme);
    paintLabels(painter, picture, plan, theme);
}

void paintPath(QPainter &painter, const RingPicture &picture, const RingPlan &plan, const Theme &theme, int mark, bool hasFocus)
{
    const auto &marks = picture.layout.marks;
    if (mark < 0 || static_cast<std::size_t>(mark) >= marks.size() || !picture.dependents)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &own = marks[static_cast<std::size_t>(mark)];
    painter.setPen(QPen(theme.accent, 1.4));
    if (!own.isBundle()) // each of a bundle's files has its own way
        paintWay(painter, picture, plan, mark);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, hasFocus ? 2.6 : 1.6));
    const double around = own.radius * plan.radius + 4;
    painter.drawEllipse(plan.toPixels(own.x, own.y), around, around);
}

} // namespace countersign::ui
