// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterScene.h"

#include "records/Dsse.h"
#include "records/SshSignature.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

Q_DECLARE_METATYPE(std::function<void(Roster &)>)

/// Rosters: what follows what, who has to sign, and what a ledger's records are worth under them.
class TestRoster : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_scene.reset(); }
    void writtenRosterIsReadBack();
    void wrongValueIsNamed_data();
    void wrongValueIsNamed();
    void successionNeedsBothThresholds_data();
    void successionNeedsBothThresholds();
    void peopleAreCountedNotKeys();
    void nothingIsForgotten_data();
    void nothingIsForgotten();
    void wrongChainIsNamed();
    void signaturesAreChecked();
    void pinIsChecked();
    void recordIsJudgedByTheRoster_data();
    void recordIsJudgedByTheRoster();
    void endedKeyCannotDateBack();
    void oldRecordStaysGoodAfterItsKeyWasRotated();
    void sshKeygenAcceptsWhatTheRosterAccepts();

private:
    RosterScene m_scene;
};

void TestRoster::writtenRosterIsReadBack()
{
    auto roster = m_scene.first();
    QVERIFY(revoke(roster, carol, roster.issuedAt + 5, "laptop lost").has_value());
    const auto text = writeRoster(roster);
    QVERIFY(text.has_value());
    const auto read = readRoster(*text);
    QVERIFY2(read.has_value(), read ? "" : read.error().what.english().c_str());
    QVERIFY(*read == roster);
    QVERIFY(revokedKeysText(roster).contains(m_scene.key(carol).key.line()));
}

void TestRoster::wrongValueIsNamed_data()
{
    QTest::addColumn<std::function<void(Roster &)>>("edit");
    const auto row = [](const char *title, std::function<void(Roster &)> edit) { QTest::newRow(title) << std::move(edit); };
    row("threshold 0", [](Roster &roster) { roster.threshold = 0; });
    row("threshold nobody reaches", [](Roster &roster) { roster.threshold = 3; });
    row("one key under two people", [](Roster &roster) { roster.people[1].keys.push_back(roster.people[0].keys[0]); });
    row("one key twice", [](Roster &roster) { roster.people[0].keys.push_back(roster.people[0].keys[0]); });
    row("one address of two people", [](Roster &roster) { roster.people[1].addresses = roster.people[0].addresses; });
    row("people out of order", [](Roster &roster) { std::swap(roster.people[0], roster.people[1]); });
    row("person twice", [](Roster &roster) { roster.people[1].id = roster.people[0].id; });
    row("newline in a principal", [](Roster &roster) { roster.people[0].id = "alice\n"; });
    row("quote in a principal", [](Roster &roster) { roster.people[0].id = "al\"ice"; });
    row("wildcard principal", [](Roster &roster) { roster.people[0].id = "*"; });
    row("homoglyph principal", [](Roster &roster) { roster.people[0].id = "\xD0\xB0lice@example.com"; });
    row("role in capitals", [](Roster &roster) { roster.people[0].roles = {"Senior"}; });
    row("version 0", [](Roster &roster) { roster.version = 0; });
    row("first version with a predecessor", [](Roster &roster) { roster.previous = std::string(64, 'a'); });
    row("second version without one", [](Roster &roster) { roster.version = 2; });
    row("ends before it begins", [](Roster &roster) { roster.expiresAt = roster.issuedAt; });
    row("key never valid", [](Roster &roster) {
        roster.people[0].keys[0].validAfter = 10;
        roster.people[0].keys[0].validBefore = 10;
    });
    row("other repository id", [](Roster &roster) { roster.repositoryId = "x"; });
}

void TestRoster::wrongValueIsNamed()
{
    QFETCH(std::function<void(Roster &)>, edit);
    auto roster = m_scene.first();
    edit(roster);
    QVERIFY(!writeRoster(roster).has_value());
}

