// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include "git/ChangeResolver.h"

#include <QDateTime>
#include <QFile>

namespace countersign::test
{

using records::SigningKey;

Keyring::Keyring()
{
    environment["HOME"] = m_folder.path().toStdString();
}

Keyring::~Keyring()
{
    m_agent.kill();
    m_agent.waitForFinished();
}

std::string Keyring::file(const std::string &name) const
{
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
}

void Keyring::write(const std::string &name, const std::string &bytes) const
{
    QFile out(QString::fromStdString(file(name)));
    if (!out.open(QIODevice::WriteOnly)
        || out.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        qFatal("cannot write %s", name.c_str());
}

Keyring::Run Keyring::run(const QString &program, const QStringList &arguments, const std::string &input) const
{
    QProcess process;
    QProcessEnvironment variables;
    variables.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    variables.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    for (const auto &[name, value] : environment)
        variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("%s does not finish", qPrintable(program));
    return {process.exitCode(), process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
}

SigningKey Keyring::make(const std::string &name, const QStringList &options, const QString &passphrase)
{
    if (const auto known = m_keys.find(name); known != m_keys.end())
        return known->second;
    const auto path = QString::fromStdString(file(name));
    const auto made = run(QStringLiteral("ssh-keygen"),
                          QStringList{QStringLiteral("-q"), QStringLiteral("-N"), passphrase, QStringLiteral("-C"),
                                      QString::fromStdString(name), QStringLiteral("-f"), path}
                              + options);
    if (made.exitCode != 0)
        qFatal("ssh-keygen: %s", made.errors.c_str());
    auto found = records::findKey(file(name), runner, environment);
    if (!found)
        qFatal("%s", found.error().what.english().c_str());
    return m_keys.emplace(name, std::move(*found)).first->second;
}

std::string Keyring::signature(const SigningKey &key, const std::string &message, const std::string &nameSpace) const
{
    const auto done = run(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-n"), QString::fromStdString(nameSpace),
                           QStringLiteral("-f"), QString::fromStdString(key.privateFile.string())},
                          message);
    if (done.exitCode != 0)
        qFatal("ssh-keygen: %s", done.errors.c_str());
    return done.output;
}

bool Keyring::accepts(const std::string &allowedSigners, const std::string &principal, const std::string &armor,
                      const std::string &message, std::int64_t time) const
{
    write("oracle.signers", allowedSigners);
    write("oracle.sig", armor);
    const auto when =
        QDateTime::fromSecsSinceEpoch(time, QTimeZone::UTC).toString(QStringLiteral("yyyyMMddHHmmss")) + QLatin1Char('Z');
    return run(QStringLiteral("ssh-keygen"),
               {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"),
                QString::fromStdString(file("oracle.signers")), QStringLiteral("-I"), QString::fromStdString(principal),
                QStringLiteral("-n"), QStringLiteral("approval@countersign.dev"), QStringLiteral("-s"),
                QString::fromStdString(file("oracle.sig")), QStringLiteral("-O"), QStringLiteral("verify-time=") + when},
               message)
               .exitCode
        == 0;
}

void Keyring::startAgent()
{
    environment["SSH_AUTH_SOCK"] = file("agent");
    m_agent.start(QStringLiteral("/usr/bin/ssh-agent"),
                  {QStringLiteral("-D"), QStringLiteral("-a"), QString::fromStdString(file("agent"))});
    for (int i = 0; i < 100 && !QFile::exists(QString::fromStdString(file("agent"))); ++i)
        m_agent.waitForReadyRead(50);
}

void Keyring::addToAgent(const SigningKey &key) const
{
    const auto added = run(QStringLiteral("ssh-add"), {QStringLiteral("-q"), QString::fromStdString(key.privateFile.string())});
    if (added.exitCode != 0)
        qFatal("ssh-add: %s", added.errors.c_str());
}

std::string allowedSigners(const std::vector<std::pair<std::string, SigningKey>> &people)
{
    std::string text;
    for (const auto &[person, key] : people)
        text += records::allowedSignersLine(person, key.key) + '\n';
    return text;
}

records::Statement exampleStatement(const SigningKey &key)
{
    const std::string digest(64, 'a');
    const auto oid = [](char digit) { return *Oid::fromHex(std::string(40, digit)); };
    records::Statement statement;
    statement.repository = {std::string(32, 'b'), {oid('1')}};
    statement.change = {"refs/heads/feature-x", "refs/heads/main", oid('2'), oid('3'), oid('4'), oid('5'), {oid('4')}, digest, 2};
    statement.reviewer = {"alice@example.com", key.key.fingerprint()};
    statement.authors = {"bob@example.com"};
    statement.provenance = {120, 30, 300, ProvenanceLevel::Asserted, digest};
    statement.risk = {Band::High, 88, "0.1.0", digest, digest};
    statement.blastRadius = records::BlastRadiusClaim{Band::High, 230, 5};
    statement.coverage = {300, 300, 150, 150, {"logo.png", "odd \xFF name"}};
    statement.checklist = {digest, {{"rollout", "yes", "canary on 1 %\nthen all"}}};
    statement.findings = {digest, 1, {{"0123456789abcdef", "DST-03", "temporary", testTime + 86400}}};
    statement.rollout = records::Rollout{{{"canary", 1, 60}}, "error rate above 1 %"};
    statement.policySha256 = digest;
    statement.reviewedAt = testTime;
    statement.expiresAt = testTime + 14L * 86400;
    statement.nonce = std::string(32, 'c');
    statement.logHead.root = std::string(32, '\x01');
    statement.toolVersion = "0.1.0";
    return statement;
}

records::Record signedRecord(const Keyring &keyring, const SigningKey &key, records::Statement statement)
{
    const auto draft = records::draftStatement(std::move(statement));
    if (!draft)
        qFatal("%s", draft.error().what.english().c_str());
    auto record = records::sign(*draft, key, keyring.runner, {keyring.environment, std::chrono::seconds(30)});
    if (!record)
        qFatal("%s %s", record.error().what.english().c_str(), record.error().where.c_str());
    return std::move(*record);
}

Analysis analysisOf(const git::Repository &repository, const std::string &base, const std::string &branch)
{
    auto handle = repository.handle();
    git::ResolveOptions options;
    options.target = base;
    auto change = handle ? git::resolveChange(*handle, branch, options) : std::unexpected(handle.error());
    if (!change)
        qFatal("%s", change.error().what.english().c_str());
    Analysis analysis;
    analysis.engineVersion = "0.1.0";
    analysis.rulesSha256 = std::string(64, 'd');
    analysis.change = std::move(*change);
    return analysis;
}

} // namespace countersign::test
