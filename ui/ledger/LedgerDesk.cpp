// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerDesk.h"

#include "../SavedFile.h"
#include "../Words.h"
#include "../sign/Askpass.h"

#include "core/Clock.h"
#include "records/AuditReport.h"
#include "records/Process.h"
#include "workbench/Audit.h"
#include "workbench/LedgerShare.h"

#include <QPrinter>
#include <QTextDocument>

namespace countersign::ui
{

namespace
{

std::string reportFor(const QString &file, const workbench::KnownLedger &known)
{
    if (file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return records::auditJson(known.ledger, known.verdict);
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return records::auditPdf(known.ledger, known.verdict);
    return records::auditHtml(known.ledger, known.verdict);
}

} // namespace

LedgerDesk::LedgerDesk(QObject *parent)
    : QObject(parent)
{
}

LedgerDesk::~LedgerDesk() = default;

void LedgerDesk::setWorkspace(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    openBundle({});
}

void LedgerDesk::openBundle(const QString &bundle)
{
    m_bundle = bundle;
    give({}, {});
    verify();
}

void LedgerDesk::verify()
{
    if (!m_workspace)
        return;
    const QPointer<Job> job(&m_job);
    const auto generation = m_job.generation() + (m_job.isRunning() ? 2 : 1);
    m_job.start(
        [workspace = m_workspace, folder = m_bundle.toStdString(), this, job,
         generation](const std::stop_token &stop, const ProgressCallback &progress) -> Result<VerifiedLedger> {
            const auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const workbench::LedgerChoice choice{.allowedSigners = {}, .pin = {}, .isBindingChecked = true, .progress = progress};
            const auto now = SystemClock().now();
            if (folder.empty()) {
                // What the log says is there long before everything is verified.
                const auto names = records::readLedger(*repository, stop, records::LedgerDepth::Names);
                if (!names)
                    return std::unexpected(names.error());
                const auto rows = std::make_shared<const std::vector<LedgerRow>>(ledgerRows(*names, stop));
                Job::post(job, generation, [this, rows](Job &) { emit listed(rows); });
            }
            auto known = folder.empty() ? workbench::readKnownLedger(*repository, choice, now, stop)
                                        : workbench::readKnownBundle(folder, &*repository, choice, now, stop);
            if (!known)
                return std::unexpected(known.error());
            auto shared = std::make_shared<const workbench::KnownLedger>(std::move(*known));
            auto rows = std::make_shared<const std::vector<LedgerRow>>(ledgerRows(*shared, stop));
            return VerifiedLedger{std::move(shared), std::move(rows)};
        },
        [this](Result<VerifiedLedger> ledger) { take(std::move(ledger)); });
}

void LedgerDesk::take(Result<VerifiedLedger> ledger)
{
    if (!ledger) {
        m_lastWords.clear();
        fail(ledger.error());
        return;
    }
    give(std::move(ledger->known), std::move(ledger->rows));
    emit listed(m_rows);
    emit verified();
    if (!m_lastWords.isEmpty())
        emit said(std::exchange(m_lastWords, {}));
}

/// Takes the place of what was there. Ten thousand records take a while to be freed, so that happens elsewhere.
void LedgerDesk::give(std::shared_ptr<const workbench::KnownLedger> known, Rows rows)
{
    Background::shared().start(
        [oldKnown = std::exchange(m_known, std::move(known)), oldRows = std::exchange(m_rows, std::move(rows))] { });
}

void LedgerDesk::fail(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        emit failed(words(error));
}

void LedgerDesk::run(std::function<Result<QString>(git::Repository &, const std::stop_token &)> work, bool isChange)
{
    if (!m_workspace)
        return;
    m_job.start(
        [workspace = m_workspace, work = std::move(work)](const std::stop_token &stop,
                                                          const ProgressCallback &) -> Result<QString> {
            auto repository = workspace->handle();
            return repository ? work(*repository, stop) : std::unexpected(repository.error());
        },
        [this, isChange](const Result<QString> &done) {
            if (!done) {
                fail(done.error());
            } else if (isChange) {
                m_lastWords = *done;
                openBundle({});
            } else {
                emit said(*done);
            }
        });
}

void LedgerDesk::share(bool isPush, const QString &remote)
{
    run(
        [isPush, remote](git::Repository &repository, const std::stop_token &stop) -> Result<QString> {
            const records::SystemProcessRunner runner;
            const auto name = remote.toStdString();
            const auto done = isPush ? workbench::pushLedger(repository, name, runner, stop)
                                     : workbench::fetchLedger(repository, name, runner, stop);
            if (!done)
                return std::unexpected(done.error());
            return tr("The ledger has %1 entries; %2 came from %3, %4 of yours were appended anew behind them.")
                .arg(QString::number(done->size), QString::number(done->fetched), safe(name), QString::number(done->reappended));
        },
        true);
}

void LedgerDesk::signCheckpoint(const QString &key)
{
    run(
        [key, environment = askingEnvironment()](git::Repository &repository, const std::stop_token &stop) -> Result<QString> {
            const records::SystemProcessRunner runner;
            const auto signatory =
                workbench::findSignatory(repository, {key.toStdString(), {}, {}}, runner, SystemClock().now(), stop);
            if (!signatory)
                return std::unexpected(signatory.error());
            records::SignOptions options;
            options.environment = environment;
            const auto text = workbench::signCheckpoint(repository, *signatory, runner, options, stop);
            if (!text)
                return std::unexpected(text.error());
            return tr("%1 has signed the log as it is.").arg(safe(signatory->id));
        },
        true);
}

void LedgerDesk::pin(const QString &fingerprint)
{
    run(
        [fingerprint](git::Repository &repository, const std::stop_token &stop) -> Result<QString> {
            const auto pinned = workbench::pinRoster(repository, fingerprint.trimmed().toStdString(), stop);
            if (!pinned)
                return std::unexpected(pinned.error());
            return tr("The roster is pinned on this machine.");
        },
        true);
}

void LedgerDesk::exportTo(const QString &place)
{
    if (!m_known)
        return;
    run(
        [place, known = m_known](git::Repository &repository, const std::stop_token &stop) -> Result<QString> {
            const auto written =
                workbench::exportAudit(repository, *known, place.toStdString(), records::SystemProcessRunner(), stop);
            if (!written)
                return std::unexpected(written.error());
            return tr("The audit bundle is in %1. README.txt in it says how to verify it.").arg(safe(place.toStdString()));
        },
        false);
}

void LedgerDesk::saveReport(const QString &file)
{
    if (!m_known)
        return;
    run(
        [file, known = m_known](git::Repository &, const std::stop_token &) -> Result<QString> {
            const auto written = writeWhole(file, reportFor(file, *known));
            if (!written)
                return std::unexpected(written.error());
            return tr("The report is in %1.").arg(safe(file.toStdString()));
        },
        false);
}

void LedgerDesk::print(std::shared_ptr<QPrinter> printer)
{
    if (!m_known)
        return;
    run(
        [printer = std::move(printer), known = m_known](git::Repository &, const std::stop_token &) -> Result<QString> {
            QTextDocument document;
            document.setHtml(QString::fromStdString(records::auditHtml(known->ledger, known->verdict)));
            document.print(printer.get());
            return tr("The report was sent to the printer.");
        },
        false);
}

void LedgerDesk::cancel()
{
    m_lastWords.clear();
    m_job.cancel();
}

} // namespace countersign::ui
