// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterScene.h"
#include "support/TimeAuthority.h"

#include "records/Checkpoint.h"
#include "records/Timestamp.h"

#include <QDateTime>
#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

const std::string checkpointText = "countersign.dev/ledger/x\n1\nAAAA\n";

} // namespace

/// Time stamps of RFC 3161 over checkpoints; openssl is the authority, and the judge beside us.
class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void requestIsOneThatOpensslAnswers();
    void responseIsReadAndVerified();
    void everyFlippedByteIsRefusedOrHarmless();
    void oddResponseIsNamed_data();
    void oddResponseIsNamed();
    void ledgerIsJudgedWithIt();

private:
    [[nodiscard]] std::string response(const std::string &data = checkpointText) const
    {
        return m_authority.reply(QByteArray::fromStdString(timestampQuery(data, m_random).value())).toStdString();
    }
    [[nodiscard]] std::string certificates() const { return m_authority.certificates().toStdString(); }

    TimeAuthority m_authority;
    mutable SystemRandom m_random;
};

void TestTimestamp::initTestCase()
{
    if (!m_authority.make())
        QSKIP("openssl is not installed");
}

void TestTimestamp::requestIsOneThatOpensslAnswers()
{
    const auto first = timestampQuery(checkpointText, m_random);
    QVERIFY(first.has_value());
    QVERIFY(*first != timestampQuery(checkpointText, m_random).value()); // the nonce
    QVERIFY(!response().empty());
}

void TestTimestamp::responseIsReadAndVerified()
{
    const auto given = response();
    const auto read = readTimestamp(given, checkpointText);
    QCOMPARE(nameOf(read), std::string("accepted"));
    QVERIFY(std::abs(read->time - QDateTime::currentSecsSinceEpoch()) < 3600);
    QVERIFY(!read->serial.empty());
    const auto verified = verifyTimestamp(given, checkpointText, certificates());
    QCOMPARE(nameOf(verified), std::string("accepted"));
    QCOMPARE(*verified, *read);
    QVERIFY(m_authority.accepts(QByteArray::fromStdString(given), QByteArray::fromStdString(checkpointText),
                                m_authority.certificates()));
}

void TestTimestamp::everyFlippedByteIsRefusedOrHarmless()
{
    const auto given = response();
    for (std::size_t at = 0; at < given.size(); at += 7) {
        auto changed = given;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        if (!verifyTimestamp(changed, checkpointText, certificates()))
            continue;
        QVERIFY2(m_authority.accepts(QByteArray::fromStdString(changed), QByteArray::fromStdString(checkpointText),
                                     m_authority.certificates()),
                 std::to_string(at).c_str());
    }
    for (std::size_t size = 0; size < given.size(); size += 11)
        QCOMPARE(nameOf(readTimestamp(given.substr(0, size), checkpointText)), std::string("timestamp-invalid"));
}

void TestTimestamp::oddResponseIsNamed_data()
{
    QTest::addColumn<std::string>("given");
    QTest::addColumn<std::string>("authorities");
    const auto good = response();
    const TimeAuthority other;
    QVERIFY(other.make());
    const TimeAuthority mail;
    QVERIFY(mail.make(QStringLiteral("emailProtection")));
    QTest::newRow("about something else") << response("other") << certificates();
    QTest::newRow("of another authority") << good << other.certificates().toStdString();
    QTest::newRow("of nobody") << good << std::string("no certificate");
    QTest::newRow("nothing") << std::string() << certificates();
    QTest::newRow("bytes behind it") << good + "x" << certificates();
    QTest::newRow("twice") << good + good << certificates();
    QTest::newRow("too long") << good + std::string(300'000, '\0') << certificates();
    const auto query = QByteArray::fromStdString(timestampQuery(checkpointText, m_random).value());
    QTest::newRow("the request") << query.toStdString() << certificates();
    QTest::newRow("key that may not stamp") << mail.reply(query).toStdString() << mail.certificates().toStdString();
    QVERIFY(m_authority.openssl({QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-sha1"),
                                 QStringLiteral("-digest"), QString(40, QLatin1Char('a')), QStringLiteral("-cert"),
                                 QStringLiteral("-out"), QStringLiteral("sha1.tsq")}));
    QTest::newRow("SHA-1") << m_authority.reply(readFile(m_authority.file(QStringLiteral("sha1.tsq")))).toStdString()
                           << certificates();
}

void TestTimestamp::oddResponseIsNamed()
{
    QFETCH(std::string, given);
    QFETCH(std::string, authorities);
    QCOMPARE(nameOf(verifyTimestamp(given, checkpointText, authorities)), std::string("timestamp-invalid"));
}

void TestTimestamp::ledgerIsJudgedWithIt()
{
    RosterScene scene;
    scene.publish(scene.first(), {alice});
    scene.add(alice);
    const auto head = scene.ledger().head();
    const auto text = writeCheckpoint({checkpointOrigin(std::string(32, '7')), head});
    auto files = scene.files();
    files["log/checkpoint"] = text;
    files["log/checkpoint.sig"] = scene.keyring.signature(scene.key(alice), text, std::string(checkpointNamespace));
    files["log/checkpoint.tsr"] = response(text);
    scene.rewrite(files);
    const auto verify = [&](const std::string &authorities) {
        const AllowedSigners nobody;
        return verifyLedger(scene.ledger(), {nobody, scene.clock.now(), nullptr, scene.fingerprint(), {}, authorities}).value();
    };
    auto verdict = verify({});
    QCOMPARE(failures(verdict), std::string());
    QVERIFY(verdict.timestamp && !verdict.isTimestampVerified);
    verdict = verify(certificates());
    QCOMPARE(failures(verdict), std::string());
    QVERIFY(verdict.isTimestampVerified);
    const TimeAuthority other;
    QVERIFY(other.make());
    QCOMPARE(failures(verify(other.certificates().toStdString())), std::string("timestamp-invalid"));
    // The stamp of an earlier checkpoint, and one without any.
    files["log/checkpoint.tsr"] = response("earlier");
    scene.rewrite(files);
    QCOMPARE(failures(verify({})), std::string("timestamp-invalid"));
    files.erase("log/checkpoint");
    files.erase("log/checkpoint.sig");
    scene.rewrite(files);
    QVERIFY(failures(verify({})).contains("checkpoint-malformed"));
}

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
