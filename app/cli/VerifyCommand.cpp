// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"
#include "core/Clock.h"
#include "core/Joined.h"
#include "core/SafeText.h"
#include "records/AllowedSigners.h"
#include "records/Export.h"
#include "records/Inclusion.h"
#include "records/Ledger.h"
#include "records/Process.h"
#include "records/StrictJson.h"
#include "records/Tar.h"
#include "records/Verifier.h"
#include "workbench/Audit.h"
#include "workbench/KnownLedger.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <algorithm>
#include <filesystem>
#include <fstream>

namespace countersign::cli
{

namespace
{

constexpr const char *signersOption = QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile).");

constexpr const char *rosterOption =
    QT_TRANSLATE_NOOP("cli", "Fingerprint of the first roster (default: COUNTERSIGN_ROSTER, else what is pinned here).");

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// Everything that a run found out.
struct Verdicts {
    std::vector<records::RecordVerdict> records;
    std::vector<records::Problem> problems;
    std::vector<Message> notes;

    void add(records::LedgerVerdict verdict)
    {
        std::ranges::move(verdict.records, std::back_inserter(records));
        std::ranges::move(verdict.problems, std::back_inserter(problems));
        std::ranges::move(verdict.notes, std::back_inserter(notes));
    }
    [[nodiscard]] bool isValid() const
    {
        return problems.empty() && std::ranges::all_of(records, &records::RecordVerdict::isValid);
    }
};

std::string problemText(const records::Problem &problem)
{
    return std::string(name(problem.failure)) + ": " + safeText(problem.what.translated()) + "\n";
}

std::string verdictText(const Terminal &terminal, const records::RecordVerdict &verdict)
{
    const bool good = verdict.isValid();
    std::string out = terminal.styled(
        fitted((good ? tr(QT_TRANSLATE_NOOP("cli", "good")) : tr(QT_TRANSLATE_NOOP("cli", "BAD"))).toStdString(), 6),
        good ? "32" : "1;31");
    out += safeText(verdict.where);
    if (verdict.record) {
        const auto &statement = verdict.record->statement;
        out += " · " + std::string(records::name(statement.kind)) + " · " + safeText(statement.change.name) + " "
            + statement.change.head.shortHex() + " · " + safeText(verdict.person.empty() ? statement.reviewer.id : verdict.person)
            + " · " + formatUtc(statement.reviewedAt);
    }
    out += "\n";
    for (const auto &problem : verdict.problems)
        out += "      " + problemText(problem);
    return out;
}

std::string verdictsText(const Terminal &terminal, const Verdicts &verdicts)
{
    std::string out;
    for (const auto &record : verdicts.records)
        out += verdictText(terminal, record);
    for (const auto &problem : verdicts.problems)
        out += terminal.styled(tr(QT_TRANSLATE_NOOP("cli", "BAD")).toStdString(), "1;31") + "   " + problemText(problem);
    return out;
}

using Json = nlohmann::ordered_json;

Json problemsJson(const std::vector<records::Problem> &problems)
{
    Json out = Json::array();
    for (const auto &problem : problems)
        out.push_back({{"failure", name(problem.failure)}, {"what", problem.what.english()}});
    return out;
}

std::string verdictsJson(const Verdicts &verdicts)
{
    Json list = Json::array();
    for (const auto &one : verdicts.records) {
        Json record = {{"where", one.where}, {"valid", one.isValid()}};
        if (one.record) {
            const auto &statement = one.record->statement;
            record["id"] = one.record->id;
            record["kind"] = records::name(statement.kind);
            record["change"] = statement.change.name;
            record["head"] = statement.change.head.hex();
            record["reviewer"] = statement.reviewer.id;
            record["reviewedAt"] = formatUtc(statement.reviewedAt);
        }
        record["problems"] = problemsJson(one.problems);
        list.push_back(std::move(record));
    }
    Json notes = Json::array();
    for (const auto &note : verdicts.notes)
        notes.push_back(note.english());
    const Json json{{"schema", "countersign.verify/1"},
                    {"valid", verdicts.isValid()},
                    {"records", std::move(list)},
                    {"problems", problemsJson(verdicts.problems)},
                    {"notes", std::move(notes)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::string> readRecordFile(const std::filesystem::path &path)
{
    // One byte more than any record has: its verification says that it is too large.
    std::string bytes(records::mostJsonBytes + 1, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.empty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read.")), path.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Name a record (.dsse.json) or a folder that “countersign export” wrote.")));
    return bytes;
}

/// Record files, and folders and archives that `countersign export` wrote, each verified as a ledger of its own.
Result<Verdicts> verifyFiles(const std::vector<std::string> &names, const records::VerifyContext &context,
                             const std::stop_token &stop)
{
    Verdicts verdicts;
    for (const std::string &name : names) {
        const std::filesystem::path path(name);
        if (records::isExport(path) || records::isTar(path)) {
            const auto ledger = records::readExport(path, stop);
            if (!ledger)
                return std::unexpected(ledger.error());
            auto verdict = records::verifyLedger(*ledger, context, stop);
            if (!verdict)
                return std::unexpected(verdict.error());
            verdicts.add(std::move(*verdict));
            continue;
        }
        const auto bytes = readRecordFile(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto verdict = records::verifyRecord(*bytes, path.filename().string(), context, stop);
        if (!verdict)
            return std::unexpected(verdict.error());
        verdicts.records.push_back(std::move(*verdict));
    }
    return verdicts;
}

/// That a single record is in the log of a checkpoint which somebody known has signed.
Result<void> verifyInclusion(const Arguments &arguments, const records::VerifyContext &context, Verdicts &verdicts)
{
    constexpr std::size_t mostBytes = 1024UL * 1024;
    const auto file = arguments.value("checkpoint");
    const auto proof = readTextFile(arguments.value("proof"), mostBytes);
    const auto checkpoint = readTextFile(file, mostBytes);
    const auto signatures = readTextFile(file + ".sig", mostBytes);
    for (const auto *read : {&proof, &checkpoint, &signatures}) {
        if (!*read)
            return std::unexpected(read->error());
    }
    auto &verdict = verdicts.records.front();
    if (!verdict.record)
        return {};
    const auto place = records::checkInclusion(*verdict.record, *proof, *checkpoint);
    if (!place)
        verdict.problems.push_back(place.error());
    const auto people = records::checkpointPeople(context.signers, *checkpoint, *signatures, context.now);
    if (!people)
        verdict.problems.push_back(people.error());
    if (place && people)
        verdicts.notes.emplace_back(QT_TRANSLATE_NOOP("app", "The record is entry %1 of the log that %2 signed."),
                                    std::vector{std::to_string(*place), joined(*people)});
    return {};
}

/// An archive's signers are known when it is unpacked: those of its roster, or nobody.
bool bringsItsSigners(const std::string &name)
{
    return records::hasRoster(name) || records::isTar(name);
}

Result<Verdicts> verifyRepository(const git::Repository &repository, const workbench::LedgerChoice &choice, std::int64_t now,
                                  const std::stop_token &stop)
{
    auto known = workbench::readKnownLedger(repository, choice, now, stop);
    if (!known)
        return std::unexpected(known.error());
    if (known->ledger.rosters.empty()) {
        if (const auto named = records::findAllowedSigners(&repository, choice.allowedSigners); !named)
            return std::unexpected(named.error());
    }
    Verdicts verdicts;
    verdicts.add(std::move(known->verdict));
    return verdicts;
}

} // namespace

Exit runVerify(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "verify", 0, -1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("allowed-signers")}, signersOption, "FILE");
    arguments.addOption({QStringLiteral("roster")}, rosterOption, "FINGERPRINT");
    addTimeAuthorityOption(arguments);
    arguments.addOption({QStringLiteral("proof")},
                        QT_TRANSLATE_NOOP("cli", "Proof that the one record is in the log of --checkpoint (.sig beside it)."),
                        "FILE");
    arguments.addOption({QStringLiteral("checkpoint")}, QT_TRANSLATE_NOOP("cli", "Checkpoint that --proof leads to."), "FILE");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto names = arguments.positional();
    if (arguments.isSet("proof") != arguments.isSet("checkpoint")
        || (arguments.isSet("proof") && (names.size() != 1 || records::isExport(names[0]) || records::isTar(names[0]))))
        return arguments.wrongUsage(
            tr(QT_TRANSLATE_NOOP("cli", "--proof and --checkpoint go together, with one record (.dsse.json).")));
    const auto authorities = timeAuthorities(arguments);
    if (!authorities)
        return terminal.fault(authorities.error());
    auto repository = openRepository(arguments);
    if (!repository && (names.empty() || arguments.isSet("repository")))
        return terminal.fault(repository.error());
    const git::Repository *found = repository ? &*repository : nullptr;
    const std::string allowedSigners = arguments.value("allowed-signers");
    const std::string pin = arguments.value("roster");
    const auto signers = records::findAllowedSigners(found, allowedSigners);
    const bool needsSigners = !names.empty() && !std::ranges::all_of(names, bringsItsSigners);
    if (needsSigners && !signers)
        return terminal.fault(signers.error());
    for (const auto &problem : signers ? signers->problems() : std::vector<Message>())
        terminal.say(safeText(problem.translated()));
    // Files may belong to any repository: their claims about commits are checked only against one that was named.
    const records::AllowedSigners nobody;
    const records::VerifyContext context{
        signers ? *signers : nobody, SystemClock().now(), arguments.isSet("repository") ? found : nullptr, pin, {}, *authorities};
    auto verdicts = names.empty()
        ? verifyRepository(*repository, {allowedSigners, pin, true, *authorities}, SystemClock().now(), stop)
        : verifyFiles(names, context, stop);
    if (!verdicts)
        return terminal.fault(verdicts.error());
    if (arguments.isSet("proof")) {
        if (const auto read = verifyInclusion(arguments, context, *verdicts); !read)
            return terminal.fault(read.error());
    }
    terminal.out(arguments.format() == "json" ? verdictsJson(*verdicts) : verdictsText(terminal, *verdicts));
    for (const auto &note : verdicts->notes)
        terminal.say(safeText(note.translated()));
    if (verdicts->records.empty())
        terminal.say(tr(QT_TRANSLATE_NOOP("cli", "The ledger has no record yet.")).toStdString());
    return verdicts->isValid() ? Exit::Yes : Exit::No;
}

Exit runExport(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "export", 0, 0);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("out")}, QT_TRANSLATE_NOOP("cli", "New folder to write to, or new .tar file."),
                        "DIR|FILE.tar");
    arguments.addOption({QStringLiteral("allowed-signers")}, signersOption, "FILE");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    if (!arguments.isSet("out"))
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "Name the folder with --out DIR.")));
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const auto known =
        workbench::readKnownLedger(*repository, {arguments.value("allowed-signers"), {}, true}, SystemClock().now(), stop);
    if (!known)
        return terminal.fault(known.error());
    if (known->ledger.rosters.empty()) {
        if (const auto named = records::findAllowedSigners(&*repository, arguments.value("allowed-signers")); !named)
            return terminal.fault(named.error());
    }
    if (auto written = workbench::exportAudit(*repository, *known, arguments.value("out"), records::SystemProcessRunner(), stop);
        !written)
        return terminal.fault(written.error());
    terminal.say(tr(QT_TRANSLATE_NOOP("cli", "%1 records written; README.txt beside them says how to verify them by hand."))
                     .arg(known->ledger.entries.size())
                     .toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
