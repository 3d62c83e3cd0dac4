// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace countersign::ui
{

void installTranslations()
{
    auto *application = QCoreApplication::instance();
    const auto installed = application->findChildren<QTranslator *>(QStringLiteral("countersign"));
    for (auto *old : installed) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    const QString wanted = qEnvironmentVariable("COUNTERSIGN_LANG", QSettings().value(QStringLiteral("language")).toString());
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    // English underneath for its plurals: where another language has no text, the source's English is shown.
    for (const QLocale &one : {QLocale(QLocale::English), locale}) {
        auto *translator = new QTranslator(application);
        translator->setObjectName(QStringLiteral("countersign"));
        if (translator->load(one, QStringLiteral("countersign"), QStringLiteral("_"),
                             QStringLiteral(":/countersign/translations")))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace countersign::ui
