// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Statement.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace countersign;
using namespace countersign::records;
using json = nlohmann::ordered_json;
using Pointer = json::json_pointer;

namespace
{

constexpr std::int64_t testTime = 1767312000; // 2026-01-02T00:00:00Z

std::string nameOf(const auto &checked)
{
    return checked ? "accepted" : std::string(name(checked.error().failure));
}

Statement example()
{
    const std::string digest(64, 'a');
    const auto oid = [](char digit) { return *Oid::fromHex(std::string(40, digit)); };
    Statement statement;
    statement.repository = {std::string(32, 'b'), {oid('1')}};
    statement.change = {"refs/heads/x", "refs/heads/main",    oid('2'), oid('3'), oid('4'),
                        oid('5'),       {oid('6'), oid('4')}, digest,   2};
    statement.reviewer = {"alice@example.com", "SHA256:" + std::string(43, 'A')};
    statement.authors = {"bob@example.com"};
    statement.provenance = {120, 30, 300, ProvenanceLevel::Asserted, digest};
    statement.risk = {Band::High, 88, "0.1.0", digest, digest};
    statement.blastRadius = BlastRadiusClaim{Band::High, 230, 5};
    statement.coverage = {300, 300, 150, 149, {"odd \xFF name"}};
    statement.checklist = {digest, {{"rollout", "yes", "1 %\nthen all"}}};
    statement.findings = {digest, 1, {{"0123456789abcdef", "DST-03", "temporary", testTime + 86400}}};
    statement.rollout = Rollout{{{"canary", 1, 60}}, "errors"};
    statement.policySha256 = digest;
    statement.reviewedAt = testTime;
    statement.expiresAt = testTime + 14L * 86400;
    statement.nonce = std::string(32, 'c');
    statement.signerChain = {41, digest};
    statement.logHead = {902, std::string(32, '\x01')};
    statement.toolVersion = "0.1.0";
    return statement;
}

json exampleJson()
{
    return json::parse(writeStatement(example()).value());
}

/// Calls @p visit with the path to each value inside @p value, objects and lists first.
void walk(const json &value, const Pointer &path, const std::function<void(const Pointer &)> &visit)
{
    if (!path.empty())
        visit(path);
    if (value.is_object()) {
        for (const auto &[key, inner] : value.items())
            walk(inner, path / key, visit);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            walk(value[i], path / i, visit);
    }
}

} // namespace

class TestStatement : public QObject
{
    Q_OBJECT
private slots:
    void statementIsWrittenAsSpecified();
    void statementIsReadBackAsWritten_data();
    void statementIsReadBackAsWritten();
    void everyFieldIsNeeded();
    void unknownFieldIsRefusedEverywhere();
    void valueOfAnotherTypeIsRefusedEverywhere();
    void wrongValueIsNamed_data();
    void wrongValueIsNamed();
    void draftIsRefusedBeforeAnybodySignsIt_data();
    void draftIsRefusedBeforeAnybodySignsIt();
};

void TestStatement::statementIsWrittenAsSpecified()
{
    const std::string a(64, 'a');
    const auto oid = [](char digit) { return '"' + std::string(40, digit) + '"'; };
    const std::string expected =
        R"({"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"refs/heads/x","digest":{"gitCommit":)" + oid('4')
        + R"(}}],"predicateType":"https://countersign.dev/review-approval/v1","predicate":{"kind":"approve",)"
        + R"("repository":{"id":")" + std::string(32, 'b') + R"(","rootCommits":[)" + oid('1')
        + R"(],"objectFormat":"sha1"},"change":{"targetRef":"refs/heads/main","base":)" + oid('2') + R"(,"mergeBase":)" + oid('3')
        + R"(,"head":)" + oid('4') + R"(,"headTree":)" + oid('5') + R"(,"commits":[)" + oid('6') + ',' + oid('4')
        + R"(],"manifest":{"sha256":")" + a + R"(","paths":2}},"reviewer":{"id":"alice@example.com","keyFingerprint":"SHA256:)"
        + std::string(43, 'A') + R"("},"authors":["bob@example.com"],)"
        + R"("provenance":{"aiLines":120,"unknownLines":30,"totalLines":300,"level":"asserted","evidenceSha256":")" + a
        + R"("},"risk":{"band":"high","likelihoodPercentile":88,"engine":"0.1.0","rulesSha256":")" + a + R"(","analysisSha256":")"
        + a + R"("},"blastRadius":{"band":"high","dependents":230,"modules":5},)"
        + R"("coverage":{"changedLines":300,"readLines":300,"aiLines":150,"readAiLines":149,"notDisplayed":["odd%20%FF%20name"]},)"
        + R"("checklist":{"templateSha256":")" + a
        + R"(","answers":[{"id":"rollout","answer":"yes","evidence":"1 %\nthen all"}]},"findings":{"setSha256":")" + a
        + R"(","open":1,"waived":[{"id":"0123456789abcdef","rule":"DST-03","reason":"temporary","expires":"2026-01-03T00:00:00Z"}]},)"
        + R"("rollout":{"stages":[{"name":"canary","percent":1,"bakeMinutes":60}],"rollbackTrigger":"errors"},"policy":{"sha256":")"
        + a + R"("},"reviewedAt":"2026-01-02T00:00:00Z","expiresAt":"2026-01-16T00:00:00Z","nonce":")" + std::string(32, 'c')
        + R"(","signerChain":{"seq":41,"prev":")" + a
        + R"("},"logHead":{"size":902,"root":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="},)"
        + R"("tool":{"name":"countersign","version":"0.1.0"}}})";
    QCOMPARE(writeStatement(example()).value(), expected);
}

