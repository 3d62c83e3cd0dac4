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
    return std::async(std::launch::async, [repository, change] { return Workspace::open(repository, change); });
}

} // namespace

class WindowStart::Private
{
public:
    QCommandLineParser parser;
    QCommandLineOption screenshot{QStringLiteral("screenshot"), QString(), QStringLiteral("FILE")};
    QCommandLineOption scheme{QStringLiteral("scheme"), QString(), QStringLiteral("light|dark")};
    QCommandLineOption action{QStringLiteral("action"), QString(), QStringLiteral("ID")};
    bool isUnderstood = false;
    QString repository;
    QString change;
    MainWindow::Opening opening;
};

WindowStart::WindowStart(const QStringList &arguments)
    : m_d(std::make_unique<Private>())
{
    m_d->parser.addOptions({m_d->screenshot, m_d->scheme, m_d->action});
    m_d->isUnderstood = m_d->parser.parse(QStringList{QStringLiteral("countersign")} + arguments)
        && m_d->parser.positionalArguments().size() <= 2;
    if (!m_d->isUnderstood)
        return;
    const auto positional = m_d->parser.positionalArguments();
    m_d->repository = positional.value(0, QStringLiteral("."));
    m_d->change = positional.value(1);
    m_d->opening = beginToOpen(m_d->repository.toStdString(), m_d->change.toStdString());
}

WindowStart::~WindowStart() = default;

int WindowStart::run()
{
    const QCommandLineParser &parser = m_d->parser;
    if (!m_d->isUnderstood) {
        std::fputs(qPrintable(QCoreApplication::translate("Application", "countersign: %1 See “countersign --help”.\n")
                                  .arg(parser.errorText())),
                   stderr);
        return 2;
    }
    const QString wanted =
        parser.isSet(m_d->scheme) ? parser.value(m_d->scheme) : QSettings().value(QStringLiteral("scheme")).toString();
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
    window->openRepository(m_d->repository, m_d->change, std::exchange(m_d->opening, {}));
    window->show();
    if (parser.isSet(m_d->screenshot))
        takeScreenshot(*window, parser.value(m_d->screenshot), parser.value(m_d->action));
    const int code = QApplication::exec();
    window.reset();
    Background::shared().waitForDone();
    return code;
}

} // namespace countersign::ui
