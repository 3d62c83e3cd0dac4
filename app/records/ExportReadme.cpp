// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportReadme.h"

#include "Checkpoint.h"
#include "Roster.h"
#include "Signature.h"
#include "SignerOptions.h"
#include "SshSignature.h"

#include "core/Clock.h"

#include <algorithm>
#include <format>
#include <map>

namespace countersign::records
{

namespace
{

constexpr std::string_view introduction = R"(Approval records
================

records/NNNNNN.dsse.json   the record as it was stored (DSSE envelope, in-toto statement)
records/NNNNNN.pae         the bytes that were signed; the JSON text at its end is what the reviewer saw
records/NNNNNN.pae.sig     the SSH signature
records/NNNNNN.proof       its line in the log, and the hashes that lead from there to the root in the checkpoint
roster/, policy/           who may sign what, each version signed; the policies that they name
log/leaves                 one line for each entry: number, kind, id, SHA-256 of the binary signature
log/checkpoint             size and root of the log, with the signatures of those who saw it
allowed_signers            whose keys count, and when; revoked_keys: those that do not any more
keys/                      OpenPGP keys, for gpgv (.gpg beside .pae instead of .sig); the roster says when each counts
manifests/NNNNNN.txt       what each approved change does to each file, in SHA-256
repo.bundle                the commits that were approved (git)
report.*                   our own verdict: compare it with what you find

Every line below that begins with four blanks is a command for bash, in this folder. All of them together:

  sed -n 's/^    //p' README.txt | bash -e

1. Nothing was damaged on the way.

    sha256sum --quiet -c manifest.sha256
)";

constexpr std::string_view merkle = R"sh(
The root of the log (RFC 6962): hash every line with a zero byte before it, then pairs with a one byte before them.

