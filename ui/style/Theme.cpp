// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme.h"

#include "Style.h"

#include <QApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>
#include <QWidget>

namespace countersign::ui
{

namespace
{

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.panel);
    palette.setColor(QPalette::Button, theme.surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.dimmed);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::Highlight, theme.accentSoft);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.dimmed);
    return palette;
}

QString styleSheetOf(const Theme &theme)
{
    return QStringLiteral(
               "QMainWindow, QDialog { background: %1; }"
               "QAbstractItemView, QAbstractScrollArea { border: none; background: %1; }"
               "QSplitter::handle { background: %2; }"
               "QHeaderView::section { background: %1; color: %3; border: none; border-bottom: 1px solid %2; padding: 7px 10px; }"
               "QTabWidget::pane { border: none; border-top: 1px solid %2; }"
               "QTabBar::tab { background: transparent; color: %3; padding: 9px 5px; border: none; border-bottom: 2px solid "
               "transparent; }"
               "QTabBar::tab:selected { color: %4; border-bottom: 2px solid %4; }"
               "QPushButton { background: %1; color: %5; border: 1px solid %2; border-radius: 6px; padding: 5px 14px; }"
               "QPushButton:hover, QPushButton:focus { border-color: %4; }"
               "QPushButton:checked { color: %4; border-color: %4; font-weight: 600; }"
               "QPushButton:disabled { color: %3; }"
               "QPushButton[primary=\"true\"] { background: %4; color: %1; border-color: %4; font-weight: 600; }"
               "QPushButton[primary=\"true\"]:disabled { background: %2; color: %3; border-color: %2; }"
               "QLineEdit, QPlainTextEdit { background: %1; border: 1px solid %2; border-radius: 6px; padding: 4px "
               "8px; }"
               "QLineEdit:focus, QPlainTextEdit:focus { border-color: %4; }"
               "QProgressBar { background: %2; border: none; border-radius: 3px; max-height: 6px; }"
               "QProgressBar::chunk { background: %4; border-radius: 3px; }"
               "QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 12px; height: 12px; "
               "background: %1; border: 1px solid %3; border-radius: 3px; }"
               "QRadioButton::indicator { border-radius: 7px; }"
               "QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: %4; }"
               "QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: %4; border-color: %4; }"
               "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid %4; }"
               "QScrollBar:vertical { background: transparent; width: 12px; } QScrollBar:horizontal { background: transparent; "
               "height: 12px; }"
               "QScrollBar::handle { background: %2; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }"
               "QScrollBar::handle:hover { background: %3; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
               "QListWidget#settingsSections { padding: 0 6px 0 10px; }"
               "QListWidget#settingsSections::item { color: %5; border-radius: 6px; padding: 0 8px; }"
               "QListWidget#settingsSections::item:selected { background: palette(highlight); }"
               "QListWidget#settingsSections::item:focus:selected { border: 1px solid %4; }"
               "QToolTip { background: %1; color: %5; border: 1px solid %2; }")
        .arg(theme.surface.name(), theme.border.name(), theme.dimmed.name(), theme.accent.name(), theme.text.name());
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme{.surface = rgb(0xffffff),
                             .panel = rgb(0xffffff),
                             .border = rgb(0xdfe3e8),
                             .text = rgb(0x1b1f24),
                             .dimmed = rgb(0x69717c),
                             .accent = rgb(0x2a5bd0),
                             .accentSoft = rgb(0xe6eefc),
                             .removed = rgb(0xfde9e8),
                             .removedStrong = rgb(0xf4bfbd),
                             .added = rgb(0xe6f4e9),
                             .addedStrong = rgb(0xb3debb),
                             .moved = rgb(0xe3f1f6),
                             .movedEdge = rgb(0x2f86a6),
                             .hit = rgb(0xfff0a8),
                             .hitCurrent = rgb(0xffc94d),
                             .gap = rgb(0xe9ecf0),
                             .ai = rgb(0x6246c5),
                             .bands = {rgb(0x2e7d3c), rgb(0x866a00), rgb(0xbd5407), rgb(0xb42320)},
                             .bandsSoft = {rgb(0xe9f5ec), rgb(0xfbf4dd), rgb(0xfdf0e3), rgb(0xfdeaea)}};
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme{.surface = rgb(0x1f2227),
                             .panel = rgb(0x1f2227),
                             .border = rgb(0x363b43),
                             .text = rgb(0xe7e9ec),
                             .dimmed = rgb(0x9aa2ad),
                             .accent = rgb(0x86acff),
                             .accentSoft = rgb(0x26324d),
                             .removed = rgb(0x3a1c1e),
                             .removedStrong = rgb(0x743337),
                             .added = rgb(0x173320),
                             .addedStrong = rgb(0x2e6b3c),
                             .moved = rgb(0x1b3540),
                             .movedEdge = rgb(0x56b4d3),
                             .hit = rgb(0x5c5014),
                             .hitCurrent = rgb(0x6b5300),
                             .gap = rgb(0x2a2e35),
                             .ai = rgb(0xb3a1ff),
                             .bands = {rgb(0x8ed29c), rgb(0xf0cf62), rgb(0xffb066), rgb(0xff8a83)},
                             .bandsSoft = {rgb(0x1c3022), rgb(0x35301a), rgb(0x3a2a18), rgb(0x3b1a1b)}};
    return theme;
}

