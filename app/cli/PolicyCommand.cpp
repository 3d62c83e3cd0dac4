// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "records/Binding.h"
#include "records/PolicyMatch.h"
#include "workbench/Gatekeeper.h"
#include "workbench/Signing.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

constexpr std::size_t mostPolicyBytes = 256UL * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

Result<records::Policy> readPolicyFile(const std::string &file)
{
    const auto text = readTextFile(file, mostPolicyBytes);
    if (!text)
        return std::unexpected(text.error());
    return records::parsePolicy(*text, file);
}

Exit check(const Terminal &terminal, const std::string &file)
{
    const auto policy = readPolicyFile(file);
    if (!policy)
        return terminal.fault(policy.error());
    terminal.out(policy->sha256 + "\n");
    terminal.say(tr(QT_TRANSLATE_NOOP("cli", "The policy is fine: version %1, %2 rules."))
                     .arg(policy->version)
                     .arg(policy->rules.size())
                     .toStdString());
    return Exit::Yes;
}

/// Each rule, whether it applies to the change, and why.
std::string explained(const records::Policy &policy, const Analysis &analysis)
{
    const auto risk = workbench::gateRisk(analysis);
    const auto target = records::branchOnItsHost(analysis.change.targetRef); // as the gate sees it
    std::string out = "every-change: " + tr(QT_TRANSLATE_NOOP("cli", "always applies")).toStdString() + "\n";
    for (const auto &rule : policy.rules) {
        const auto why = records::whyApplies(rule.when, risk, target);
        out += rule.id + ": "
            + (why ? tr(QT_TRANSLATE_NOOP("cli", "applies")) : tr(QT_TRANSLATE_NOOP("cli", "does not apply"))).toStdString()
            + "\n";
        for (const auto &reason : why.value_or(std::vector<Message>()))
            out += "    " + safeText(reason.translated()) + "\n";
    }
    return out;
}

Exit explain(const Terminal &terminal, OpenedChange &opened, const std::stop_token &stop)
{
    const auto gatekeeper = workbench::Gatekeeper::open(opened.repository, {}, SystemClock().now(), stop);
    if (!gatekeeper)
        return terminal.fault(gatekeeper.error());
    terminal.out(explained(gatekeeper->policy(), opened.report.analysis));
    const auto report = gatekeeper->judge(opened.repository, opened.report.analysis, stop);
    if (!report)
        return terminal.fault(report.error());
    terminal.out("\n" + gateText(terminal, *report));
    return Exit::Yes;
}

} // namespace

Exit runPolicy(const Terminal &terminal, const QStringList &given, std::stop_token stop)
{
    const QString word = given.value(1);
    // “explain CHANGE” opens its change as every other command does: by the first argument.
    const bool isExplain = word == QLatin1String("explain");
    Arguments arguments(terminal, "policy", 1, isExplain ? 1 : 2);
    addSigningOptions(arguments);
    arguments.addOption({QStringLiteral("out")}, QT_TRANSLATE_NOOP("cli", "Where a version goes that lacks signatures."), "FILE");
    QStringList rest = given;
    if (isExplain)
        rest.removeAt(1);
    if (const auto stopNow = arguments.parse(rest))
        return *stopNow;
    const auto positional = arguments.positional();
    if (isExplain) {
        auto opened = openChange(terminal, arguments, stop);
        return opened ? explain(terminal, *opened, stop) : terminal.fault(opened.error());
    }
    if (word == QLatin1String("check") && positional.size() == 2)
        return check(terminal, positional[1]);
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    if (word == QLatin1String("show") && positional.size() == 1) {
        const auto gatekeeper = workbench::Gatekeeper::open(*repository, {}, SystemClock().now(), stop);
        if (!gatekeeper)
            return terminal.fault(gatekeeper.error());
        terminal.out(gatekeeper->policy().text);
        return Exit::Yes;
    }
    if (word == QLatin1String("set") && positional.size() == 2) {
        const auto policy = readPolicyFile(positional[1]);
        if (!policy)
            return terminal.fault(policy.error());
        return changeRoster(
            terminal, arguments, *repository,
            [&](records::Roster &roster) -> Result<void> {
                roster.policySha256 = policy->sha256;
                return {};
            },
            policy->text, stop);
    }
    return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "It takes: show; check FILE; explain CHANGE; set FILE.")));
}

} // namespace countersign::cli
