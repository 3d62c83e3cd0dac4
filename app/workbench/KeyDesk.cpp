// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyDesk.h"

#include "KnownLedger.h"
#include "ReviewDesk.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "records/AllowedSigners.h"
#include "records/SshSignature.h"
#include "records/TrustRoot.h"

#include <algorithm>
#include <array>

namespace countersign::workbench
{

namespace
{

using records::Failure;

/// Who knows whose key is whose: a roster, or a list of signers, or nobody.
class Registry
{
public:
    static Result<Registry> open(const git::Repository *repository, const std::stop_token &stop)
    {
        Registry registry;
        if (!repository)
            return registry;
        registry.m_candidate = reviewerOf(*repository);
        auto trust = readTrust(*repository, stop);
        if (!trust)
            return std::unexpected(trust.error());
        registry.m_trust = std::move(*trust);
        if (registry.m_trust)
            return registry;
        if (auto signers = records::findAllowedSigners(repository, {}))
            registry.m_signers = std::move(*signers);
        else
            registry.m_missing = signers.error();
        return registry;
    }

    [[nodiscard]] bool hasRoster() const { return m_trust.has_value(); }

    [[nodiscard]] KeyStanding standingOf(records::SigningKey key, std::int64_t now) const
    {
        KeyStanding standing{std::move(key), {}, {}, {}, {}};
        const std::array times{now};
        const auto owner = ownerOf(standing.key.key, times);
        if (owner) {
            standing.person = *owner;
            standing.end = endOf(standing.key.key);
        } else {
            standing.problem = owner.error();
            standing.hint = hintFor(standing.key.key, owner.error());
        }
        return standing;
    }

    [[nodiscard]] Message counts(const KeyStanding &standing) const
    {
        return m_trust ? Message(QT_TRANSLATE_NOOP("app", "It counts here as %1 by version %2 of the roster."),
                                 {standing.person, std::to_string(m_trust->roster().version)})
                       : Message(QT_TRANSLATE_NOOP("app", "It counts here as %1 by the file %2."),
                                 {standing.person, safeText(m_signers.fileName())});
    }

private:
    [[nodiscard]] records::Checked<std::string> ownerOf(const records::PublicKey &key, std::span<const std::int64_t> times) const
    {
        if (m_trust && !m_trust->roster().ownerOf(key))
            return records::refuse(Failure::UnknownKey, Message(QT_TRANSLATE_NOOP("app", "The key is not on the roster.")));
        if (m_trust)
            return m_trust->ownerOf(key, times);
        if (m_missing)
            return records::refuse(Failure::UnknownKey, m_missing->what);
        if (m_candidate.empty())
            return records::refuse(Failure::UnknownKey,
                                   Message(QT_TRANSLATE_NOOP("app", "No repository is open, so it is not known whose it is.")));
        return m_signers.ownerOf(key, times);
    }

    [[nodiscard]] std::optional<std::int64_t> endOf(const records::PublicKey &key) const
    {
        if (m_trust) {
            const auto *person = m_trust->roster().ownerOf(key);
            return person ? std::ranges::find(person->keys, key, &records::RosterKey::key)->validBefore : std::nullopt;
        }
        const auto line = std::ranges::find_if(m_signers.lines(), [&key](const auto &one) { return one.key == key; });
        constexpr auto never = std::numeric_limits<std::int64_t>::max();
        return line == m_signers.lines().end() || line->validBefore == never ? std::nullopt : std::optional(line->validBefore);
    }

    [[nodiscard]] Message hintFor(const records::PublicKey &key, const records::Problem &problem) const
    {
        if (m_missing)
            return m_missing->hint;
        if (!m_trust && m_candidate.empty())
            return Message(QT_TRANSLATE_NOOP("app", "Open a repository."));
        if (problem.failure == Failure::KeyRevoked)
            return Message(QT_TRANSLATE_NOOP("app", "Nothing that it signs counts any more: use another key."));
        if (m_trust && problem.failure == Failure::UnknownKey)
            return Message(QT_TRANSLATE_NOOP("app", "A maintainer adds it: countersign roster enrol %1 KEYFILE"), {m_candidate});
        if (m_trust && problem.failure == Failure::KeyExpired)
            return Message(QT_TRANSLATE_NOOP("app", "A maintainer adds your new key: countersign roster rotate %1 KEYFILE"),
                           {m_candidate});
        if (problem.failure == Failure::UnknownKey || problem.failure == Failure::KeyNotUsable)
            return Message(QT_TRANSLATE_NOOP("app", "The line that %1 needs: %2"),
                           {safeText(m_signers.fileName()), records::allowedSignersLine(m_candidate, key)});
        return Message(QT_TRANSLATE_NOOP("app", "Use another key, or have its times in %1 corrected."),
                       {safeText(m_signers.fileName())});
    }

