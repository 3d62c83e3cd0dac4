// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Chain.h"
#include "records/Encoding.h"

#include <QTest>

#include <deque>
#include <functional>
using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

/// The lines of log/leaves, with their line feeds.
std::vector<std::string> linesOf(const LedgerFiles &files)
{
    std::vector<std::string> lines(1);
    for (const char c : files.at("log/leaves")) {
        lines.back() += c;
        if (c == '\n')
            lines.emplace_back();
    }
    lines.pop_back();
    return lines;
}

void setLines(LedgerFiles &files, const std::vector<std::string> &lines)
{
    auto &leaves = files["log/leaves"];
    leaves.clear();
    for (const auto &line : lines)
        leaves += line;
}

/// The lines of these numbers, in this order, numbered anew as somebody who wants to hide it would do.
void keepLines(LedgerFiles &files, std::initializer_list<std::size_t> wanted)
{
    const auto lines = linesOf(files);
    std::vector<std::string> kept;
    for (const std::size_t i : wanted)
        kept.push_back(std::to_string(kept.size()) + lines[i].substr(lines[i].find(' ')));
    setLines(files, kept);
}

std::string pathOf(const LedgerFiles &files, std::size_t line)
{
    const auto text = linesOf(files)[line];
    const auto start = text.find(' ', text.find(' ') + 1) + 1;
    return recordPath(text.substr(start, 64));
}

/// Takes the envelope of a line apart and puts it together again with something changed.
void editEnvelope(LedgerFiles &files, std::size_t line, const std::function<void(Envelope &)> &edit)
{
    auto &file = files[pathOf(files, line)];
    auto envelope = readEnvelope(file).value();
    edit(envelope);
    file = writeEnvelope(envelope);
}

void replaceIn(std::string &text, std::string_view what, std::string_view by)
{
    const auto at = text.find(what);
    QVERIFY(at != std::string::npos);
    text.replace(at, what.size(), by);
}

using Edit = std::function<void(LedgerFiles &)>;

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void untouchedLedgerIsGood();
    void meddlingWithTheFilesIsNamed_data();
    void meddlingWithTheFilesIsNamed();
    void removedEndIsNotSeenButSaid();
    void whatTheNextRecordSawShowsRemovedEnd();
    void emptyLedgerIsGood();

    void keyMustBeUsableThenAndNow_data();
    void keyMustBeUsableThenAndNow();
    void recordOfSomebodyElsesKeyIsNamed();
    void recordFromTheFutureIsNamed();

    void recordOfAnotherPlaceInTheChainIsNamed_data();
    void recordOfAnotherPlaceInTheChainIsNamed();
    void twoReviewersOfflineDoNotForkEachOther();
    void reusedNonceIsNamed();
    void withdrawalMustConcernOnesOwnEarlierRecord();
    void quotedLogThatNeverWasIsNamed_data();
    void quotedLogThatNeverWasIsNamed();
    void chainsAreJudgedForEachKeyAlone();

private:
    /// Stores a record of alice with a statement as she would make it now, changed in one point.
    std::string verdictAfter(const std::function<void(Statement &)> &edit);

    Scene m_scene;
    Oid m_good; ///< tip of the ledger with three records of alice and one of carol
    Record m_first;
};

void TestVerifier::initTestCase()
{
    m_first = m_scene.add(alice);
    m_scene.add(alice, "other");
    m_scene.add(carol);
    m_scene.add(alice, "other", RecordKind::Reject);
    m_good = m_scene.tip();
}

void TestVerifier::init()
{
    m_scene.clock.time = testTime;
    m_scene.moveLedger(m_good);
}

void TestVerifier::untouchedLedgerIsGood()
{
    const auto verdict = m_scene.verify();
    QVERIFY2(verdict.isValid(), failures(verdict).c_str());
    QCOMPARE(verdict.records.size(), std::size_t{4});
    QCOMPARE(verdict.head.size, std::uint64_t{4});
    QCOMPARE(verdict.records[2].person, carol);
    for (const auto &one : verdict.records)
        QVERIFY(m_scene.keyring.accepts(m_scene.signers().text(), one.person, one.record->armor, one.record->pae));
}

