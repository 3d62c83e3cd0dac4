// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/Clock.h"
#include "core/Sha256.h"
#include "git/Repository.h"
#include "records/Dsse.h"
#include "records/Encoding.h"
#include "records/Ledger.h"
#include "records/Merkle.h"
#include "records/Prepare.h"
#include "records/SshSignature.h"
#include "records/Verifier.h"
#include "records/Wire.h"
#include "review/Store.h"

#include <QFile>
#include <QTemporaryDir>

#include <openssl/evp.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <map>

namespace countersign::bench
{

using namespace records;

namespace
{

template<class T>
T need(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", result.error().what.english().c_str(), result.error().where.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

/// A saved answer against a raw append of as many bytes with fdatasync, in turns in the same folder.
void benchAnswers(const Options &options, const QString &folder, Table &table)
{
    const int rounds = options.isQuick ? 5 : 500;
    const SystemClock clock;
    auto opened = need(review::Store::open(folder.toStdString() + "/reviews.sqlite", clock));
    const std::string evidence(200, 'x');
    const int raw = ::open((folder.toStdString() + "/raw").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < rounds; ++i) {
        theirs.push_back(timed([&] {
            if (::write(raw, evidence.data(), evidence.size()) < 0 || ::fdatasync(raw) != 0)
                std::exit(1);
        }));
        ours.push_back(timed([&] {
            need(opened.store
                     .saveAnswer({"repository", "#1"}, "question", review::Answer::Yes, evidence + std::to_string(i),
                                 "ann@example.com")
                     .transform([] { return 0; }));
        }));
    }
    ::close(raw);
    table.add({QStringLiteral("saved answer, p50"), median(ours), QStringLiteral("ms"), median(theirs), 2.0});
    table.add({QStringLiteral("saved answer, p99"), quantile(ours, 0.99), QStringLiteral("ms"), quantile(theirs, 0.99), 5.0});
}

/// Finds chain ends as the workbench's cache does, without a file.
class Memory final : public ChainMemory
{
public:
    std::optional<Hint> hint(std::string_view fingerprint) override
    {
        const auto found = m_hints.find(std::string(fingerprint));
        return found == m_hints.end() ? std::nullopt : std::optional(found->second);
    }
    void remember(std::string_view fingerprint, const Hint &hint) override { m_hints[std::string(fingerprint)] = hint; }

private:
    std::map<std::string, Hint> m_hints;
};

/// Signs as ssh-keygen does, in this process: ten thousand processes would take minutes.
class FastSigner
{
public:
    FastSigner()
        : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))
    {
        std::string point(32, '\0');
        std::size_t size = point.size();
        EVP_PKEY_get_raw_public_key(m_key, reinterpret_cast<unsigned char *>(point.data()), &size);
        std::string blob;
        appendString(blob, "ssh-ed25519");
        appendString(blob, point);
        m_public = *PublicKey::fromBlob(blob);
    }
    ~FastSigner() { EVP_PKEY_free(m_key); }
    FastSigner(const FastSigner &) = delete;
    FastSigner &operator=(const FastSigner &) = delete;

    [[nodiscard]] const PublicKey &key() const { return m_public; }

    [[nodiscard]] Record sign(const StatementDraft &draft) const
    {
        std::string data = "SSHSIG";
        std::string blob = "SSHSIG";
        appendUint32(blob, 1);
        appendString(blob, m_public.blob());
        for (auto *out : {&data, &blob}) {
            appendString(*out, approvalNamespace);
            appendString(*out, {});
            appendString(*out, "sha256");
        }
        appendString(data, sha256(draft.pae));
        std::string bytes(64, '\0');
        std::size_t size = bytes.size();
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, nullptr, nullptr, m_key);
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(bytes.data()), &size,
                       reinterpret_cast<const unsigned char *>(data.data()), data.size());
        EVP_MD_CTX_free(context);
        std::string field;
        appendString(field, "ssh-ed25519");
        appendString(field, bytes);
        appendString(blob, field);
        std::string armor = "-----BEGIN SSH SIGNATURE-----\n";
        const auto base64 = toBase64(blob);
        for (std::size_t i = 0; i < base64.size(); i += 70)
            armor += base64.substr(i, 70) + '\n';
        const auto record =
            openRecord(writeEnvelope({draft.payload, m_public.fingerprint(), armor + "-----END SSH SIGNATURE-----\n"}));
        if (!record)
            std::exit(1);
        return *record;
    }

private:
    EVP_PKEY *m_key;
    PublicKey m_public;
};

