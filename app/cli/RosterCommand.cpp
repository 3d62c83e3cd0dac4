// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/Clock.h"
#include "core/Joined.h"
#include "core/SafeText.h"
#include "records/KeyFile.h"
#include "records/Process.h"
#include "workbench/KnownLedger.h"
#include "workbench/RosterDesk.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <functional>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

std::string list(const std::vector<std::string> &texts)
{
    return joined(texts, [](const auto &text) { return safeText(text); });
}

std::string keyText(const records::RosterKey &key)
{
    std::string out = "    " + std::string(name(key.key.type())) + " " + key.key.fingerprint();
    const auto add = [&out](const std::optional<std::int64_t> &time, const char *text) {
        if (time)
            out += tr(text).arg(QString::fromStdString(formatUtc(*time))).toStdString();
    };
    add(key.validAfter, QT_TRANSLATE_NOOP("cli", ", from %1"));
    add(key.validBefore, QT_TRANSLATE_NOOP("cli", ", until %1"));
    add(key.revokedAt, QT_TRANSLATE_NOOP("cli", ", REVOKED as of %1"));
    return out + (key.reason.empty() ? "" : ": " + safeText(key.reason)) + "\n";
}

std::string rosterText(const records::TrustRoot &trust)
{
    const auto &roster = trust.roster();
    std::string out =
        tr(QT_TRANSLATE_NOOP("cli", "Roster version %1 of repository %2, good until %3; %4 maintainers sign the next one.\n"))
            .arg(roster.version)
            .arg(QString::fromStdString(roster.repositoryId), QString::fromStdString(formatUtc(roster.expiresAt)))
            .arg(roster.threshold)
            .toStdString();
    out += tr(QT_TRANSLATE_NOOP("cli", "Fingerprint of the first version: ")).toStdString() + trust.fingerprint() + "\n";
    out += tr(QT_TRANSLATE_NOOP("cli", "Policy: ")).toStdString() + roster.policySha256 + "\n";
    for (const auto &person : roster.people) {
        out += safeText(person.id) + " (" + list(person.roles) + ")";
        out += (person.addresses.empty() ? "" : " = " + list(person.addresses)) + "\n";
        for (const auto &key : person.keys)
            out += keyText(key);
    }
    return out;
}

/// One way to change a roster: words behind it, and what it does.
struct Edit {
    const char *word;
    int least;
    int most;
    Result<void> (*apply)(records::Roster &roster, const Arguments &arguments, const std::vector<std::string> &words);
};

/// The time of --at; without it that of the version.
Result<std::int64_t> timeOf(const records::Roster &roster, const Arguments &arguments)
{
    if (!arguments.isSet("at"))
        return roster.issuedAt;
    const auto time = parseUtc(arguments.value("at"));
    if (!time)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "A time is written like 2026-12-31T00:00:00Z.")));
    return *time;
}

Result<void> applyEnrol(records::Roster &roster, const Arguments &arguments, const std::vector<std::string> &given)
{
    const auto key = records::readPublicKey(given[1]);
    if (!key)
        return std::unexpected(key.error());
    std::optional<std::int64_t> end;
    if (arguments.isSet("at")) {
        const auto time = timeOf(roster, arguments);
        if (!time)
            return std::unexpected(time.error());
        end = *time;
    }
    return records::enrol(roster, given[0], *key, words(arguments.value("roles")), arguments.values("address"), end);
}

Result<void> applyRotate(records::Roster &roster, const Arguments & /*arguments*/, const std::vector<std::string> &given)
{
    const auto key = records::readPublicKey(given[1]);
    return key ? records::rotate(roster, given[0], *key) : std::unexpected(key.error());
}

Result<void> applyRevoke(records::Roster &roster, const Arguments &arguments, const std::vector<std::string> &given)
{
    const auto at = timeOf(roster, arguments);
    return at ? records::revoke(roster, given[0], *at, arguments.value("reason")) : std::unexpected(at.error());
}

