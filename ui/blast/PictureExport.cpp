// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureExport.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace countersign::ui
{

namespace
{

constexpr int scale = 2; ///< of a PNG
constexpr int margin = 24; ///< pixels

void paint(QPainter &painter, const RingPicture &picture, const PictureStyle &style)
{
    const QRectF all(QPointF(0, 0), QSizeF(style.size));
    painter.fillRect(all, style.theme->surface);
    QFont title = style.font;
    title.setPointSizeF(title.pointSizeF() * 1.35);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(style.theme->text);
    QRectF area = all.adjusted(margin, margin, -margin, -margin);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(style.title, Qt::ElideRight, static_cast<int>(area.width())));
    area.setTop(area.top() + painter.fontMetrics().height() + margin);
    painter.setFont(style.font);
    paintRings(painter, picture, planRings(picture, area, style.font), *style.theme);
}

QByteArray svg(const RingPicture &picture, const PictureStyle &style)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(style.size);
    generator.setViewBox(QRect(QPoint(0, 0), style.size));
    generator.setTitle(style.title);
    // Fonts have sizes in points: the same resolution as the screen keeps them in proportion.
    constexpr int dotsPerInch = 96;
    generator.setResolution(dotsPerInch);
    QPainter painter(&generator);
    paint(painter, picture, style);
    painter.end();
    return buffer.data();
}

QByteArray png(const RingPicture &picture, const PictureStyle &style)
{
    QImage image(style.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint(painter, picture, style);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    (void)image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

FileChooser systemFileChooser()
{
    return [](QWidget *parent, const QString &title, const QString &suggested, const QString &filters) {
        return QFileDialog::getSaveFileName(parent, title, suggested, filters);
    };
}

Result<void> writePicture(const RingPicture &picture, const PictureStyle &style, const QString &file)
{
    const bool isPng = file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    const QByteArray bytes = isPng ? png(picture, style) : svg(picture, style);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The picture could not be written.")),
                    file.toStdString());
    return {};
}

} // namespace countersign::ui
