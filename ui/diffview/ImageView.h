// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "ImageCanvas.h"

#include <QWidget>

#include <memory>
#include <optional>

class QButtonGroup;
class QLabel;

namespace countersign::ui
{

/// Two versions of an image: side by side, one over the other with a divider (arrow keys move it), or their difference, with the
/// keys 1, 2 and 3; above them dimensions, format and size, below them how many pixels differ. Decoding and comparing happen in a
/// worker.
class ImageView : public QWidget
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);

    /// Shows the bytes of both sides; nothing: the side does not exist. Returns at once; settled() follows.
    void setImages(std::optional<QByteArray> oldBytes, std::optional<QByteArray> newBytes);
    /// Stops what is running and shows nothing.
    void clear();

    [[nodiscard]] ImageWay way() const { return m_way; }
    /// Both other ways need two images that are shown; otherwise it stays side by side.
    void setWay(ImageWay way);
    [[nodiscard]] bool isBusy() const { return m_loading.isRunning(); }
    /// What is shown; nothing before settled().
    [[nodiscard]] const ImagePair *pair() const { return m_pair.get(); }

signals:
    void settled();
    void wayChanged(countersign::ui::ImageWay way);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(ImagePair pair);
    void showWay();
    void describeDivider();
    [[nodiscard]] bool canCompare() const { return m_pair && m_pair->difference; }

    QLabel *m_oldCaption;
    QLabel *m_newCaption;
    QLabel *m_result;
    ImageCanvas *m_canvas;
    QButtonGroup *m_ways;
    ImageWay m_wanted = ImageWay::SideBySide; ///< what the reader chose; kept for the next pair that can be shown so
    ImageWay m_way = ImageWay::SideBySide;
    std::shared_ptr<const ImagePair> m_pair;
    Job m_loading;
};

} // namespace countersign::ui
