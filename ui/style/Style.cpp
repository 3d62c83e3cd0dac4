// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Style.h"

#include "Icons.h"

namespace countersign::ui
{

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    return icon == SP_LineEditClearButton ? clearIcon() : QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace countersign::ui
