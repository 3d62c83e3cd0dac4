// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleSet.h"

#include "DeclarativeRule.h"
#include "Detector.h"
#include "Matcher.h"
#include "RuleLoader.h"

#include "core/Hex.h"
#include "core/Sha256.h"

#include <QDir>
#include <QFile>

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

} // namespace

bool DeclarativeRule::looksAt(const FileChange &file) const
{
    const FileClass fileClass = file.fileClass;
    if (!everyClass && (isFolded(fileClass) || fileClass == FileClass::Documentation || fileClass == FileClass::Translation))
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
            files.push_back({name.toStdString(), file.readAll().toStdString()});
    }
    return files;
}

Result<std::shared_ptr<const RuleSet>> RuleSet::builtIn()
{
    return fromFiles(builtInFiles());
}

Result<std::shared_ptr<const RuleSet>> RuleSet::fromFiles(std::span<const RuleFile> files)
{
    std::shared_ptr<RuleSet> set(new RuleSet);
    for (const RuleFile &file : files) {
        auto rules = readRules(file);
        if (!rules)
            return std::unexpected(std::move(rules.error()));
        for (auto &rule : *rules)
            set->m_rules.push_back(std::move(rule));
    }
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
    auto matcher = makeMatcher(expressions);
    if (!matcher)
        return std::unexpected(std::move(matcher.error()));
    set->m_matcher = std::move(*matcher);
    set->m_digest = digestOf(files);
    return set;
}

} // namespace countersign::risk
