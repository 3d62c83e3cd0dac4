// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine.h"

#include "DisputedRules.h"
#include "KeptFiles.h"
#include "KnownWords.h"

#include "core/SafeText.h"

#include <algorithm>
#include <list>
#include <mutex>

namespace countersign::workbench
{

namespace
{

Message brokenFile(const Error &error)
{
    return Message(QT_TRANSLATE_NOOP("app", "%1 was left out: %2"), {safeText(error.where), error.what.english()});
}

} // namespace

/// The engines that were asked for last.
class TeamEngines
{
public:
    std::shared_ptr<const Engine> find(const TeamFiles &files)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::ranges::find(m_engines, files, &Entry::first);
        return found == m_engines.end() ? nullptr : found->second;
    }

    void put(const TeamFiles &files, std::shared_ptr<const Engine> engine)
    {
        constexpr std::size_t mostEngines = 4;
        const std::scoped_lock lock(m_mutex);
        m_engines.emplace_front(files, std::move(engine));
        if (m_engines.size() > mostEngines)
            m_engines.pop_back();
    }

private:
    using Entry = std::pair<TeamFiles, std::shared_ptr<const Engine>>;
    std::mutex m_mutex;
    std::list<Entry> m_engines;
};

Result<std::shared_ptr<const Engine>> Engine::load()
{
    auto rules = risk::RuleSet::builtIn();
    if (!rules)
        return std::unexpected(rules.error());
    auto markers = provenance::Markers::builtIn();
    if (!markers)
        return std::unexpected(markers.error());
    auto templates = review::Templates::builtIn();
    if (!templates)
        return std::unexpected(templates.error());
    auto likelihood = risk::LikelihoodModel::builtIn();
    if (!likelihood)
        return std::unexpected(likelihood.error());
    auto surroundings = std::make_shared<Surroundings>(cacheFolder(), std::move(*likelihood));
    std::vector<Message> problems;
    if (auto added = addUserMarkers(*markers); !added)
        problems.push_back(brokenFile(added.error()));
    return std::make_shared<const Engine>(Engine{std::move(*rules), std::move(*markers), std::move(*templates),
                                                 std::move(surroundings), std::move(problems), std::make_shared<ReportCache>(),
                                                 std::make_shared<DisputedRules>(), std::make_shared<KnownWords>(),
                                                 std::make_shared<TeamEngines>()});
}

std::shared_ptr<const Engine> Engine::with(const TeamFiles &files) const
{
    if (auto known = teams->find(files))
        return known;
    auto engine = std::make_shared<Engine>(*this);
    std::ranges::copy(files.problems, std::back_inserter(engine->problems));
    if (auto team = risk::RuleSet::withTeam(files.rules)) {
        engine->rules = std::move(team->rules);
        for (const Error &error : team->broken)
            engine->problems.push_back(brokenFile(error));
    } else {
        engine->problems.push_back(brokenFile(team.error()));
    }
    if (auto team = review::Templates::withTeam(files.checklists)) {
        engine->templates = std::move(team->templates);
        for (const Error &error : team->broken)
            engine->problems.push_back(brokenFile(error));
    } else {
        engine->problems.push_back(brokenFile(team.error()));
    }
    if (files.markers) {
        if (auto added = engine->markers.extend(*files.markers, std::string(teamMarkersFile)); !added)
            engine->problems.push_back(brokenFile(added.error()));
    }
    teams->put(files, engine);
    return engine;
}

} // namespace countersign::workbench
