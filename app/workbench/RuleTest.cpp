// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleTest.h"

#include "core/Sha256.h"
#include "diff/Diff.h"
#include "risk/DeclarativeRule.h"
#include "risk/Engine.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

FileSide sideOf(const std::string &path, const std::string &content)
{
    const std::string digest = sha256(content);
    return {path, Oid::fromRaw(reinterpret_cast<const unsigned char *>(digest.data())), 0100644, content.size()};
}

/// The file that an example describes.
FileChange fileOf(const risk::RuleExample &example)
{
    std::string before;
    std::string after;
    bool hasOld = false;
    bool hasNew = false;
    for (std::string_view rest = example.change; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const char mark = line.empty() ? ' ' : line.front();
        const std::string content = std::string(line.substr(line.empty() ? 0 : 1)) + "\n";
        if (mark != '+') {
            before += content;
            hasOld = true;
        }
        if (mark != '-') {
            after += content;
            hasNew = true;
        }
    }
    FileChange file;
    file.delta.status = hasOld && hasNew ? DeltaStatus::Modified : hasNew ? DeltaStatus::Added : DeltaStatus::Deleted;
    if (hasOld)
        file.delta.oldSide = sideOf(example.file, before);
    if (hasNew)
        file.delta.newSide = sideOf(example.file, after);
    file.oldText = Text(std::move(before));
    file.newText = Text(std::move(after));
    file.rows = diff::diffTexts(file.oldText, file.newText);
    file.fileClass = classify(example.file, (hasNew ? file.newText : file.oldText).bytes());
    return file;
}

bool finds(const risk::RuleSet &rules, const std::string &id, const risk::RuleExample &example)
{
    const std::vector<FileChange> files{fileOf(example)};
    const auto found = risk::findRisks(rules, Change(), files);
    return found && std::ranges::contains(*found, id, &Finding::rule);
}

void testRule(const risk::RuleSet &alone, RuleTestReport &report)
{
    const risk::DeclarativeRule &rule = *alone.rules().front();
    const std::string where = rule.source + ":" + std::to_string(rule.line);
    bool hasPositive = false;
    bool hasNegative = false;
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
        const risk::RuleExample &example = rule.examples[i];
        (example.finds ? hasPositive : hasNegative) = true;
        report.results.push_back({rule.id, where, example.name.empty() ? std::to_string(i + 1) : example.name, example.finds,
                                  finds(alone, rule.id, example)});
    }
    if (!hasPositive || !hasNegative)
        report.lacking.push_back(rule.id + " (" + where + ")");
}

} // namespace

bool RuleTestReport::passed() const
{
    return lacking.empty() && broken.empty() && std::ranges::all_of(results, &ExampleResult::passed);
}

RuleTestReport testRules(std::span<const risk::RuleFile> files)
{
    RuleTestReport report;
    for (const risk::RuleFile &file : files) {
        auto each = risk::RuleSet::eachAlone(file);
        if (!each) {
            report.broken.push_back(std::move(each.error()));
            continue;
        }
        for (const auto &alone : *each)
            testRule(*alone, report);
    }
    return report;
}

} // namespace countersign::workbench
