// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace countersign::ui
{

/// A line to type into, with its names.
[[nodiscard]] QLineEdit *lineEdit(const QString &name, const QString &accessibleName, QWidget *parent);

} // namespace countersign::ui
