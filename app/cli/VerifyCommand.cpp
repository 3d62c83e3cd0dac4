// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "records/AllowedSigners.h"
#include "records/Export.h"
#include "records/Ledger.h"
#include "records/Verifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace countersign::cli
{

namespace
{

constexpr const char *signersOption = QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile).");

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
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
        out += "      " + std::string(name(problem.failure)) + ": " + safeText(problem.what.translated()) + "\n";
    return out;
}

Result<std::string> readRecordFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf()))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read.")), path.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions; it must not be empty.")));
    return std::move(bytes).str();
}

/// A folder stands for the records that `countersign export` wrote into it.
std::vector<std::filesystem::path> recordFiles(const std::vector<std::string> &names)
{
    std::vector<std::filesystem::path> files;
    for (const auto &name : names) {
        std::error_code ignored;
        const std::filesystem::path folder = std::filesystem::path(name) / "records";
        if (!std::filesystem::is_directory(folder, ignored)) {
            files.emplace_back(name);
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(files.size());
        for (const auto &entry : std::filesystem::directory_iterator(folder, ignored)) {
            if (entry.path().filename().string().ends_with(".dsse.json"))
                files.push_back(entry.path());
        }
        std::sort(files.begin() + first, files.end());
    }
    return files;
}

Exit verifyFiles(const Terminal &terminal, const std::vector<std::string> &names, const records::VerifyContext &context,
                 const std::stop_token &stop)
{
    bool good = true;
    for (const auto &path : recordFiles(names)) {
        auto bytes = readRecordFile(path);
        if (!bytes)
            return terminal.fault(bytes.error());
        auto verdict = records::verifyRecord(*bytes, path.filename().string(), context, stop);
        if (!verdict)
            return terminal.fault(verdict.error());
        terminal.out(verdictText(terminal, *verdict));
        good = good && verdict->isValid();
    }
    return good ? Exit::Yes : Exit::No;
}

} // namespace

Exit runVerify(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "verify", 0, -1);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("allowed-signers")}, signersOption, "FILE");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto names = arguments.positional();
    auto repository = openRepository(arguments);
    if (!repository && (names.empty() || arguments.isSet("repository")))
        return terminal.fault(repository.error());
    const git::Repository *found = repository ? &*repository : nullptr;
    auto signers = records::findAllowedSigners(found, arguments.value("allowed-signers"));
    if (!signers)
        return terminal.fault(signers.error());
    for (const auto &problem : signers->problems())
        terminal.say(safeText(problem.translated()));
    // Files may belong to any repository: their claims about commits are checked only against one that was named.
    const records::VerifyContext context{*signers, SystemClock().now(),
                                         names.empty() || arguments.isSet("repository") ? found : nullptr};
    if (!names.empty())
        return verifyFiles(terminal, names, context, stop);
    auto ledger = records::readLedger(*repository, stop);
    if (!ledger)
        return terminal.fault(ledger.error());
    auto verdict = records::verifyLedger(*ledger, context, stop);
    if (!verdict)
        return terminal.fault(verdict.error());
    for (const auto &record : verdict->records)
        terminal.out(verdictText(terminal, record));
    for (const auto &problem : verdict->problems)
        terminal.out(terminal.styled(tr(QT_TRANSLATE_NOOP("cli", "BAD")).toStdString(), "1;31") + "   "
                     + std::string(name(problem.failure)) + ": " + safeText(problem.what.translated()) + "\n");
    for (const auto &note : verdict->notes)
        terminal.say(safeText(note.translated()));
    if (verdict->records.empty())
        terminal.say(tr(QT_TRANSLATE_NOOP("cli", "The ledger has no record yet.")).toStdString());
    return verdict->isValid() ? Exit::Yes : Exit::No;
}

Exit runExport(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "export", 0, 0);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("out")}, QT_TRANSLATE_NOOP("cli", "New folder to write to."), "DIR");
    arguments.addOption({QStringLiteral("allowed-signers")}, signersOption, "FILE");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    if (!arguments.isSet("out"))
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "Name the folder with --out DIR.")));
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    auto signers = records::findAllowedSigners(&*repository, arguments.value("allowed-signers"));
    if (!signers)
        return terminal.fault(signers.error());
    auto ledger = records::readLedger(*repository, stop);
    if (!ledger)
        return terminal.fault(ledger.error());
    auto verdict = records::verifyLedger(*ledger, {*signers, SystemClock().now(), &*repository}, stop);
    if (!verdict)
        return terminal.fault(verdict.error());
    if (auto written = records::exportRecords(*ledger, *verdict, *signers, arguments.value("out")); !written)
        return terminal.fault(written.error());
    terminal.say(tr(QT_TRANSLATE_NOOP("cli", "%1 records written; README.txt beside them says how to verify them by hand."))
                     .arg(ledger->entries.size())
                     .toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
