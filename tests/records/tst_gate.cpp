// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Binding.h"
#include "records/Contributors.h"
#include "records/Policy.h"
#include "records/Prepare.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

/// "every-change=satisfied no-rejection=satisfied"
std::string summary(const GateReport &report)
{
    std::string out;
    for (const auto &one : report.requirements)
        out += (out.empty() ? "" : " ") + one.id + '=' + std::string(name(one.status));
    return out;
}

std::string reasons(const GateReport &report)
{
    std::string out;
    for (const auto &one : report.requirements) {
        for (const auto &reason : one.reasons)
            out += reason.english() + '\n';
    }
    for (const auto &note : report.notes)
        out += note.english() + '\n';
    return out;
}

const std::string open = "every-change=satisfied no-rejection=satisfied";
const std::string waiting = "every-change=unsatisfied no-rejection=satisfied";
const std::string stale = "every-change=stale no-rejection=satisfied";
const std::string rejected = "every-change=unsatisfied no-rejection=unsatisfied";

} // namespace

class TestGate : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_scene.reset(); }

    void approvalOpensTheGateForItsChangeOnly();
    void approvalOfAnAuthorDoesNotCount_data();
    void approvalOfAnAuthorDoesNotCount();
    void changedChangeMakesTheApprovalStale_data();
    void changedChangeMakesTheApprovalStale();
    void approvalForAnotherTargetIsStale();
    void approvalUnderAnotherPolicyIsStale();
    void branchThatMovesBeforeTheSignatureIsNotApproved();
    void approvalExpires();
    void approvalEndsWithItsWaiver();
    void hundredThousandFindingsAreOneDigest();
    void withdrawnApprovalDoesNotCount();
    void lastWordOfAPersonCounts();
    void rejectionFollowsTheContents();
    void unknownPeopleNeitherOpenNorClose();
    void damageNeverOpensTheGate_data();
    void damageNeverOpensTheGate();
    void recordOfAnotherRepositoryDoesNotCount();
    void whatIsNotKnownCountsAsTheWorst_data();
    void whatIsNotKnownCountsAsTheWorst();
    void peopleAreCountedNotKeys();

private:
    Scene m_scene;
};

void TestGate::approvalOpensTheGateForItsChangeOnly()
{
    QCOMPARE(summary(m_scene.gate()), waiting);
    QVERIFY(!m_scene.gate().isOpen());
    m_scene.add(alice);
    const auto report = m_scene.gate();
    QCOMPARE(summary(report), open);
    QVERIFY(report.isOpen());
    QCOMPARE(report.requirements.front().people, std::vector{alice});
    QCOMPARE(summary(m_scene.gate("other")), waiting);
}

void TestGate::approvalOfAnAuthorDoesNotCount_data()
{
    QTest::addColumn<std::string>("author");
    QTest::addColumn<std::string>("committer");
    QTest::addColumn<std::string>("message");
    const std::string bobs = "Bob <bob@example.com>";
    QTest::newRow("author") << std::string("Alice <alice@example.com>") << bobs << std::string("x");
    QTest::newRow("author in other letters") << std::string("Alice <Alice@Example.COM>") << bobs << std::string("x");
    QTest::newRow("committer") << bobs << std::string("Alice <alice@example.com>") << std::string("x");
    QTest::newRow("co-author") << bobs << bobs << std::string("x\n\nCo-authored-by: A <alice@example.com>\n");
    QTest::newRow("co-author in other letters") << bobs << bobs << std::string("x\n\nCO-AUTHORED-BY: <ALICE@example.com>\n");
}

