// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LedgerModel.h"

#include "../Job.h"
#include "../Workspace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QPrinter;

namespace countersign::ui
{

/// A ledger that was verified, with the rows that show it.
struct VerifiedLedger {
    std::shared_ptr<const workbench::KnownLedger> known;
    std::shared_ptr<const std::vector<LedgerRow>> rows;
};

/// Everything that is done with a ledger, in the background, one thing at a time. GUI thread.
class LedgerDesk : public QObject
{
    Q_OBJECT
public:
    explicit LedgerDesk(QObject *parent = nullptr);
    ~LedgerDesk() override;

    void setWorkspace(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    /// The folder or .tar file of the audit bundle that is looked at; empty: the repository's own ledger is.
    [[nodiscard]] const QString &bundle() const { return m_bundle; }
    /// What was verified last; null: nothing yet.
    [[nodiscard]] const std::shared_ptr<const workbench::KnownLedger> &known() const { return m_known; }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    [[nodiscard]] Job &job() { return m_job; }

    /// Reads and verifies everything anew: listed(), then verified().
    void verify();
    /// Looks at an audit bundle instead, a folder or a .tar file; an empty name: at the repository again.
    void openBundle(const QString &bundle);
    /// Fetches from or pushes to a remote, then verifies.
    void share(bool isPush, const QString &remote);
    /// Signs the log as it is, then verifies. @param key as KeyBox names it.
    void signCheckpoint(const QString &key);
    /// Pins the first roster, then verifies.
    void pin(const QString &fingerprint);
    /// Writes the audit bundle of the repository's ledger into a folder that is not there yet or empty, or into a new .tar file.
    void exportTo(const QString &place);
    /// Writes the report; the file's ending says how: .pdf, .html, .json.
    void saveReport(const QString &file);
    void print(std::shared_ptr<QPrinter> printer);
    void cancel();

signals:
    void listed(std::shared_ptr<const std::vector<countersign::ui::LedgerRow>> rows);
    void verified();
    /// Something was done, in words.
    void said(const QString &text);
    void failed(const QString &text);

private:
    using Rows = std::shared_ptr<const std::vector<LedgerRow>>;
    /// Runs work in the background; its words are said, or its error is; then everything is verified where it was changed.
    void run(std::function<Result<QString>(git::Repository &, const std::stop_token &)> work, bool isChange);
    void take(Result<VerifiedLedger> ledger);
    void give(std::shared_ptr<const workbench::KnownLedger> known, Rows rows);
    void fail(const Error &error);

    std::shared_ptr<Workspace> m_workspace;
    QString m_bundle;
    QString m_lastWords; ///< of what was done before the verification that runs
    std::shared_ptr<const workbench::KnownLedger> m_known;
    Rows m_rows;
    Job m_job;
};

} // namespace countersign::ui
