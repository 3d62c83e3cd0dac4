// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include "Background.h"
#include "MainWindow.h"

#include "change/ChangePage.h"
#include "queue/QueuePage.h"
#include "style/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace countersign::ui
{

namespace
{

/// Writes a picture once nothing runs any more, then ends the program.
/// @param page action that shows the page to be seen; empty: the one that is there.
void takeScreenshot(MainWindow &window, const QString &file, const QString &page)
{
    auto *timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, file, next = page, timer, quiet = 0]() mutable {
        // Two quiet looks in a row: colours and layouts of the last result have been painted.
        quiet = window.isSettled() ? quiet + 1 : 0;
        if (quiet < 4)
            return;
        if (!next.isEmpty()) {
            window.run(std::exchange(next, QString()));
            quiet = 0;
            return;
        }
        timer->stop();
        QCoreApplication::exit(window.grab().save(file) ? 0 : 3);
    });
    timer->start(150);
}

} // namespace

int runWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption scheme(QStringLiteral("scheme"), QString(), QStringLiteral("light|dark"));
    const QCommandLineOption page(QStringLiteral("page"), QString(),
                                  QStringLiteral("showQueue|showChange|showBlast|showMeetings"));
    parser.addOptions({screenshot, scheme, page});
    if (!parser.parse(QStringList{QStringLiteral("countersign")} + arguments) || parser.positionalArguments().size() > 2) {
        std::fputs(qPrintable(QCoreApplication::translate("Application", "countersign: %1 See “countersign --help”.\n")
                                  .arg(parser.errorText())),
                   stderr);
        return 2;
    }
    const QString wanted = parser.isSet(scheme) ? parser.value(scheme) : QSettings().value(QStringLiteral("scheme")).toString();
    applyTheme(*qApp, wanted);
    MainWindow window;
    const auto positional = parser.positionalArguments();
    window.openRepository(positional.value(0, QStringLiteral(".")), positional.value(1));
    window.show();
    if (parser.isSet(screenshot))
        takeScreenshot(window, parser.value(screenshot), parser.value(page));
    const int code = QApplication::exec();
    Background::shared().waitForDone();
    return code;
}

} // namespace countersign::ui