void TestVerifier::meddlingWithTheFilesIsNamed_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, Edit edit, const char *expected) {
        QTest::newRow(title) << std::move(edit) << std::string(expected);
    };
    row("rewritten as it is", [](LedgerFiles &) { }, "");
    row(
        "a byte of what was signed",
        [](LedgerFiles &files) {
            editEnvelope(files, 1,
                         [](Envelope &envelope) { replaceIn(envelope.payload, "\"readLines\":10", "\"readLines\":11"); });
        },
        "chain-gap record-id-mismatch signature-invalid");
    row(
        "a byte of the last record",
        [](LedgerFiles &files) {
            editEnvelope(files, 3, [](Envelope &envelope) { replaceIn(envelope.payload, "\"reject\"", "\"rejecu\""); });
        },
        "record-id-mismatch signature-invalid");
    row(
        "a byte of the signature",
        [](LedgerFiles &files) {
            editEnvelope(files, 2, [](Envelope &envelope) {
                char &c = envelope.armor[envelope.armor.find("\n-----END") - 8];
                c = c == 'A' ? 'B' : 'A';
            });
        },
        "signature-invalid");
    row(
        "a byte of the key",
        [](LedgerFiles &files) {
            editEnvelope(files, 2, [](Envelope &envelope) {
                char &c = envelope.armor[envelope.armor.find('\n') + 1 + 60];
                c = c == 'A' ? 'B' : 'A';
            });
        },
        "signature-invalid");
    row(
        "a byte of the key's name",
        [](LedgerFiles &files) { editEnvelope(files, 2, [](Envelope &envelope) { envelope.keyId.back() ^= 1; }); },
        "key-id-mismatch");
    row(
        "pointed to another commit",
        [](LedgerFiles &files) {
            editEnvelope(files, 2, [](Envelope &envelope) {
                auto &text = envelope.payload;
                const auto at = text.find("\"gitCommit\":\"") + 13;
                const auto head = text.substr(at, 40);
                for (auto found = text.find(head); found != std::string::npos; found = text.find(head))
                    text.replace(found, 40, std::string(40, '7'));
            });
        },
        "record-id-mismatch signature-invalid");
    row(
        "dropped from the middle of a chain",
        [](LedgerFiles &files) {
            files.erase(pathOf(files, 1));
            keepLines(files, {0, 2, 3});
        },
        "chain-gap log-head-mismatch");
    row(
        "first one dropped",
        [](LedgerFiles &files) {
            files.erase(pathOf(files, 0));
            keepLines(files, {1, 2, 3});
        },
        "chain-gap log-head-mismatch");
    row(
        "all of one signer dropped",
        [](LedgerFiles &files) {
            files.erase(pathOf(files, 2));
            keepLines(files, {0, 1, 3});
        },
        "log-head-mismatch");
    row(
        "two lines swapped", [](LedgerFiles &files) { keepLines(files, {1, 0, 2, 3}); },
        "chain-gap chain-order log-head-mismatch");
    row(
        "two lines swapped with their numbers",
        [](LedgerFiles &files) {
            auto lines = linesOf(files);
            std::swap(lines[0], lines[1]);
            setLines(files, lines);
        },
        "chain-gap chain-order leaf-order log-head-mismatch");
    row(
        "two files swapped", [](LedgerFiles &files) { std::swap(files[pathOf(files, 0)], files[pathOf(files, 2)]); },
        "chain-gap chain-order log-head-mismatch record-id-mismatch signature-replaced");
    row(
        "one file in two places", [](LedgerFiles &files) { files[pathOf(files, 2)] = files[pathOf(files, 0)]; },
        "chain-order nonce-reused record-id-mismatch signature-replaced");
    row("a line twice", [](LedgerFiles &files) { keepLines(files, {0, 1, 2, 3, 3}); }, "record-missing record-twice");
    row("file missing", [](LedgerFiles &files) { files.erase(pathOf(files, 2)); }, "record-missing");
    row("line missing", [](LedgerFiles &files) { keepLines(files, {0, 1, 2}); }, "record-not-logged");
    row("log missing", [](LedgerFiles &files) { files.erase("log/leaves"); }, "record-not-logged");
    row(
        "signature of the line",
        [](LedgerFiles &files) {
            char &c = files["log/leaves"].end()[-2];
            c = c == 'a' ? 'b' : 'a';
        },
        "signature-replaced");
    row(
        "kind of the line", [](LedgerFiles &files) { replaceIn(files["log/leaves"], "reject", "approve"); },
        "leaf-kind-mismatch");
    row(
        "unknown kind", [](LedgerFiles &files) { replaceIn(files["log/leaves"], "reject", "bless"); },
        "leaf-malformed record-not-logged");
    row(
        "number with a zero", [](LedgerFiles &files) { files["log/leaves"].insert(0, "0"); },
        "chain-gap leaf-malformed log-head-mismatch record-not-logged");
    row(
        "CRLF", [](LedgerFiles &files) { replaceIn(files["log/leaves"], "\n", "\r\n"); },
        "chain-gap leaf-malformed log-head-mismatch record-not-logged");
    row("last line feed missing", [](LedgerFiles &files) { files["log/leaves"].pop_back(); }, "leaf-malformed record-not-logged");
    row("a blank line", [](LedgerFiles &files) { files["log/leaves"] += '\n'; }, "leaf-malformed");
    row("a strange file", [](LedgerFiles &files) { files["records/ab/evil"] = "x"; }, "ledger-malformed");
    row(
        "a file in the wrong folder",
        [](LedgerFiles &files) {
            auto node = files.extract(pathOf(files, 2));
            node.key()[8] = node.key()[8] == 'a' ? 'b' : 'a';
            files.insert(std::move(node));
        },
        "ledger-malformed record-missing");
    row(
        "a record in upper case",
        [](LedgerFiles &files) {
            auto node = files.extract(pathOf(files, 2));
            node.key() = QByteArray::fromStdString(node.key()).toUpper().replace("RECORDS", "records").toStdString();
            node.key().replace(node.key().size() - 10, 10, ".dsse.json");
            files.insert(std::move(node));
        },
        "ledger-malformed record-missing");
    row(
        "key twice in the envelope", [](LedgerFiles &files) { files[pathOf(files, 2)].insert(1, R"("p\u0061yload":"e30=",)"); },
        "json-duplicate-key");
    row("bytes behind the envelope", [](LedgerFiles &files) { files[pathOf(files, 2)] += "{}"; }, "json-syntax");
    row("empty file", [](LedgerFiles &files) { files[pathOf(files, 2)].clear(); }, "json-syntax");
    row("file of 3 MB", [](LedgerFiles &files) { files[pathOf(files, 2)] = std::string(3'000'000, '['); }, "json-syntax");
    row("file of 1.1 MB", [](LedgerFiles &files) { files[pathOf(files, 2)] = std::string(1'100'000, '['); }, "json-too-large");
    row("depth 100,000", [](LedgerFiles &files) { files[pathOf(files, 2)] = std::string(100'000, '['); }, "json-too-deep");
    row(
        "two signatures",
        [](LedgerFiles &files) {
            auto &file = files[pathOf(files, 2)];
            const auto start = file.find("[{") + 1;
            const auto one = file.substr(start, file.rfind(']') - start);
            file.insert(start, one + ',');
        },
        "several-signatures");
    row(
        "signature taken from another record",
        [](LedgerFiles &files) {
            const auto other = readEnvelope(files[pathOf(files, 0)]).value().armor;
            editEnvelope(files, 1, [&other](Envelope &envelope) { envelope.armor = other; });
        },
        "chain-gap signature-invalid");
}

void TestVerifier::meddlingWithTheFilesIsNamed()
{
    QFETCH(Edit, edit);
    QFETCH(std::string, expected);
    auto files = m_scene.files();
    edit(files);
    m_scene.rewrite(files);
    const auto verdict = m_scene.verify();
    QCOMPARE(failures(verdict), expected);
    QCOMPARE(verdict.isValid(), expected.empty());
}

void TestVerifier::removedEndIsNotSeenButSaid()
{
    auto files = m_scene.files();
    files.erase(pathOf(files, 3));
    keepLines(files, {0, 1, 2});
    m_scene.rewrite(files);
    const auto verdict = m_scene.verify();
    QCOMPARE(failures(verdict), std::string());
    QCOMPARE(verdict.notes.size(), std::size_t{1});
    QVERIFY(verdict.notes.front().english().contains("last records"));
}

void TestVerifier::whatTheNextRecordSawShowsRemovedEnd()
{
    const auto next = m_scene.sign(carol, m_scene.statement(carol, "other"));
    auto files = m_scene.files();
    files.erase(pathOf(files, 3));
    keepLines(files, {0, 1, 2});
    m_scene.rewrite(files);
    QVERIFY(!records::append(m_scene.repository(), next, m_scene.clock));
    m_scene.inject(next.envelope);
    QCOMPARE(failures(m_scene.verify()), std::string("log-head-mismatch"));
}

void TestVerifier::emptyLedgerIsGood()
{
    Scene scene;
    const auto verdict = scene.verify();
    QVERIFY(verdict.isValid());
    QVERIFY(verdict.notes.empty());
    QCOMPARE(verdict.head.size, std::uint64_t{0});
}

void TestVerifier::keyMustBeUsableThenAndNow_data()
{
    QTest::addColumn<QByteArray>("line"); // KEY stands for the key
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const QByteArray &line, const char *expected) {
        QTest::newRow(title) << line << std::string(expected);
    };
    const QByteArray line = "alice@example.com namespaces=\"approval@countersign.dev\"";
    // The record was made on 2026-01-02, and it is the 20th now.
    row("always", line + " KEY", "");
    row("valid all the time", line + ",valid-after=\"20260101Z\",valid-before=\"20260201Z\" KEY", "");
    row("expired since", line + ",valid-before=\"20260110Z\" KEY", "key-expired");
    row("expired before", line + ",valid-before=\"20260101Z\" KEY", "key-expired");
    row("not valid then: back-dated", line + ",valid-after=\"20260110Z\" KEY", "key-not-yet-valid");
    row("not valid yet", line + ",valid-after=\"20260201Z\" KEY", "key-not-yet-valid");
    row("two lines that only together reach",
        line + ",valid-before=\"20260110Z\" KEY\n" + line + ",valid-after=\"20260110Z\" KEY", "key-not-yet-valid");
    row("removed", "", "unknown-key");
    row("commented out", "#" + line + " KEY", "unknown-key");
    row("only for git", "alice@example.com namespaces=\"git\" KEY", "key-not-usable");
    row("somebody else's", "dave@example.com namespaces=\"approval@countersign.dev\" KEY", "not-the-keys-owner");
    row("of two people", line + " KEY\ndave@example.com namespaces=\"approval@countersign.dev\" KEY", "key-of-two-people");
}

void TestVerifier::keyMustBeUsableThenAndNow()
{
    QFETCH(QByteArray, line);
    QFETCH(std::string, expected);
    m_scene.clock.time = testTime + 18L * 86400;
    const auto signers =
        AllowedSigners::parse(line.replace("KEY", QByteArray::fromStdString(m_scene.key(alice).key.line())).toStdString());
    const auto verdict = verifyRecord(m_first.envelope, "1", {signers, m_scene.clock.now(), &m_scene.repository()});
    QVERIFY(verdict);
    QCOMPARE(failures(*verdict), expected);
    QCOMPARE(verdict->person, expected.empty() ? alice : std::string());
    // What we accept, ssh-keygen accepts, too, today and for the time of the record.
    for (const auto time : {m_scene.clock.now(), m_first.statement.reviewedAt}) {
        if (expected.empty())
            QVERIFY(m_scene.keyring.accepts(signers.text(), alice, m_first.armor, m_first.pae, time));
    }
}

void TestVerifier::recordOfSomebodyElsesKeyIsNamed()
{
    // Mallory's key is unknown, and naming alice in the record does not make it hers.
    auto statement = m_scene.statement(mallory);
    m_scene.inject(m_scene.sign(mallory, statement).envelope);
    QCOMPARE(failures(m_scene.verify()), std::string("unknown-key"));
    m_scene.moveLedger(m_good);
    statement.reviewer.id = alice;
    m_scene.inject(m_scene.sign(mallory, statement).envelope);
    QCOMPARE(failures(m_scene.verify()), std::string("unknown-key"));
    // Bob is known, but not as alice.
    m_scene.moveLedger(m_good);
    statement = m_scene.statement(bob);
    statement.reviewer.id = alice;
    m_scene.inject(m_scene.sign(bob, statement).envelope);
    QCOMPARE(failures(m_scene.verify()), std::string("not-the-keys-owner"));
}

void TestVerifier::recordFromTheFutureIsNamed()
{
    m_scene.clock.time = testTime - 299; // clocks may differ by five minutes
    QCOMPARE(failures(m_scene.verify()), std::string());
    m_scene.clock.time = testTime - 301;
    QCOMPARE(failures(m_scene.verify()), std::string("time-in-future"));
}

std::string TestVerifier::verdictAfter(const std::function<void(Statement &)> &edit)
{
    auto statement = m_scene.statement(alice);
    edit(statement);
    m_scene.inject(m_scene.sign(alice, std::move(statement)).envelope);
    return failures(m_scene.verify());
}

void TestVerifier::recordOfAnotherPlaceInTheChainIsNamed_data()
{
    QTest::addColumn<SignerChain>("chain");
    QTest::addColumn<std::string>("expected");
    m_scene.moveLedger(m_good);
    const auto id = [this](std::size_t i) { return m_scene.ledger().entries[i].leaf.recordId; };
    QTest::newRow("next") << SignerChain{4, id(3)} << std::string();
    QTest::newRow("number left out") << SignerChain{5, id(3)} << std::string("chain-gap");
    QTest::newRow("number of the last again") << SignerChain{3, id(1)} << std::string("chain-fork");
    QTest::newRow("number of an earlier one") << SignerChain{2, id(0)} << std::string("chain-order");
    QTest::newRow("begins anew") << SignerChain{} << std::string("chain-order");
    QTest::newRow("follows an earlier one") << SignerChain{4, id(1)} << std::string("chain-link-mismatch");
    QTest::newRow("follows carol's") << SignerChain{4, id(2)} << std::string("chain-link-mismatch");
    QTest::newRow("follows nothing known") << SignerChain{4, std::string(64, 'a')} << std::string("chain-link-mismatch");
    QTest::newRow("largest number") << SignerChain{(1ULL << 53) - 1, id(3)} << std::string("chain-gap");
}

void TestVerifier::recordOfAnotherPlaceInTheChainIsNamed()
{
    QFETCH(SignerChain, chain);
    QFETCH(std::string, expected);
    QCOMPARE(verdictAfter([&chain](Statement &statement) { statement.signerChain = chain; }), expected);
}

void TestVerifier::twoReviewersOfflineDoNotForkEachOther()
{
    // Both sign on the same state of the log; whoever comes second is appended all the same.
    const auto one = m_scene.sign(alice, m_scene.statement(alice));
    const auto two = m_scene.sign(carol, m_scene.statement(carol, "other"));
    m_scene.append(two);
    m_scene.append(one);
    QCOMPARE(failures(m_scene.verify()), std::string());
}

void TestVerifier::reusedNonceIsNamed()
{
    const auto nonce = m_first.statement.nonce;
    QCOMPARE(verdictAfter([&nonce](Statement &statement) { statement.nonce = nonce; }), std::string("nonce-reused"));
}

void TestVerifier::withdrawalMustConcernOnesOwnEarlierRecord()
{
    const auto withdraw = [this](const std::string &id) {
        return verdictAfter([&id](Statement &statement) {
            statement.kind = RecordKind::Withdraw;
            statement.withdraws = id;
        });
    };
    QCOMPARE(withdraw(m_first.id), std::string());
    m_scene.moveLedger(m_good);
    QCOMPARE(withdraw(std::string(64, 'a')), std::string("withdraws-unknown"));
    m_scene.moveLedger(m_good);
    QCOMPARE(withdraw(m_scene.ledger().entries[2].leaf.recordId), std::string("withdraws-foreign"));
}

void TestVerifier::quotedLogThatNeverWasIsNamed_data()
{
    QTest::addColumn<LogHead>("head");
    QTest::addColumn<std::string>("expected");
    m_scene.moveLedger(m_good);
    const auto ledger = m_scene.ledger();
    QTest::newRow("as it is") << ledger.head() << std::string();
    QTest::newRow("as it was") << ledger.headAt(1) << std::string();
    QTest::newRow("nothing") << ledger.headAt(0) << std::string();
    QTest::newRow("longer") << LogHead{5, ledger.head().root} << std::string("log-head-mismatch");
    QTest::newRow("another root") << LogHead{4, std::string(32, 'x')} << std::string("log-head-mismatch");
    QTest::newRow("root of another size") << LogHead{4, ledger.headAt(3).root} << std::string("log-head-mismatch");
    QTest::newRow("largest size") << LogHead{(1ULL << 53) - 1, ledger.head().root} << std::string("log-head-mismatch");
}

void TestVerifier::quotedLogThatNeverWasIsNamed()
{
    QFETCH(LogHead, head);
    QFETCH(std::string, expected);
    QCOMPARE(verdictAfter([&head](Statement &statement) { statement.logHead = head; }), expected);
}

void TestVerifier::chainsAreJudgedForEachKeyAlone()
{
    std::deque<Record> records; // stay where they are
    std::vector<const Record *> logged;
    const auto put = [&](const std::string &person, std::uint64_t seq, const std::string &id) {
        Record record;
        record.id = id;
        record.key = m_scene.key(person).key;
        record.statement.signerChain = {seq, records.empty() || seq == 1 ? SignerChain().prev : records.back().id};
        logged.push_back(&records.emplace_back(std::move(record)));
    };
    put(alice, 1, "a1");
    put(alice, 2, "a2");
    put(alice, 5, "a5");
    put(alice, 6, "a6");
    put(carol, 1, "c1");
    put(carol, 2, "c2");
    const auto problems = checkChains(logged);
    QCOMPARE(problems.size(), std::size_t{1}); // carol's chain is whole
    const auto &found = problems.at(m_scene.key(alice).key.fingerprint());
    QCOMPARE(found.size(), std::size_t{1}); // one hole is told once
    QVERIFY(found.front().failure == Failure::ChainGap);
    QVERIFY(found.front().what.english().starts_with("Records 3 to 4 of "));
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
