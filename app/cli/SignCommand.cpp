// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "records/KeyList.h"
#include "records/Ledger.h"
#include "records/Process.h"
#include "records/Random.h"
#include "records/Signer.h"
#include "records/Verifier.h"
#include "workbench/Signing.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

void addSigningOptions(Arguments &arguments)
{
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("key")}, QT_TRANSLATE_NOOP("cli", "Key to sign with: a key file, its .pub, or SHA256:… (default: git's user.signingKey)."),
                        "KEY");
    arguments.addOption({QStringLiteral("as")}, QT_TRANSLATE_NOOP("cli", "Who signs, as allowed_signers names it (default: the key's owner there, else user.email)."),
                        "ADDRESS");
    arguments.addOption({QStringLiteral("allowed-signers")}, QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile)."), "FILE");
}

struct Signatory {
    records::SigningKey key;
    std::string id;
};

/// The key, and the person it belongs to.
Result<Signatory> findSignatory(const Arguments &arguments, const git::Repository &repository, const records::ProcessRunner &runner, std::int64_t now,
                                const std::stop_token &stop)
{
    const std::string name = arguments.isSet("key") ? arguments.value("key") : repository.config("user.signingKey").value_or("");
    if (name.empty())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No key to sign with is given.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give one with --key, or make one with “ssh-keygen -t ed25519”.")));
    auto key = records::findKey(name, runner, records::signingEnvironment(), stop);
    if (!key)
        return std::unexpected(key.error());
    std::string id = arguments.value("as");
    if (id.empty()) {
        const auto signers = records::findAllowedSigners(&repository, arguments.value("allowed-signers"));
        const std::int64_t times[] = {now};
        const auto owner = signers ? signers->ownerOf(key->key, times) : records::Checked<std::string>(std::string());
        id = owner && !owner->empty() ? *owner : workbench::reviewerOf(repository);
    }
    return Signatory{std::move(*key), std::move(id)};
}

void sayWhatIsMissing(const Terminal &terminal, const workbench::ReviewState &state)
{
    const auto &lines = state.coverage.total;
    if (!lines.changed.isComplete())
        terminal.say(tr("Note: %1 of %2 changed lines are marked as read; the record says so.").arg(lines.changed.read).arg(lines.changed.total).toStdString());
    const auto open = std::ranges::count_if(state.checklist, [](const review::ChecklistItem &item) {
        return item.verdict.state == review::QuestionState::Unsatisfied || item.verdict.state == review::QuestionState::Error;
    });
    if (open > 0)
        terminal.say(tr("Note: %1 of %2 questions are open; the record says so.").arg(open).arg(state.checklist.size()).toStdString());
    for (const auto &path : state.coverage.notDisplayed)
        terminal.say(tr("Note: %1 was not displayed; the record says so.").arg(QString::fromStdString(safeText(path))).toStdString());
}

/// Signs the shown draft, appends it to the ledger, and says where it is.
Exit finish(const Terminal &terminal, OpenedChange &opened, const Signatory &signatory, const Result<records::StatementDraft> &draft,
            const records::ProcessRunner &runner, const std::stop_token &stop)
{
    if (!draft)
        return terminal.fault(draft.error());
    auto record = records::sign(*draft, signatory.key, runner, {}, stop);
    if (!record)
        return terminal.fault(record.error());
    const SystemClock clock;
    auto leaf = records::append(opened.repository, *record, clock, stop);
    if (!leaf)
        return terminal.fault(leaf.error());
    terminal.out(record->id + "\n");
    terminal.say(tr("Signed as %1 and recorded as number %2 of the ledger.")
                     .arg(QString::fromStdString(safeText(signatory.id)))
                     .arg(leaf->index + 1)
                     .toStdString());
    return Exit::Yes;
}

Exit decide(const Terminal &terminal, const char *command, records::RecordKind kind, const QStringList &words, const std::stop_token &stop)
{
    Arguments arguments(terminal, command, 1, 1);
    addSigningOptions(arguments);
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const SystemClock clock;
    const records::SystemProcessRunner runner;
    auto signatory = findSignatory(arguments, opened->repository, runner, clock.now(), stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    const auto report = std::make_shared<const workbench::ChangeReport>(std::move(opened->report));
    auto desk = workbench::ReviewDesk::open(opened->repository, report, opened->engine->templates, stop);
    if (!desk)
        return terminal.fault(desk.error());
    const auto state = (*desk)->state();
    if (!state)
        return terminal.fault(state.error());
    if (kind == records::RecordKind::Approve)
        sayWhatIsMissing(terminal, *state);
    records::SystemRandom random;
    const records::SigningContext context{{signatory->id, signatory->key.key.fingerprint()}, clock, random};
    const auto facts = workbench::reviewFacts(report->analysis, *state, opened->engine->templates, clock.now());
    return finish(terminal, *opened, *signatory, records::prepareRecord(opened->repository, kind, report->analysis, facts, context, stop), runner, stop);
}

} // namespace

Exit runApprove(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "approve", records::RecordKind::Approve, words, stop);
}

Exit runReject(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "reject", records::RecordKind::Reject, words, stop);
}

Exit runWithdraw(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "withdraw", 1, 1);
    addSigningOptions(arguments);
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const SystemClock clock;
    const records::SystemProcessRunner runner;
    auto signatory = findSignatory(arguments, opened->repository, runner, clock.now(), stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    auto ledger = records::readLedger(opened->repository, stop);
    if (!ledger)
        return terminal.fault(ledger.error());
    std::optional<records::Record> own;
    for (const auto &entry : ledger->entries) {
        auto record = entry.envelope ? records::openRecord(*entry.envelope) : records::refuse(records::Failure::RecordMissing, Message());
        if (record && record->key.fingerprint() == signatory->key.key.fingerprint() && record->statement.kind != records::RecordKind::Withdraw
            && record->statement.change.head == opened->report.analysis.change.head)
            own = std::move(*record);
    }
    if (!own)
        return terminal.fault(fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The ledger has no record of yours for this head.")), {},
                                   Message(QT_TRANSLATE_NOOP("app", "“countersign verify” lists the records.")))
                                  .error());
    records::SystemRandom random;
    const records::SigningContext context{{signatory->id, signatory->key.key.fingerprint()}, clock, random};
    return finish(terminal, *opened, *signatory, records::prepareWithdrawal(opened->repository, *own, context, stop), runner, stop);
}

} // namespace countersign::cli
