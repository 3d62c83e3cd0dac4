// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitChild.h"

#include "core/SafeText.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <filesystem>

namespace countersign::workbench
{

namespace fs = std::filesystem;

namespace
{

/// What git is told about the remote. A relative path counts from the work tree, as it does for git.
Result<std::string> urlOf(const git::Repository &repository, const std::string &remote)
{
    const auto configured = repository.config("remote." + remote + ".url");
    std::string url = configured.value_or(remote);
    if (url.empty() || url.starts_with('-') || url.contains("::"))
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "“%1” is no remote to share a ledger with."), {safeText(url, 200)}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Name a remote, a URL or a path.")));
    const bool isPath = !url.contains(':') && !url.starts_with('/');
    if (isPath && !configured && !url.contains('/') && !fs::exists(url))
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "The repository has no remote “%1”."), {safeText(url, 200)}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Name one with --remote.")));
    if (isPath)
        url = (repository.workDirectory().value_or(repository.gitDirectory()) / url).lexically_normal().string();
    return url;
}

bool writeFile(const QString &path, const char *text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
}

} // namespace

GitChild::GitChild(std::unique_ptr<QTemporaryDir> folder, const records::ProcessRunner &runner)
    : m_folder(std::move(folder))
    , m_runner(runner)
    , m_environment(records::signingEnvironment())
{
}

GitChild::GitChild(GitChild &&) noexcept = default;
GitChild::~GitChild() = default;

Result<GitChild> GitChild::open(const git::Repository &repository, const std::string &remote,
                                const records::ProcessRunner &runner)
{
    auto url = urlOf(repository, remote);
    if (!url)
        return std::unexpected(url.error());
    auto child = local(repository, runner);
    if (child)
        child->m_url = std::move(*url);
    return child;
}

Result<GitChild> GitChild::local(const git::Repository &repository, const records::ProcessRunner &runner)
{
    GitChild child(std::make_unique<QTemporaryDir>(), runner);
    const QDir folder(child.m_folder->path());
    const bool isMade = folder.mkpath(QStringLiteral("refs/heads")) && folder.mkpath(QStringLiteral("objects"))
        && writeFile(folder.filePath(QStringLiteral("HEAD")), "ref: refs/heads/none\n")
        && writeFile(folder.filePath(QStringLiteral("config")), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    if (!isMade)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No temporary file can be written.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Check that the disk is not full.")));
    child.m_environment["PATH"] = "/usr/bin:/bin:/usr/local/bin";
    child.m_environment["GIT_DIR"] = folder.path().toStdString();
    child.m_environment["GIT_OBJECT_DIRECTORY"] = (repository.commonDirectory() / "objects").string();
    child.m_environment["GIT_NO_REPLACE_OBJECTS"] = "1";
    child.m_environment["GIT_TERMINAL_PROMPT"] = "0";
    child.m_environment["LC_ALL"] = "C";
    return child;
}

Result<records::ProcessOutcome> GitChild::run(std::vector<std::string> arguments, const std::stop_token &stop) const
{
    std::vector<std::string> all{
        "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",     "-c", "gc.auto=0",
        "-c", "maintenance.auto=false",   "-c", "protocol.ext.allow=never", "-c", "fetch.fsckObjects=true"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return m_runner.run({"git", std::move(all), m_environment, {}, std::chrono::minutes(5)}, stop);
}

std::unexpected<Error> GitChild::failed(const records::ProcessOutcome &outcome) const
{
    return fail(ErrorKind::Environment,
                outcome.timedOut ? Message(QT_TRANSLATE_NOOP("app", "The remote did not answer in time."))
                                 : Message(QT_TRANSLATE_NOOP("app", "git could not talk to the remote.")),
                safeText(outcome.errors, 600),
                Message(QT_TRANSLATE_NOOP("app", "Check the remote, the network and your access to it.")));
}

Result<void> GitChild::bundle(const std::map<std::string, Oid> &refs, const fs::path &file, const std::stop_token &stop) const
{
    std::string packed = "# pack-refs with: sorted \n";
    for (const auto &[name, id] : refs)
        packed += id.hex() + ' ' + name + '\n';
    if (!writeFile(m_folder->filePath(QStringLiteral("packed-refs")), packed.c_str()))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No temporary file can be written.")));
    const auto outcome = run({"bundle", "create", "--quiet", file.string(), "--all"}, stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode != 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "git could not bundle the commits of the records.")),
                    safeText(outcome->errors, 600),
                    Message(QT_TRANSLATE_NOOP("app", "Fetch what is missing, or leave the commits out.")));
    return {};
}

Result<Oid> GitChild::remoteRef(std::string_view ref, const std::stop_token &stop) const
{
    const auto outcome = run({"ls-remote", m_url, std::string(ref)}, stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode != 0)
        return failed(*outcome);
    const auto end = outcome->output.find('\t');
    if (end == std::string::npos)
        return Oid();
    return Oid::fromHex(outcome->output.substr(0, end)).value_or(Oid());
}

Result<void> GitChild::fetch(std::string_view ref, const std::stop_token &stop) const
{
    const auto outcome = run({"fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", m_url,
                              "+" + std::string(ref) + ":refs/heads/incoming"},
                             stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode != 0)
        return failed(*outcome);
    return {};
}

Result<bool> GitChild::push(const Oid &commit, std::string_view ref, const Oid &expected, const std::stop_token &stop) const
{
    const std::string name(ref);
    const auto outcome = run({"push", "--quiet", "--porcelain",
                              "--force-with-lease=" + name + ":" + (expected.isNull() ? std::string() : expected.hex()), m_url,
                              commit.hex() + ":" + name},
                             stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode == 0)
        return true;
    const auto now = remoteRef(ref, stop);
    if (!now)
        return std::unexpected(now.error());
    if (*now != expected)
        return *now == commit;
    return failed(*outcome);
}

} // namespace countersign::workbench
