// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Version.h"
#include "cli/CommandLine.h"
#include "core/Memory.h"
#include "ui/Application.h"
#include "ui/Translations.h"
#include "ui/sign/Askpass.h"

#include <QApplication>
#include <QCoreApplication>

#include <clocale>

namespace
{

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
        countersign::ui::installTranslations();
        return countersign::ui::runAskpass(arguments.value(0));
    }
    if (countersign::cli::isCommandLine(arguments)) {
        countersign::shareFreeMemory();
        QCoreApplication application(argc, argv);
        countersign::ui::installTranslations();
        return countersign::cli::run(arguments);
    }
    countersign::ui::WindowStart window(arguments);
    QApplication application(argc, argv);
    countersign::ui::installTranslations();
    return window.run();
}
