// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Merkle.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

std::string namesOf(const Ledger &ledger)
{
    std::string out;
    for (const auto &problem : ledger.problems)
        out += (out.empty() ? "" : " ") + std::string(name(problem.failure));
    return out;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_scene.reset(); }

    void appendedRecordsAreReadBack();
    void gitReadsTheLedgerToo();
    void nextPlaceCountsOnlyRealRecordsOfTheKey();
    void recordThatNoLongerFitsIsRefused_data();
    void recordThatNoLongerFitsIsRefused();
    void nothingIsStoredWhileTheRefIsLocked();
    void manyWritersLoseNothing();
    void oddObjectsAreNamed_data();
    void oddObjectsAreNamed();
    void treeThatNamesItselfAgainAndAgainEnds();
    void endlessLogIsNotRead();
    void cancelEndsTheReading();

private:
    /// A tree of one entry.
    Oid tree(const std::string &mode, const Oid &id, const std::string &name);
    Oid commit(const Oid &tree);

    Scene m_scene;
};

void TestLedger::appendedRecordsAreReadBack()
{
    QVERIFY(m_scene.ledger().tip.isNull());
    QVERIFY(m_scene.ledger().entries.empty());
    const auto one = m_scene.add(alice);
    const auto first = m_scene.tip();
    const auto two = m_scene.add(carol, "feature", RecordKind::Reject);
    const auto ledger = m_scene.ledger();
    QCOMPARE(ledger.tip, m_scene.tip());
    QCOMPARE(namesOf(ledger), std::string());
    QCOMPARE(ledger.lines,
             (std::vector{"0 approve " + one.id + ' ' + one.signatureSha256 + '\n',
                          "1 reject " + two.id + ' ' + two.signatureSha256 + '\n'}));
    QCOMPARE(ledger.entries[1].leaf, (LogLeaf{1, RecordKind::Reject, two.id, two.signatureSha256}));
    QVERIFY(ledger.entries[1].envelope == two.envelope);
    QCOMPARE(ledger.head().root, merkleRoot(ledger.lines));
    QVERIFY(two.statement.logHead == ledger.headAt(1));
    QCOMPARE(two.statement.signerChain.seq, std::uint64_t{1}); // carol's first
    const auto commit = m_scene.repository().commit(ledger.tip);
    QVERIFY(commit);
    QCOMPARE(commit->parents, std::vector{first});
    QCOMPARE(commit->author.email, carol);
}

