// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/Evidence.h"
#include "workbench/PolicyWords.h"

#include <QTest>

using namespace countersign;
using namespace countersign::workbench;

/// A policy in sentences, the numbers that a team chooses, and which link of a record's evidence a failure breaks.
class TestPolicyWords : public QObject
{
    Q_OBJECT
private slots:
    void usualNumbersGiveTheDefaultPolicy();
    void chosenNumbersStandInThePolicy();
    void everyPartOfARuleIsTold();
    void tooFewPeopleAreNamed();
    void failureBreaksItsLink_data();
    void failureBreaksItsLink();
};

void TestPolicyWords::usualNumbersGiveTheDefaultPolicy()
{
    QCOMPARE(defaultPolicyWith({}), records::defaultPolicy().text);
}

void TestPolicyWords::chosenNumbersStandInThePolicy()
{
    const auto policy = records::parsePolicy(defaultPolicyWith({4, 3, 5, 30}), "policy.toml");
    QVERIFY(policy);
    QCOMPARE(policy->require, (std::vector<records::RoleCount>{{"reviewer", 4}}));
    QCOMPARE(policy->maxAge, 30 * 86400);
    for (const auto &rule : policy->rules) {
        if (rule.id == "ai-assisted")
            QCOMPARE(rule.require, (std::vector<records::RoleCount>{{"senior", 3}}));
        if (rule.id == "high-blast-radius")
            QCOMPARE(rule.require, (std::vector<records::RoleCount>{{"senior", 5}}));
    }
}

void TestPolicyWords::everyPartOfARuleIsTold()
{
    const auto policy = records::parsePolicy(R"(version = 1
[defaults]
require = [{ role = "reviewer", count = 1 }]
stale = "same-manifest"
override = ["maintainer"]
[[rule]]
id = "infra"
when = { paths = ["infra/**"], targets = ["refs/heads/release/*"], blast_radius = "high", band = "moderate", reversibility = 2 }
require = [{ role = "senior", count = 2 }]
coverage = "every-risky-hunk"
checklist = ["staged-rollout"]
rollout = "staged"
)",
                                             "policy.toml");
    QVERIFY2(policy, policy ? "" : policy.error().where.c_str());
    const auto clauses = policyClauses(*policy);
    QCOMPARE(clauses.size(), 2U);
    QCOMPARE(clauses[0].id, std::string("every-change"));
    QVERIFY(clauses[0].when.empty());
    const auto told = [](const std::vector<Message> &messages, const char *sentence) {
        return std::ranges::any_of(messages, [sentence](const Message &one) { return one.english() == sentence; });
    };
    QVERIFY(told(clauses[0].asks, "An approval survives a rebase that leaves every changed file as it was"));
    QVERIFY(told(clauses[0].asks, "With a signed reason, these roles may override a requirement: maintainer"));
    QCOMPARE(clauses[1].when.size(), 5U);
    QVERIFY(told(clauses[1].when, "It changes a file of: infra/**"));
    QVERIFY(told(clauses[1].when, "Its reversibility is R2 or worse"));
    QCOMPARE(clauses[1].asks.size(), 4U);
    QVERIFY(told(clauses[1].asks, "Approved by 2 people with the role senior who did not write it"));
}

void TestPolicyWords::tooFewPeopleAreNamed()
{
    const auto &policy = records::defaultPolicy();
    const std::vector<std::string> all{"reviewer", "senior"};
    QVERIFY(missingRoles(policy, {all, all}).empty());
    const auto missing = missingRoles(policy, {all});
    QCOMPARE(missing.size(), 1U);
    QCOMPARE(missing.front().args(), (std::vector<std::string>{"2", "senior", "1"}));
}

void TestPolicyWords::failureBreaksItsLink_data()
{
    using records::Failure;
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<EvidenceLink>("link");
    QTest::newRow("json") << Failure::JsonSyntax << EvidenceLink::Signature;
    QTest::newRow("subject") << Failure::SubjectMismatch << EvidenceLink::Signature;
    QTest::newRow("fingerprint") << Failure::FingerprintMismatch << EvidenceLink::Person;
    QTest::newRow("revoked") << Failure::KeyRevoked << EvidenceLink::Person;
    QTest::newRow("role") << Failure::OverrideRole << EvidenceLink::Person;
    QTest::newRow("tree") << Failure::HeadTreeMismatch << EvidenceLink::Binding;
    QTest::newRow("other repository") << Failure::OtherRepository << EvidenceLink::Binding;
    QTest::newRow("chain") << Failure::ChainGap << EvidenceLink::Log;
    QTest::newRow("replaced") << Failure::RecordIdMismatch << EvidenceLink::Log;
    QTest::newRow("rolled back") << Failure::LogRolledBack << EvidenceLink::Checkpoint;
}

void TestPolicyWords::failureBreaksItsLink()
{
    QFETCH(records::Failure, failure);
    QFETCH(EvidenceLink, link);
    QCOMPARE(linkOf(failure), link);
}

QTEST_MAIN(TestPolicyWords)
#include "tst_policywords.moc"