void TestRoster::successionNeedsBothThresholds_data()
{
    QTest::addColumn<std::vector<std::string>>("signers");
    QTest::addColumn<std::string>("expected");
    // Version 1: alice and bob are maintainers, two have to sign. Version 2: carol becomes one, too, bob stops being one.
    QTest::newRow("both of both") << std::vector{alice, bob, carol} << std::string("accepted");
    QTest::newRow("only those of the version before") << std::vector{alice, bob} << std::string("roster-threshold");
    QTest::newRow("only those of the new version") << std::vector{alice, carol} << std::string("roster-threshold");
    QTest::newRow("one of both") << std::vector{alice} << std::string("roster-threshold");
    QTest::newRow("stranger") << std::vector{mallory} << std::string("roster-threshold");
    QTest::newRow("stranger beside one of both") << std::vector{alice, mallory} << std::string("roster-threshold");
}

void TestRoster::successionNeedsBothThresholds()
{
    QFETCH(std::vector<std::string>, signers);
    QFETCH(std::string, expected);
    const auto one = m_scene.publish(m_scene.first(2), {alice, bob});
    auto two = m_scene.next();
    QVERIFY(setRoles(two, carol, {"maintainer", "senior"}).has_value() && setRoles(two, bob, {"reviewer"}).has_value());
    const auto made = m_scene.signBy(two, signers);
    QCOMPARE(nameOf(checkSuccession(&one, made)), expected);
    m_scene.injectRoster(made);
    const auto verdict = m_scene.verifyPinned();
    QCOMPARE(failures(verdict), expected == "accepted" ? std::string() : expected);
    QCOMPARE(verdict.trust.has_value(), expected == "accepted");
}

void TestRoster::peopleAreCountedNotKeys()
{
    auto roster = m_scene.first(2);
    QVERIFY(enrol(roster, alice, m_scene.key("alice-two").key, {}, {}).has_value());
    const auto made = m_scene.signBy(roster, {alice, "alice-two"});
    QCOMPARE(nameOf(checkSuccession(nullptr, made)), std::string("roster-threshold"));
    QCOMPARE(missingSignatures(nullptr, made).candidates, std::vector{bob});
}

void TestRoster::nothingIsForgotten_data()
{
    QTest::addColumn<std::function<void(Roster &)>>("edit");
    const auto row = [](const char *title, std::function<void(Roster &)> edit) { QTest::newRow(title) << std::move(edit); };
    row("person dropped", [](Roster &roster) { roster.people.pop_back(); });
    row("key dropped", [](Roster &roster) { roster.people.back().keys.clear(); });
    row("revocation taken back", [](Roster &roster) { roster.people.back().keys[0].revokedAt.reset(); });
    row("revocation made later", [](Roster &roster) { *roster.people.back().keys[0].revokedAt += 1; });
    row("end taken back", [](Roster &roster) { roster.people[1].keys[0].validBefore.reset(); });
    row("start made earlier", [](Roster &roster) { roster.people[1].keys[0].validAfter = 0; });
}

void TestRoster::nothingIsForgotten()
{
    QFETCH(std::function<void(Roster &)>, edit);
    auto roster = m_scene.first();
    QVERIFY(revoke(roster, carol, roster.issuedAt + 100, "lost").has_value());
    QVERIFY(expire(roster, bob, roster.issuedAt + 1000).has_value());
    const auto one = m_scene.publish(roster, {alice});
    auto two = m_scene.next();
    edit(two);
    QCOMPARE(nameOf(checkSuccession(&one, m_scene.signBy(two, {alice}))), std::string("roster-forgets"));
}

