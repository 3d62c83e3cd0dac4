// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "ImagePair.h"

#include <QWidget>

#include <memory>

namespace countersign::ui
{

enum class ImageWay : std::uint8_t {
    SideBySide,
    Swipe, ///< one over the other, with a divider: the old one left of it, the new one right
    Difference, ///< what differs, over a pale picture of the new one
};

/// Paints a pair of images, fitted to its size and all at one scale: whole multiples when enlarged, never more than sixteen
/// times. Large images are made smaller in a worker, so that painting takes no longer than for small ones.
class ImageCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit ImageCanvas(QWidget *parent = nullptr);

    void setPair(std::shared_ptr<const ImagePair> pair);
    void setWay(ImageWay way);
    /// Place of the divider, 0 (only the new image) to 1 (only the old one).
    [[nodiscard]] double divider() const { return m_divider; }
    void setDivider(double share);
    /// What stands in place of an image that is not shown.
    void setSentences(const QString &before, const QString &after);
    [[nodiscard]] QSize sizeHint() const override { return {640, 400}; }
    /// Where an image stands; tests look there.
    [[nodiscard]] QRect oldPlace() const;
    [[nodiscard]] QRect newPlace() const;

signals:
    void dividerMoved(double share);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// Both images and the mask in the size they are painted with, in device pixels.
    struct Shrunk {
        double scale = 0;
        QImage before;
        QImage after;
        QImage mask;
    };
    [[nodiscard]] QRect room(bool isNew) const;
    [[nodiscard]] QSize wholeSize() const;
    [[nodiscard]] double scale() const;
    [[nodiscard]] QRect placeOf(const QImage &image, bool isNew) const;
    void shrink();
    void paintSide(QPainter &painter, bool isNew) const;
    void paintSwipe(QPainter &painter) const;
    void paintDifference(QPainter &painter) const;
    void paintBoard(QPainter &painter, const QRect &rect) const;
    void moveDividerTo(int x);

    std::shared_ptr<const ImagePair> m_pair;
    QString m_oldSentence;
    QString m_newSentence;
    ImageWay m_way = ImageWay::SideBySide;
    double m_divider = .5;
    Shrunk m_shrunk;
    Job m_shrinking;
};

} // namespace countersign::ui
