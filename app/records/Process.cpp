// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Process.h"

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace countersign::records
{

namespace
{

constexpr qint64 mostOutput = 4L * 1024 * 1024;
constexpr int lookEveryMs = 20;

QProcessEnvironment toQt(const Environment &environment)
{
    QProcessEnvironment out;
    for (const auto &[name, value] : environment)
        out.insert(QString::fromStdString(name), QString::fromLocal8Bit(value));
    return out;
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(2000);
}

} // namespace

SystemProcessRunner::SystemProcessRunner(std::vector<std::filesystem::path> folders)
    : m_folders(std::move(folders))
{
}

Result<ProcessOutcome> SystemProcessRunner::run(const ProcessRequest &request, std::stop_token stop) const
{
    const auto folder = std::ranges::find_if(m_folders, [&](const std::filesystem::path &candidate) {
        std::error_code status;
        return std::filesystem::is_regular_file(candidate / request.program, status);
    });
    if (folder == m_folders.end())
        return fail(
            ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The program %1 is missing."), {request.program}), {},
            request.program.starts_with("ssh")
                ? Message(QT_TRANSLATE_NOOP("app",
                                            "Install OpenSSH's client programs (Debian and Ubuntu: apt install openssh-client)."))
                : Message(QT_TRANSLATE_NOOP("app", "Install it (Debian and Ubuntu: apt install %1)."), {request.program}));
    QStringList arguments;
    for (const auto &argument : request.arguments)
        arguments << QString::fromLocal8Bit(argument);
    QProcess process;
    process.setProcessEnvironment(toQt(request.environment));
    process.start(QString::fromStdString((*folder / request.program).string()), arguments);
    if (!process.waitForStarted())
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The program %1 cannot be started."), {request.program}),
                    process.errorString().toStdString(), Message(QT_TRANSLATE_NOOP("app", "Check that it is installed whole.")));
    process.write(request.input.data(), static_cast<qint64>(request.input.size()));
    process.closeWriteChannel();
    ProcessOutcome outcome;
    const auto deadline = std::chrono::steady_clock::now() + request.timeout;
    while (!process.waitForFinished(lookEveryMs) && process.state() != QProcess::NotRunning) {
        if (stop.stop_requested()) {
            end(process);
            return cancelled();
        }
        outcome.timedOut = std::chrono::steady_clock::now() >= deadline;
        if (outcome.timedOut || process.bytesAvailable() > mostOutput) {
            end(process);
            break;
        }
    }
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = process.readAllStandardOutput().toStdString();
    outcome.errors = process.readAllStandardError().toStdString();
    return outcome;
}

Environment signingEnvironment()
{
    Environment out;
    for (const char *name : {"HOME", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "DISPLAY", "WAYLAND_DISPLAY",
                             "XAUTHORITY", "XDG_RUNTIME_DIR", "GNUPGHOME", "GPG_TTY", "DBUS_SESSION_BUS_ADDRESS", "TERM", "LANG",
                             "LANGUAGE", "LC_ALL", "LC_MESSAGES"}) {
        if (const char *value = std::getenv(name))
            out.emplace(name, value);
    }
    return out;
}

} // namespace countersign::records
