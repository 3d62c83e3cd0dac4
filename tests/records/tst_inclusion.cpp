// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Checkpoint.h"
#include "records/Inclusion.h"
#include "records/Merkle.h"

#include <QTest>

#include <functional>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

/// Proofs that one entry is in a log, without the rest of it.
class TestInclusion : public QObject
{
    Q_OBJECT
private slots:
    void everyPathLeadsToTheRoot();
    void pathOfAnotherPlaceLeadsElsewhere();
    void recordIsFoundInTheLogOfItsCheckpoint();
    void wrongProofIsNamed_data();
    void wrongProofIsNamed();
    void checkpointIsSignedByPeopleWhoMay_data();
    void checkpointIsSignedByPeopleWhoMay();
};

namespace
{

std::vector<std::string> leaves(std::size_t count)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back("leaf " + std::to_string(i) + '\n');
    return out;
}

} // namespace

void TestInclusion::everyPathLeadsToTheRoot()
{
    for (std::size_t size = 1; size <= 70; ++size) {
        const auto all = leaves(size);
        const MerkleTree tree(all);
        const auto root = merkleRoot(all);
        for (std::size_t i = 0; i < size; ++i)
            QCOMPARE(rootOfPath(all[i], i, size, tree.path(i)).value_or(""), root);
    }
}

void TestInclusion::pathOfAnotherPlaceLeadsElsewhere()
{
    for (const std::size_t size : {1U, 2U, 3U, 7U, 8U, 9U, 33U}) {
        const auto all = leaves(size);
        const MerkleTree tree(all);
        const auto root = merkleRoot(all);
        const auto leads = [&](const std::string &leaf, std::size_t index, std::size_t count, const auto &path) {
            return rootOfPath(leaf, index, count, path) == root;
        };
        for (std::size_t i = 0; i < size; ++i) {
            const auto path = tree.path(i);
            QVERIFY(!leads("leaf x\n", i, size, path));
            QVERIFY(!leads(all[i], size, size, path));
            for (std::size_t other = 0; other < size; ++other)
                QVERIFY(other == i || !leads(all[i], other, size, path));
            auto longer = path;
            longer.push_back(root);
            QVERIFY(!leads(all[i], i, size, longer));
            if (path.empty())
                continue;
            QVERIFY(!leads(all[i], i, size, std::vector(path.begin(), path.end() - 1)));
            auto changed = path;
            changed.front()[0] ^= 1;
            QVERIFY(!leads(all[i], i, size, changed));
        }
    }
    QVERIFY(!rootOfPath("leaf 0\n", 0, 0, {}));
    // No length of a log makes it walk for ever.
    QVERIFY(!rootOfPath("leaf 0\n", 0, ~std::uint64_t{0}, {}));
}

void TestInclusion::recordIsFoundInTheLogOfItsCheckpoint()
{
    Scene scene;
    std::vector<Record> records;
    for (int i = 0; i < 5; ++i)
        records.push_back(scene.add(i % 2 == 0 ? alice : carol));
    const auto lines = scene.ledger().lines;
    const auto checkpoint = writeCheckpoint({checkpointOrigin(std::string(32, '7')), scene.ledger().head()});
    const InclusionProofs proofs(lines);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto place = checkInclusion(records[i], proofs.proof(i), checkpoint);
        QVERIFY2(place.has_value(), nameOf(place).c_str());
        QCOMPARE(*place, i);
        QCOMPARE(nameOf(checkInclusion(records[(i + 1) % 5], proofs.proof(i), checkpoint)), std::string("record-id-mismatch"));
    }
}

