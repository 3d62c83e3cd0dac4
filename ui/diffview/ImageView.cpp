// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImageView.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace countersign::ui
{

namespace
{

/// Why an image is not shown; empty where it is.
QString sentence(const DecodedImage &side)
{
    switch (side.state) {
    case DecodedImage::State::Missing:
        return ImageView::tr("There is no image on this side.");
    case DecodedImage::State::Shown:
        return {};
    case DecodedImage::State::Svg:
        return ImageView::tr("SVG images are text and are not drawn here: read their lines.");
    case DecodedImage::State::Unsupported:
        return ImageView::tr("Images of this format are not shown.");
    case DecodedImage::State::TooLarge:
        return ImageView::tr("The image is too large to be shown.");
    case DecodedImage::State::Damaged:
        return ImageView::tr("The image is damaged and cannot be shown.");
    }
    std::unreachable();
}

/// "640 × 480 · PNG · 12.3 KiB"
QString facts(const DecodedImage &side)
{
    QStringList parts;
    if (!side.size.isEmpty())
        parts << ImageView::tr("%1 × %2").arg(side.size.width()).arg(side.size.height());
    if (!side.format.isEmpty())
        parts << QString::fromLatin1(side.format);
    if (side.state != DecodedImage::State::Missing)
        parts << QLocale().formattedDataSize(side.bytes);
    if (side.isAnimated)
        parts << ImageView::tr("first frame");
    return parts.join(QStringLiteral(" · "));
}

QString caption(const DecodedImage &side, bool isNew)
{
    if (side.state == DecodedImage::State::Missing)
        return isNew ? ImageView::tr("New: none") : ImageView::tr("Old: none");
    return (isNew ? ImageView::tr("New: %1") : ImageView::tr("Old: %1")).arg(facts(side));
}

/// "1,234 of 307,200 pixels differ (0.4 %)"
QString result(const ImagePair &pair)
{
    if (pair.areBytesEqual)
        return ImageView::tr("Both files are the same.");
    if (!pair.difference)
        return {};
    const auto &[mask, differing, pixels] = *pair.difference;
    if (mask.isNull())
        return ImageView::tr("There is not enough memory to compare them.");
    if (differing == 0)
        return ImageView::tr("No pixel differs; the files differ in compression or metadata.");
    const double percent = 100. * static_cast<double>(differing) / static_cast<double>(pixels);
    const QString share =
        percent < .1 ? ImageView::tr("less than 0.1 %") : ImageView::tr("%1 %").arg(QLocale().toString(percent, 'f', 1));
    return ImageView::tr("%1 of %2 pixels differ (%3)").arg(QLocale().toString(differing), QLocale().toString(pixels), share);
}

} // namespace

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
    , m_oldCaption(new QLabel(this))
    , m_newCaption(new QLabel(this))
    , m_result(new QLabel(this))
    , m_canvas(new ImageCanvas(this))
    , m_ways(new QButtonGroup(this))
    , m_loading(this)
{
    setAccessibleName(tr("Comparison of two images"));
    m_oldCaption->setObjectName(QStringLiteral("imageOldCaption"));
    m_newCaption->setObjectName(QStringLiteral("imageNewCaption"));
    m_newCaption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_result->setObjectName(QStringLiteral("imageResult"));
    m_result->setAlignment(Qt::AlignCenter);
    m_canvas->setObjectName(QStringLiteral("imageCanvas"));
    for (QLabel *label : {m_oldCaption, m_newCaption, m_result})
        label->setTextFormat(Qt::PlainText);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_oldCaption, 1);
    const auto addWay = [&](ImageWay way, const QString &text, const QString &name, const QString &key) {
        auto *button = new QPushButton(text, this);
        button->setCheckable(true);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setToolTip(tr("%1 (key %2)").arg(text, key));
        m_ways->addButton(button, static_cast<int>(way));
        bar->addWidget(button);
    };
    addWay(ImageWay::SideBySide, tr("Side by side"), QStringLiteral("imageSideBySide"), QStringLiteral("1"));
    addWay(ImageWay::Swipe, tr("Swipe"), QStringLiteral("imageSwipe"), QStringLiteral("2"));
    addWay(ImageWay::Difference, tr("Difference"), QStringLiteral("imageDifference"), QStringLiteral("3"));
    bar->addWidget(m_newCaption, 1);

    auto *column = new QVBoxLayout(this);
    column->addLayout(bar);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_result);
    setFocusProxy(m_canvas);
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int id) { setWay(static_cast<ImageWay>(id)); });
    connect(m_canvas, &ImageCanvas::dividerMoved, this, &ImageView::describeDivider);
    clear();
}

void ImageView::setImages(std::optional<QByteArray> oldBytes, std::optional<QByteArray> newBytes)
{
    clear();
    m_result->setText(tr("Decoding the images…"));
    m_loading.start([before = std::move(oldBytes), after = std::move(newBytes)](
                        const std::stop_token &stop, const ProgressCallback &) { return loadImagePair(before, after, stop); },
                    [this](ImagePair pair) { take(std::move(pair)); });
}

void ImageView::clear()
{
    m_loading.cancel();
    m_pair.reset();
    m_canvas->setPair(nullptr);
    for (QLabel *label : {m_oldCaption, m_newCaption, m_result})
        label->clear();
    showWay();
}

void ImageView::take(ImagePair pair)
{
    m_pair = std::make_shared<const ImagePair>(std::move(pair));
    m_oldCaption->setText(caption(m_pair->before, false));
    m_newCaption->setText(caption(m_pair->after, true));
    m_result->setText(result(*m_pair));
    m_canvas->setSentences(sentence(m_pair->before), sentence(m_pair->after));
    m_canvas->setPair(m_pair);
    showWay();
    emit settled();
}

void ImageView::setWay(ImageWay way)
{
    m_wanted = way;
    showWay();
}

void ImageView::showWay()
{
    const ImageWay before = std::exchange(m_way, canCompare() ? m_wanted : ImageWay::SideBySide);
    for (const ImageWay one : {ImageWay::Swipe, ImageWay::Difference})
        m_ways->button(static_cast<int>(one))->setEnabled(canCompare());
    m_ways->button(static_cast<int>(m_way))->setChecked(true);
    m_canvas->setWay(m_way);
    describeDivider();
    if (m_way != before)
        emit wayChanged(m_way);
}

/// What the canvas shows, in words for assistive technology.
void ImageView::describeDivider()
{
    const QString both = m_oldCaption->text() + QStringLiteral(". ") + m_newCaption->text();
    QString name;
    switch (m_way) {
    case ImageWay::SideBySide:
        name = tr("Old image left, new image right");
        break;
    case ImageWay::Swipe:
        name = tr("Old image left of the divider, new image right of it; divider at %1 %")
                   .arg(std::lround(m_canvas->divider() * 100));
        break;
    case ImageWay::Difference:
        name = tr("Pixels that differ");
        break;
    }
    m_canvas->setAccessibleName(name);
    QStringList sentences{both, m_result->text()};
    if (m_pair)
        sentences << sentence(m_pair->before) << sentence(m_pair->after);
    sentences.removeAll(QString());
    m_canvas->setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    const int index = event->key() - Qt::Key_1;
    if (index < 0 || index > 2 || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    setWay(static_cast<ImageWay>(index));
}

} // namespace countersign::ui
