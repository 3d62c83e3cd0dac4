// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleSet.h"

#include "DeclarativeRule.h"
#include "Detector.h"
#include "Matcher.h"
#include "RuleCatalogue.h"
#include "RuleLoader.h"
#include "VectorscanMatcher.h"

#include "core/Hex.h"
#include "core/Sha256.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <iterator>

static void initRuleResources()
{
    Q_INIT_RESOURCE(rules); // the linker drops resources of a static library that nobody names
}

namespace countersign::risk
{

namespace
{

std::string digestOf(std::span<const RuleFile> files)
{
    Sha256 digest;
    const auto addPart = [&digest](std::string_view part) {
        digest.add(std::to_string(part.size()));
        digest.add(":");
        digest.add(part);
    };
    for (const RuleFile &file : files) {
        addPart(file.name);
        addPart(file.content);
    }
    for (const auto &detector : detectors())
        addPart(detector->rule());
    return toHex(digest.finish());
}

using Rules = std::vector<std::unique_ptr<DeclarativeRule>>;

/// The rules of all files; the first broken file is the error.
Result<Rules> readAll(std::span<const RuleFile> files)
{
    Rules all;
    for (const RuleFile &file : files) {
        auto rules = readRules(file);
        if (!rules)
            return std::unexpected(std::move(rules.error()));
        std::ranges::move(*rules, std::back_inserter(all));
    }
    return all;
}

Result<Rules> readTeamFile(const RuleFile &file)
{
    constexpr std::size_t mostBytes = std::size_t{1} << 20U;
    if (file.content.size() > mostBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The rule file is larger than 1 MiB.")),
                    file.name + ":1:1");
    auto rules = readRules(file);
    for (std::size_t i = 0; rules && i < rules->size(); ++i) {
        if (const std::string &id = (*rules)[i]->id; purposeOf(id))
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The id %1 belongs to a built-in rule."), {id}),
                        file.name + ":" + std::to_string((*rules)[i]->line) + ":1",
                        Message(QT_TRANSLATE_NOOP("app", "Give the rule an id of your own, such as TEAM-01.")));
    }
    return rules;
}

} // namespace

bool DeclarativeRule::isPassedOver(FileClass fileClass)
{
    return isFolded(fileClass) || fileClass == FileClass::Documentation || fileClass == FileClass::Translation;
}

bool DeclarativeRule::looksAt(const FileChange &file) const
{
    const FileClass fileClass = file.fileClass;
    if (!everyClass && isPassedOver(fileClass))
        return false;
    return (files.isEmpty() || files.matches(file.path(), fileClass)) && !notFiles.matches(file.path(), fileClass);
}

RuleSet::RuleSet() = default;
RuleSet::~RuleSet() = default;

std::vector<RuleFile> RuleSet::builtInFiles()
{
    initRuleResources();
    std::vector<RuleFile> files;
    const QDir folder(QStringLiteral(":/countersign/rules"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.push_back({name.toStdString(), file.readAll().toStdString(), true});
    }
    return files;
}

Result<std::shared_ptr<const RuleSet>> RuleSet::builtIn()
{
    return fromFiles(builtInFiles());
}

Result<std::shared_ptr<const RuleSet>> RuleSet::fromFiles(std::span<const RuleFile> files)
{
    auto rules = readAll(files);
    if (!rules)
        return std::unexpected(std::move(rules.error()));
    return assemble(std::move(*rules), digestOf(files));
}

Result<TeamRules> RuleSet::withTeam(std::span<const RuleFile> teamFiles)
{
    std::vector<RuleFile> files = builtInFiles();
    auto all = readAll(files);
    if (!all)
        return std::unexpected(std::move(all.error()));
    TeamRules team;
    for (const RuleFile &file : teamFiles) {
        auto rules = readTeamFile(file);
        if (!rules) {
            team.broken.push_back(std::move(rules.error()));
            continue;
        }
        std::ranges::move(*rules, std::back_inserter(*all));
        files.push_back(file);
    }
    auto assembled = assemble(std::move(*all), digestOf(files));
    if (!assembled)
        return std::unexpected(std::move(assembled.error()));
    team.rules = std::move(*assembled);
    return team;
}

Result<std::vector<std::shared_ptr<const RuleSet>>> RuleSet::eachAlone(const RuleFile &file)
{
    auto rules = readTeamFile(file);
    if (!rules)
        return std::unexpected(std::move(rules.error()));
    std::vector<std::shared_ptr<const RuleSet>> sets;
    for (auto &rule : *rules) {
        std::vector<std::unique_ptr<DeclarativeRule>> alone;
        alone.push_back(std::move(rule));
        auto set = assemble(std::move(alone), {});
        if (!set)
            return std::unexpected(std::move(set.error()));
        sets.push_back(std::move(*set));
    }
    return sets;
}

Result<std::shared_ptr<const RuleSet>> RuleSet::assemble(std::vector<std::unique_ptr<DeclarativeRule>> rules, std::string digest)
{
    std::shared_ptr<RuleSet> set(new RuleSet);
    set->m_rules = std::move(rules);
    std::vector<std::string> expressions;
    for (std::size_t rule = 0; rule < set->m_rules.size(); ++rule) {
        const auto place = [&](const std::vector<Pattern> &patterns, bool isTo) {
            for (std::size_t i = 0; i < patterns.size(); ++i) {
                set->m_places.push_back({rule, i, isTo});
                expressions.push_back(patterns[i].expression());
            }
        };
        place(set->m_rules[rule]->patterns, false);
        place(set->m_rules[rule]->to, true);
    }
    auto matcher =
        qgetenv("COUNTERSIGN_MATCHER") == "vectorscan" ? makeVectorscanMatcher(expressions) : Result<std::unique_ptr<Matcher>>();
    if (matcher && !*matcher)
        matcher = makeMatcher(expressions);
    if (!matcher)
        return std::unexpected(std::move(matcher.error()));
    set->m_matcher = std::move(*matcher);
    set->m_digest = std::move(digest);
    return set;
}

} // namespace countersign::risk
