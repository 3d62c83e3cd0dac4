// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Renames.h"

#include "LibGit.h"
#include "Similarity.h"

#include "core/Workers.h"

#include <algorithm>
#include <optional>
#include <span>
#include <thread>
#include <unordered_map>
#include <utility>

namespace countersign::git
{

namespace
{

constexpr int leastPercent = 50;
constexpr int leastPercentByName = 75; ///< files that only changed folder must be more alike, as few were compared
constexpr std::size_t mostPairs = 1'000'000; ///< git's default diff.renameLimit of 1,000, squared
constexpr std::size_t candidatesPerFile = 4;
constexpr std::size_t printedAtOnce = 64; ///< targets whose fingerprints are kept together
constexpr std::size_t worthAThread = 8; ///< fingerprints

bool isRegular(std::uint32_t mode)
{
    return (mode & 0170000U) == 0100000U;
}

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

/// One side of a possible rename; what costs reading is read when it is first needed.
struct Candidate {
    const FileSide *side = nullptr;
    std::size_t delta = 0;
    bool isTaken = false;
    bool isWanted = false; ///< its fingerprint will be there
    std::optional<std::uint64_t> size = {};
    std::optional<Fingerprint> fingerprint = {};
};

struct Pair {
    std::size_t source = 0;
    std::size_t target = 0;
    int percent = 0;
    double score = 0; ///< 0 to 1
    bool isSameName = false;
};

class RenameFinder
{
public:
    RenameFinder(const Repository &repository, std::vector<FileDelta> &deltas, const std::stop_token &stop)
        : m_repository(repository)
        , m_deltas(deltas)
        , m_stop(stop)
    {
        (void)git_repository_odb(m_odb.out(), repository.d().repository);
        for (std::size_t i = 0; i < deltas.size(); ++i) {
            if (deltas[i].status == DeltaStatus::Deleted)
                m_sources.push_back({.side = &deltas[i].oldSide, .delta = i});
            else if (deltas[i].status == DeltaStatus::Added)
                m_targets.push_back({.side = &deltas[i].newSide, .delta = i});
        }
    }

    Result<void> run()
    {
        if (m_sources.empty() || m_targets.empty())
            return {};
        takeEqualContent();
        takeSameNames();
        takeMostSimilar();
        if (m_stop.stop_requested())
            return cancelled();
        join();
        return {};
    }

private:
    void takeEqualContent()
    {
        std::unordered_map<Oid, std::vector<std::size_t>> byBlob;
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            byBlob[m_sources[i].side->blob].push_back(i);
        for (std::size_t t = 0; t < m_targets.size(); ++t) {
            const FileSide &target = *m_targets[t].side;
            const auto found = byBlob.find(target.blob);
            if (found == byBlob.end())
                continue;
            std::optional<std::size_t> best;
            for (const std::size_t s : found->second) {
                const FileSide &source = *m_sources[s].side;
                const bool fits = isRegular(source.mode) ? isRegular(target.mode) : source.mode == target.mode;
                if (!fits || m_sources[s].isTaken)
                    continue;
                const bool sameName = fileName(source.path) == fileName(target.path);
                if (!best || sameName)
                    best = s;
                if (sameName)
                    break;
            }
            if (best)
                take({*best, t, 100, 1, true});
        }
    }

    void takeSameNames()
    {
        constexpr std::size_t several = SIZE_MAX;
        const auto uniqueNames = [](const std::vector<Candidate> &all) {
            std::unordered_map<std::string_view, std::size_t> names;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (all[i].isTaken)
                    continue;
                const auto [at, isNew] = names.try_emplace(fileName(all[i].side->path), i);
                if (!isNew)
                    at->second = several;
            }
            return names;
        };
        const auto sources = uniqueNames(m_sources);
        const auto targets = uniqueNames(m_targets);
        for (std::size_t s = 0; s < m_sources.size() && !m_stop.stop_requested(); ++s) {
            const auto name = fileName(m_sources[s].side->path);
            const auto target = targets.find(name);
            if (m_sources[s].isTaken || sources.at(name) == several || target == targets.end() || target->second == several)
                continue;
            if (const auto pair = compare(s, target->second); pair && pair->score * 100 >= leastPercentByName)
                take(*pair);
        }
    }

    void takeMostSimilar()
    {
        const auto isFree = [](const Candidate &candidate) { return !candidate.isTaken; };
        const auto sources = static_cast<std::size_t>(std::ranges::count_if(m_sources, isFree));
        const auto targets = static_cast<std::size_t>(std::ranges::count_if(m_targets, isFree));
        if (sources * targets > mostPairs)
            return;
        const auto isBetter = [](const Pair &a, const Pair &b) {
            return a.score != b.score ? a.score > b.score : a.isSameName && !b.isSameName;
        };
        std::vector<Pair> pairs;
        for (std::size_t t = 0; t < m_targets.size(); ++t) {
            if (t % printedAtOnce == 0)
                printAhead(std::span(m_targets).subspan(t, std::min(printedAtOnce, m_targets.size() - t)));
            if (m_targets[t].isTaken)
                continue;
            std::vector<Pair> best;
            for (std::size_t s = 0; s < m_sources.size(); ++s) {
                if (m_stop.stop_requested())
                    return;
                if (m_sources[s].isTaken)
                    continue;
                if (const auto pair = compare(s, t))
                    best.push_back(*pair);
            }
            m_targets[t].fingerprint.reset(); // is not asked for again
            std::ranges::stable_sort(best, isBetter);
            best.resize(std::min(best.size(), candidatesPerFile));
            pairs.insert(pairs.end(), best.begin(), best.end());
        }
        std::ranges::stable_sort(pairs, isBetter);
        for (const auto &pair : pairs) {
            if (!m_sources[pair.source].isTaken && !m_targets[pair.target].isTaken)
                take(pair);
        }
    }

