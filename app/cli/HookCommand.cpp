// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Hook.h"

#include "core/Clock.h"
#include "core/Glob.h"
#include "core/SafeText.h"
#include "records/Ledger.h"
#include "workbench/Gatekeeper.h"
#include "workbench/KnownLedger.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// One ref that a push wants to move.
struct RefUpdate {
    std::string ref; ///< on the receiving side
    Oid before; ///< null: it is new
    Oid after; ///< null: it is to be removed
};

/// Lines of a pre-receive hook ("OLD NEW REF") or of a pre-push hook ("LOCALREF NEW REMOTEREF OLD").
std::optional<std::vector<RefUpdate>> readUpdates(const std::string &input, bool isReceiving)
{
    std::vector<RefUpdate> out;
    for (const auto &line : QString::fromStdString(input).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto words = line.split(QLatin1Char(' '));
        if (words.size() != (isReceiving ? 3 : 4))
            return std::nullopt;
        const auto before = Oid::fromHex(words[isReceiving ? 0 : 3].toStdString());
        const auto after = Oid::fromHex(words[1].toStdString());
        if (!before || !after)
            return std::nullopt;
        out.push_back({words[2].toStdString(), *before, *after});
    }
    return out;
}

/// Judges the updates of one push.
class Hook
{
public:
    Hook(const Terminal &terminal, const HookOptions &options, git::Repository repository, const std::stop_token &stop)
        : m_terminal(terminal)
        , m_options(options)
        , m_repository(std::move(repository))
        , m_stop(stop)
    {
    }

    /// Yes only when every update may happen.
    Result<Exit> run(const std::vector<RefUpdate> &updates)
    {
        auto exit = Exit::Yes;
        for (const auto &update : updates) {
            const auto isGood = judge(update);
            if (!isGood)
                return std::unexpected(isGood.error());
            if (!*isGood)
                exit = Exit::No;
        }
        return exit;
    }

private:
    Result<bool> judge(const RefUpdate &update)
    {
        if (update.ref == records::ledgerRef)
            return judgeLedger(update);
        const bool isProtected =
            std::ranges::any_of(m_options.branches, [&update](const std::string &glob) { return matchesGlob(glob, update.ref); });
        if (!isProtected)
            return true;
        if (update.before.isNull() || update.after.isNull())
            return refuse(update, tr(QT_TRANSLATE_NOOP("cli", "a protected branch is neither made nor removed by a push")));
        return judgeChange(update);
    }

    bool refuse(const RefUpdate &update, const QString &why)
    {
        m_terminal.say(
            tr(QT_TRANSLATE_NOOP("cli", "Refused: %1: %2")).arg(QString::fromStdString(safeText(update.ref)), why).toStdString());
        return false;
    }

    /// What is pushed to a protected branch is one change, from where the branch is to where it is to go.
    Result<bool> judgeChange(const RefUpdate &update)
    {
        if (!m_engine) {
            auto engine = workbench::Engine::load();
            if (!engine)
                return std::unexpected(engine.error());
            m_engine = std::move(*engine);
        }
        auto change = git::resolveChange(m_repository, update.before.hex() + ".." + update.after.hex(), {}, m_stop);
        if (!change)
            return std::unexpected(change.error());
        change->targetRef = update.ref;
        const auto report = workbench::analyzeChange(m_repository, *m_engine, std::move(*change), m_stop);
        if (!report)
            return std::unexpected(report.error());
        if (!m_gatekeeper) {
            auto opened =
                workbench::Gatekeeper::open(m_repository, m_options.allowedSigners, SystemClock().now(), m_stop, m_options.pin);
            if (!opened)
                return std::unexpected(opened.error());
            m_gatekeeper.emplace(std::move(*opened));
        }
        const auto verdict = m_gatekeeper->judge(m_repository, report->analysis, m_stop, m_options.pusher);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (verdict->isOpen())
            return true;
        m_terminal.say(gateText(m_terminal, *verdict));
        return refuse(
            update,
            tr(QT_TRANSLATE_NOOP(
                "cli", "the gate is closed, see above; approve it and push the ledger first (countersign ledger push)")));
    }

    /// A ledger may only grow, and what comes must verify.
    Result<bool> judgeLedger(const RefUpdate &update)
    {
        if (update.after.isNull())
            return refuse(update, tr(QT_TRANSLATE_NOOP("cli", "the ledger is never removed")));
        const auto before = records::readLedgerAt(m_repository, update.before, m_stop, records::LedgerDepth::Names);
        if (!before)
            return std::unexpected(before.error());
        const auto after = records::readLedgerAt(m_repository, update.after, m_stop);
        if (!after)
            return std::unexpected(after.error());
        const bool isGrown = after->lines.size() >= before->lines.size()
            && std::equal(before->lines.begin(), before->lines.end(), after->lines.begin());
        if (!isGrown)
            return refuse(update, tr(QT_TRANSLATE_NOOP("cli", "entries of the ledger would be lost or changed")));
        const records::AllowedSigners nobody;
        const auto verdict = records::verifyLedger(*after, {nobody, SystemClock().now(), nullptr, m_options.pin}, m_stop);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (verdict->problems.empty())
            return true;
        return refuse(update, QString::fromStdString(safeText(verdict->problems.front().what.translated())));
    }

    const Terminal &m_terminal;
    const HookOptions &m_options;
    git::Repository m_repository;
    std::stop_token m_stop;
    std::shared_ptr<const workbench::Engine> m_engine;
    std::optional<workbench::Gatekeeper> m_gatekeeper;
};

} // namespace

Exit runHook(const Terminal &terminal, const Arguments &arguments, const HookOptions &options, const std::stop_token &stop)
{
    const bool isReceiving = options.name == "pre-receive";
    if (!isReceiving && options.name != "pre-push")
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "--hook takes pre-receive or pre-push.")));
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const auto input = readStandardInput();
    if (!input)
        return terminal.fault(input.error());
    const auto updates = readUpdates(*input, isReceiving);
    if (!updates)
        return terminal.fault(
            {ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Standard input is not what git gives to this hook.")), {}, {}});
    const auto exit = Hook(terminal, options, std::move(*repository), stop).run(*updates);
    return exit ? *exit : terminal.fault(exit.error());
}

} // namespace countersign::cli
