// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Surroundings.h"

#include "core/Sha256.h"
#include "impact/History.h"
#include "risk/Engine.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <cstdlib>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t keptIndexes = 4; ///< of one repository, newest first
constexpr std::size_t keptBases = 32;

/// Stable name of a repository on this machine.
std::string nameOf(const git::Repository &repository)
{
    constexpr std::size_t digits = 16;
    return sha256Hex(repository.commonDirectory().string()).substr(0, digits);
}

std::filesystem::path standardFolder(QStandardPaths::StandardLocation location)
{
    const QString path = QStandardPaths::writableLocation(location);
    return path.isEmpty() ? std::filesystem::path() : std::filesystem::path(path.toStdString()) / "countersign";
}

/// A short list of values by key; the one that was asked for longest ago goes.
template<class Key, class Value>
class Recently
{
public:
    explicit Recently(std::size_t most)
        : m_most(most)
    {
    }
    std::shared_ptr<const Value> find(const Key &key)
    {
        const auto found = std::ranges::find(m_entries, key, &Entry::first);
        if (found == m_entries.end())
            return nullptr;
        std::rotate(m_entries.begin(), found, std::next(found));
        return m_entries.front().second;
    }
    void put(Key key, std::shared_ptr<const Value> value)
    {
        m_entries.insert(m_entries.begin(), {std::move(key), std::move(value)});
        if (m_entries.size() > m_most)
            m_entries.pop_back();
    }

private:
    using Entry = std::pair<Key, std::shared_ptr<const Value>>;
    std::size_t m_most;
    std::vector<Entry> m_entries;
};

/// Address in "Name <address>", in lower case as the history has it.
std::string addressOf(const Change &change)
{
    std::string address = change.commits.empty() ? std::string() : change.commits.back().author.email;
    std::ranges::transform(address, address.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return address;
}

/// Who or what wrote a change never counts: an agent's address has no experience to speak of.
bool isWrittenByPerson(ProvenanceLevel level)
{
    return level != ProvenanceLevel::Agent && level != ProvenanceLevel::Automation;
}

} // namespace

std::filesystem::path cacheFolder()
{
    if (const char *wanted = std::getenv("COUNTERSIGN_CACHE"))
        return wanted;
    return standardFolder(QStandardPaths::GenericCacheLocation);
}

std::filesystem::path calibratedWeights(const git::Repository &repository)
{
    return standardFolder(QStandardPaths::GenericDataLocation) / "weights" / (nameOf(repository) + ".toml");
}

struct Surroundings::Recent {
    std::vector<impact::History::Index> changes; ///< up to the base, oldest first
    std::vector<double> scores; ///< of the newest, sorted
    std::vector<std::vector<std::string>> paths; ///< of the newest
};

struct Surroundings::Place {
    Place(const std::filesystem::path &folder, const git::Repository &repository)
        : facts(folder.empty() ? folder : folder / nameOf(repository) / "facts")
        , history(folder.empty() ? folder : folder / nameOf(repository) / "history")
    {
    }
    impact::FactsStore facts;
    std::mutex historyMutex;
    impact::History history; ///< under historyMutex, as is what follows
    risk::LikelihoodModel model;
    Recently<Oid, Recent> recent{keptBases};
    Recently<Oid, std::vector<std::uint32_t>> reach{keptBases}; ///< of recent changes, by the base that they lead to
    std::mutex indexMutex;
    Recently<std::string, impact::ImpactIndex> indexes{keptIndexes};
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
        place = std::make_shared<Place>(m_folder, repository);
        place->model = m_shipped;
        const std::string own = calibratedWeights(repository).string();
        if (QFile file(QString::fromStdString(own)); file.open(QIODevice::ReadOnly)) {
            if (auto model = risk::LikelihoodModel::parse(file.readAll().toStdString(), own))
                place->model = std::move(*model);
        }
    }
    return place;
}

Result<std::shared_ptr<const impact::ImpactIndex>> Surroundings::index(const git::Repository &repository, const Oid &tree,
                                                                       std::span<const FileSide> also, unsigned threads,
                                                                       std::stop_token stop, const ProgressCallback &progress)
{
    const auto place = placeOf(repository);
    std::string key = tree.hex();
    for (const FileSide &side : also)
        key += " " + side.path + " " + side.blob.hex();
    {
        const std::scoped_lock lock(place->indexMutex);
        if (auto known = place->indexes.find(key))
            return known;
    }
    auto built = impact::ImpactIndex::build(repository, tree, also, place->facts, threads, stop, progress);
    if (!built)
        return std::unexpected(built.error());
    place->facts.save();
    auto index = std::make_shared<const impact::ImpactIndex>(std::move(*built));
    const std::scoped_lock lock(place->indexMutex);
    place->indexes.put(std::move(key), index);
    return index;
}