void TestLedger::gitReadsTheLedgerToo()
{
    const auto one = m_scene.add(alice);
    const auto two = m_scene.withdraw(one);
    auto &builder = m_scene.builder;
    builder.git({QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--no-dangling")});
    std::vector paths{std::string("log/leaves"), recordPath(one.id), recordPath(two.id)};
    std::ranges::sort(paths);
    QCOMPARE(builder.git({QStringLiteral("ls-tree"), QStringLiteral("-r"), QStringLiteral("--name-only"),
                          QStringLiteral("refs/countersign/ledger")}),
             paths[0] + '\n' + paths[1] + '\n' + paths[2]);
    QCOMPARE(builder.git({QStringLiteral("cat-file"), QStringLiteral("blob"),
                          QString::fromStdString("refs/countersign/ledger:" + recordPath(two.id))})
                 + '\n',
             two.envelope);
    QCOMPARE(builder.git({QStringLiteral("log"), QStringLiteral("--format=%s"), QStringLiteral("refs/countersign/ledger")}),
             "Record 1: withdraw " + two.id + "\nRecord 0: approve " + one.id);
}

void TestLedger::nextPlaceCountsOnlyRealRecordsOfTheKey()
{
    const auto fingerprint = m_scene.key(alice).key.fingerprint();
    QCOMPARE(nextInChain(m_scene.repository(), m_scene.ledger(), fingerprint).value(), SignerChain());
    const auto one = m_scene.add(alice);
    m_scene.add(carol);
    QCOMPARE(nextInChain(m_scene.repository(), m_scene.ledger(), fingerprint).value(), (SignerChain{2, one.id}));
    // A record that only claims to be of the key does not count.
    auto envelope = readEnvelope(one.envelope).value();
    envelope.payload.replace(envelope.payload.find("\"seq\":1"), 7, "\"seq\":9");
    m_scene.inject(writeEnvelope(envelope));
    QCOMPARE(nextInChain(m_scene.repository(), m_scene.ledger(), fingerprint).value(), (SignerChain{2, one.id}));
}

void TestLedger::recordThatNoLongerFitsIsRefused_data()
{
    QTest::addColumn<QByteArray>("since"); // what has happened since the record was made
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("stored already") << QByteArray("stored") << QByteArray("in the ledger already");
    QTest::newRow("the key has signed another one") << QByteArray("another") << QByteArray("Your key has signed another record");
    QTest::newRow("rewound to the beginning") << QByteArray("rewound") << QByteArray("The ledger was replaced");
    QTest::newRow("replaced by another one") << QByteArray("replaced") << QByteArray("The ledger was replaced");
    QTest::newRow("damaged") << QByteArray("damaged") << QByteArray("Line 2 of the log is malformed");
}

void TestLedger::recordThatNoLongerFitsIsRefused()
{
    QFETCH(QByteArray, since);
    QFETCH(QByteArray, says);
    m_scene.add(carol);
    const auto record = m_scene.sign(alice, m_scene.statement(alice));
    if (since == "stored") {
        m_scene.append(record);
    } else if (since == "another") {
        m_scene.add(alice, "other");
    } else if (since == "damaged") {
        auto files = m_scene.files();
        files["log/leaves"] += "rubbish\n";
        m_scene.rewrite(files);
    } else {
        m_scene.reset();
        if (since == "replaced")
            m_scene.add(carol, "other");
    }
    const auto before = m_scene.tip();
    const auto refused = append(m_scene.repository(), record, m_scene.clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Input);
    QVERIFY2(refused.error().what.english().contains(says.toStdString()), refused.error().what.english().c_str());
    QCOMPARE(m_scene.tip(), before);
}

void TestLedger::nothingIsStoredWhileTheRefIsLocked()
{
    m_scene.add(carol);
    const auto before = m_scene.tip();
    const auto record = m_scene.sign(alice, m_scene.statement(alice));
    QFile lock(QString::fromStdString(m_scene.builder.path()) + QStringLiteral("/.git/refs/countersign/ledger.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(!append(m_scene.repository(), record, m_scene.clock));
    QCOMPARE(m_scene.tip(), before);
    QVERIFY(lock.remove());
    m_scene.append(record); // nothing is lost
    QCOMPARE(failures(m_scene.verify()), std::string());
}

void TestLedger::manyWritersLoseNothing()
{
    constexpr int recordsEach = 4;
    const std::vector people{alice, carol, bob};
    // All of them signed offline, on the empty ledger.
    std::vector<std::vector<Record>> stacks;
    for (const auto &person : people) {
        auto &stack = stacks.emplace_back();
        for (int i = 0; i < recordsEach; ++i) {
            auto statement = m_scene.statement(person);
            if (i > 0)
                statement.signerChain = {static_cast<std::uint64_t>(i) + 1, stack.back().id};
            stack.push_back(m_scene.sign(person, std::move(statement)));
        }
    }
    std::atomic<int> stored = 0;
    {
        std::vector<std::jthread> writers;
        for (const auto &stack : stacks) {
            writers.emplace_back([&stack, &stored, this] {
                auto repository = git::Repository::open(m_scene.builder.path());
                for (const auto &record : stack)
                    stored += repository && append(*repository, record, m_scene.clock) ? 1 : 0;
            });
        }
    }
    QCOMPARE(stored.load(), 3 * recordsEach);
    QCOMPARE(m_scene.ledger().lines.size(), std::size_t{3 * recordsEach});
    QCOMPARE(failures(m_scene.verify()), std::string());
}

Oid TestLedger::tree(const std::string &mode, const Oid &id, const std::string &name)
{
    const auto *type = mode == "160000" ? "commit" : mode == "040000" ? "tree" : "blob";
    const auto line = mode + ' ' + type + ' ' + id.hex() + '\t' + name + '\n';
    return *Oid::fromHex(
        m_scene.builder.git({QStringLiteral("mktree"), QStringLiteral("--missing")}, QByteArray::fromStdString(line)));
}

Oid TestLedger::commit(const Oid &tree)
{
    return *Oid::fromHex(m_scene.builder.git(
        {QStringLiteral("commit-tree"), QStringLiteral("-m"), QStringLiteral("x"), QString::fromStdString(tree.hex())}));
}

void TestLedger::oddObjectsAreNamed_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<bool>("isReadable");
    QTest::addColumn<QByteArray>("expected"); // names of the problems, or words of the error
    const auto row = [](const char *title, const char *what, bool isReadable, const char *expected) {
        QTest::newRow(title) << QByteArray(what) << isReadable << QByteArray(expected);
    };
    row("empty tree", "empty", true, "");
    row("log is a folder", "folder", true, "ledger-malformed");
    row("log is a symlink", "symlink", true, "ledger-malformed");
    row("record is a symlink", "120000", true, "ledger-malformed");
    row("record is executable", "100755", true, "ledger-malformed");
    row("record is a submodule", "160000", true, "ledger-malformed");
    row("log is missing", "missing", false, "Object aaaaaaaaaa");
    row("ref leads to a blob", "blob", false, "Object ");
    row("ref leads to a tree", "tree", false, "Object ");
    row("ref leads nowhere", "nowhere", false, "Object aaaaaaaaaa");
}

void TestLedger::oddObjectsAreNamed()
{
    QFETCH(QByteArray, what);
    QFETCH(bool, isReadable);
    QFETCH(QByteArray, expected);
    const auto nowhere = *Oid::fromHex(std::string(40, 'a'));
    const auto blob = m_scene.repository().writeBlob("../../../etc/passwd").value();
    const auto record = [&](const QByteArray &mode) {
        const auto name = std::string(64, 'd') + ".dsse.json";
        const auto file = tree(mode.toStdString(), mode == "160000" ? nowhere : blob, name);
        return tree("040000", tree("040000", file, "dd"), "records");
    };
    Oid root = tree("100644", blob, "x");
    if (what == "empty")
        root = *Oid::fromHex(m_scene.builder.git({QStringLiteral("mktree")}));
    else if (what == "folder")
        root = tree("040000", tree("040000", root, "leaves"), "log");
    else if (what == "symlink")
        root = tree("040000", tree("120000", blob, "leaves"), "log");
    else if (what == "missing")
        root = tree("040000", tree("100644", nowhere, "leaves"), "log");
    else if (what.startsWith('1'))
        root = record(what);
    const auto target = what == "blob" ? blob : what == "tree" ? root : what == "nowhere" ? nowhere : commit(root);
    // Not through git, which would refuse some of them.
    const QDir refs(QString::fromStdString(m_scene.builder.path()) + QStringLiteral("/.git/refs"));
    QVERIFY(refs.mkpath(QStringLiteral("countersign")));
    QFile ref(refs.filePath(QStringLiteral("countersign/ledger")));
    QVERIFY(ref.open(QIODevice::WriteOnly) && ref.write(QByteArray::fromStdString(target.hex()) + '\n') > 0);
    ref.close();
    const auto ledger = readLedger(m_scene.repository());
    QVERIFY(ref.remove());
    QCOMPARE(ledger.has_value(), isReadable);
    const auto found = ledger ? namesOf(*ledger) : ledger.error().what.english();
    QVERIFY2(isReadable ? found == expected.toStdString() : found.starts_with(expected.toStdString()), found.c_str());
}

void TestLedger::treeThatNamesItselfAgainAndAgainEnds()
{
    // Twelve trees, each with ten names for the one before: a million million paths in 5 KB.
    auto id = m_scene.repository().writeBlob("x").value();
    std::string mode = "100644 blob ";
    for (int level = 0; level < 12; ++level) {
        std::string lines;
        for (char c = 'a'; c <= 'j'; ++c)
            lines += mode + id.hex() + '\t' + c + '\n';
        id = *Oid::fromHex(m_scene.builder.git({QStringLiteral("mktree")}, QByteArray::fromStdString(lines)));
        mode = "040000 tree ";
    }
    m_scene.moveLedger(commit(id));
    QElapsedTimer timer;
    timer.start();
    const auto ledger = readLedger(m_scene.repository());
    QVERIFY(!ledger);
    QVERIFY(ledger.error().what.english().contains("more than 1000000 files"));
    QVERIFY(timer.elapsed() < 20'000);
}

void TestLedger::endlessLogIsNotRead()
{
    m_scene.rewrite({{"log/leaves", std::string(64UL * 1024 * 1024 + 1, '\n')}});
    const auto ledger = readLedger(m_scene.repository());
    QVERIFY(!ledger);
    QVERIFY(ledger.error().what.english().contains("too large"));
    QCOMPARE(ledger.error().where, std::string("refs/countersign/ledger:log/leaves"));
}

void TestLedger::cancelEndsTheReading()
{
    m_scene.add(alice);
    std::stop_source stop;
    stop.request_stop();
    const auto ledger = readLedger(m_scene.repository(), stop.get_token());
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