void TestGate::approvalOfAnAuthorDoesNotCount()
{
    QFETCH(std::string, author);
    QFETCH(std::string, committer);
    QFETCH(std::string, message);
    m_scene.builder.commit(
        {.branch = "feature", .files = {{"y", "y\n"}}, .message = message, .author = author, .committer = committer});
    m_scene.add(alice);
    const auto report = m_scene.gate();
    QCOMPARE(summary(report), waiting);
    QVERIFY2(reasons(report).contains("alice@example.com wrote part of the change"), reasons(report).c_str());
    m_scene.add(carol);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::changedChangeMakesTheApprovalStale_data()
{
    QTest::addColumn<QStringList>("git"); // commands, run one after the other; OLD stands for the approved head
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *title, const QStringList &git, const char *says) {
        QTest::newRow(title) << git << QByteArray(says);
    };
    row("force push", {QStringLiteral("branch -f feature other")}, "The head was");
    row("force push to a part", {QStringLiteral("branch -f feature OLD~1")}, "The commits differ (2, now 1)");
    row("one more commit", {QStringLiteral("commit --allow-empty -qm more")}, "The files at the head are the same");
    row("amended message", {QStringLiteral("commit --amend -qm another")}, "The files at the head are the same");
    row("squashed", {QStringLiteral("reset -q --soft main"), QStringLiteral("commit -qm squashed")},
        "The files at the head are the same");
    row("target moved", {QStringLiteral("branch -f main other")}, "The target branch moved");
    row("rebased on the moved target", {QStringLiteral("branch -f main other"), QStringLiteral("rebase -q main")},
        "The merge base was");
    row("evil merge of the target",
        {QStringLiteral("branch -f main other"), QStringLiteral("merge -q --no-commit main"), QStringLiteral("rm -qf new.cpp"),
         QStringLiteral("commit -qm merged")},
        "The files at the head differ");
    row("mode only", {QStringLiteral("update-index --chmod=+x app.cpp"), QStringLiteral("commit -qm mode")},
        "What the change does to the files differs");
    row("renamed only", {QStringLiteral("mv new.cpp renamed.cpp"), QStringLiteral("commit -qm rename")},
        "What the change does to the files differs");
    row("a submodule", {QStringLiteral("update-index --add --cacheinfo 160000,OLD,sub"), QStringLiteral("commit -qm sub")},
        "What the change does to the files differs");
    row("a symbolic link", {QStringLiteral("update-index --add --cacheinfo 120000,BLOB,link"), QStringLiteral("commit -qm link")},
        "What the change does to the files differs");
    row("a file that became a link",
        {QStringLiteral("update-index --cacheinfo 120000,BLOB,new.cpp"), QStringLiteral("commit -qm link")},
        "What the change does to the files differs");
    row("replaced by git replace", {QStringLiteral("commit --amend -qm another"), QStringLiteral("replace HEAD OLD")},
        "The head was");
}

void TestGate::changedChangeMakesTheApprovalStale()
{
    QFETCH(QStringList, git);
    QFETCH(QByteArray, says);
    auto &builder = m_scene.builder;
    const auto approved = QString::fromStdString(builder.id("feature").hex());
    const auto blob = QString::fromStdString(m_scene.repository().writeBlob("app.cpp")->hex());
    m_scene.add(alice);
    QVERIFY(m_scene.gate().isOpen());
    // A branch that is checked out cannot be moved from outside, and the others need it checked out.
    builder.git(
        {QStringLiteral("checkout"), QStringLiteral("-qf"),
         git.front().contains(QStringLiteral("branch -f feature")) ? QStringLiteral("other") : QStringLiteral("feature")});
    for (auto command : git)
        builder.git(
            command.replace(QStringLiteral("OLD"), approved).replace(QStringLiteral("BLOB"), blob).split(QLatin1Char(' ')));
    const auto report = m_scene.gate();
    QVERIFY(!report.isOpen());
    QCOMPARE(summary(report), stale);
    QVERIFY2(reasons(report).contains(says.toStdString()), reasons(report).c_str());
    // The record itself is as good as ever.
    QCOMPARE(failures(m_scene.verify()), std::string());
}

void TestGate::approvalForAnotherTargetIsStale()
{
    auto statement = m_scene.statement(alice);
    statement.change.targetRef = "refs/heads/release";
    m_scene.append(m_scene.sign(alice, statement));
    QCOMPARE(summary(m_scene.gate()), stale);
    QVERIFY(reasons(m_scene.gate()).contains("It was meant for refs/heads/release"));
}

