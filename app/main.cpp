// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Version.h"
#include "cli/CommandLine.h"
#include "core/Memory.h"
#include "ui/Application.h"
#include "ui/sign/Askpass.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <clocale>

namespace
{

/// The language of the user interface: COUNTERSIGN_LANG, else what was chosen in the window, else the system's.
void installTranslations(QCoreApplication &application)
{
    const QString wanted = qEnvironmentVariable("COUNTERSIGN_LANG", QSettings().value(QStringLiteral("language")).toString());
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    // English underneath for its plurals: where another language has no text, the source's English is shown.
    for (const QLocale &one : {QLocale(QLocale::English), locale}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(one, QStringLiteral("countersign"), QStringLiteral("_"),
                             QStringLiteral(":/countersign/translations")))
            QCoreApplication::installTranslator(translator);
    }
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(countersign::engineVersion));
    QCoreApplication::setOrganizationName(QStringLiteral("countersign"));
}

} // namespace

int main(int argc, char *argv[])
{
    countersign::giveLargeBlocksBack();
    std::setlocale(LC_ALL, "");
    nameApplication();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (countersign::ui::isAskpass()) {
        QApplication application(argc, argv);
        installTranslations(application);
        return countersign::ui::runAskpass(arguments.value(0));
    }
    if (countersign::cli::isCommandLine(arguments)) {
        QCoreApplication application(argc, argv);
        installTranslations(application);
        return countersign::cli::run(arguments);
    }
    QApplication application(argc, argv);
    installTranslations(application);
    return countersign::ui::runWindow(arguments);
}
