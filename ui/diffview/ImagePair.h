// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <cstdint>
#include <optional>
#include <stop_token>

namespace countersign::ui
{

/// Images with more pixels, or from more bytes, are not decoded.
inline constexpr qint64 mostImagePixels = 32'000'000;
inline constexpr qint64 mostImageBytes = 64LL << 20;

/// One side of an image file, decoded or with the reason why not.
struct DecodedImage {
    enum class State : std::uint8_t {
        Missing, ///< the side does not exist
        Shown,
        Svg, ///< text, which is reviewed as text; it is never drawn
        Unsupported,
        TooLarge,
        Damaged,
    };
    State state = State::Missing;
    QImage image; ///< pixels as stored: no rotation by metadata, no colour management
    QByteArray format; ///< "PNG"; empty where unknown
    QSize size; ///< pixels; also of an image that is too large
    qint64 bytes = 0;
    bool isAnimated = false; ///< only its first frame is shown
};

/// Where two images differ, pixel by pixel. Of images of different size the upper left corners lie on each other, and every pixel
/// that only one has differs.
struct ImageDifference {
    QImage mask; ///< Alpha8; 0: equal; else at least 96, more for a larger difference
    qint64 differing = 0;
    qint64 pixels = 0; ///< of the rectangle that holds both
};

struct ImagePair {
    DecodedImage before;
    DecodedImage after;
    std::optional<ImageDifference> difference; ///< only where both are shown
    bool areBytesEqual = false;
};

/// Decodes what comes from outside: PNG, JPEG, GIF, WebP, BMP and ICO by their first bytes, and no other plugin whatever is
/// installed; bounded in bytes, pixels and memory. Any thread.
[[nodiscard]] DecodedImage decodeImage(const std::optional<QByteArray> &bytes);
/// Colours and transparency, exactly (16 bits a channel where one of them has so many). When stopped, what it has so far.
[[nodiscard]] ImageDifference compareImages(const QImage &before, const QImage &after, const std::stop_token &stop = {});
[[nodiscard]] ImagePair loadImagePair(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after,
                                      const std::stop_token &stop = {});
/// A smaller mask in which no differing pixel is lost: each pixel is the strongest of those that it stands for.
[[nodiscard]] QImage shrunkMask(const QImage &mask, QSize size);

} // namespace countersign::ui