Result<void> applyExpire(records::Roster &roster, const Arguments &arguments, const std::vector<std::string> &given)
{
    const auto at = timeOf(roster, arguments);
    return at ? records::expire(roster, given[0], *at) : std::unexpected(at.error());
}

Result<void> applyRoles(records::Roster &roster, const Arguments & /*arguments*/, const std::vector<std::string> &given)
{
    return records::setRoles(roster, given[0], words(given[1]));
}

Result<void> applyThreshold(records::Roster &roster, const Arguments & /*arguments*/, const std::vector<std::string> &given)
{
    roster.threshold = QString::fromStdString(given[0]).toUInt();
    return {};
}

Result<void> applyRenew(records::Roster & /*roster*/, const Arguments & /*arguments*/, const std::vector<std::string> & /*given*/)
{
    return {};
}

constexpr std::array edits{Edit{"enrol", 2, 2, applyEnrol},   Edit{"rotate", 2, 2, applyRotate},
                           Edit{"revoke", 1, 1, applyRevoke}, Edit{"expire", 1, 1, applyExpire},
                           Edit{"roles", 2, 2, applyRoles},   Edit{"threshold", 1, 1, applyThreshold},
                           Edit{"renew", 0, 0, applyRenew}};

Exit show(const Terminal &terminal, const Arguments &arguments, const git::Repository &repository, const std::stop_token &stop)
{
    const auto trust = workbench::readTrust(repository, stop);
    if (!trust)
        return terminal.fault(trust.error());
    if (!*trust) {
        terminal.say(tr(QT_TRANSLATE_NOOP("cli", "The repository has no roster yet: countersign init")).toStdString());
        return Exit::No;
    }
    const auto format = arguments.format();
    if (format == "allowed-signers")
        terminal.out(records::allowedSignersText((*trust)->roster()));
    else if (format == "revoked-keys")
        terminal.out(records::revokedKeysText((*trust)->roster()));
    else if (format == "json")
        terminal.out(nlohmann::ordered_json::parse(records::writeRoster((*trust)->roster()).value_or("{}")).dump(1) + "\n");
    else
        terminal.out(rosterText(**trust));
    return Exit::Yes;
}