Statement exampleStatement(const PublicKey &key, const SignerChain &chain, const std::string &nonce, std::int64_t now)
{
    const std::string digest(64, 'a');
    const auto oid = [](char digit) { return *Oid::fromHex(std::string(40, digit)); };
    Statement statement;
    statement.repository = {std::string(32, 'b'), {oid('1')}};
    statement.change = {"refs/heads/feature", "refs/heads/main", oid('2'), oid('3'), oid('4'), oid('5'), {oid('4')}, digest, 2};
    statement.reviewer = {"alice@example.com", key.fingerprint()};
    statement.provenance.evidenceSha256 = digest;
    statement.risk = {Band::Low, std::nullopt, "0.1.0", digest, digest};
    statement.checklist = {digest, {{"rollout", "yes", "canary on 1 %"}}};
    statement.findings.setSha256 = digest;
    statement.policySha256 = digest;
    statement.reviewedAt = now;
    statement.expiresAt = now + 86400;
    statement.nonce = nonce;
    statement.signerChain = chain;
    statement.logHead = {0, merkleRoot({})};
    statement.toolVersion = "0.1.0";
    return statement;
}

} // namespace

void benchRecords(const Options &options, Table &table)
{
    table.head(QStringLiteral("Records"));
    const QTemporaryDir folder;
    benchAnswers(options, folder.path(), table);
    const SystemClock clock;
    const FastSigner signer;
    auto repository = need(git::Repository::create(folder.filePath(QStringLiteral("repository")).toStdString(), "main"));
    // Records of many signers would take as long to verify; one signer's chain takes longest to append to.
    const std::size_t count = options.isQuick ? 20 : 10'000;
    LedgerAddition addition{{}, {}, "alice@example.com", "Many"};
    SignerChain chain;
    for (std::size_t i = 0; i < count; ++i) {
        auto nonce = std::to_string(i);
        nonce.insert(0, 32 - nonce.size(), '0');
        const auto record = signer.sign(need(draftStatement(exampleStatement(signer.key(), chain, nonce, clock.now()))));
        chain = {chain.seq + 1, record.id};
        addition.files.emplace_back(recordPath(record.id), record.envelope);
        addition.leaves.push_back({i, RecordKind::Approve, record.id, record.signatureSha256});
    }
    const auto commit = need(writeLedgerCommit(repository, {}, addition, clock));
    need(repository.updateReference(ledgerRef, commit, {}, "bench").transform([] { return 0; }));
    const auto signers = AllowedSigners::parse(allowedSignersLine("alice@example.com", signer.key()) + '\n');
    Ledger ledger;
    const double reading = timed([&] { ledger = need(readLedger(repository)); });
    LedgerVerdict verdict;
    const double verifying = timed([&] { verdict = need(verifyLedger(ledger, {signers, clock.now()})); });
    if (!verdict.isValid() || verdict.records.size() != count)
        std::exit(1);
    table.add({QStringLiteral("read %1 records").arg(count), reading, QStringLiteral("ms"), std::nullopt, std::nullopt});
    table.add({QStringLiteral("verify %1 records with proofs").arg(count), reading + verifying, QStringLiteral("ms"),
               std::nullopt, count == 10'000 ? std::optional(6000.0) : std::nullopt});
    table.add(
        {QStringLiteral("verify one record"), verifying / static_cast<double>(count), QStringLiteral("ms"), std::nullopt, 0.5});
    Memory memory;
    need(nextInChain(repository, ledger, signer.key().fingerprint(), &memory));
    std::vector<double> appends;
    for (int i = 0; i < options.rounds(); ++i) {
        const auto record = signer.sign(
            need(draftStatement(exampleStatement(signer.key(), chain, std::string(31, 'f') + std::to_string(i), clock.now()))));
        appends.push_back(timed([&] { need(append(repository, record, clock, {}, &memory)); }));
        chain = {chain.seq + 1, record.id};
    }
    table.add({QStringLiteral("append to them"), median(appends), QStringLiteral("ms"), std::nullopt, 50.0});
    qputenv("COUNTERSIGN_TRUST", folder.filePath(QStringLiteral("trust")).toUtf8());
    QFile file(folder.filePath(QStringLiteral("allowed_signers")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(signers.text())) < 0)
        std::exit(1);
    file.close();
    const QString clone = folder.filePath(QStringLiteral("repository"));
    (void)git(clone, {QStringLiteral("config"), QStringLiteral("gpg.ssh.allowedSignersFile"), file.fileName()});
    (void)git(clone,
              {QStringLiteral("-c"), QStringLiteral("user.name=Bench"), QStringLiteral("-c"),
               QStringLiteral("user.email=bench@example.com"), QStringLiteral("commit"), QStringLiteral("-q"),
               QStringLiteral("--allow-empty"), QStringLiteral("-m"), QStringLiteral("First")});
    benchLedgerPage(clone, table);
}

} // namespace countersign::bench
