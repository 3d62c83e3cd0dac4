// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Audit.h"

#include "GitChild.h"

#include "records/Export.h"
#include "records/Manifest.h"
#include "records/Tar.h"
#include <QTemporaryDir>

#include <format>

namespace countersign::workbench
{

namespace
{

/// The manifest of a record's change; empty where this clone does not have it.
std::string manifestOf(const git::Repository &repository, const records::RecordVerdict &one, const std::stop_token &stop)
{
    if (!one.record)
        return {};
    const auto &change = one.record->statement.change;
    const auto base = change.mergeBase.isNull() ? Result<Commit>(Commit()) : repository.commit(change.mergeBase);
    if (!base)
        return {};
    return records::manifestText(repository, base->tree, change.headTree, stop).value_or(std::string());
}

} // namespace

Result<void> exportAudit(const git::Repository &repository, const KnownLedger &known, const std::filesystem::path &out,
                         const records::ProcessRunner &runner, const std::stop_token &stop)
{
    const QTemporaryDir temporary;
    records::BundleExtras extras;
    extras.allowedSigners = known.signers.text();
    std::map<std::string, Oid> refs;
    if (!known.ledger.tip.isNull())
        refs.emplace(records::ledgerRef, known.ledger.tip);
    for (std::size_t i = 0; i < known.verdict.records.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        const auto &one = known.verdict.records[i];
        extras.manifests.push_back(manifestOf(repository, one, stop));
        if (one.record && repository.commit(one.record->statement.change.head))
            refs.emplace(std::format("refs/records/{:06}", i + 1), one.record->statement.change.head);
    }
    if (!refs.empty()) {
        const auto child = GitChild::local(repository, runner);
        if (!child)
            return std::unexpected(child.error());
        extras.repositoryBundle = temporary.filePath(QStringLiteral("repo.bundle")).toStdString();
        if (const auto made = child->bundle(refs, extras.repositoryBundle, stop); !made)
            return made;
    }
    if (out.extension() != ".tar")
        return records::exportRecords(known.ledger, known.verdict, extras, out);
    const std::filesystem::path folder = temporary.filePath(QStringLiteral("bundle")).toStdString();
    return records::exportRecords(known.ledger, known.verdict, extras, folder).and_then([&] {
        return records::writeTar(folder, out, stop);
    });
}

} // namespace countersign::workbench