/// Says whether the proposal is in the ledger, or who still has to sign the file.
Exit report(const Terminal &terminal, const Arguments &arguments, const Result<workbench::RosterProposal> &done)
{
    if (!done)
        return terminal.fault(done.error());
    if (done->leaf) {
        terminal.out(done->roster.id + "\n");
        terminal.say(
            tr(QT_TRANSLATE_NOOP("cli", "Roster version %1 is in force.")).arg(done->roster.roster.version).toStdString());
        return Exit::Yes;
    }
    const auto file = arguments.isSet("out") ? QString::fromStdString(arguments.value("out"))
                                             : QStringLiteral("roster-%1.dsse.json").arg(done->roster.roster.version);
    QFile out(file);
    const auto bytes = QByteArray::fromStdString(done->roster.envelope);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.flush())
        return terminal.fault(
            {ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The file cannot be written.")), file.toStdString(), {}});
    terminal.say(
        tr(QT_TRANSLATE_NOOP("cli",
                             "Written to %1. It waits for signatures: %2 of the version before, %3 of its own. Who can: %4. "
                             "They run: countersign roster sign FILE"))
            .arg(file)
            .arg(done->missing.ofLast)
            .arg(done->missing.ofNext)
            .arg(QString::fromStdString(list(done->missing.candidates)))
            .toStdString());
    return Exit::No;
}

Result<std::string> policyOption(const Arguments &arguments)
{
    return arguments.isSet("policy") ? readTextFile(arguments.value("policy"), 256UL * 1024) : Result<std::string>();
}

Exit cosign(const Terminal &terminal, const Arguments &arguments, git::Repository &repository, const std::string &file,
            const std::stop_token &stop)
{
    const auto envelope = readTextFile(file, 1024UL * 1024);
    if (!envelope)
        return terminal.fault(envelope.error());
    const auto policy = policyOption(arguments);
    if (!policy)
        return terminal.fault(policy.error());
    const auto proposal = workbench::openProposal(repository, *envelope, stop);
    if (!proposal)
        return terminal.fault(proposal.error());
    for (const auto &change : proposal->changes)
        terminal.say(safeText(change.translated()));
    const records::SystemProcessRunner runner;
    const auto signatory = findSignatory(arguments, repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    return report(terminal, arguments, workbench::cosignRoster(repository, *envelope, *policy, signatory->key, runner, {}, stop));
}

} // namespace

Exit changeRoster(const Terminal &terminal, const Arguments &arguments, git::Repository &repository,
                  const std::function<Result<void>(records::Roster &)> &apply, const std::string &policyText,
                  const std::stop_token &stop)
{
    auto draft = workbench::draftNextRoster(repository, SystemClock(), stop);
    if (!draft)
        return terminal.fault(draft.error());
    auto &next = draft->next;
    if (const auto applied = apply(next); !applied)
        return terminal.fault(applied.error());
    const records::SystemProcessRunner runner;
    const auto signatory = findSignatory(arguments, repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    return report(terminal, arguments, workbench::signRoster(repository, next, policyText, signatory->key, runner, {}, stop));
}

Exit runRoster(const Terminal &terminal, const QStringList &given, std::stop_token stop)
{
    Arguments arguments(terminal, "roster", 1, 3);
    addSigningOptions(arguments);
    arguments.addFormatOption("text|json|allowed-signers|revoked-keys");
    arguments.addOption({QStringLiteral("roles")},
                        QT_TRANSLATE_NOOP("cli", "Roles of the person: reviewer, senior, maintainer, …"), "LIST");
    arguments.addOption({QStringLiteral("address")}, QT_TRANSLATE_NOOP("cli", "Another address that the person commits with."),
                        "ADDRESS");
    arguments.addOption({QStringLiteral("at")}, QT_TRANSLATE_NOOP("cli", "When a key ends (default: now)."), "TIME");
    arguments.addOption({QStringLiteral("reason")}, QT_TRANSLATE_NOOP("cli", "Why."), "TEXT");
    arguments.addOption({QStringLiteral("policy")}, QT_TRANSLATE_NOOP("cli", "The policy that the roster names."), "FILE");
    arguments.addOption({QStringLiteral("out")}, QT_TRANSLATE_NOOP("cli", "Where a version goes that lacks signatures."), "FILE");
    if (const auto stopNow = arguments.parse(given))
        return *stopNow;
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const auto positional = arguments.positional();
    const std::string &word = positional.front();
    const std::vector<std::string> rest(positional.begin() + 1, positional.end());
    const auto count = static_cast<int>(rest.size());
    if (word == "show" && count == 0)
        return show(terminal, arguments, *repository, stop);
    if (word == "pin" && count == 1) {
        if (const auto pinned = workbench::pinRoster(*repository, rest[0], stop); !pinned)
            return terminal.fault(pinned.error());
        return Exit::Yes;
    }
    if (word == "sign" && count == 1)
        return cosign(terminal, arguments, *repository, rest[0], stop);
    for (const auto &edit : edits) {
        if (word == edit.word && count >= edit.least && count <= edit.most)
            return changeRoster(
                terminal, arguments, *repository, [&](records::Roster &roster) { return edit.apply(roster, arguments, rest); },
                {}, stop);
    }
    return arguments.wrongUsage(
        tr(QT_TRANSLATE_NOOP("cli",
                             "“roster %1” does not take these arguments. It takes: show; pin FINGERPRINT; enrol PERSON "
                             "KEYFILE; rotate PERSON KEYFILE; revoke PERSON|FINGERPRINT; expire PERSON|FINGERPRINT; "
                             "roles PERSON LIST; threshold NUMBER; renew; sign FILE."))
            .arg(QString::fromStdString(safeText(word))));
}

} // namespace countersign::cli
