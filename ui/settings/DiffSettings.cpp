// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffSettings.h"

#include <QSettings>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int lastWhitespace = static_cast<int>(diff::Whitespace::All);

} // namespace

DiffSettings DiffSettings::read()
{
    const QSettings settings;
    const auto number = [&settings](const char *key, int usual, int least, int most) {
        return std::clamp(settings.value(QString::fromLatin1(key), usual).toInt(), least, most);
    };
    const auto flag = [&settings](const char *key) { return settings.value(QString::fromLatin1(key), false).toBool(); };
    DiffSettings out;
    out.isUnified = flag("diff/unified");
    out.isWrapped = flag("diff/wrapped");
    out.tabWidth = number("diff/tabWidth", out.tabWidth, 1, 16);
    out.codeSize = number("diff/codeSize", out.codeSize, 6, 32);
    out.context = number("diff/context", out.context, 0, 100);
    out.family = settings.value(QStringLiteral("diff/font")).toString();
    out.options.whitespace = static_cast<diff::Whitespace>(number("diff/whitespace", 0, 0, lastWhitespace));
    out.options.ignoreBlankLines = flag("diff/blankLines");
    return out;
}

void DiffSettings::write() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("diff/unified"), isUnified);
    settings.setValue(QStringLiteral("diff/wrapped"), isWrapped);
    settings.setValue(QStringLiteral("diff/tabWidth"), tabWidth);
    settings.setValue(QStringLiteral("diff/codeSize"), codeSize);
    settings.setValue(QStringLiteral("diff/context"), context);
    settings.setValue(QStringLiteral("diff/font"), family);
    settings.setValue(QStringLiteral("diff/whitespace"), static_cast<int>(options.whitespace));
    settings.setValue(QStringLiteral("diff/blankLines"), options.ignoreBlankLines);
}

} // namespace countersign::ui
