// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace countersign::test
{

/// The widget of this name; the test ends without one.
template<class T>
T *need(const QObject &in, const char *name)
{
    auto *widget = in.findChild<T *>(QString::fromLatin1(name));
    if (!widget)
        qFatal("no widget %s", name);
    return widget;
}

} // namespace countersign::test
