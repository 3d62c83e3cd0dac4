// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Surroundings.h"

#include "KeptFiles.h"

#include "risk/Engine.h"

#include <atomic>
#include <optional>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t keptIndexes = 6; ///< of one repository
constexpr std::size_t keptReaches = 32;

/// What a change takes away: whoever still needs it has to be found.
std::vector<FileSide> goneFiles(std::span<const FileChange> files)
{
    std::vector<FileSide> gone;
    for (const FileChange &file : files) {
        const FileSide &old = file.delta.oldSide;
        if (old.exists() && (!file.delta.newSide.exists() || file.delta.newSide.path != old.path))
            gone.push_back(old);
    }
    return gone;
}

std::string keyOf(const Oid &tree, std::span<const FileSide> also)
{
    std::string key = tree.hex();
    for (const FileSide &side : also)
        key += " " + side.path + " " + side.blob.hex();
    return key;
}

} // namespace

struct Surroundings::Place {
    Place(const std::filesystem::path &folder, const git::Repository &repository, risk::LikelihoodModel model)
        : facts(factsFile(folder, repository))
        , past(historyFile(folder, repository), std::move(model))
    {
    }
    std::optional<Message> problem; ///< of the weights
    std::atomic<bool> isWarm = false;
    impact::FactsStore facts;
    PastChanges past;
    std::mutex anchoring; ///< one thread builds what the others start from
    std::mutex mutex; ///< what follows
    Recently<std::string, impact::ImpactIndex> indexes{keptIndexes};
    Recently<Oid, std::vector<std::uint32_t>> reach{keptReaches}; ///< of recent changes, by the commit that they lead to
};

Surroundings::Surroundings(std::filesystem::path folder, risk::LikelihoodModel shipped)
    : m_folder(std::move(folder))
    , m_shipped(std::move(shipped))
{
}

Surroundings::~Surroundings() = default;

std::shared_ptr<Surroundings::Place> Surroundings::placeOf(const git::Repository &repository)
{
    const std::scoped_lock lock(m_mutex);
    auto &place = m_places[repository.commonDirectory()];
    if (!place) {
        auto own = readWeights(repository);
        place = std::make_shared<Place>(m_folder, repository, own && *own ? std::move(**own) : m_shipped);
        if (!own)
            place->problem = std::move(own.error().what);
    }
    return place;
}

Result<std::shared_ptr<const impact::ImpactIndex>> Surroundings::index(const git::Repository &repository, const Oid &tree,
                                                                       std::span<const FileSide> also, unsigned threads,
                                                                       std::stop_token stop, const ProgressCallback &progress)
{
    return index(repository, *placeOf(repository), tree, also, {}, threads, stop, progress);
}

Result<std::shared_ptr<const impact::ImpactIndex>>
Surroundings::index(const git::Repository &repository, Place &place, const Oid &tree, std::span<const FileSide> also,
                    const Oid &from, unsigned threads, const std::stop_token &stop, const ProgressCallback &progress)
{
    std::string key = keyOf(tree, also);
    std::shared_ptr<const impact::ImpactIndex> start;
    {
        const std::scoped_lock lock(place.mutex);
        if (auto known = place.indexes.find(key))
            return known;
        if (!from.isNull())
            start = place.indexes.find(keyOf(from, {}));
    }
    auto built = start ? start->at(repository, from, tree, also, place.facts, threads, stop)
                       : impact::ImpactIndex::build(repository, tree, also, place.facts, threads, stop, progress);
    if (!built)
        return std::unexpected(built.error());
    place.facts.save();
    auto index = std::make_shared<const impact::ImpactIndex>(std::move(*built));
    const std::scoped_lock lock(place.mutex);
    place.indexes.put(std::move(key), index);
    return index;
}

Result<std::shared_ptr<const std::vector<std::uint32_t>>> Surroundings::reachOf(const git::Repository &repository, Place &place,
                                                                                const RecentChanges &recent, const Oid &tree,
                                                                                unsigned threads, const std::stop_token &stop,
                                                                                const ProgressCallback &progress)
{
    const std::scoped_lock turn(place.anchoring);
    const auto base = index(repository, place, tree, {}, {}, threads, stop, progress);
    if (!base)
        return std::unexpected(base.error());
    {
        const std::scoped_lock lock(place.mutex);
        if (auto known = place.reach.find(recent.upTo))
            return known;
    }
    auto reach = std::make_shared<const std::vector<std::uint32_t>>(impact::reachOfChanges((*base)->graph, recent.paths, stop));
    if (stop.stop_requested())
        return cancelled();
    const std::scoped_lock lock(place.mutex);
    place.reach.put(recent.upTo, reach);
    return reach;
}