void TestRoster::wrongChainIsNamed()
{
    const auto one = m_scene.publish(m_scene.first(), {alice});
    auto two = m_scene.next();
    auto three = two;
    three.version = 3;
    QCOMPARE(nameOf(checkSuccession(&one, m_scene.signBy(three, {alice}))), std::string("roster-version"));
    auto other = two;
    other.previous = std::string(64, 'a');
    QCOMPARE(nameOf(checkSuccession(&one, m_scene.signBy(other, {alice}))), std::string("roster-link"));
    other = two;
    other.repositoryId = std::string(32, '8');
    QCOMPARE(nameOf(checkSuccession(&one, m_scene.signBy(other, {alice}))), std::string("roster-link"));
    // Rolled back: the last version is gone, its line, too; who has seen it notices.
    const auto before = m_scene.tip();
    m_scene.publish(two, {alice});
    const auto seen = m_scene.ledger().head();
    m_scene.moveLedger(before);
    QCOMPARE(failures(m_scene.verifyPinned(seen)), std::string("log-rolled-back"));
}

void TestRoster::signaturesAreChecked()
{
    const auto payload = writeRoster(m_scene.first()).value();
    const auto &key = m_scene.key(alice);
    const auto signature = [&](const std::string &nameSpace) {
        return EnvelopeSignature{key.key.fingerprint(), m_scene.keyring.signature(key, rosterPae(payload), nameSpace)};
    };
    const auto good = signature(std::string(rosterNamespace));
    const auto open = [&](const std::vector<EnvelopeSignature> &signatures, std::string_view type = rosterPayloadType) {
        return nameOf(openRoster(writeSignedEnvelope({payload, signatures}, type)));
    };
    QCOMPARE(open({good}), std::string("accepted"));
    QCOMPARE(open({}), std::string("no-signature"));
    QCOMPARE(open({good, good}), std::string("signature-twice"));
    QCOMPARE(open({good}, statementType), std::string("wrong-payload-type"));
    QCOMPARE(open({signature("approval@countersign.dev")}), std::string("wrong-namespace"));
    QCOMPARE(open({{"SHA256:somebody", good.armor}}), std::string("key-id-mismatch"));
    QCOMPARE(open({good, {key.key.fingerprint(), "junk"}}), std::string("armor-malformed"));
    auto flipped = payload;
    flipped.back() = ' ';
    QCOMPARE(nameOf(openRoster(writeSignedEnvelope({flipped, {good}}, rosterPayloadType))), std::string("signature-invalid"));
}

void TestRoster::pinIsChecked()
{
    m_scene.publish(m_scene.first(), {alice});
    const AllowedSigners nobody;
    const auto verify = [&](const std::string &pin) {
        return verifyLedger(m_scene.ledger(), {nobody, m_scene.clock.now(), nullptr, pin}).value();
    };
    QCOMPARE(failures(verify(m_scene.fingerprint())), std::string());
    QVERIFY(verify(m_scene.fingerprint()).isPinned);
    QCOMPARE(failures(verify(std::string(64, 'a'))), std::string("pin-mismatch"));
    QVERIFY(!verify({}).isPinned);
    // A gate never opens on a roster that nobody pinned.
    const auto report = evaluateGate({}, verify({}), m_scene.clock.now());
    QVERIFY(!report.isOpen());
    QCOMPARE(report.requirements.front().status, RequirementStatus::Error);
    m_scene.reset();
    QCOMPARE(failures(verify(std::string(64, 'a'))), std::string("roster-missing"));
}

void TestRoster::recordIsJudgedByTheRoster_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("good") << QByteArray() << std::string();
    QTest::newRow("unknown key") << QByteArray("mallory") << std::string("unknown-key");
    QTest::newRow("reviewer is not the key's owner") << QByteArray("carol as alice") << std::string("not-the-keys-owner");
    QTest::newRow("revoked") << QByteArray("revoke") << std::string("key-revoked");
    QTest::newRow("expired") << QByteArray("expire") << std::string("key-expired");
    QTest::newRow("not yet valid") << QByteArray("early") << std::string("key-not-yet-valid");
    QTest::newRow("other repository") << QByteArray("other") << std::string("other-repository");
    QTest::newRow("from the future") << QByteArray("future") << std::string("time-in-future");
}