void TestInclusion::wrongProofIsNamed_data()
{
    QTest::addColumn<std::function<void(std::string &, std::string &)>>("edit");
    QTest::addColumn<std::string>("failure");
    const auto row = [](const char *title, std::function<void(std::string &, std::string &)> edit, const char *failure) {
        QTest::newRow(title) << std::move(edit) << std::string(failure);
    };
    row("as it is", [](auto &, auto &) { }, "accepted");
    row("empty", [](auto &proof, auto &) { proof.clear(); }, "leaf-malformed");
    row("line alone", [](auto &proof, auto &) { proof.resize(proof.find('\n') + 1); }, "checkpoint-mismatch");
    row("line without its end", [](auto &proof, auto &) { proof.resize(proof.find('\n')); }, "leaf-malformed");
    row(
        "hash in capitals", [](auto &proof, auto &) { proof.replace(proof.size() - 65, 64, std::string(64, 'A')); },
        "leaf-malformed");
    row("hash cut off", [](auto &proof, auto &) { proof.erase(proof.size() - 2, 1); }, "leaf-malformed");
    row("one hash less", [](auto &proof, auto &) { proof.resize(proof.size() - 65); }, "checkpoint-mismatch");
    row("one hash more", [](auto &proof, auto &) { proof += std::string(64, 'a') + '\n'; }, "checkpoint-mismatch");
    row(
        "a million hashes",
        [](auto &proof, auto &) {
            for (int i = 0; i < 1'000'000; ++i)
                proof += std::string(64, 'a') + '\n';
        },
        "leaf-malformed");
    row("another place", [](auto &proof, auto &) { proof[0] = '1'; }, "checkpoint-mismatch");
    row("place behind the end", [](auto &proof, auto &) { proof[0] = '9'; }, "checkpoint-mismatch");
    row("place with a zero before it", [](auto &proof, auto &) { proof.insert(0, "0"); }, "record-id-mismatch");
    row("another kind", [](auto &proof, auto &) { proof.replace(2, 7, "reject"); }, "record-id-mismatch");
    row("blank behind the line", [](auto &proof, auto &) { proof.insert(proof.find('\n'), " "); }, "record-id-mismatch");
    row(
        "another root",
        [](auto &, auto &checkpoint) {
            checkpoint = writeCheckpoint({checkpointOrigin(std::string(32, '7')), {4, std::string(32, 'x')}});
        },
        "checkpoint-mismatch");
    row("no checkpoint", [](auto &, auto &checkpoint) { checkpoint.clear(); }, "checkpoint-malformed");
}

void TestInclusion::wrongProofIsNamed()
{
    using Edit = std::function<void(std::string &, std::string &)>;
    QFETCH(Edit, edit);
    QFETCH(std::string, failure);
    Scene scene;
    const auto record = scene.add(alice);
    for (int i = 0; i < 3; ++i)
        (void)scene.add(carol);
    const auto lines = scene.ledger().lines;
    auto checkpoint = writeCheckpoint({checkpointOrigin(std::string(32, '7')), scene.ledger().head()});
    auto proof = InclusionProofs(lines).proof(0);
    edit(proof, checkpoint);
    QCOMPARE(nameOf(checkInclusion(record, proof, checkpoint)), failure);
}

void TestInclusion::checkpointIsSignedByPeopleWhoMay_data()
{
    QTest::addColumn<std::string>("options");
    QTest::addColumn<std::string>("expected");
    const std::string both = R"(namespaces="approval@countersign.dev,checkpoint@countersign.dev")";
    QTest::newRow("both namespaces") << both << std::string("accepted");
    QTest::newRow("and a time") << both + ",valid-before=\"20991231Z\"" << std::string("accepted");
    QTest::newRow("ended") << both + ",valid-before=\"20200101Z\"" << std::string("checkpoint-unsigned");
    QTest::newRow("approvals only") << std::string(R"(namespaces="approval@countersign.dev")")
                                    << std::string("checkpoint-unsigned");
    QTest::newRow("a pattern") << std::string(R"(namespaces="approval@countersign.dev,checkpoint@*")")
                               << std::string("checkpoint-unsigned");
}

void TestInclusion::checkpointIsSignedByPeopleWhoMay()
{
    QFETCH(std::string, options);
    QFETCH(std::string, expected);
    Keyring keyring;
    const auto key = keyring.make("one");
    const std::string checkpoint = writeCheckpoint({checkpointOrigin(std::string(32, '7')), {4, std::string(32, 'x')}});
    const auto armor = keyring.signature(key, checkpoint, std::string(checkpointNamespace));
    // What the comment says is nobody's namespace.
    const auto text = alice + ' ' + options + ' ' + key.key.line() + R"( namespaces="checkpoint@countersign.dev")" + '\n';
    const auto people = checkpointPeople(AllowedSigners::parse(text), checkpoint, armor, testTime);
    QCOMPARE(nameOf(people), expected);
    QVERIFY(!people || *people == std::set<std::string>{alice});
    // ssh-keygen's own answer; only a pattern is enough for it.
    keyring.write("signers", text);
    keyring.write("sig", armor);
    const auto theirs = keyring.run(
        QStringLiteral("ssh-keygen"),
        {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"), QString::fromStdString(keyring.file("signers")),
         QStringLiteral("-I"), QString::fromStdString(alice), QStringLiteral("-n"), QStringLiteral("checkpoint@countersign.dev"),
         QStringLiteral("-O"), QStringLiteral("verify-time=20260102000000Z"), QStringLiteral("-s"),
         QString::fromStdString(keyring.file("sig"))},
        checkpoint);
    QCOMPARE(theirs.exitCode == 0, people.has_value() || options.contains('*'));
    QCOMPARE(nameOf(checkpointPeople(AllowedSigners::parse(text), checkpoint + "x", armor, testTime)),
             std::string("signature-invalid"));
}

QTEST_GUILESS_MAIN(TestInclusion)
#include "tst_inclusion.moc"