Result<BlastRadius> Surroundings::blastRadius(const git::Repository &repository, Place &place, const Change &change,
                                              std::span<const FileChange> files, const RecentChanges *recent, unsigned threads,
                                              const std::stop_token &stop, const ProgressCallback &progress)
{
    std::shared_ptr<const std::vector<std::uint32_t>> reach;
    Oid anchor;
    if (recent) {
        const auto commit = repository.commit(recent->upTo);
        if (!commit)
            return std::unexpected(commit.error());
        anchor = commit->tree;
        auto found = reachOf(repository, place, *recent, anchor, threads, stop, progress);
        if (!found)
            return std::unexpected(found.error());
        reach = std::move(*found);
    }
    const auto own = index(repository, place, change.headTree, goneFiles(files), anchor, threads, stop, progress);
    if (!own)
        return std::unexpected(own.error());
    // Where ctags is not installed or says no, the look of the lines tells the definitions.
    const auto tags = impact::hasCtags() ? impact::readTags(files, stop) : Result<std::vector<impact::FileTags>>();
    return impact::blastRadius(**own, files, reach ? *reach : std::vector<std::uint32_t>(),
                               tags ? *tags : std::vector<impact::FileTags>());
}

Result<void> Surroundings::warmUp(const git::Repository &repository, const Oid &base, unsigned threads, std::stop_token stop,
                                  const ProgressCallback &progress)
{
    const auto place = placeOf(repository);
    const auto recent = place->past.recentUpTo(repository, base, stop, progress);
    if (!recent)
        return std::unexpected(recent.error());
    const auto commit = repository.commit((*recent)->upTo);
    if (!commit)
        return std::unexpected(commit.error());
    const auto reach = reachOf(repository, *place, **recent, commit->tree, threads, stop, progress);
    if (!reach)
        return std::unexpected(reach.error());
    place->isWarm = true;
    return {};
}

bool Surroundings::isWarm(const git::Repository &repository)
{
    return placeOf(repository)->isWarm;
}

class Surroundings::Pasts final : public risk::FilePasts
{
public:
    Pasts(const git::Repository &repository, std::shared_ptr<Place> place, const Change &change,
          std::span<const FileChange> files, std::stop_token stop)
        : m_repository(repository)
        , m_place(std::move(place))
        , m_change(change)
        , m_stop(std::move(stop))
    {
        for (const FileChange &file : files) {
            if (file.delta.oldSide.exists())
                m_paths.push_back(file.delta.oldSide.path);
        }
    }

    std::optional<risk::FilePast> of(std::string_view path) const override
    {
        std::call_once(m_read, [this] { read(); });
        const auto found = m_pasts.find(path);
        return found == m_pasts.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void read() const
    {
        const auto pasts = m_place->past.pastsOf(m_repository, m_change, m_paths, m_stop);
        if (!pasts)
            return; // addAxes() says why
        const auto &all = *pasts;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i])
                m_pasts.emplace(m_paths[i], *all[i]);
        }
    }

    const git::Repository &m_repository;
    std::shared_ptr<Place> m_place;
    const Change &m_change;
    std::stop_token m_stop;
    std::vector<std::string> m_paths;
    mutable std::once_flag m_read;
    mutable std::map<std::string, risk::FilePast, std::less<>> m_pasts; ///< after m_read
};

std::unique_ptr<risk::FilePasts> Surroundings::pasts(const git::Repository &repository, const Change &change,
                                                     std::span<const FileChange> files, std::stop_token stop)
{
    if (change.mergeBase.isNull() || repository.isShallow())
        return nullptr;
    return std::make_unique<Pasts>(repository, placeOf(repository), change, files, std::move(stop));
}

Result<void> Surroundings::addAxes(const git::Repository &repository, Analysis &analysis, std::span<const FileChange> files,
                                   unsigned threads, std::stop_token stop, const ProgressCallback &progress)
{
    const Change &change = analysis.change;
    const auto place = placeOf(repository);
    if (place->problem)
        analysis.problems.push_back(*place->problem);
    risk::SurroundingAxes axes;
    std::shared_ptr<const RecentChanges> recent;
    std::vector<CoChange> partners;
    if (repository.isShallow()) {
        analysis.problems.emplace_back(QT_TRANSLATE_NOOP("app", "This clone is shallow: likelihood needs the whole history."));
    } else if (!change.mergeBase.isNull()) {
        auto read = place->past.recentUpTo(repository, change.mergeBase, stop, progress);
        if (read) {
            recent = std::move(*read);
            auto answer = place->past.ask(analysis, files, *recent);
            axes.likelihood = std::move(answer.likelihood);
            axes.likelihoodBand = answer.band;
            partners = std::move(answer.coChange);
        } else if (!stop.stop_requested()) {
            analysis.problems.push_back(read.error().what);
        }
    }
    if (!stop.stop_requested()) {
        auto blast = blastRadius(repository, *place, change, files, recent.get(), threads, stop, progress);
        if (blast) {
            axes.blastRadius = std::move(*blast);
            axes.blastRadius->coChange = std::move(partners);
        } else if (!stop.stop_requested()) {
            analysis.problems.push_back(blast.error().what);
        }
    }
    if (stop.stop_requested())
        return cancelled();
    place->isWarm = true;
    risk::addAxes(analysis, std::move(axes));
    return {};
}

} // namespace countersign::workbench
