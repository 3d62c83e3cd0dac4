// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace countersign::ui
{

/// The window's style: Fusion, with an own picture where Qt would look through the icon themes of the system for one (thousands
/// of files that are not there, at each start).
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace countersign::ui
