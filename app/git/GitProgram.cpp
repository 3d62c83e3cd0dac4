// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitProgram.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>
#include <filesystem>

namespace countersign::git
{

namespace
{

QProcessEnvironment clearedEnvironment()
{
    QProcessEnvironment out;
    for (const auto &[name, value] :
         {std::pair("PATH", "/usr/bin:/bin"), std::pair("LC_ALL", "C"), std::pair("HOME", "/nonexistent"),
          std::pair("GIT_CONFIG_NOSYSTEM", "1"), std::pair("GIT_CONFIG_GLOBAL", "/dev/null"), std::pair("GIT_ATTR_NOSYSTEM", "1"),
          std::pair("GIT_NO_REPLACE_OBJECTS", "1"), std::pair("GIT_NO_LAZY_FETCH", "1"), std::pair("GIT_OPTIONAL_LOCKS", "0"),
          std::pair("GIT_TERMINAL_PROMPT", "0"), std::pair("GIT_ALLOW_PROTOCOL", "none")})
        out.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return out;
}

QStringList hardened(const std::filesystem::path &gitDirectory)
{
    QStringList out{QStringLiteral("--no-pager"), QStringLiteral("--no-replace-objects"), QStringLiteral("--no-optional-locks"),
                    QStringLiteral("--git-dir=") + QString::fromStdString(gitDirectory.string())};
    // The opened repository is one that libgit2 found to be the user's own.
    for (const char *setting :
         {"safe.directory=*",  "core.fsmonitor=false",     "core.hooksPath=/dev/null", "core.attributesFile=/dev/null",
          "core.pager=cat",    "core.sshCommand=false",    "core.askPass=false",       "credential.helper=",
          "diff.external=",    "diff.orderFile=/dev/null", "diff.renames=false",       "diff.noprefix=false",
          "gpg.program=false", "gpg.ssh.program=false",    "log.showSignature=false",  "log.mailmap=false",
          "log.showRoot=true", "log.diffMerges=off",       "core.quotePath=false",     "protocol.allow=never"})
        out << QStringLiteral("-c") << QString::fromLatin1(setting);
    return out;
}

std::unexpected<Error> refused(const std::string &said)
{
    return fail(
        ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "git could not read the history.")), said.substr(0, 200),
        Message(QT_TRANSLATE_NOOP("app", "Likelihood needs the git program and the whole history of the target branch.")));
}

} // namespace

Result<void> runGit(const std::filesystem::path &gitDirectory, const QStringList &command, const QByteArray &input,
                    const std::function<void(std::string_view)> &piece, const std::stop_token &stop)
{
    static constexpr std::array<const char *, 3> places{"/usr/bin/git", "/usr/local/bin/git", "/bin/git"};
    const auto place = std::ranges::find_if(places, [](const char *path) { return std::filesystem::exists(path); });
    if (place == places.end())
        return refused("git");
    constexpr int lookEveryMs = 50;
    QProcess child;
    child.setProcessEnvironment(clearedEnvironment());
    child.start(QString::fromLatin1(*place), hardened(gitDirectory) + command);
    if (!child.waitForStarted())
        return refused(child.errorString().toStdString());
    child.write(input);
    child.closeWriteChannel();
    while (child.state() != QProcess::NotRunning || child.bytesAvailable() > 0) {
        child.waitForReadyRead(lookEveryMs);
        const QByteArray bytes = child.readAllStandardOutput();
        piece({bytes.data(), static_cast<std::size_t>(bytes.size())});
        if (stop.stop_requested()) {
            child.kill();
            child.waitForFinished(2000);
            return cancelled();
        }
        if (bytes.isEmpty() && child.state() == QProcess::NotRunning)
            break;
    }
    child.waitForFinished(-1);
    if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return refused(child.readAllStandardError().toStdString());
    return {};
}

} // namespace countersign::git