void TestGate::approvalUnderAnotherPolicyIsStale()
{
    auto statement = m_scene.statement(alice);
    statement.policySha256 = std::string(64, 'a');
    m_scene.append(m_scene.sign(alice, statement));
    QCOMPARE(summary(m_scene.gate()), stale);
    QVERIFY(reasons(m_scene.gate()).contains("alice@example.com approved under another policy"));
    m_scene.add(carol);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::branchThatMovesBeforeTheSignatureIsNotApproved()
{
    // What is signed is what was shown, not where the branch leads by then.
    const auto shown = m_scene.statement(alice);
    m_scene.builder.commit({.branch = "feature", .files = {{"evil", "x\n"}}, .author = "Bob <bob@example.com>"});
    const auto record = m_scene.sign(alice, shown);
    QVERIFY(record.statement == shown);
    m_scene.append(record);
    QCOMPARE(summary(m_scene.gate()), stale);
}

void TestGate::approvalExpires()
{
    m_scene.add(alice);
    m_scene.clock.time += rosterlessPolicy().maxAge - 1;
    QVERIFY(m_scene.gate().isOpen());
    m_scene.clock.time += 1;
    QCOMPARE(summary(m_scene.gate()), std::string("every-change=expired no-rejection=satisfied"));
    // No record can give itself more time than the policy does, and one that gives itself less has less.
    auto statement = m_scene.statement(carol);
    statement.expiresAt += 365L * 86400;
    m_scene.append(m_scene.sign(carol, statement));
    QVERIFY(m_scene.gate().isOpen());
    m_scene.clock.time += rosterlessPolicy().maxAge;
    QVERIFY(!m_scene.gate().isOpen());
    statement = m_scene.statement(carol);
    statement.expiresAt = statement.reviewedAt + 60;
    m_scene.append(m_scene.sign(carol, statement));
    QVERIFY(m_scene.gate().isOpen());
    m_scene.clock.time += 60;
    QVERIFY(!m_scene.gate().isOpen());
}

void TestGate::approvalEndsWithItsWaiver()
{
    const auto now = m_scene.clock.now();
    auto statement = m_scene.statement(alice);
    statement.findings.waived = {{"f1", "DST-01", "it is empty", now + 7200}, {"f2", "DST-03", "until the move", now + 3600}};
    const auto record = m_scene.sign(alice, statement);
    m_scene.append(record);
    m_scene.clock.time += 3599;
    QVERIFY(m_scene.gate().isOpen());
    m_scene.clock.time += 1;
    const auto closed = m_scene.gate();
    QCOMPARE(summary(closed), std::string("every-change=expired no-rejection=satisfied"));
    QVERIFY2(reasons(closed).contains("waived a finding of the rule DST-03 until"), reasons(closed).c_str());
    // The record itself stays what it was, and can be taken back.
    QCOMPARE(failures(m_scene.verify()), std::string());
    m_scene.withdraw(record);
    QCOMPARE(failures(m_scene.verify()), std::string());
    // A rejection does not end with a waiver in it.
    auto rejection = m_scene.statement(carol, "feature", RecordKind::Reject);
    rejection.findings.waived = statement.findings.waived;
    m_scene.append(m_scene.sign(carol, rejection));
    QCOMPARE(summary(m_scene.gate()), rejected);
}

void TestGate::hundredThousandFindingsAreOneDigest()
{
    constexpr std::size_t count = 100'000;
    auto analysis = analysisOf(m_scene.repository(), "main", "feature");
    for (std::size_t i = 0; i < count; ++i) {
        Finding finding;
        finding.id = "finding-" + std::to_string(i);
        finding.rule = "DST-01";
        analysis.findings.push_back(std::move(finding));
    }
    const auto key = m_scene.key(alice);
    const Reviewer reviewer{alice, key.key.fingerprint()};
    ReviewFacts facts;
    facts.checklist.templateSha256 = facts.analysisSha256 = std::string(64, 'a');
    const auto prepare = [&] {
        return prepareRecord(m_scene.repository(), RecordKind::Approve, analysis, facts,
                             {reviewer, m_scene.clock, m_scene.random});
    };
    const auto draft = prepare();
    QVERIFY2(draft.has_value(), draft ? "" : draft.error().what.english().c_str());
    QCOMPARE(draft->statement.findings.open, std::uint64_t{count});
    QVERIFY(draft->payload.size() < 10'000);
    m_scene.append(m_scene.sign(alice, draft->statement));
    QVERIFY(m_scene.gate().isOpen());
    // Another order is the same set; one finding less is another.
    const auto digest = findingSetSha256(analysis.findings);
    QCOMPARE(draft->statement.findings.setSha256, digest);
    std::ranges::reverse(analysis.findings);
    QCOMPARE(findingSetSha256(analysis.findings), digest);
    // So many waivers fit into no record: that is said before anything is signed.
    for (const auto &finding : analysis.findings)
        facts.waived.push_back({finding.id, finding.rule, "no time", m_scene.clock.now() + 60});
    const auto refused = prepare();
    QVERIFY(!refused);
    QVERIFY2(refused.error().what.english().contains("at most"), refused.error().what.english().c_str());
    analysis.findings.pop_back();
    QVERIFY(findingSetSha256(analysis.findings) != digest);
}

void TestGate::withdrawnApprovalDoesNotCount()
{
    const auto approval = m_scene.add(alice);
    m_scene.withdraw(approval);
    QCOMPARE(summary(m_scene.gate()), waiting);
    m_scene.add(alice);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::lastWordOfAPersonCounts()
{
    m_scene.add(alice);
    m_scene.add(alice, "feature", RecordKind::Reject);
    QCOMPARE(summary(m_scene.gate()), rejected);
    m_scene.add(carol);
    QCOMPARE(summary(m_scene.gate()), std::string("every-change=satisfied no-rejection=unsatisfied"));
    m_scene.add(alice);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::rejectionFollowsTheContents()
{
    m_scene.add(alice, "feature", RecordKind::Reject);
    m_scene.builder.git({QStringLiteral("checkout"), QStringLiteral("-qf"), QStringLiteral("feature")});
    m_scene.builder.git({QStringLiteral("commit"), QStringLiteral("--amend"), QStringLiteral("-qm"), QStringLiteral("Again")});
    m_scene.add(carol);
    QCOMPARE(summary(m_scene.gate()), std::string("every-change=satisfied no-rejection=unsatisfied"));
    // Other contents are another question.
    m_scene.builder.commit({.branch = "feature", .files = {{"new.cpp", "int y;\n"}}, .author = "Bob <bob@example.com>"});
    m_scene.add(carol);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::unknownPeopleNeitherOpenNorClose()
{
    m_scene.add(mallory);
    QCOMPARE(summary(m_scene.gate()), waiting);
    QVERIFY(reasons(m_scene.gate()).contains("does not count: The key"));
    m_scene.add(alice);
    m_scene.add(mallory, "feature", RecordKind::Reject);
    QVERIFY(m_scene.gate().isOpen());
}

void TestGate::damageNeverOpensTheGate_data()
{
    QTest::addColumn<RecordKind>("kind"); // of the record that keeps the gate shut
    QTest::addColumn<QByteArray>("damage"); // what is done to it
    QTest::addColumn<bool>("isLast"); // nobody has signed anything since
    for (const auto kind : {RecordKind::Reject, RecordKind::Withdraw}) {
        for (const bool isLast : {false, true}) {
            for (const char *damage : {"byte", "rubbish", "empty", "file", "file and line", "kind"}) {
                // That the end was cut off can only be seen by those who remember it.
                if (isLast && std::string_view(damage) == "file and line")
                    continue;
                QTest::addRow("%s, %s%s", std::string(name(kind)).c_str(), damage, isLast ? ", last" : "")
                    << kind << QByteArray(damage) << isLast;
            }
        }
    }
}

void TestGate::damageNeverOpensTheGate()
{
    QFETCH(RecordKind, kind);
    QFETCH(QByteArray, damage);
    QFETCH(bool, isLast);
    const auto approval = m_scene.add(alice);
    const auto shut = kind == RecordKind::Reject ? m_scene.add(carol, "feature", kind) : m_scene.withdraw(approval);
    if (!isLast)
        m_scene.add(kind == RecordKind::Reject ? carol : alice, "other");
    QVERIFY(!m_scene.gate().isOpen());
    auto files = m_scene.files();
    auto &file = files.at(recordPath(shut.id));
    auto &leaves = files.at("log/leaves");
    if (damage == "byte")
        file[file.size() / 2] = file[file.size() / 2] == 'A' ? 'B' : 'A';
    else if (damage == "rubbish")
        file = "{}";
    else if (damage == "empty")
        file.clear();
    else if (damage == "kind")
        leaves.replace(leaves.find(name(kind)), name(kind).size(), name(RecordKind::Approve));
    else
        files.erase(recordPath(shut.id));
    if (damage == "file and line") {
        const auto start = leaves.find("\n1 ") + 1;
        leaves.erase(start, leaves.find("\n2 ") + 1 - start);
        leaves[start] = '1';
    }
    m_scene.rewrite(files);
    const auto report = m_scene.gate();
    QVERIFY(!report.isOpen());
    QCOMPARE(summary(report), std::string("every-change=error no-rejection=error"));
    QVERIFY(!reasons(report).empty());
}

void TestGate::recordOfAnotherRepositoryDoesNotCount()
{
    auto statement = m_scene.statement(alice);
    statement.repository.id = std::string(32, 'a');
    m_scene.append(m_scene.sign(alice, statement));
    QCOMPARE(summary(m_scene.gate()), waiting);
    QCOMPARE(failures(m_scene.verify()), std::string("other-repository"));
}

void TestGate::whatIsNotKnownCountsAsTheWorst_data()
{
    QTest::addColumn<GateRisk>("risk");
    QTest::addColumn<std::string>("expected");
    const std::string two = " high-band=unsatisfied";
    QTest::newRow("people wrote it, low") << GateRisk{0, Band::Low} << open;
    QTest::newRow("moderate") << GateRisk{0, Band::Moderate} << open;
    QTest::newRow("high") << GateRisk{0, Band::High} << open + two;
    QTest::newRow("band not known") << GateRisk{0, std::nullopt} << open + two;
    QTest::newRow("AI lines, all read") << GateRisk{4, Band::Low} << open + " ai-assisted=satisfied";
    QTest::newRow("more AI lines than the reviewer was shown") << GateRisk{5, Band::Low} << open + " ai-assisted=unsatisfied";
    QTest::newRow("lines not known, everything read") << GateRisk{std::nullopt, Band::Low} << open + " ai-assisted=satisfied";
    QTest::newRow("nothing known") << GateRisk{} << open + " ai-assisted=satisfied" + two;
}

void TestGate::whatIsNotKnownCountsAsTheWorst()
{
    QFETCH(GateRisk, risk);
    QFETCH(std::string, expected);
    m_scene.add(alice);
    const auto analysis = analysisOf(m_scene.repository(), "main", "feature");
    const auto bound = bindChange(m_scene.repository(), analysis.change).value();
    const GateQuestion question{identify(m_scene.repository(), bound).value(), bound, contributors(analysis.change), risk};
    QCOMPARE(summary(evaluateGate(question, m_scene.verify(), m_scene.clock.now())), expected);
}

void TestGate::peopleAreCountedNotKeys()
{
    // Alice has two keys and approves with both; a high band needs two people.
    m_scene.add(alice);
    auto statement = m_scene.statement(mallory);
    statement.reviewer.id = alice;
    m_scene.append(m_scene.sign(mallory, statement));
    const auto signers = AllowedSigners::parse(
        allowedSigners({{alice, m_scene.key(alice)}, {alice, m_scene.key(mallory)}, {carol, m_scene.key(carol)}}));
    const auto judge = [&] {
        const auto analysis = analysisOf(m_scene.repository(), "main", "feature");
        const auto bound = bindChange(m_scene.repository(), analysis.change).value();
        const GateQuestion question{identify(m_scene.repository(), bound).value(), bound, {}, {0, Band::High}};
        const auto verdict = m_scene.verify(signers);
        return failures(verdict) + summary(evaluateGate(question, verdict, m_scene.clock.now()));
    };
    QCOMPARE(judge(), open + " high-band=unsatisfied");
    m_scene.add(carol);
    QCOMPARE(judge(), open + " high-band=satisfied");
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
