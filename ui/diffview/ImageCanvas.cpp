// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImageCanvas.h"

#include "../style/Theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace countersign::ui
{

namespace
{

constexpr int margin = 16;
constexpr int gapBetween = 16;
constexpr double mostEnlarged = 16;
constexpr int square = 8; ///< of the board behind transparent pixels

QSize scaled(QSize size, double factor)
{
    return {std::max(1, static_cast<int>(std::lround(size.width() * factor))),
            std::max(1, static_cast<int>(std::lround(size.height() * factor)))};
}

/// A mask painted in one colour.
QImage coloured(const QImage &mask, const QColor &colour)
{
    QImage out = mask;
    out.reinterpretAsFormat(QImage::Format_Indexed8);
    QList<QRgb> table(256);
    for (int i = 0; i < 256; ++i)
        table[i] = qRgba(colour.red(), colour.green(), colour.blue(), i);
    out.setColorTable(table);
    return out;
}

} // namespace

ImageCanvas::ImageCanvas(QWidget *parent)
    : QWidget(parent)
    , m_shrinking(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
}

void ImageCanvas::setPair(std::shared_ptr<const ImagePair> pair)
{
    m_pair = std::move(pair);
    m_shrunk = {};
    shrink();
    update();
}

void ImageCanvas::setWay(ImageWay way)
{
    m_way = way;
    setCursor(way == ImageWay::Swipe ? Qt::SplitHCursor : Qt::ArrowCursor);
    shrink();
    update();
}

void ImageCanvas::setDivider(double share)
{
    share = std::clamp(share, 0., 1.);
    if (share == m_divider)
        return;
    m_divider = share;
    update();
    emit dividerMoved(share);
}

void ImageCanvas::setSentences(const QString &before, const QString &after)
{
    m_oldSentence = before;
    m_newSentence = after;
    update();
}

QSize ImageCanvas::wholeSize() const
{
    return m_pair ? m_pair->before.image.size().expandedTo(m_pair->after.image.size()) : QSize();
}

/// The part of the widget that one side has for itself; all of it where both lie on each other.
QRect ImageCanvas::room(bool isNew) const
{
    const QRect all = rect().adjusted(margin, margin, -margin, -margin);
    if (m_way != ImageWay::SideBySide)
        return all;
    const int half = (all.width() - gapBetween) / 2;
    return isNew ? QRect(all.right() - half + 1, all.top(), half, all.height())
                 : QRect(all.left(), all.top(), half, all.height());
}

double ImageCanvas::scale() const
{
    const QSize whole = wholeSize();
    const QSize space = room(false).size();
    if (whole.isEmpty() || space.isEmpty())
        return 1;
    const double fit = std::min(double(space.width()) / whole.width(), double(space.height()) / whole.height());
    return fit >= 1 ? std::floor(std::min(fit, mostEnlarged)) : fit;
}

/// Upper left corners lie on each other, as they are compared.
QRect ImageCanvas::placeOf(const QImage &image, bool isNew) const
{
    const QRect space = room(isNew);
    const QSize whole = scaled(wholeSize(), scale());
    return {space.topLeft() + QPoint((space.width() - whole.width()) / 2, (space.height() - whole.height()) / 2),
            scaled(image.size(), scale())};
}

QRect ImageCanvas::oldPlace() const
{
    return m_pair ? placeOf(m_pair->before.image, false) : QRect();
}

QRect ImageCanvas::newPlace() const
{
    return m_pair ? placeOf(m_pair->after.image, true) : QRect();
}

void ImageCanvas::shrink()
{
    const double wanted = scale() * devicePixelRatio();
    if (!m_pair || wanted >= 1 || m_shrunk.scale == wanted) {
        m_shrinking.cancel();
        return;
    }
    m_shrinking.start(
        [pair = m_pair, wanted](const std::stop_token &stop, const ProgressCallback &) {
            Shrunk shrunk;
            const auto smaller = [&](const QImage &image) {
                return image.isNull() || stop.stop_requested()
                    ? QImage()
                    : image.scaled(scaled(image.size(), wanted), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                          .convertToFormat(QImage::Format_ARGB32_Premultiplied);
            };
            shrunk.before = smaller(pair->before.image);
            shrunk.after = smaller(pair->after.image);
            if (pair->difference && !pair->difference->mask.isNull() && !stop.stop_requested())
                shrunk.mask = shrunkMask(pair->difference->mask, scaled(pair->difference->mask.size(), wanted));
            shrunk.scale = wanted;
            return shrunk;
        },
        [this](Shrunk shrunk) {
            m_shrunk = std::move(shrunk);
            update();
        });
}

void ImageCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shrink();
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.surface);
    if (!m_pair)
        return;
    switch (m_way) {
    case ImageWay::SideBySide:
        paintSide(painter, false);
        paintSide(painter, true);
        break;
    case ImageWay::Swipe:
        paintSwipe(painter);
        break;
    case ImageWay::Difference:
        paintDifference(painter);
        break;
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ImageCanvas::paintBoard(QPainter &painter, const QRect &place) const
{
    const Theme &theme = Theme::of(this);
    painter.fillRect(place, theme.surface);
    QPixmap tile(2 * square, 2 * square);
    tile.fill(theme.surface);
    QPainter squares(&tile);
    squares.fillRect(0, 0, square, square, theme.border);
    squares.fillRect(square, square, square, square, theme.border);
    squares.end();
    painter.drawTiledPixmap(place, tile);
    painter.setPen(theme.border);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

void ImageCanvas::paintSide(QPainter &painter, bool isNew) const
{
    const QImage &image = isNew ? m_pair->after.image : m_pair->before.image;
    if (image.isNull()) {
        painter.setPen(Theme::of(this).dimmed);
        painter.drawText(room(isNew), Qt::AlignCenter | Qt::TextWordWrap, isNew ? m_newSentence : m_oldSentence);
        return;
    }
    const QRect place = isNew ? newPlace() : oldPlace();
    const QImage &small = isNew ? m_shrunk.after : m_shrunk.before;
    paintBoard(painter, place);
    painter.drawImage(place, small.isNull() ? image : small);
}

void ImageCanvas::paintSwipe(QPainter &painter) const
{
    const QRect whole = oldPlace().united(newPlace());
    const int at = whole.left() + static_cast<int>(std::lround(m_divider * whole.width()));
    painter.save();
    painter.setClipRect(QRect(QPoint(0, 0), QPoint(at - 1, height())));
    paintSide(painter, false);
    painter.setClipRect(QRect(QPoint(at, 0), QPoint(width(), height())));
    paintSide(painter, true);
    painter.restore();
    const Theme &theme = Theme::of(this);
    constexpr int handle = 12;
    painter.fillRect(at - 1, whole.top() - margin / 2, 2, whole.height() + margin, theme.accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.surface, 2));
    painter.setBrush(theme.accent);
    painter.drawEllipse(QPoint(at, whole.center().y()), handle, handle);
    for (const int direction : {-1, 1}) {
        const QPointF tip(at + direction * 7, whole.center().y());
        painter.drawPolyline(QPolygonF{{tip.x() - direction * 3, tip.y() - 3}, tip, {tip.x() - direction * 3, tip.y() + 3}});
    }
}

void ImageCanvas::paintDifference(QPainter &painter) const
{
    constexpr double pale = .25;
    if (!m_pair->difference)
        return;
    const QRect whole = oldPlace().united(newPlace());
    paintBoard(painter, whole);
    painter.fillRect(whole, Theme::of(this).surface);
    painter.setOpacity(pale);
    painter.drawImage(newPlace(), m_shrunk.after.isNull() ? m_pair->after.image : m_shrunk.after);
    painter.setOpacity(1);
    painter.drawImage(whole, coloured(m_shrunk.mask.isNull() ? m_pair->difference->mask : m_shrunk.mask, Theme::of(this).accent));
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    constexpr double step = .05;
    if (m_way == ImageWay::Swipe) {
        const bool isFine = event->modifiers().testFlag(Qt::ShiftModifier);
        switch (event->key()) {
        case Qt::Key_Left:
            return setDivider(m_divider - (isFine ? step / 5 : step));
        case Qt::Key_Right:
            return setDivider(m_divider + (isFine ? step / 5 : step));
        case Qt::Key_Home:
            return setDivider(0);
        case Qt::Key_End:
            return setDivider(1);
        default:
            break;
        }
    }
    QWidget::keyPressEvent(event);
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    if (m_way == ImageWay::Swipe && event->button() == Qt::LeftButton)
        moveDividerTo(event->position().toPoint().x());
    else
        QWidget::mousePressEvent(event);
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_way == ImageWay::Swipe && event->buttons().testFlag(Qt::LeftButton))
        moveDividerTo(event->position().toPoint().x());
    else
        QWidget::mouseMoveEvent(event);
}

void ImageCanvas::moveDividerTo(int x)
{
    const QRect whole = oldPlace().united(newPlace());
    if (!whole.isEmpty())
        setDivider(double(x - whole.left()) / whole.width());
}

} // namespace countersign::ui
