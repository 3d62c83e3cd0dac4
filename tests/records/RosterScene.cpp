// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterScene.h"

#include "core/Sha256.h"
#include "records/Binding.h"
#include "records/Contributors.h"
#include "records/Dsse.h"

#include <QString>

#include <format>

namespace countersign::test
{

using namespace records;

RosterScene::RosterScene(std::string policyText)
    : policy(std::move(policyText))
{
}

Roster RosterScene::first(std::uint64_t threshold)
{
    Roster roster;
    roster.repositoryId = std::string(32, '7');
    roster.issuedAt = clock.now();
    roster.expiresAt = clock.now() + rosterLifetime;
    roster.threshold = threshold;
    roster.policySha256 = sha256Hex(policy);
    const std::vector<std::string> all{"maintainer", "reviewer", "senior"};
    const bool isEnrolled = enrol(roster, alice, key(alice).key, all, {"alice@home.example"})
        && enrol(roster, bob, key(bob).key, all, {}) && enrol(roster, carol, key(carol).key, {"reviewer", "senior"}, {});
    if (!isEnrolled)
        qFatal("roster");
    return roster;
}

SignedRoster RosterScene::signBy(const Roster &roster, const std::vector<std::string> &people)
{
    const auto payload = writeRoster(roster);
    if (!payload)
        qFatal("%s", payload.error().what.english().c_str());
    SignedEnvelope envelope{*payload, {}};
    for (const auto &person : people)
        envelope.signatures.push_back(
            {key(person).key.fingerprint(), keyring.signature(key(person), rosterPae(*payload), std::string(rosterNamespace))});
    auto opened = openRoster(writeSignedEnvelope(envelope, rosterPayloadType));
    if (!opened)
        qFatal("%s", opened.error().what.english().c_str());
    return std::move(*opened);
}

SignedRoster RosterScene::publish(const Roster &roster, const std::vector<std::string> &people)
{
    auto made = signBy(roster, people);
    if (const auto appended = appendRoster(repository(), made, policy, clock); !appended)
        qFatal("%s", appended.error().what.english().c_str());
    return made;
}

Roster RosterScene::next()
{
    const auto trust = readTrustRoot(ledger(), {});
    if (!trust || !*trust)
        qFatal("no roster");
    return successor((*trust)->rosters.back(), clock.now());
}

void RosterScene::injectRoster(const SignedRoster &roster)
{
    auto all = tip().isNull() ? LedgerFiles() : files();
    auto &leaves = all["log/leaves"];
    const LogLeaf leaf{static_cast<std::uint64_t>(std::ranges::count(leaves, '\n')), RecordKind::Roster, roster.id,
                       roster.signaturesSha256};
    std::size_t number = 1;
    while (all.contains(std::format("roster/{:06}.dsse.json", number)))
        ++number;
    all[std::format("roster/{:06}.dsse.json", number)] = roster.envelope;
    all["policy/" + sha256Hex(policy) + ".toml"] = policy;
    leaves += writeLeaf(leaf);
    rewrite(all);
}

std::string RosterScene::fingerprint()
{
    const auto all = ledger();
    const auto opened =
        all.rosters.empty() ? refuse(Failure::RosterMissing, Message()) : openRoster(all.rosters.front().envelope);
    return opened ? opened->id : std::string(64, '0');
}

LedgerVerdict RosterScene::verifyPinned(std::optional<LogHead> seen)
{
    const AllowedSigners nobody;
    auto verdict = verifyLedger(ledger(), {nobody, clock.now(), &repository(), fingerprint(), std::move(seen)});
    if (!verdict)
        qFatal("%s", verdict.error().what.english().c_str());
    return std::move(*verdict);
}

GateReport RosterScene::gatePinned(GateRisk risk, const std::string &branch)
{
    const auto analysis = analysisOf(repository(), "main", branch);
    GateQuestion question;
    question.change = bindChange(repository(), analysis.change).value();
    question.repository = identify(repository(), question.change, {}, std::string(32, '7')).value();
    question.contributors = contributors(analysis.change);
    question.risk = std::move(risk);
    return evaluateGate(question, verifyPinned(), clock.now());
}

std::string summary(const GateReport &report)
{
    std::string out;
    for (const auto &one : report.requirements)
        out += (out.empty() ? "" : " ") + one.id + '=' + std::string(name(one.status));
    return out;
}

std::string sentences(const GateReport &report)
{
    std::string out;
    for (const auto &one : report.requirements) {
        for (const auto *list : {&one.reasons, &one.because, &one.remedies}) {
            for (const auto &message : *list)
                out += message.english() + '\n';
        }
    }
    for (const auto &note : report.notes)
        out += note.english() + '\n';
    return out;
}

} // namespace countersign::test
