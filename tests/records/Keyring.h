// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/AllowedSigners.h"
#include "records/KeyList.h"
#include "records/Prepare.h"
#include "records/Process.h"
#include "records/Signer.h"

#include "support/RepositoryBuilder.h"

#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <string>
#include <vector>

namespace countersign::test
{

/// 2026-01-02T00:00:00Z: a day after the commits of RepositoryBuilder.
inline constexpr std::int64_t testTime = 1767312000;

class SetClock final : public Clock
{
public:
    explicit SetClock(std::int64_t start = testTime)
        : time(start)
    {
    }
    [[nodiscard]] std::int64_t now() const override { return time; }
    std::int64_t time;
};

/// 16 bytes that count up, so that each nonce is another one.
class CountingRandom final : public records::Random
{
public:
    [[nodiscard]] Result<std::string> bytes(std::size_t count) override
    {
        std::string out(count, '\0');
        out.back() = static_cast<char>(++m_count);
        return out;
    }

private:
    unsigned m_count = 0;
};

/// Real keys of ssh-keygen in a temporary home folder.
class Keyring
{
public:
    Keyring();
    ~Keyring();

    struct Run {
        int exitCode = -1;
        std::string output;
        std::string errors;
    };
    /// Runs a program with the environment of this keyring.
    Run run(const QString &program, const QStringList &arguments, const std::string &input = {}) const;

    /// Makes a key once per name. @p options such as {"-t", "rsa", "-b", "2048"}.
    records::SigningKey make(const std::string &name,
                             const QStringList &options = {QStringLiteral("-t"), QStringLiteral("ed25519")},
                             const QString &passphrase = {});
    /// The armored signature of ssh-keygen itself.
    std::string signature(const records::SigningKey &key, const std::string &message,
                          const std::string &nameSpace = "approval@countersign.dev") const;
    /// True when `ssh-keygen -Y verify` accepts.
    bool accepts(const std::string &allowedSigners, const std::string &principal, const std::string &armor,
                 const std::string &message, std::int64_t time = testTime) const;

    /// A real ssh-agent, ended with the keyring.
    void startAgent();
    void addToAgent(const records::SigningKey &key) const;

    [[nodiscard]] std::string file(const std::string &name) const;
    void write(const std::string &name, const std::string &bytes) const;

    records::Environment environment;
    records::SystemProcessRunner runner;

private:
    QTemporaryDir m_folder;
    QProcess m_agent;
    std::map<std::string, records::SigningKey> m_keys;
};

/// "alice@example.com namespaces=… KEY\n" for each.
std::string allowedSigners(const std::vector<std::pair<std::string, records::SigningKey>> &people);

/// A statement whose values are all allowed, by alice.
records::Statement exampleStatement(const records::SigningKey &key);

/// Signs with the key file and opens the record; a failure is fatal for the test.
records::Record signedRecord(const Keyring &keyring, const records::SigningKey &key, records::Statement statement);

/// A change of RepositoryBuilder as the rooms above hand it over.
Analysis analysisOf(const git::Repository &repository, const std::string &base, const std::string &branch);

} // namespace countersign::test