Result<std::shared_ptr<const Surroundings::Recent>> Surroundings::recentUpTo(const git::Repository &repository, Place &place,
                                                                             const Oid &base, const std::stop_token &stop,
                                                                             const ProgressCallback &progress)
{
    if (auto known = place.recent.find(base))
        return known;
    if (auto read = place.history.readUpTo(repository, base, stop, progress); !read)
        return std::unexpected(read.error());
    if (auto read = place.history.readSizes(repository, base, stop, progress); !read)
        return std::unexpected(read.error());
    auto recent = std::make_shared<Recent>();
    recent->changes = place.history.changesUpTo(base);
    const std::size_t count = recent->changes.size();
    for (const auto &features : place.history.featuresOf(recent->changes, count - std::min(count, impact::sizedChanges))) {
        if (features.at(static_cast<std::size_t>(risk::Factor::LinesAdded)))
            recent->scores.push_back(place.model.score(features));
    }
    std::ranges::sort(recent->scores);
    for (std::size_t i = count - std::min(count, impact::recentChanges); i < count; ++i)
        recent->paths.push_back(place.history.pathsOf(recent->changes[i]));
    place.recent.put(base, recent);
    return recent;
}

class Surroundings::Pasts final : public risk::FilePasts
{
public:
    Pasts(const git::Repository &repository, std::shared_ptr<Place> place, const Change &change,
          std::span<const FileChange> files, std::stop_token stop)
        : m_repository(repository)
        , m_place(std::move(place))
        , m_base(change.mergeBase)
        , m_stop(std::move(stop))
    {
        m_question.author = addressOf(change);
        for (const FileChange &file : files) {
            if (file.delta.oldSide.exists())
                m_question.paths.push_back(file.delta.oldSide.path);
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
        const std::scoped_lock lock(m_place->historyMutex);
        if (!m_place->history.readUpTo(m_repository, m_base, m_stop))
            return; // addAxes() says why
        const auto all = m_place->history.pastsOf(m_place->history.changesUpTo(m_base), m_question);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i])
                m_pasts.emplace(m_question.paths[i], *all[i]);
        }
    }

    const git::Repository &m_repository;
    std::shared_ptr<Place> m_place;
    Oid m_base;
    std::stop_token m_stop;
    impact::History::Question m_question;
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
    risk::SurroundingAxes axes;
    const auto problem = [&analysis](const Error &error) { analysis.problems.push_back(error.what); };
    std::shared_ptr<const Recent> recent;
    if (!change.mergeBase.isNull() && !repository.isShallow()) {
        const std::scoped_lock lock(place->historyMutex);
        auto read = recentUpTo(repository, *place, change.mergeBase, stop, progress);
        if (read)
            recent = std::move(*read);
        else if (stop.stop_requested())
            return cancelled();
        else
            problem(read.error());
        if (recent) {
            impact::History::Question question;
            std::vector<std::string> program;
            std::vector<std::uint64_t> added;
            std::vector<std::uint64_t> removed;
            for (const FileChange &file : files) {
                question.paths.push_back(file.delta.oldSide.exists() ? file.delta.oldSide.path : file.path());
                if (!isProgram(file.fileClass))
                    continue;
                program.push_back(file.path());
                added.push_back(file.rows.added);
                removed.push_back(file.rows.removed);
            }
            question.author = addressOf(change);
            question.time = change.updated;
            auto answer = place->history.ask(recent->changes, question);
            risk::setSize(answer.features, program, added, removed);
            answer.features.at(static_cast<std::size_t>(risk::Factor::IsFix)) = risk::speaksOfFix(change.title) ? 1 : 0;
            if (!isWrittenByPerson(analysis.provenance.level))
                answer.features.at(static_cast<std::size_t>(risk::Factor::Experience)).reset();
            risk::Contents contents = risk::contentsOf(files);
            constexpr std::uint32_t manyFixes = 5;
            contents.at(static_cast<std::size_t>(risk::Content::PastFixes)) = answer.mostFixes >= manyFixes;
            axes.likelihood = place->model.judge(answer.features, contents, recent->scores);
            axes.likelihoodBand = place->model.bandOf(*axes.likelihood);
            axes.blastRadius.emplace().coChange = std::move(answer.coChange);
        }
    } else if (repository.isShallow()) {
        analysis.problems.emplace_back(QT_TRANSLATE_NOOP("app", "This clone is shallow: likelihood needs the whole history."));
    }
    std::vector<FileSide> gone;
    for (const FileChange &file : files) {
        const FileSide &old = file.delta.oldSide;
        if (old.exists() && (!file.delta.newSide.exists() || file.delta.newSide.path != old.path))
            gone.push_back(old);
    }
    std::vector<CoChange> partners = axes.blastRadius ? std::move(axes.blastRadius->coChange) : std::vector<CoChange>();
    axes.blastRadius.reset();
    if (auto built = index(repository, change.headTree, gone, threads, stop, progress)) {
        std::shared_ptr<const std::vector<std::uint32_t>> reach;
        if (recent) {
            const std::scoped_lock lock(place->historyMutex);
            reach = place->reach.find(change.headTree);
        }
        if (recent && !reach) {
            reach =
                std::make_shared<const std::vector<std::uint32_t>>(impact::reachOfChanges((*built)->graph, recent->paths, stop));
            const std::scoped_lock lock(place->historyMutex);
            place->reach.put(change.headTree, reach);
        }
        axes.blastRadius = impact::blastRadius(**built, files, reach ? *reach : std::vector<std::uint32_t>());
        axes.blastRadius->coChange = std::move(partners);
    } else if (!stop.stop_requested()) {
        problem(built.error());
    }
    if (stop.stop_requested())
        return cancelled();
    risk::addAxes(analysis, std::move(axes));
    return {};
}

} // namespace countersign::workbench