    digest() { sha256sum | cut -c 1-64; }
    raw() { printf "$(printf %s "$1" | sed 's/../\\x&/g')"; }
    leaf() { { printf '\0'; printf '%s\n' "$1"; } | digest; }
    pair() { { printf '\1'; raw "$1"; raw "$2"; } | digest; }
    root() {
    local all=() next line
    while IFS= read -r line; do all+=("$(leaf "$line")"); done
    while [ ${#all[@]} -gt 1 ]; do
    next=()
    while [ ${#all[@]} -gt 1 ]; do next+=("$(pair "${all[0]}" "${all[1]}")"); all=("${all[@]:2}"); done
    all=("${next[@]}" "${all[@]}")
    done
    raw "${all[0]}" | base64
    }
)sh";

constexpr std::string_view inclusion = R"sh(
One record's place in that log needs nothing of the others: its line, and the hashes beside its way up. As here with the newest,
so with any other number.

    included() {
    local step i=$(head -n 1 "$1" | cut -d ' ' -f 1) n=$(($(sed -n 2p log/checkpoint) - 1)) all=$(leaf "$(head -n 1 "$1")")
    for step in $(tail -n +2 "$1"); do
    while [ $((i % 2)) = 0 ] && [ "$i" = "$n" ]; do i=$((i / 2)); n=$((n / 2)); done
    if [ $((i % 2)) = 1 ]; then all=$(pair "$step" "$all"); else all=$(pair "$all" "$step"); fi
    i=$((i / 2)); n=$((n / 2))
    done
    [ "$(raw "$all" | base64)" = "$(sed -n 3p log/checkpoint)" ]
    }
)sh";

/// The commands that show one record's place: its file belongs to the proof, and the proof leads to the root.
std::string inclusionPart(const Ledger &ledger, std::uint64_t size)
{
    for (std::size_t number = ledger.entries.size(); number > 0; --number) {
        const auto &entry = ledger.entries[number - 1];
        if (entry.place < size && entry.envelope)
            return std::format(
                "{0}    included records/{1:06}.proof\n"
                "    head -n 1 records/{1:06}.proof | grep -q \" $(sha256sum < records/{1:06}.pae | cut -c 1-64) \"\n",
                inclusion, number);
    }
    return {};
}

/// @param signature file name without its ending.
std::string verifyCommand(const PublicKey &key, std::string_view person, std::string_view nameSpace, std::int64_t time,
                          const std::string &signature, const std::string &signedFile)
{
    if (key.isOpenPgp())
        return std::format("    gpgv -q --keyring ./{} {}.gpg {}\n", openPgpKeyFile(key), signature, signedFile);
    return std::format("    ssh-keygen -Y verify -f allowed_signers -I {} -n {} -O verify-time={} -s {}.sig < {}\n", person,
                       nameSpace, compactTime(time), signature, signedFile);
}

std::string rosterPart(const TrustRoot &trust)
{
    std::string out = std::format(
        "\n2. The rosters. The first one has the fingerprint below; compare it with what the maintainers tell you on another "
        "way.\n   Each later one names the one before it and is signed by the threshold of both.\n\n"
        "    echo \"{}  roster/000001.pae\" | sha256sum -c --quiet\n",
        trust.fingerprint());
    for (const auto &roster : trust.rosters) {
        const auto file = std::format("roster/{:06}", roster.roster.version);
        for (std::size_t i = 0; i < roster.signers.size(); ++i) {
            const auto *person = roster.roster.ownerOf(roster.signers[i]);
            if (person && maintainersWhoSigned(roster.roster, roster).contains(person->id))
                out += verifyCommand(roster.signers[i], person->id, rosterNamespace, roster.roster.issuedAt,
                                     std::format("{}.{}", file, i + 1), file + ".pae");
        }
        if (roster.roster.version > 1)
            out += std::format("    grep -q '\"previous\":\"{}\"' {}.pae\n", roster.roster.previous, file);
    }
    return out
        + std::format("    echo \"{}  policy/{}.toml\" | sha256sum -c --quiet\n", trust.policy.sha256, trust.policy.sha256);
}

std::string recordPart(const LedgerVerdict &verdict)
{
    std::string out = "\n3. The records. Each must say \"Good\"; the time is the one that the record claims.\n\n";
    std::string invalid;
    for (std::size_t i = 0; i < verdict.records.size(); ++i) {
        const auto &one = verdict.records[i];
        const auto file = std::format("records/{:06}.pae", i + 1);
        if (one.isValid())
            out += verifyCommand(one.record->key, one.person, approvalNamespace, one.record->statement.reviewedAt, file, file);
        else
            invalid +=
                std::format("  {:06}: {} ({})\n", i + 1, name(one.problems.front().failure), one.problems.front().what.english());
    }
    if (!invalid.empty())
        out += "\nThese records did NOT verify when they were written here:\n\n" + invalid;
    return out;
}

std::string logPart(const Ledger &ledger, const LedgerVerdict &verdict)
{
    std::string out = "\n4. The log. The id of a record is the SHA-256 of its .pae file, in the order of the log.\n\n"
                      "    diff <(sha256sum records/*.pae | cut -c 1-64) <(grep -v ' roster ' log/leaves | cut -d ' ' -f 3)\n";
    if (verdict.trust)
        out += "    diff <(sha256sum roster/*.pae | cut -c 1-64) <(grep ' roster ' log/leaves | cut -d ' ' -f 3)\n";
    if (!verdict.checkpoint)
        return out + "\nNo checkpoint was signed, so it cannot be seen whether the last entries were removed.\n";
    out += merkle;
    out += "    [ \"$(head -n \"$(sed -n 2p log/checkpoint)\" log/leaves | root)\" = \"$(sed -n 3p log/checkpoint)\" ]\n";
    out += inclusionPart(ledger, verdict.checkpoint->size);
    const auto signers = checkpointSigners(ledger.checkpoint, ledger.checkpointSignatures);
    for (std::size_t i = 0; signers && i < signers->size(); ++i) {
        const auto *person = verdict.trust->roster().ownerOf((*signers)[i]);
        const auto known = person ? std::ranges::find(person->keys, (*signers)[i], &RosterKey::key)->validAfter : std::nullopt;
        if (person)
            out += verifyCommand((*signers)[i], person->id, checkpointNamespace,
                                 std::max(known.value_or(0), verdict.trust->rosters.front().roster.issuedAt),
                                 std::format("log/checkpoint.{}", i + 1), "log/checkpoint");
    }
    if (!ledger.timestamp.empty())
        out += "\nA time-stamp authority (RFC 3161) says when it saw the checkpoint. With its certificates in tsa.pem, which no\n"
               "bundle can bring along for you:\n\n"
               "  openssl ts -verify -data log/checkpoint -in log/checkpoint.tsr -CAfile tsa.pem\n";
    return out;
}

std::string changePart(const LedgerVerdict &verdict, bool hasRepository, bool hasManifests)
{
    std::string out;
    if (hasRepository)
        out += "\n5. The commits. Each head has the tree that was signed.\n\n"
               "    git init -q --bare repository.git\n    git -C repository.git fetch -q ../repo.bundle '+refs/*:refs/*'\n";
    for (std::size_t i = 0; hasRepository && i < verdict.records.size(); ++i) {
        if (!verdict.records[i].isValid())
            continue;
        const auto &change = verdict.records[i].record->statement.change;
        out += std::format("    [ \"$(git -C repository.git rev-parse {}^{{tree}})\" = {} ]\n", change.head.hex(),
                           change.headTree.hex());
    }
    if (hasManifests)
        out += "\n6. What each change does to each file: a manifest is what its record names.\n\n";
    for (std::size_t i = 0; hasManifests && i < verdict.records.size(); ++i) {
        if (verdict.records[i].isValid())
            out +=
                std::format("    grep -q \"$(sha256sum < manifests/{:06}.txt | cut -c 1-64)\" records/{:06}.pae\n", i + 1, i + 1);
    }
    return out;
}

std::string chainPart(const LedgerVerdict &verdict)
{
    std::string out = "\n7. The chains. The records of a key count up, and each names the one before it: none was taken out.\n\n";
    std::map<std::string, std::size_t> numbers; // by id
    for (std::size_t i = 0; i < verdict.records.size(); ++i) {
        const auto &one = verdict.records[i];
        if (one.record)
            numbers.emplace(one.record->id, i + 1);
        if (!one.isValid())
            continue;
        const auto &chain = one.record->statement.signerChain;
        const auto before = numbers.find(chain.prev);
        const auto id =
            before == numbers.end() ? chain.prev : std::format("$(sha256sum < records/{:06}.pae | cut -c 1-64)", before->second);
        out += std::format("    grep -q \"\\\"seq\\\":{},\\\"prev\\\":\\\"{}\\\"\" records/{:06}.pae\n", chain.seq, id, i + 1);
    }
    return out;
}

} // namespace

std::string exportReadme(const Ledger &ledger, const LedgerVerdict &verdict, bool hasRepository, bool hasManifests)
{
    return std::string(introduction) + (verdict.trust ? rosterPart(*verdict.trust) : std::string()) + recordPart(verdict)
        + logPart(ledger, verdict) + changePart(verdict, hasRepository, hasManifests) + chainPart(verdict);
}

} // namespace countersign::records
