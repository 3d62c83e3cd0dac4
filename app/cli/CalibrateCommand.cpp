// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/Calibrating.h"
#include "workbench/KeptFiles.h"

#include <QCoreApplication>

#include <format>

namespace countersign::cli
{

namespace
{

std::string tr(const char *text)
{
    return QCoreApplication::translate("cli", text).toStdString();
}

std::string counted(const char *text, std::initializer_list<std::size_t> numbers)
{
    QString out = QCoreApplication::translate("cli", text);
    for (const std::size_t number : numbers)
        out = out.arg(number);
    return out.toStdString() + "\n";
}

constexpr int nameWidth = 24;
constexpr int columnWidth = 12;

std::string row(const std::string &name, std::initializer_list<std::string> cells)
{
    std::string out = "  " + fitted(name, nameWidth);
    for (const std::string &cell : cells)
        out += fitted(cell, columnWidth);
    return out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
}

std::string marksText(const impact::Calibration &one)
{
    const auto line = [&one](const char *name, double risk::Marks::*mark) {
        const auto shown = [mark](const risk::Marks &marks) { return std::format("{:.3f}", marks.*mark); };
        return row(tr(name), {shown(one.refitted), shown(one.shipped), shown(one.linesAdded)});
    };
    const auto alarms = [](const risk::Marks &marks) { return std::to_string(marks.initialFalseAlarms); };
    return row({},
               {tr(QT_TRANSLATE_NOOP("cli", "refitted")), tr(QT_TRANSLATE_NOOP("cli", "shipped")),
                tr(QT_TRANSLATE_NOOP("cli", "lines added"))})
        + line(QT_TRANSLATE_NOOP("cli", "AUC"), &risk::Marks::auc)
        + line(QT_TRANSLATE_NOOP("cli", "caught in the top 5 %"), &risk::Marks::capture5)
        + line(QT_TRANSLATE_NOOP("cli", "caught in the top 10 %"), &risk::Marks::capture10)
        + line(QT_TRANSLATE_NOOP("cli", "caught in the top 30 %"), &risk::Marks::capture30)
        + line(QT_TRANSLATE_NOOP("cli", "caught in 20 % of lines"), &risk::Marks::densityRecall20)
        + row(tr(QT_TRANSLATE_NOOP("cli", "false alarms first")),
              {alarms(one.refitted), alarms(one.shipped), alarms(one.linesAdded)});
}

std::string weightsText(const workbench::CalibrationResult &result)
{
    std::string out = row(tr(QT_TRANSLATE_NOOP("cli", "weight of")),
                          {tr(QT_TRANSLATE_NOOP("cli", "refitted")), tr(QT_TRANSLATE_NOOP("cli", "shipped"))});
    for (std::size_t i = 0; i < risk::factorCount; ++i) {
        const auto shown = [i](const risk::LikelihoodModel &model) { return std::format("{:+.3f}", model.terms.at(i).weight); };
        out += row(std::string(name(static_cast<risk::Factor>(i))), {shown(result.calibration->model), shown(result.shipped)});
    }
    return out;
}

std::string resultText(const workbench::CalibrationResult &result)
{
    const workbench::FaultyChanges &faulty = result.faulty;
    std::string out = counted(QT_TRANSLATE_NOOP("cli", "%1 changes looked at, %2 of them brought a bug."),
                              {result.looked, faulty.brought.size()})
        + counted(QT_TRANSLATE_NOOP("cli",
                                    "Told by %1 fixes whose lines lead back (of %2; %3 name an issue), %4 Fixes: lines, %5 "
                                    "reverts."),
                  {faulty.traced, faulty.fixes, faulty.withIssue, faulty.trailers, faulty.reverts});
    if (result.calibration) {
        const impact::Calibration &one = *result.calibration;
        out += counted(QT_TRANSLATE_NOOP("cli", "Learned from %1 changes; judged on the newest %2, %3 of which brought a bug:"),
                       {one.trained, one.judged, one.judgedBad});
        out += "\n" + marksText(one) + "\n" + weightsText(result);
    }
    out += "\n" + tr(QT_TRANSLATE_NOOP("cli", "What these numbers cannot know:")) + "\n";
    for (const Message &limit : result.limits)
        out += "  " + limit.translated() + "\n";
    return out;
}

/// --reset: back to the shipped weights.
Exit reset(const Terminal &terminal, const git::Repository &repository)
{
    const auto removed = workbench::removeWeights(repository);
    if (!removed)
        return terminal.fault(removed.error());
    terminal.say(*removed ? tr(QT_TRANSLATE_NOOP("cli", "The weights of this repository are gone; the shipped ones are in use."))
                          : tr(QT_TRANSLATE_NOOP("cli", "The shipped weights are in use already.")));
    return Exit::Yes;
}

} // namespace

Exit runCalibrate(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "calibrate", 0, 0);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("dry-run")}, QT_TRANSLATE_NOOP("cli", "Show the outcome and keep nothing."));
    arguments.addOption({QStringLiteral("reset")}, QT_TRANSLATE_NOOP("cli", "Go back to the shipped weights."));
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    if (arguments.isSet("reset"))
        return reset(terminal, *repository);
    const auto result =
        workbench::calibrateRepository(*repository, arguments.value("target"), workbench::allCores(), stop, statusLine(terminal));
    terminal.status({});
    if (!result)
        return terminal.fault(result.error());
    const bool isWorthIt = result->calibration && result->refusal.isEmpty();
    const bool isKept = isWorthIt && !arguments.isSet("dry-run");
    if (isKept) {
        if (auto written = workbench::writeWeights(*repository, result->calibration->model); !written)
            return terminal.fault(written.error());
    }
    terminal.out(arguments.format() == "json" ? workbench::calibrationJson(*result, isKept) : resultText(*result));
    if (!result->refusal.isEmpty())
        terminal.say(result->refusal.translated());
    else
        terminal.say(isKept ? tr(QT_TRANSLATE_NOOP("cli", "Kept: analyses of this repository use these weights from now on."))
                            : tr(QT_TRANSLATE_NOOP("cli", "Nothing was kept.")));
    return isWorthIt ? Exit::Yes : Exit::No;
}

} // namespace countersign::cli
