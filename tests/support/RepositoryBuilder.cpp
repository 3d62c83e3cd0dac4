// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RepositoryBuilder.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace countersign::test
{

RepositoryBuilder::RepositoryBuilder(bool bare)
{
    QStringList arguments{QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--initial-branch=main")};
    if (bare)
        arguments << QStringLiteral("--bare");
    git(arguments);
}

std::string RepositoryBuilder::path() const
{
    return m_folder.path().toStdString();
}

std::string RepositoryBuilder::git(const QStringList &arguments, const QByteArray &standardInput)
{
    QProcess process;
    QProcessEnvironment environment;
    const auto system = QProcessEnvironment::systemEnvironment();
    for (const auto &key : {QStringLiteral("PATH"), QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral("TMPDIR")}) {
        if (system.contains(key))
            environment.insert(key, system.value(key));
    }
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    const QString when = QStringLiteral("%1 +0000").arg(m_time);
    for (const auto &who : {QStringLiteral("AUTHOR"), QStringLiteral("COMMITTER")}) {
        environment.insert(QStringLiteral("GIT_%1_NAME").arg(who), QStringLiteral("Ann Author"));
        environment.insert(QStringLiteral("GIT_%1_EMAIL").arg(who), QStringLiteral("ann@example.com"));
        environment.insert(QStringLiteral("GIT_%1_DATE").arg(who), when);
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("git"), arguments);
    process.write(standardInput);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed().toStdString();
}

Oid RepositoryBuilder::id(const std::string &revision)
{
    const auto hex = git({QStringLiteral("rev-parse"), QStringLiteral("--verify"), QString::fromStdString(revision)});
    return Oid::fromHex(hex).value_or(Oid());
}

Oid RepositoryBuilder::commit(const CommitText &text)
{
    const std::string when = std::to_string(m_time) + " +0000";
    m_time += 60;
    const std::string ref = text.branch.starts_with("refs/") ? text.branch : "refs/heads/" + text.branch;
    const auto data = [](const std::string &bytes) { return "data " + std::to_string(bytes.size()) + "\n" + bytes + "\n"; };
    std::string stream = "feature done\n";
    stream += "commit " + ref + "\nmark :1\n";
    stream += "author " + text.author + " " + when + "\n";
    stream += "committer " + (text.committer.empty() ? text.author : text.committer) + " " + when + "\n";
    stream += data(text.message);
    std::string from = text.from;
    if (from.empty()) {
        QProcess probe;
        probe.setWorkingDirectory(m_folder.path());
        probe.start(
            QStringLiteral("git"),
            {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"), QString::fromStdString(ref)});
        probe.waitForFinished();
        from = probe.readAllStandardOutput().trimmed().toStdString();
    } else {
        from = id(from + "^{commit}").hex();
    }
    if (!from.empty())
        stream += "from " + from + "\n";
    for (const auto &merge : text.merges)
        stream += "merge " + id(merge + "^{commit}").hex() + "\n";
    const auto quoted = [](const std::string &path) {
        std::string out = "\"";
        for (const char c : path) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c == '\n' ? std::string("\\n") : std::string(1, c);
        }
        return out + "\"";
    };
    for (const auto &[path, content] : text.files) {
        if (!content) {
            stream += "D " + quoted(path) + "\n";
            continue;
        }
        const auto mode = text.modes.contains(path) ? text.modes.at(path) : std::string("100644");
        if (mode == "160000") {
            stream += "M 160000 " + *content + " " + quoted(path) + "\n";
        } else {
            stream += "M " + mode + " inline " + quoted(path) + "\n" + data(*content);
        }
    }
    stream += "done\n";
    git({QStringLiteral("fast-import"), QStringLiteral("--quiet"), QStringLiteral("--force")}, QByteArray::fromStdString(stream));
    return id(ref);
}

} // namespace countersign::test
