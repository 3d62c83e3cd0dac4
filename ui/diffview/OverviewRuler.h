// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace countersign::ui
{

class DiffView;

/// The whole file in one column beside the scroll bar: added, removed and moved lines, findings, what is read, and the part that
/// is visible. A click or a drag goes there.
class OverviewRuler : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewRuler(DiffView *view);

    [[nodiscard]] QSize sizeHint() const override { return {14, 100}; }
    /// The picture is made anew before it is painted next.
    void invalidate();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void goTo(int y);
    [[nodiscard]] QPixmap drawn() const;

    DiffView *m_view;
    QPixmap m_marks; ///< everything but the visible part
};

} // namespace countersign::ui