    /// Reads what these targets will be compared with, and themselves, on all cores: one alone would wait for the disk and zlib.
    void printAhead(std::span<Candidate> targets)
    {
        std::vector<Candidate *> wanted;
        for (Candidate &target : targets) {
            for (Candidate &source : m_sources) {
                if (m_stop.stop_requested())
                    return;
                if (source.isTaken || target.isTaken || !areComparable(source, target))
                    continue;
                for (Candidate *candidate : {&source, &target}) {
                    if (!candidate->fingerprint && !std::exchange(candidate->isWanted, true))
                        wanted.push_back(candidate);
                }
            }
        }
        const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), wanted.size() / worthAThread);
        while (m_handles.size() + 1 < threads) {
            auto handle = m_repository.handle();
            if (!handle)
                return; // then they are read one by one
            m_handles.push_back(std::move(*handle));
        }
        std::vector<const Repository *> readers{&m_repository};
        for (std::size_t i = 1; i < threads; ++i)
            readers.push_back(&m_handles[i - 1]);
        onThreads(readers, wanted.size(), [&](const Repository *reader, std::size_t i) {
            if (!m_stop.stop_requested())
                (void)print(*wanted[i], *reader);
        });
    }

    /// Neither is so small beside the other that they cannot be similar enough.
    bool areComparable(Candidate &source, Candidate &target)
    {
        if (!isRegular(source.side->mode) || !isRegular(target.side->mode))
            return false;
        const std::uint64_t larger = std::max(sizeOf(source), sizeOf(target));
        const std::uint64_t smaller = std::min(sizeOf(source), sizeOf(target));
        return smaller != 0 && smaller * 100 >= larger * leastPercent;
    }

    /// The pair, when it is similar enough.
    std::optional<Pair> compare(std::size_t s, std::size_t t)
    {
        Candidate &source = m_sources[s];
        Candidate &target = m_targets[t];
        if (!areComparable(source, target))
            return std::nullopt;
        const std::uint64_t larger = std::max(sizeOf(source), sizeOf(target));
        const double score = static_cast<double>(print(source, m_repository).commonBytes(print(target, m_repository)))
            / static_cast<double>(larger);
        if (score * 100 < leastPercent)
            return std::nullopt;
        return Pair{s, t, static_cast<int>(score * 100), score, fileName(source.side->path) == fileName(target.side->path)};
    }

    std::uint64_t sizeOf(Candidate &candidate)
    {
        if (!candidate.size) {
            std::size_t size = 0;
            git_object_t type = GIT_OBJECT_INVALID;
            const git_oid id = toGit(candidate.side->blob);
            candidate.size = git_odb_read_header(&size, &type, m_odb, &id) == 0 ? size : 0;
        }
        return *candidate.size;
    }

    const Fingerprint &print(Candidate &candidate, const Repository &reader)
    {
        if (!candidate.fingerprint) {
            Handle<git_blob> blob;
            const git_oid id = toGit(candidate.side->blob);
            if (git_blob_lookup(blob.out(), reader.d().repository, &id) == 0)
                candidate.fingerprint.emplace(
                    std::string_view(static_cast<const char *>(git_blob_rawcontent(blob)), git_blob_rawsize(blob)), m_stop);
            else
                candidate.fingerprint.emplace();
        }
        return *candidate.fingerprint;
    }

    void take(const Pair &pair)
    {
        m_sources[pair.source].isTaken = true;
        m_targets[pair.target].isTaken = true;
        m_found.push_back(pair);
    }

    /// Now that nothing points into the deltas any more, the additions become renames and their deletions go.
    void join()
    {
        std::vector<bool> isGone(m_deltas.size());
        for (const auto &pair : m_found) {
            FileDelta &source = m_deltas[m_sources[pair.source].delta];
            FileDelta &target = m_deltas[m_targets[pair.target].delta];
            target.status = DeltaStatus::Renamed;
            target.similarity = pair.percent;
            target.oldSide = std::move(source.oldSide);
            isGone[m_sources[pair.source].delta] = true;
        }
        std::size_t i = 0;
        std::erase_if(m_deltas, [&](const FileDelta &) { return isGone[i++]; });
    }

    const Repository &m_repository;
    std::vector<FileDelta> &m_deltas;
    const std::stop_token &m_stop;
    Handle<git_odb> m_odb;
    std::vector<Repository> m_handles; ///< for other threads
    std::vector<Candidate> m_sources; ///< deleted files, by path
    std::vector<Candidate> m_targets; ///< added files, by path
    std::vector<Pair> m_found;
};

} // namespace

Result<void> findRenames(const Repository &repository, std::vector<FileDelta> &deltas, const std::stop_token &stop)
{
    return RenameFinder(repository, deltas, stop).run();
}

} // namespace countersign::git