void TestStatement::statementIsReadBackAsWritten_data()
{
    QTest::addColumn<std::function<void(Statement &)>>("edit");
    const auto row = [](const char *title, std::function<void(Statement &)> edit) { QTest::newRow(title) << std::move(edit); };
    row("everything", [](Statement &) { });
    row("reject", [](Statement &statement) { statement.kind = RecordKind::Reject; });
    row("withdraw", [](Statement &statement) {
        statement.kind = RecordKind::Withdraw;
        statement.withdraws = std::string(64, 'd');
    });
    row("first of a chain", [](Statement &statement) { statement.signerChain = {}; });
    row("nothing graded", [](Statement &statement) {
        statement.risk.likelihoodPercentile.reset();
        statement.blastRadius.reset();
        statement.rollout.reset();
    });
    row("root commit", [](Statement &statement) { statement.change.base = statement.change.mergeBase = Oid(); });
    row("empty lists", [](Statement &statement) {
        statement.authors.clear();
        statement.checklist.answers.clear();
        statement.findings.waived.clear();
        statement.coverage.notDisplayed.clear();
    });
    row("texts of all kinds", [](Statement &statement) {
        statement.change.name = "refs/heads/\xC3\xA4\xE2\x80\xAE\"\\";
        statement.checklist.answers.front().evidence = "\t\xF0\x9F\x98\x80\n</script>";
    });
    row("largest numbers", [](Statement &statement) { statement.provenance.totalLines = (1ULL << 53) - 1; });
}

void TestStatement::statementIsReadBackAsWritten()
{
    using Edit = std::function<void(Statement &)>;
    QFETCH(Edit, edit);
    auto statement = example();
    edit(statement);
    const auto text = writeStatement(statement);
    QVERIFY(text);
    const auto read = readStatement(*text);
    QVERIFY2(read, read ? "" : read.error().what.english().c_str());
    QVERIFY(*read == statement);
    QCOMPARE(writeStatement(*read).value(), *text);
}

void TestStatement::everyFieldIsNeeded()
{
    const std::vector<std::string> optional{"/predicate/risk/likelihoodPercentile", "/predicate/rollout"};
    const auto whole = exampleJson();
    walk(whole, Pointer(), [&](const Pointer &path) {
        if (!whole.at(path.parent_pointer()).is_object())
            return;
        auto text = whole;
        text.at(path.parent_pointer()).erase(path.back());
        const auto expected = std::ranges::contains(optional, path.to_string()) ? "accepted" : "statement-shape";
        QVERIFY2(nameOf(readStatement(text.dump())) == expected, path.to_string().c_str());
    });
}

void TestStatement::unknownFieldIsRefusedEverywhere()
{
    const auto whole = exampleJson();
    int objects = 0;
    const auto check = [&](const Pointer &path) {
        if (!whole.at(path).is_object())
            return;
        ++objects;
        auto text = whole;
        text.at(path)["strange"] = 1;
        QVERIFY2(nameOf(readStatement(text.dump())) == "statement-shape", path.to_string().c_str());
    };
    check(Pointer());
    walk(whole, Pointer(), check);
    QVERIFY(objects > 15);
}

