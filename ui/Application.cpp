// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include "Background.h"
#include "MainWindow.h"
#include "Translations.h"
#include "Workspace.h"

#include "change/ChangePage.h"
#include "queue/QueuePage.h"
#include "style/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <future>
#include <memory>
#include <utility>

namespace countersign::ui
{

namespace
{

/// Writes a picture once nothing runs any more, then ends the program.
/// @param action that is run before, as the table of actions names it; may be empty
void takeScreenshot(MainWindow &window, const QString &file, const QString &action)
{
    auto *timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, file, timer, wanted = action, quiet = 0]() mutable {
        // Two quiet looks in a row: colours and layouts of the last result have been painted.
        quiet = window.isSettled() ? quiet + 1 : 0;
        if (quiet < 4)
            return;
        if (!wanted.isEmpty()) {
            window.run(std::exchange(wanted, {}));
            quiet = 0;
            return;
        }
        timer->stop();
        QCoreApplication::exit(window.grab().save(file) ? 0 : 3);
    });
    timer->start(150);
}

/// Opens the repository and compares the change while the window is being built.
MainWindow::Opening beginToOpen(const std::string &repository, const std::string &change)
{
    return std::async(std::launch::async, [repository, change] {
        auto workspace = Workspace::open(repository);
        if (workspace && !change.empty())
            (*workspace)->begin(change);
        return workspace;
    });
}

} // namespace

int runWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption scheme(QStringLiteral("scheme"), QString(), QStringLiteral("light|dark"));
    const QCommandLineOption action(QStringLiteral("action"), QString(), QStringLiteral("ID"));
    parser.addOptions({screenshot, scheme, action});
    if (!parser.parse(QStringList{QStringLiteral("countersign")} + arguments) || parser.positionalArguments().size() > 2) {
        std::fputs(qPrintable(QCoreApplication::translate("Application", "countersign: %1 See “countersign --help”.\n")
                                  .arg(parser.errorText())),
                   stderr);
        return 2;
    }
    const auto positional = parser.positionalArguments();
    const QString repository = positional.value(0, QStringLiteral("."));
    const MainWindow::Opening opening = beginToOpen(repository.toStdString(), positional.value(1).toStdString());
    const QString wanted = parser.isSet(scheme) ? parser.value(scheme) : QSettings().value(QStringLiteral("scheme")).toString();
    applyTheme(*qApp, wanted);
    std::unique_ptr<MainWindow> window;
    // Another language takes effect at once: a window in it takes the place of this one.
    const std::function<void()> replaceWindow = [&] {
        const auto place = window ? window->place() : WindowPlace{};
        if (window)
            installTranslations();
        auto next = std::make_unique<MainWindow>();
        QObject::connect(next.get(), &MainWindow::languageChanged, qApp, [&] { callInGui(replaceWindow); });
        next->restore(place);
        window = std::move(next);
    };
    replaceWindow();
    window->openRepository(repository, positional.value(1), opening);
    window->show();
    if (parser.isSet(screenshot))
        takeScreenshot(*window, parser.value(screenshot), parser.value(action));
    const int code = QApplication::exec();
    window.reset();
    Background::shared().waitForDone();
    return code;
}

} // namespace countersign::ui
