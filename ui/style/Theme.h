// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Band.h"
#include "core/Provenance.h"
#include "syntax/Syntax.h"

#include <QColor>
#include <QFont>

class QApplication;
class QWidget;

namespace countersign::ui
{

/// Every colour of the window, in one place. Risk colours are used for risk only.
struct Theme {
    QColor surface; ///< behind text and lists
    QColor panel; ///< behind bars and headers
    QColor border;
    QColor text;
    QColor dimmed; ///< second lines, line numbers
    QColor accent;
    QColor accentSoft; ///< behind the selected row
    QColor removed;
    QColor removedStrong; ///< behind the changed words of a removed line
    QColor added;
    QColor addedStrong;
    QColor moved;
    QColor movedEdge; ///< the edge of a moved block
    QColor hit; ///< behind what was searched for
    QColor hitCurrent;
    QColor gap; ///< hatching where a side has no line
    QColor ai;
    QColor bands[4]; ///< low, moderate, high, critical
    QColor bandsSoft[4]; ///< behind finding cards

    [[nodiscard]] const QColor &band(Band band) const { return bands[static_cast<int>(band)]; }
    [[nodiscard]] const QColor &bandSoft(Band band) const { return bandsSoft[static_cast<int>(band)]; }
    [[nodiscard]] QColor syntax(syntax::Style style) const;

    [[nodiscard]] static const Theme &light();
    [[nodiscard]] static const Theme &dark();
    /// Removed and added told apart by orange and blue, which every kind of colour vision does.
    [[nodiscard]] static const Theme &lightForColourBlind();
    [[nodiscard]] static const Theme &darkForColourBlind();
    /// Black and white with full colours: every text at least 7:1 against what is behind it.
    [[nodiscard]] static const Theme &contrast();
    /// The theme in force.
    [[nodiscard]] static const Theme &of(const QWidget *widget);
};

/// Puts style, palette, fonts and style sheet of the whole application in place.
/// @param scheme "light", "dark", "light-colour-blind", "dark-colour-blind", "contrast", or empty for the desktop's own.
void applyTheme(QApplication &application, const QString &scheme);

/// The font that the user wants for code; empty: the program's own choice.
void setCodeFamily(const QString &family);
/// The monospaced font of the diff.
[[nodiscard]] QFont codeFont(int pointSize = 10);

} // namespace countersign::ui