void TestStatement::valueOfAnotherTypeIsRefusedEverywhere()
{
    const auto whole = exampleJson();
    walk(whole, Pointer(), [&](const Pointer &path) {
        for (const json &other : {json(nullptr), json(true), json(1), json("x"), json::array(), json::object()}) {
            if (other.type() == whole.at(path).type() || (other.is_number() && whole.at(path).is_number()))
                continue;
            auto text = whole;
            text.at(path) = other;
            const auto found = nameOf(readStatement(text.dump()));
            QVERIFY2(found == "statement-shape" || found == "statement-value", (path.to_string() + other.dump()).c_str());
        }
    });
}

void TestStatement::wrongValueIsNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *path, const char *value) {
        QTest::addRow("%s %s", path, value) << QByteArray("/predicate/") + path << QByteArray(value);
    };
    row("kind", R"("roster")");
    row("kind", R"("Approve")");
    row("withdraws", R"("aa")");
    row("repository/id", R"("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")");
    row("repository/id", R"("")");
    row("repository/objectFormat", R"("sha256")");
    row("repository/rootCommits", R"(["2222222222222222222222222222222222222222","1111111111111111111111111111111111111111"])");
    row("change/head", R"("444444444444444444444444444444444444444")");
    row("change/headTree", R"("HEAD^{tree}")");
    row("change/commits", R"(["x"])");
    row("change/manifest/sha256", R"("a")");
    row("change/targetRef", R"("refs/heads/main\n")");
    row("reviewer/id", R"("")");
    row("reviewer/id", R"("Alice@example.com")");
    row("reviewer/id", R"("alice@example.com,bob@example.com")");
    row("reviewer/id", R"("*@example.com")");
    row("authors", R"(["a\u0007b"])");
    row("provenance/level", R"("certain")");
    row("risk/band", R"("none")");
    row("risk/likelihoodPercentile", "101");
    row("blastRadius/band", R"("huge")");
    row("coverage/readLines", "301");
    row("coverage/readAiLines", "151");
    row("coverage/notDisplayed", R"(["a b"])");
    row("coverage/notDisplayed", R"(["%61"])");
    row("findings/waived/0/expires", R"("2026-02-30T00:00:00Z")");
    row("rollout/stages/0/percent", "101");
    row("reviewedAt", R"("2026-01-02T00:00:00+00:00")");
    row("reviewedAt", R"("2026-01-02T00:00:00")");
    row("reviewedAt", R"("2026-01-02 00:00:00Z")");
    row("expiresAt", R"("2026-01-01T23:59:59Z")");
    row("nonce", R"("cc")");
    row("signerChain/seq", "0");
    row("signerChain/seq", "1");
    row("signerChain/prev", R"("0000000000000000000000000000000000000000000000000000000000000000")");
    row("logHead/root", R"("AQ==")");
    row("logHead/root", R"("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE")");
    row("tool/name", R"("another")");
}

void TestStatement::wrongValueIsNamed()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    auto text = exampleJson();
    if (path.endsWith("withdraws"))
        text["predicate"]["kind"] = "withdraw";
    text[Pointer(path.toStdString())] = json::parse(value.toStdString());
    QCOMPARE(nameOf(readStatement(text.dump())), std::string("statement-value"));
}

void TestStatement::draftIsRefusedBeforeAnybodySignsIt_data()
{
    QTest::addColumn<std::function<void(Statement &)>>("edit");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *title, std::function<void(Statement &)> edit, const char *says) {
        QTest::newRow(title) << std::move(edit) << QByteArray(says);
    };
    row("name of no known encoding", [](Statement &statement) { statement.change.name = "refs/heads/\xFF"; }, "UTF-8");
    row("reviewer of other letters", [](Statement &statement) { statement.reviewer.id = "J\xC3\xBCrgen"; }, "reviewer.id");
    row(
        "too large", [](Statement &statement) { statement.coverage.notDisplayed.assign(9'000, std::string(100, 'x')); },
        "at most 716800");
    row(
        "too much evidence", [](Statement &statement) { statement.checklist.answers[0].evidence = std::string(300'000, 'x'); },
        "evidence");
    row("time that no four digits hold", [](Statement &statement) { statement.expiresAt = 1LL << 50; }, "not allowed");
}

void TestStatement::draftIsRefusedBeforeAnybodySignsIt()
{
    using Edit = std::function<void(Statement &)>;
    QFETCH(Edit, edit);
    QFETCH(QByteArray, says);
    auto statement = example();
    edit(statement);
    const auto draft = draftStatement(statement);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::Input);
    QVERIFY2(draft.error().what.english().contains(says.toStdString()), draft.error().what.english().c_str());
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
