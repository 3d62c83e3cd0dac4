// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QWidget;

namespace countersign::ui
{

// Small widgets that all pages have, with their names; they show plain text only.

/// A label that wraps.
[[nodiscard]] QLabel *plainLabel(const QString &name, QWidget *parent, const QString &text = {});
/// A label of one line.
[[nodiscard]] QLabel *lineLabel(const QString &name, QWidget *parent);
/// A label of one line that never forces the width of the window: for what comes from outside.
[[nodiscard]] QLabel *elasticLabel(const QString &name, QWidget *parent);
/// A label that wraps, in the weaker colour of second lines.
[[nodiscard]] QLabel *dimmedLabel(const QString &name, QWidget *parent, const QString &text = {});
/// One line in the size of a page's title.
[[nodiscard]] QLabel *titleLabel(const QString &name, QWidget *parent, const QString &text = {});
/// A bold line above a group.
[[nodiscard]] QLabel *headingLabel(const QString &name, QWidget *parent, const QString &text = {});
/// A label whose text can be marked and copied, also by keyboard.
[[nodiscard]] QLabel *copyableLabel(const QString &name, QWidget *parent);
[[nodiscard]] QPlainTextEdit *readOnlyText(const QString &name, const QString &accessibleName, QWidget *parent);
/// A list whose entries wrap.
[[nodiscard]] QListWidget *wrappingList(const QString &name, const QString &accessibleName, QWidget *parent);
/// Makes @p table a list of rows of @p rowHeight pixels: one whole row is selected, Tab leaves it, nothing but the heads is
/// ruled.
void showAsRows(QTableView *table, int rowHeight);
[[nodiscard]] QPushButton *button(const QString &name, const QString &text, QWidget *parent);

} // namespace countersign::ui
