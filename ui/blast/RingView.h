// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RingPicture.h"

#include <QPixmap>
#include <QWidget>

namespace countersign::ui
{

struct Theme;

/// The picture of a blast radius: the change in the middle, what it reaches around it. Keys: left and right along a ring, up and
/// down outwards and inwards, Enter goes to the line. The table beside it says the same to assistive technology. GUI thread.
class RingView : public QWidget
{
    Q_OBJECT
public:
    explicit RingView(QWidget *parent = nullptr);

    /// The current file stays where it is still shown.
    void setPicture(RingPicture picture);
    [[nodiscard]] const RingPicture &picture() const { return m_picture; }
    /// The mark of a file becomes current; one that is not shown: none.
    void setCurrentFile(std::uint32_t dependent);
    [[nodiscard]] int currentMark() const { return m_current; }
    [[nodiscard]] QPointF pointOf(int mark) const; ///< its middle, in the widget
    [[nodiscard]] QSize sizeHint() const override { return {740, 740}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 320}; }

signals:
    void markChosen(int mark); ///< the reader made it current
    void markActivated(int mark); ///< Enter or a double click
    void sectorActivated(int sector); ///< a click on its label

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void replan();
    void choose(int mark);
    [[nodiscard]] int markAt(QPointF point) const;
    [[nodiscard]] int sectorLabelAt(QPointF point) const;
    [[nodiscard]] QString describe(int mark) const;

    RingPicture m_picture;
    RingPlan m_plan;
    const Theme *m_stillTheme = nullptr; ///< whose colours m_still has: two schemes may share a palette
    QPixmap m_still; ///< all but what the reader points at; null: to be painted anew
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace countersign::ui
