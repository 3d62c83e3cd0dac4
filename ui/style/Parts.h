// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QWidget;

namespace countersign::ui
{

// Small widgets that all pages have, with their names; they show plain text only.

/// A label that wraps.
[[nodiscard]] QLabel *plainLabel(const QString &name, QWidget *parent, const QString &text = {});
/// The same in the weaker colour of second lines.
[[nodiscard]] QLabel *dimmedLabel(const QString &name, QWidget *parent, const QString &text = {});
/// One line in the size of a page's title.
[[nodiscard]] QLabel *titleLabel(const QString &name, QWidget *parent, const QString &text = {});
/// A bold line above a group.
[[nodiscard]] QLabel *headingLabel(const QString &name, QWidget *parent, const QString &text = {});
/// A label whose text can be marked and copied, also by keyboard.
[[nodiscard]] QLabel *copyableLabel(const QString &name, QWidget *parent);
[[nodiscard]] QPlainTextEdit *readOnlyText(const QString &name, const QString &accessibleName, QWidget *parent);
[[nodiscard]] QPushButton *button(const QString &name, const QString &text, QWidget *parent);

} // namespace countersign::ui
