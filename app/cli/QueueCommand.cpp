// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/Json.h"
#include "workbench/Queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::cli
{

namespace
{

std::string_view colourOf(const workbench::QueueEntry &entry)
{
    if (!entry.analysis)
        return "35";
    switch (entry.analysis->band) {
    case Band::Low:
        return "32";
    case Band::Moderate:
        return "33";
    case Band::High:
        return "1;33";
    case Band::Critical:
        return "1;31";
    }
    return "0";
}

std::string aiShare(const Provenance &provenance)
{
    if (provenance.aiLines == 0)
        return "-";
    return std::to_string((provenance.aiLines * 100ULL + provenance.totalLines / 2) / std::max(1U, provenance.totalLines)) + " %";
}

std::string entryText(const Terminal &terminal, const workbench::QueueEntry &entry, int width)
{
    std::string out;
    if (!entry.analysis) {
        out += terminal.styled(fitted(QCoreApplication::translate("cli", "unreadable").toStdString(), 10), colourOf(entry)) + " ";
        return out + safeText(entry.id) + "  " + (entry.error ? safeText(entry.error->what.translated()) : std::string()) + "\n";
    }
    const Analysis &analysis = *entry.analysis;
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    for (const auto &file : analysis.files) {
        added += file.added;
        removed += file.removed;
    }
    constexpr int fixed = 10 + 1 + 7 + 6 + 13;
    out += terminal.styled(fitted(label(analysis.band).translated(), 10), colourOf(entry)) + " ";
    out += fitted(safeText(entry.id), 7);
    out += fitted(aiShare(analysis.provenance), 6);
    out += fitted("+" + std::to_string(added) + " -" + std::to_string(removed), 13);
    out += terminal.styled(fitted(safeText(analysis.change.title), std::max(20, width - fixed)), "1") + "\n";
    out += std::string(fixed, ' ') + fitted(safeText(analysis.bandReason.translated()), std::max(20, width - fixed)) + "\n";
    return out;
}

} // namespace

Exit runQueue(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "queue", 0, 0);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto engine = workbench::Engine::load();
    if (!engine)
        return terminal.fault(engine.error());
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    auto target = repository->targetBranch(arguments.value("target"));
    if (!target)
        return terminal.fault(target.error());
    auto entries = workbench::listQueue(*repository, *target, stop);
    if (!entries)
        return terminal.fault(entries.error());
    auto analysed = workbench::analyzeQueue(*repository, *target, **engine, *entries, 0, stop, statusLine(terminal));
    terminal.status({});
    if (!analysed)
        return terminal.fault(analysed.error());
    std::ranges::sort(*entries, workbench::isRiskier);
    if (arguments.format() == "json") {
        terminal.out(workbench::queueJson(target->name, *entries));
        return Exit::Yes;
    }
    if (entries->empty())
        terminal.say(QCoreApplication::translate("cli", "No open change: every branch and pull request is on %1.")
                         .arg(QString::fromStdString(safeText(target->name)))
                         .toStdString());
    for (const auto &entry : *entries)
        terminal.out(entryText(terminal, entry, terminal.width()));
    return Exit::Yes;
}

} // namespace countersign::cli
