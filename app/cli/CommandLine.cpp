// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "Command.h"

#include "Version.h"

#include <QCoreApplication>

#include <csignal>
#include <thread>

namespace countersign::cli
{

namespace
{

std::string helpText()
{
    const auto translate = [](const char *text) { return QCoreApplication::translate("cli", text).toStdString(); };
    std::string text = translate(QT_TRANSLATE_NOOP("cli", "Countersign: review workbench for AI-assisted changes")) + "\n\n";
    text += "  countersign [REPO [CHANGE]]  " + translate(QT_TRANSLATE_NOOP("cli", "opens the window")) + "\n";
    text += "  countersign COMMAND ...      " + translate(QT_TRANSLATE_NOOP("cli", "works without a window:")) + "\n\n";
    for (const auto &command : commands())
        text += "    " + fitted(command.name, 11) + translate(command.summary) + "\n";
    text += "\n"
        + translate(QT_TRANSLATE_NOOP(
            "cli",
            "CHANGE is BASE..HEAD, a branch or commit, #12 or !12, a .patch, .diff, .mbox or .bundle file, or - for "
            "standard input."))
        + "\n";
    text += translate(QT_TRANSLATE_NOOP(
                "cli", "Exit codes: 0 yes or done, 1 the answer is no, 2 wrong usage, 3 input or environment at fault."))
        + "\n";
    text += translate(QT_TRANSLATE_NOOP("cli", "“countersign COMMAND --help” tells more.")) + "\n";
    return text;
}

/// Turns SIGINT and SIGTERM into a stop request: the signals are blocked everywhere and waited for in one thread.
class Interruption
{
public:
    Interruption()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
        m_thread = std::jthread([this](const std::stop_token &stop) {
            const timespec pause{0, 100'000'000};
            while (!stop.stop_requested()) {
                if (sigtimedwait(&m_signals, nullptr, &pause) > 0)
                    m_source.request_stop();
            }
        });
    }
    ~Interruption()
    {
        m_thread = {};
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    sigset_t m_signals{};
    sigset_t m_before{};
    std::stop_source m_source;
    std::jthread m_thread;
};

/// The same with a repository that is named before the command put behind it, as git's users are used to name it.
QStringList commandFirst(QStringList arguments)
{
    const bool isApart = arguments.value(0) == QLatin1String("-C") || arguments.value(0) == QLatin1String("--repository");
    const bool isJoined = arguments.value(0).startsWith(QLatin1String("--repository="));
    const qsizetype place = isApart ? 2 : 1;
    if ((isApart || isJoined) && arguments.size() > place && findCommand(arguments[place]))
        arguments.move(place, 0);
    return arguments;
}

} // namespace

bool isCommandLine(const QStringList &given)
{
    const QStringList arguments = commandFirst(given);
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    return findCommand(first) != nullptr || first == QLatin1String("help") || first == QLatin1String("--help")
        || first == QLatin1String("-h") || first == QLatin1String("--version") || first == QLatin1String("-v");
}

int run(const QStringList &given)
{
    const Terminal terminal;
    const QStringList arguments = commandFirst(given);
    const QString &first = arguments.first();
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        terminal.out(std::string("countersign ") + engineVersion + "\n");
        return static_cast<int>(Exit::Yes);
    }
    const Command *command = findCommand(first);
    if (!command) {
        terminal.out(helpText());
        return static_cast<int>(Exit::Yes);
    }
    const Interruption interruption;
    return static_cast<int>(command->run(terminal, arguments, interruption.token()));
}

} // namespace countersign::cli
