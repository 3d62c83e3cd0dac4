// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImagePair.h"

#include <QBuffer>
#include <QImageReader>
#include <QRgba64>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace countersign::ui
{

namespace
{

constexpr int allocationMiB = 256;

/// The only formats that are decoded: every further plugin would be one more parser of hostile bytes.
QByteArray formatOf(const QByteArray &bytes)
{
    using namespace Qt::StringLiterals;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"_ba))
        return "png"_ba;
    if (bytes.startsWith("\xFF\xD8\xFF"_ba))
        return "jpeg"_ba;
    if (bytes.startsWith("GIF87a"_ba) || bytes.startsWith("GIF89a"_ba))
        return "gif"_ba;
    if (bytes.startsWith("RIFF"_ba) && bytes.sliced(std::min<qsizetype>(8, bytes.size())).startsWith("WEBP"_ba))
        return "webp"_ba;
    if (bytes.startsWith("BM"_ba))
        return "bmp"_ba;
    if (bytes.startsWith(QByteArrayView("\0\0\1\0", 4)))
        return "ico"_ba;
    return {};
}

bool isSvg(const QByteArray &bytes)
{
    constexpr qsizetype look = 4096;
    return bytes.first(std::min(look, bytes.size())).contains("<svg");
}

quint8 strength(int difference)
{
    constexpr int least = 96;
    return static_cast<quint8>(least + difference * (255 - least) / 255);
}

quint8 differenceOf(QRgb a, QRgb b)
{
    return strength(std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b)),
                              std::abs(qAlpha(a) - qAlpha(b))}));
}

quint8 differenceOf(QRgba64 a, QRgba64 b)
{
    constexpr int depthRatio = 257; // of 16 to 8 bits
    const int most = std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue()),
                               std::abs(a.alpha() - b.alpha())});
    return strength(most / depthRatio);
}

template<class Pixel>
void compareRow(const QImage &before, const QImage &after, int y, quint8 *out, qint64 &differing)
{
    const auto *a = reinterpret_cast<const Pixel *>(before.constScanLine(y));
    const auto *b = reinterpret_cast<const Pixel *>(after.constScanLine(y));
    const int common = std::min(before.width(), after.width());
    for (int x = 0; x < common; ++x) {
        if (a[x] == b[x])
            continue;
        out[x] = differenceOf(a[x], b[x]);
        ++differing;
    }
}

} // namespace

DecodedImage decodeImage(const std::optional<QByteArray> &bytes)
{
    DecodedImage out;
    if (!bytes)
        return out;
    out.bytes = bytes->size();
    const QByteArray format = formatOf(*bytes);
    if (format.isEmpty()) {
        out.state = isSvg(*bytes) ? DecodedImage::State::Svg : DecodedImage::State::Unsupported;
        return out;
    }
    out.format = format == "jpeg" ? QByteArrayLiteral("JPEG") : format == "webp" ? QByteArrayLiteral("WebP") : format.toUpper();
    if (out.bytes > mostImageBytes) {
        out.state = DecodedImage::State::TooLarge;
        return out;
    }
    static const bool isLimited = [] {
        QImageReader::setAllocationLimit(allocationMiB);
        return true;
    }();
    (void)isLimited;
    QBuffer buffer;
    buffer.setData(*bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    if (!reader.canRead()) {
        out.state = QImageReader::supportedImageFormats().contains(format) ? DecodedImage::State::Damaged
                                                                           : DecodedImage::State::Unsupported;
        return out;
    }
    out.size = reader.size();
    if (qint64{out.size.width()} * out.size.height() > mostImagePixels) {
        out.state = DecodedImage::State::TooLarge;
        return out;
    }
    out.isAnimated = reader.supportsAnimation() && reader.imageCount() > 1;
    if (!reader.read(&out.image) || out.image.isNull()) {
        out.image = {};
        out.state = DecodedImage::State::Damaged;
        return out;
    }
    out.image.setDevicePixelRatio(1);
    out.size = out.image.size();
    out.state = DecodedImage::State::Shown;
    return out;
}

ImageDifference compareImages(const QImage &before, const QImage &after, const std::stop_token &stop)
{
    const bool isDeep = before.depth() > 32 || after.depth() > 32;
    const QImage::Format format = isDeep ? QImage::Format_RGBA64 : QImage::Format_ARGB32;
    const QImage a = before.convertToFormat(format);
    const QImage b = after.convertToFormat(format);
    const QSize whole = a.size().expandedTo(b.size());
    const QSize common = a.size().boundedTo(b.size());
    ImageDifference out;
    out.pixels = qint64{whole.width()} * whole.height();
    out.mask = QImage(whole, QImage::Format_Alpha8);
    if (out.mask.isNull())
        return out;
    out.mask.fill(0);
    for (int y = 0; y < whole.height() && !stop.stop_requested(); ++y) {
        quint8 *row = out.mask.scanLine(y);
        if (y >= common.height()) {
            // Below one of them the other is alone, as far as it reaches.
            const int width = y < a.height() ? a.width() : b.width();
            std::fill_n(row, width, quint8{255});
            std::fill_n(row + width, whole.width() - width, quint8{255});
            out.differing += whole.width();
            continue;
        }
        if (isDeep)
            compareRow<QRgba64>(a, b, y, row, out.differing);
        else
            compareRow<QRgb>(a, b, y, row, out.differing);
        std::fill(row + common.width(), row + whole.width(), quint8{255});
        out.differing += whole.width() - common.width();
    }
    return out;
}

ImagePair loadImagePair(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after,
                        const std::stop_token &stop)
{
    ImagePair pair;
    pair.areBytesEqual = before && after && *before == *after;
    pair.before = decodeImage(before);
    if (stop.stop_requested())
        return pair;
    pair.after = pair.areBytesEqual ? pair.before : decodeImage(after);
    if (pair.before.state == DecodedImage::State::Shown && pair.after.state == DecodedImage::State::Shown)
        pair.difference = compareImages(pair.before.image, pair.after.image, stop);
    // The format that is painted without a conversion.
    for (QImage *image : {&pair.before.image, &pair.after.image}) {
        if (!image->isNull())
            image->convertTo(QImage::Format_ARGB32_Premultiplied);
    }
    return pair;
}

QImage shrunkMask(const QImage &mask, QSize size)
{
    QImage out(size, QImage::Format_Alpha8);
    out.fill(0);
    for (int y = 0; y < mask.height(); ++y) {
        const quint8 *from = mask.constScanLine(y);
        quint8 *to = out.scanLine(static_cast<int>(qint64{y} * size.height() / mask.height()));
        for (int x = 0; x < mask.width(); ++x) {
            if (from[x] == 0)
                continue;
            quint8 &pixel = to[qint64{x} * size.width() / mask.width()];
            pixel = std::max(pixel, from[x]);
        }
    }
    return out;
}

} // namespace countersign::ui
