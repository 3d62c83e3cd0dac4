// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatementWords.h"

#include "../Words.h"

#include "core/Clock.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign::ui
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("countersign::ui", text);
}

QStringList reviewWords(const records::Statement &statement)
{
    QStringList lines;
    const auto &coverage = statement.coverage;
    lines << tr("Read: %1 of %2 changed lines, %3 of %4 lines that an AI wrote or may have written")
                 .arg(coverage.readLines)
                 .arg(coverage.changedLines)
                 .arg(coverage.readAiLines)
                 .arg(coverage.aiLines);
    if (coverage.pace)
        lines << tr("Pace: %1 lines an hour over %2 min").arg(coverage.pace->linesPerHour).arg(coverage.pace->seconds / 60);
    for (const auto &path : coverage.notDisplayed)
        lines << tr("Not displayed: %1").arg(safe(path));
    lines << tr("Provenance: %1 AI lines, %2 unknown, of %3 (%4)")
                 .arg(statement.provenance.aiLines)
                 .arg(statement.provenance.unknownLines)
                 .arg(statement.provenance.totalLines)
                 .arg(words(label(statement.provenance.level)));
    lines << tr("Risk: band %1, %2 open finding(s), %3 waived")
                 .arg(words(label(statement.risk.band)))
                 .arg(statement.findings.open)
                 .arg(statement.findings.waived.size());
    for (const auto &waiver : statement.findings.waived)
        lines << tr("Waived until %1: %2 – %3")
                     .arg(QString::fromStdString(formatUtc(waiver.expires)), safe(waiver.rule), safe(waiver.reason));
    for (const auto &answer : statement.checklist.answers)
        lines << tr("Answer to %1: %2. %3").arg(safe(answer.id), safe(answer.answer), safe(answer.evidence));
    for (const auto &stage : statement.rollout ? statement.rollout->stages : std::vector<records::RolloutStage>())
        lines << tr("Stage of the rollout: %1, %2 % for %3 min")
                     .arg(safe(stage.name), QString::number(stage.percent), QString::number(stage.bakeMinutes));
    if (statement.rollout)
        lines << tr("Rolled back when: %1").arg(safe(statement.rollout->rollbackTrigger));
    return lines;
}

} // namespace

QString kindWords(records::RecordKind kind)
{
    switch (kind) {
    case records::RecordKind::Approve:
        return tr("Approve");
    case records::RecordKind::Reject:
        return tr("Reject");
    case records::RecordKind::Override:
        return tr("Override");
    case records::RecordKind::Withdraw:
        return tr("Withdraw");
    case records::RecordKind::Roster:
        return tr("Roster");
    }
    return {};
}

QString statementWords(const records::Statement &statement)
{
    const auto &change = statement.change;
    QStringList lines;
    lines << tr("Decision: %1").arg(kindWords(statement.kind));
    if (statement.kind == records::RecordKind::Withdraw)
        lines << tr("Withdraws record: %1").arg(safe(statement.withdraws));
    for (const auto &id : statement.overrides ? statement.overrides->requirements : std::vector<std::string>())
        lines << tr("Overrides the requirement: %1").arg(safe(id));
    if (statement.overrides)
        lines << tr("Because: %1").arg(safe(statement.overrides->reason));
    lines << tr("Change: %1 into %2").arg(safe(change.name), safe(change.targetRef));
    lines << tr("Head: %1").arg(QString::fromStdString(change.head.hex()));
    lines << tr("Base: %1").arg(QString::fromStdString(change.base.hex()));
    lines << tr("%1 commit(s), %2 path(s), contents %3")
                 .arg(change.commits.size())
                 .arg(change.manifestPaths)
                 .arg(safe(change.manifestSha256));
    lines << tr("Signed by: %1 with key %2").arg(safe(statement.reviewer.id), safe(statement.reviewer.keyFingerprint));
    if (statement.kind != records::RecordKind::Withdraw)
        lines << reviewWords(statement);
    lines << tr("Time: %1, counts until %2")
                 .arg(QString::fromStdString(formatUtc(statement.reviewedAt)),
                      QString::fromStdString(formatUtc(statement.expiresAt)));
    lines << tr("Place: number %1 of this key, after %2 record(s) in the ledger")
                 .arg(statement.signerChain.seq)
                 .arg(statement.logHead.size);
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign::ui
