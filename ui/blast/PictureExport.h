// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RingPicture.h"

#include "core/Error.h"

#include <QFont>
#include <QSize>

#include <functional>

class QWidget;

namespace countersign::ui
{

/// Asks the reader for a file to write; empty: none. Tests answer in his place.
using FileChooser =
    std::function<QString(QWidget *parent, const QString &title, const QString &suggested, const QString &filters)>;
[[nodiscard]] FileChooser systemFileChooser();

/// What an exported picture is made with.
struct PictureStyle {
    QString title; ///< above the circle
    QFont font;
    const Theme *theme = nullptr; ///< never null
    QSize size{1200, 1000}; ///< pixels; a PNG has twice as many in each direction
};

/// Writes the picture as SVG or, where the name ends in ".png", as PNG. Errors: the file cannot be written.
[[nodiscard]] Result<void> writePicture(const RingPicture &picture, const PictureStyle &style, const QString &file);

} // namespace countersign::ui