void TestRoster::recordIsJudgedByTheRoster()
{
    QFETCH(QByteArray, what);
    QFETCH(std::string, expected);
    m_scene.publish(m_scene.first(), {alice});
    m_scene.clock.time += 1000;
    auto roster = m_scene.next();
    if (what == "revoke")
        QVERIFY(revoke(roster, carol, roster.issuedAt - 500, "stolen").has_value());
    else if (what == "expire")
        QVERIFY(expire(roster, carol, roster.issuedAt - 500).has_value());
    else if (what == "early")
        QVERIFY(enrol(roster, "dora@example.com", m_scene.key("dora@example.com").key, {}, {}).has_value());
    m_scene.publish(roster, {alice});
    const std::string who = what == "mallory" ? mallory : what == "early" ? "dora@example.com" : carol;
    auto statement = m_scene.statement(who);
    if (what == "carol as alice")
        statement.reviewer.id = alice;
    else if (what == "early")
        statement.reviewedAt -= 900;
    else if (what == "other")
        statement.repository.id = std::string(32, '8');
    else if (what == "future")
        statement.reviewedAt = statement.expiresAt = m_scene.clock.now() + 3600;
    m_scene.append(m_scene.sign(who, statement));
    QCOMPARE(failures(m_scene.verifyPinned()), expected);
}

void TestRoster::endedKeyCannotDateBack()
{
    m_scene.publish(m_scene.first(), {alice});
    m_scene.clock.time += 1000;
    auto roster = m_scene.next();
    QVERIFY(revoke(roster, carol, roster.issuedAt, "stolen").has_value());
    m_scene.publish(roster, {alice});
    // Whoever has the key now writes an earlier time into the record; the log shows that it came later.
    auto statement = m_scene.statement(carol);
    statement.reviewedAt -= 500;
    m_scene.append(m_scene.sign(carol, statement));
    QCOMPARE(failures(m_scene.verifyPinned()), std::string("key-revoked"));
}

void TestRoster::oldRecordStaysGoodAfterItsKeyWasRotated()
{
    m_scene.publish(m_scene.first(), {alice});
    m_scene.append(m_scene.sign(carol, m_scene.statement(carol)));
    QVERIFY(m_scene.gatePinned({0, Band::Low}).isOpen());
    m_scene.clock.time += 1000;
    auto roster = m_scene.next();
    QVERIFY(rotate(roster, carol, m_scene.key("carol-two").key).has_value());
    m_scene.publish(roster, {alice});
    m_scene.clock.time += 1000;
    QCOMPARE(failures(m_scene.verifyPinned()), std::string());
    // Good for the audit, but no key of hers opens a gate any more.
    const auto report = m_scene.gatePinned({0, Band::Low});
    QCOMPARE(summary(report), std::string("every-change=expired no-rejection=satisfied"));
}

void TestRoster::sshKeygenAcceptsWhatTheRosterAccepts()
{
    m_scene.publish(m_scene.first(), {alice});
    const auto record = m_scene.sign(carol, m_scene.statement(carol));
    m_scene.append(record);
    m_scene.clock.time += 1000;
    auto roster = m_scene.next();
    QVERIFY(revoke(roster, carol, roster.issuedAt, "lost").has_value());
    m_scene.publish(roster, {alice});
    const auto verdict = m_scene.verifyPinned();
    QCOMPARE(failures(verdict), std::string());
    const auto signers = allowedSignersText(verdict.trust->roster());
    QVERIFY(m_scene.keyring.accepts(signers, carol, record.armor, record.pae, record.statement.reviewedAt));
    QVERIFY(!m_scene.keyring.accepts(signers, carol, record.armor, record.pae, m_scene.clock.now() + 1));
    QVERIFY(!m_scene.keyring.accepts(signers, alice, record.armor, record.pae, record.statement.reviewedAt));
}

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
