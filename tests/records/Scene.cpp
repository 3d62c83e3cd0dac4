// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "core/Sha256.h"
#include "records/Binding.h"
#include "records/Contributors.h"

#include <set>

namespace countersign::test
{

using namespace records;

namespace
{

template<class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", result.error().what.english().c_str(), result.error().where.c_str());
    return std::move(*result);
}

ReviewFacts facts()
{
    ReviewFacts facts;
    facts.coverage = {10, 10, 4, 4, {}};
    facts.checklist.templateSha256 = std::string(64, 'e');
    facts.analysisSha256 = std::string(64, 'f');
    return facts;
}

std::string joined(const auto &names)
{
    std::string out;
    for (const auto &one : names)
        out += (out.empty() ? "" : " ") + std::string(one);
    return out;
}

} // namespace

Scene::Scene()
{
    builder.commit({.files = {{"app.cpp", "int main() { return 0; }\n"}, {"README", "Hello\n"}}});
    builder.commit({.files = {{"app.cpp", "int main() { return 1; }\n"}}});
    builder.commit({.branch = "feature",
                    .files = {{"app.cpp", "int main() { return 2; }\n"}},
                    .message = "Return two",
                    .author = "Bob <bob@example.com>",
                    .from = "main"});
    builder.commit(
        {.branch = "feature", .files = {{"new.cpp", "int x;\n"}}, .message = "Add x", .author = "Bob <bob@example.com>"});
    builder.commit({.branch = "other", .files = {{"README", "Bye\n"}}, .author = "Bob <bob@example.com>", .from = "main"});
    m_repository = need(git::Repository::open(builder.path()));
    for (const char *branch : {"main", "feature", "other"})
        m_branches +=
            "update refs/heads/" + QByteArray(branch) + ' ' + QByteArray::fromStdString(builder.id(branch).hex()) + '\n';
}

void Scene::reset()
{
    QByteArray commands = m_branches;
    const auto others = need(repository().references("refs/replace/"));
    for (const auto &other : others)
        commands += "delete " + QByteArray::fromStdString(other.name) + '\n';
    builder.git({QStringLiteral("update-ref"), QStringLiteral("--stdin")}, commands + "delete refs/countersign/ledger\n");
    clock.time = testTime;
}

AllowedSigners Scene::signers()
{
    return AllowedSigners::parse(allowedSigners({{alice, key(alice)}, {carol, key(carol)}, {bob, key(bob)}}));
}

Statement Scene::statement(const std::string &person, const std::string &branch, RecordKind kind)
{
    const Reviewer reviewer{person, key(person).key.fingerprint()};
    return need(prepareRecord(repository(), kind, analysisOf(repository(), "main", branch), facts(), {reviewer, clock, random}))
        .statement;
}

Record Scene::sign(const std::string &person, Statement statement)
{
    return signedRecord(keyring, key(person), std::move(statement));
}

Record Scene::add(const std::string &person, const std::string &branch, RecordKind kind)
{
    auto record = sign(person, statement(person, branch, kind));
    append(record);
    return record;
}

Record Scene::withdraw(const Record &record)
{
    auto draft = need(prepareWithdrawal(repository(), record, {record.statement.reviewer, clock, random}));
    auto withdrawal = sign(record.statement.reviewer.id, std::move(draft.statement));
    append(withdrawal);
    return withdrawal;
}

void Scene::append(const Record &record)
{
    need(records::append(repository(), record, clock));
}

Ledger Scene::ledger()
{
    return need(readLedger(repository()));
}

LedgerVerdict Scene::verify()
{
    return verify(signers());
}

LedgerVerdict Scene::verify(const AllowedSigners &signers)
{
    return need(verifyLedger(ledger(), {signers, clock.now(), &repository()}));
}

GateReport Scene::gate(const std::string &branch)
{
    const auto analysis = analysisOf(repository(), "main", branch);
    GateQuestion question;
    question.change = need(bindChange(repository(), analysis.change));
    question.repository = need(identify(repository(), question.change));
    question.contributors = contributors(analysis.change);
    question.risk = {0, Band::Low};
    return evaluateGate(question, verify(), clock.now());
}

Oid Scene::tip()
{
    return need(repository().reference(ledgerRef)).value_or(Oid());
}

LedgerFiles Scene::files()
{
    LedgerFiles files;
    const auto tree = need(repository().commit(tip())).tree;
    for (const auto &file : need(repository().entries(tree, 1000)))
        files[file.path] = need(repository().blob(file.blob));
    return files;
}

void Scene::rewrite(const LedgerFiles &files)
{
    std::vector<git::TreeEdit> edits;
    for (const auto &[path, bytes] : files)
        edits.push_back({path, need(repository().writeBlob(bytes))});
    git::CommitSpec spec;
    spec.tree = need(repository().writeTree({}, edits));
    spec.author = spec.committer = {"Mallory", mallory, clock.now(), 0};
    spec.message = "Nothing to see here\n";
    moveLedger(need(repository().writeCommit(spec)));
}

void Scene::moveLedger(const Oid &commit)
{
    if (const auto moved = repository().updateReference(ledgerRef, commit, tip(), "meddling"); !moved)
        qFatal("%s", moved.error().what.english().c_str());
}

void Scene::inject(const std::string &envelope, RecordKind kind)
{
    auto all = tip().isNull() ? LedgerFiles() : files();
    const auto record = openRecord(envelope);
    const auto raw = readRawRecord(envelope);
    const auto id = raw ? raw->id : sha256Hex(envelope);
    const LogLeaf leaf{static_cast<std::uint64_t>(std::ranges::count(all["log/leaves"], '\n')),
                       record ? record->statement.kind : kind, id, record ? record->signatureSha256 : std::string(64, '0')};
    all[recordPath(id)] = envelope;
    all["log/leaves"] += writeLeaf(leaf);
    rewrite(all);
}

std::string signedEnvelope(const Keyring &keyring, const SigningKey &key, const std::string &payload,
                           const std::string &nameSpace)
{
    const auto armor = keyring.signature(key, preAuthenticationEncoding(statementType, payload), nameSpace);
    return writeEnvelope({payload, key.key.fingerprint(), armor});
}

std::string failures(const LedgerVerdict &verdict)
{
    std::set<std::string_view> names;
    for (const auto &problem : verdict.problems)
        names.insert(name(problem.failure));
    for (const auto &one : verdict.records) {
        for (const auto &problem : one.problems)
            names.insert(name(problem.failure));
    }
    return joined(names);
}

std::string failures(const RecordVerdict &verdict)
{
    std::vector<std::string_view> names;
    for (const auto &problem : verdict.problems)
        names.push_back(name(problem.failure));
    return joined(names);
}

} // namespace countersign::test