    std::optional<records::TrustRoot> m_trust;
    records::AllowedSigners m_signers;
    std::optional<Error> m_missing; ///< why there is no list of signers
    std::string m_candidate; ///< the address that git names; empty: no repository
};

std::vector<Message> adviceFor(const KeyReport &report)
{
    std::vector<Message> advice;
    if (report.keys.empty())
        advice.emplace_back(QT_TRANSLATE_NOOP(
            "app", "There is no key to sign with. Make one with “ssh-keygen -t ed25519”, or on a token with “-t ed25519-sk”."));
    if (!report.hasAgent)
        advice.emplace_back(QT_TRANSLATE_NOOP("app",
                                              "No SSH agent answers, so a passphrase is asked for at every signature. Start one "
                                              "with “eval $(ssh-agent)” and add the key with “ssh-add”."));
    return advice;
}

TestStep failed(const Error &error)
{
    return {false, error.what, error.where, error.hint};
}

/// What is signed: it says what it is, and the time makes each one another.
std::string throwAwayStatement(std::int64_t now)
{
    return "This is a test of a signing key and approves nothing. " + formatUtc(now) + "\n";
}

} // namespace

Result<KeyReport> reportKeys(const git::Repository *repository, const records::ProcessRunner &runner,
                             const records::Environment &environment, std::int64_t now, const std::stop_token &stop)
{
    KeyReport report;
    const auto agent = records::agentKeys(runner, environment, stop);
    if (!agent)
        return std::unexpected(agent.error());
    report.hasAgent = agent->has_value();
    auto keys = records::listKeys(runner, environment, stop);
    if (!keys)
        return std::unexpected(keys.error());
    const auto registry = Registry::open(repository, stop);
    if (!registry)
        return std::unexpected(registry.error());
    report.hasRoster = registry->hasRoster();
    if (repository)
        report.configured = repository->config("user.signingKey").value_or("");
    for (auto &key : *keys)
        report.keys.push_back(registry->standingOf(std::move(key), now));
    report.advice = adviceFor(report);
    return report;
}

Result<std::vector<TestStep>> testSigning(const git::Repository *repository, const std::string &key,
                                          const records::ProcessRunner &runner, const records::SignOptions &options,
                                          std::int64_t now, const std::stop_token &stop)
{
    std::vector<TestStep> steps;
    const auto isOver = [&steps](const Error &error) {
        steps.push_back(failed(error));
        return error.kind == ErrorKind::Cancelled;
    };
    const std::string name = key.empty() && repository ? repository->config("user.signingKey").value_or("") : key;
    const auto found = name.empty()
        ? Result<records::SigningKey>(fail(ErrorKind::Environment,
                                           Message(QT_TRANSLATE_NOOP("app", "No key to sign with is chosen.")), {},
                                           Message(QT_TRANSLATE_NOOP("app", "Make one with “ssh-keygen -t ed25519”."))))
        : records::findKey(name, runner, options.environment, stop);
    if (!found)
        return isOver(found.error()) ? Result<std::vector<TestStep>>(cancelled()) : steps;
    steps.push_back({true,
                     found->isInAgent
                         ? Message(QT_TRANSLATE_NOOP("app", "The SSH agent has the key %1."), {found->key.fingerprint()})
                         : Message(QT_TRANSLATE_NOOP("app", "The key %1 is in the file %2."),
                                   {found->key.fingerprint(), safeText(found->privateFile.string())}),
                     {},
                     {}});
    const std::string statement = throwAwayStatement(now);
    const auto armor = records::signBytes(statement, testNamespace, *found, runner, options, stop);
    if (!armor)
        return isOver(armor.error()) ? Result<std::vector<TestStep>>(cancelled()) : steps;
    const auto signature = records::readSshSignature(*armor, testNamespace);
    const auto verified =
        signature ? records::verifySignature(*signature, statement) : records::Checked<void>(std::unexpected(signature.error()));
    if (!verified) {
        steps.push_back({false, verified.error().what, {}, {}});
        return steps;
    }
    steps.push_back({true,
                     Message(QT_TRANSLATE_NOOP("app", "ssh-keygen signed a throw-away statement, and the signature verifies.")),
                     {},
                     {}});
    const auto registry = Registry::open(repository, stop);
    if (!registry)
        return isOver(registry.error()) ? Result<std::vector<TestStep>>(cancelled()) : steps;
    const auto standing = registry->standingOf(*found, now);
    steps.push_back(standing.problem ? TestStep{false, standing.problem->what, {}, standing.hint}
                                     : TestStep{true, registry->counts(standing), {}, {}});
    return steps;
}

} // namespace countersign::workbench