const Theme &Theme::lightForColourBlind()
{
    static const Theme theme = [] {
        Theme one = light();
        one.removed = rgb(0xfdecdc);
        one.removedStrong = rgb(0xf5c08c);
        one.added = rgb(0xe2edfb);
        one.addedStrong = rgb(0xa9cbf3);
        one.moved = rgb(0xf1ecf8);
        one.movedEdge = rgb(0x7a5cab);
        // Okabe and Ito's palette, darkened until it reads as text.
        for (int i = 0; const unsigned value : {0x00563fU, 0x7a6200U, 0xb04700U, 0x8a0f5eU})
            one.bands[i++] = rgb(value);
        return one;
    }();
    return theme;
}

const Theme &Theme::darkForColourBlind()
{
    static const Theme theme = [] {
        Theme one = dark();
        one.removed = rgb(0x3b2814);
        one.removedStrong = rgb(0x7a4d17);
        one.added = rgb(0x16294a);
        one.addedStrong = rgb(0x2b5596);
        one.moved = rgb(0x2d2540);
        one.movedEdge = rgb(0xb79be8);
        for (int i = 0; const unsigned value : {0x4fd1a8U, 0xf0e442U, 0xf5a04aU, 0xf29ad0U})
            one.bands[i++] = rgb(value);
        return one;
    }();
    return theme;
}

const Theme &Theme::contrast()
{
    static const Theme theme{.surface = rgb(0x000000),
                             .panel = rgb(0x000000),
                             .border = rgb(0xffffff),
                             .text = rgb(0xffffff),
                             .dimmed = rgb(0xd8d8d8),
                             .accent = rgb(0x8ec7ff),
                             .accentSoft = rgb(0x00315f),
                             .removed = rgb(0x4a0000),
                             .removedStrong = rgb(0x8a0000),
                             .added = rgb(0x003a10),
                             .addedStrong = rgb(0x005a1a),
                             .moved = rgb(0x00344a),
                             .movedEdge = rgb(0x4fd6ff),
                             .hit = rgb(0x5a4a00),
                             .hitCurrent = rgb(0x6b4500),
                             .gap = rgb(0x3a3a3a),
                             .ai = rgb(0xd6bfff),
                             .bands = {rgb(0x7dff9a), rgb(0xffe14d), rgb(0xffb257), rgb(0xff9a94)},
                             .bandsSoft = {rgb(0x00240b), rgb(0x2a2300), rgb(0x2e1700), rgb(0x330300)}};
    return theme;
}

namespace
{

const Theme *&current()
{
    static const Theme *theme = &Theme::light();
    return theme;
}

const Theme &themeFor(const QString &scheme)
{
    if (scheme.isEmpty())
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Theme::dark() : Theme::light();
    if (scheme == QLatin1String("dark"))
        return Theme::dark();
    if (scheme == QLatin1String("light-colour-blind"))
        return Theme::lightForColourBlind();
    if (scheme == QLatin1String("dark-colour-blind"))
        return Theme::darkForColourBlind();
    return scheme == QLatin1String("contrast") ? Theme::contrast() : Theme::light();
}

} // namespace

const Theme &Theme::of(const QWidget *)
{
    return *current();
}

QColor Theme::syntax(syntax::Style style) const
{
    using syntax::Style;
    const bool isDark = surface.lightness() < 128;
    switch (style) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Preprocessor:
    case Style::Import:
        return isDark ? rgb(0xd3a4ee) : rgb(0x7c2fa6);
    case Style::DataType:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Attribute:
        return isDark ? rgb(0x86c8e8) : rgb(0x1c6a93);
    case Style::Function:
        return isDark ? rgb(0x9fc4ff) : rgb(0x234fa8);
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
    case Style::Char:
    case Style::SpecialChar:
        return isDark ? rgb(0x9bd7a6) : rgb(0x1c6e33);
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        return isDark ? rgb(0x85b7ff) : rgb(0x1f4fc4);
    case Style::Comment:
    case Style::Documentation:
    case Style::CommentVar:
    case Style::RegionMarker:
        return dimmed;
    case Style::Annotation:
    case Style::Information:
    case Style::Warning:
    case Style::Alert:
        return isDark ? rgb(0xe7b56b) : rgb(0x8a5a00);
    case Style::Error:
        return bands[3];
    case Style::Normal:
    case Style::Variable:
    case Style::Operator:
    case Style::Others:
        return text;
    }
    return text;
}

void applyTheme(QApplication &application, const QString &scheme)
{
    const Theme &theme = themeFor(scheme);
    current() = &theme;
    QApplication::setStyle(new Style);
    QApplication::setPalette(paletteOf(theme));
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(9.75);
    QApplication::setFont(font);
    application.setStyleSheet(styleSheetOf(theme));
}

namespace
{

QString &codeFamily()
{
    static QString family;
    return family;
}

} // namespace

void setCodeFamily(const QString &family)
{
    codeFamily() = family;
}

QFont codeFont(int pointSize)
{
    QStringList families{QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
                         QStringLiteral("monospace")};
    if (!codeFamily().isEmpty())
        families.prepend(codeFamily());
    QFont font(families);
    font.setPointSize(pointSize);
    font.setFixedPitch(true);
    font.setStyleHint(QFont::Monospace);
    // Ligatures would hide what characters a line really has.
    font.setFeature(QFont::Tag("liga"), 0);
    font.setFeature(QFont::Tag("calt"), 0);
    return font;
}

} // namespace countersign::ui
