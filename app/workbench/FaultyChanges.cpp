// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultyChanges.h"

#include "core/Workers.h"
#include "diff/FileLoader.h"
#include "git/BlameLines.h"
#include "git/HistoryLog.h"
#include "impact/FixMessage.h"
#include "impact/Places.h"

#include <algorithm>
#include <mutex>
#include <string>

namespace countersign::workbench
{

namespace
{

using impact::History;

/// Lines of one file that a fix deletes.
struct Deletion {
    std::string path;
    std::vector<LineNumber> lines;
};

/// What came of one fix.
struct Trace {
    enum class End : std::uint8_t { NotTraced, Traced, TooLarge, OnlyAdding };
    End end = End::NotTraced;
    std::vector<Oid> causes;
};

/// Has a word that does something.
bool isBlamed(std::string_view line, impact::Language language)
{
    if (impact::isComment(line, language))
        return false;
    return std::ranges::any_of(line, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

std::vector<LineNumber> deletedLines(const FileChange &file)
{
    const auto language = impact::languageOf(file.delta.oldSide.path);
    std::vector<LineNumber> lines;
    for (const Row &row : file.rows.rows) {
        const bool isDeleted = row.left != noLine && (row.kind == RowKind::Removed || row.kind == RowKind::Changed);
        if (isDeleted && isBlamed(file.oldText.line(row.left), language))
            lines.push_back(row.left);
    }
    std::ranges::sort(lines);
    return lines;
}

/// Follows one fix after the other; one object for each thread.
class Tracer
{
public:
    Tracer(const git::Repository &repository, const git::LineBlame &blame, const Oid &oldest, const std::stop_token &stop)
        : m_repository(repository)
        , m_blame(blame)
        , m_oldest(oldest)
        , m_stop(stop)
    {
    }

    /// What cannot be read is not traced: it is not worth the whole answer.
    [[nodiscard]] Trace trace(const Oid &fix) const
    {
        const auto commit = m_repository.commit(fix);
        if (!commit || commit->parents.size() != 1)
            return {};
        const auto parent = m_repository.commit(commit->parents.front());
        if (!parent)
            return {};
        auto deletions = deletionsOf(parent->tree, commit->tree);
        if (!deletions)
            return {Trace::End::TooLarge, {}};
        if (deletions->empty())
            return {Trace::End::OnlyAdding, {}};
        Trace out;
        for (const Deletion &deletion : *deletions) {
            auto causes = m_blame.commitsOf(parent->id, deletion.path, deletion.lines, m_oldest, m_stop);
            if (causes)
                out.causes.insert(out.causes.end(), causes->begin(), causes->end());
        }
        return out;
    }

private:
    /// Nothing: too many.
    [[nodiscard]] std::optional<std::vector<Deletion>> deletionsOf(const Oid &before, const Oid &after) const
    {
        auto deltas = m_repository.diffTrees(before, after, git::Repository::Renames::Find, m_stop);
        if (!deltas)
            return std::vector<Deletion>();
        std::erase_if(*deltas, [](const FileDelta &delta) {
            const FileClass fileClass = classify(delta.path());
            return !isProgram(fileClass) || fileClass == FileClass::Test || delta.kind != FileKind::Text
                || !delta.oldSide.exists();
        });
        if (deltas->size() > mostFilesOfFix)
            return std::nullopt;
        std::vector<Deletion> out;
        std::size_t all = 0;
        for (const FileDelta &delta : *deltas) {
            const auto file = diff::loadFile(m_repository, delta, {.intraline = false}, m_stop);
            auto lines = file ? deletedLines(*file) : std::vector<LineNumber>();
            all += lines.size();
            if (!lines.empty())
                out.push_back({delta.oldSide.path, std::move(lines)});
        }
        return all > mostLinesOfFix ? std::nullopt : std::optional(std::move(out));
    }

    const git::Repository &m_repository;
    const git::LineBlame &m_blame;
    Oid m_oldest;
    const std::stop_token &m_stop;
};

/// Puts labels on changes.
class Labeller
{
public:
    Labeller(const History &history, std::span<const History::Index> changes)
        : m_history(history)
    {
        for (const History::Index change : changes)
            m_byId.emplace(history.idOf(change), change);
    }

    [[nodiscard]] bool isKnown(const Oid &id) const { return m_byId.contains(id); }

    /// Reads the message of one of the changes. True: its deletions have to be traced.
    bool read(const Oid &id, std::string_view text)
    {
        const auto message = impact::readFixMessage(text);
        const bool hasTrailer = blameAll(message.causes, id);
        const bool hasRevert = blameAll(message.reverted, id);
        m_found.trailers += hasTrailer ? 1 : 0;
        m_found.reverts += hasRevert ? 1 : 0;
        if (hasTrailer || hasRevert || !message.reverted.empty() || !(message.isFix || message.namesIssue))
            return false;
        ++m_found.fixes;
        m_found.withIssue += message.namesIssue ? 1 : 0;
        return true;
    }

    void take(const Oid &fix, const Trace &trace)
    {
        m_found.tooLarge += trace.end == Trace::End::TooLarge ? 1 : 0;
        m_found.onlyAdding += trace.end == Trace::End::OnlyAdding ? 1 : 0;
        bool isTraced = false;
        for (const Oid &cause : trace.causes)
            isTraced = blame(cause, fix) || isTraced;
        m_found.traced += isTraced ? 1 : 0;
    }

    FaultyChanges &found() { return m_found; }

private:
    bool blame(const Oid &cause, const Oid &fix)
    {
        const auto at = m_byId.find(cause);
        if (at == m_byId.end())
            return false;
        const std::int64_t delay = std::max<std::int64_t>(0, m_history.timeOf(m_byId.at(fix)) - m_history.timeOf(at->second));
        const auto [entry, isNew] = m_found.brought.emplace(cause, delay);
        if (!isNew)
            entry->second = std::min(entry->second, delay);
        return true;
    }

    /// By the first digits of ids, where these mean one change only.
    bool blameAll(const std::vector<std::string> &starts, const Oid &fix)
    {
        bool any = false;
        for (const std::string &start : starts) {
            const auto lowest = Oid::fromHex(start + std::string(2 * Oid::size - start.size(), '0'));
            const auto first = lowest ? m_byId.lower_bound(*lowest) : m_byId.end();
            if (first == m_byId.end() || !first->first.hex().starts_with(start))
                continue;
            const auto next = std::next(first);
            if (next == m_byId.end() || !next->first.hex().starts_with(start))
                any = blame(first->first, fix) || any;
        }
        return any;
    }

    const History &m_history;
    std::map<Oid, History::Index> m_byId;
    FaultyChanges m_found;
};

} // namespace

Result<FaultyChanges> findFaultyChanges(const git::Repository &repository, const History &history,
                                        std::span<const History::Index> changes, unsigned threads, std::stop_token stop,
                                        const ProgressCallback &progress)
{
    if (changes.empty())
        return FaultyChanges();
    Labeller labeller(history, changes);
    std::vector<Oid> fixes;
    auto read = git::logMessages(
        repository, history.idOf(changes.back()),
        [&](const Oid &id, std::string_view text) {
            if (labeller.isKnown(id) && labeller.read(id, text))
                fixes.push_back(id);
        },
        stop);
    if (!read)
        return std::unexpected(read.error());
    if (fixes.size() > mostTracedFixes) { // newest first
        labeller.found().notLookedAt = fixes.size() - mostTracedFixes;
        fixes.resize(mostTracedFixes);
    }
    std::vector<git::Repository> handles;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, fixes.size())); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    const auto blame = git::LineBlame::open(repository);
    if (!blame)
        return std::unexpected(blame.error());
    std::vector<Trace> traces(fixes.size());
    std::mutex reporting;
    std::size_t done = 0;
    onThreads(handles, fixes.size(), [&](const git::Repository &handle, std::size_t i) {
        if (stop.stop_requested())
            return;
        traces[i] = Tracer(handle, *blame, history.idOf(changes.front()), stop).trace(fixes[i]);
        const std::scoped_lock lock(reporting);
        if (progress)
            progress({++done, fixes.size(), Message(QT_TRANSLATE_NOOP("app", "Following fixes to what they repair"))});
    });
    if (stop.stop_requested())
        return cancelled();
    for (std::size_t i = 0; i < fixes.size(); ++i)
        labeller.take(fixes[i], traces[i]);
    return std::move(labeller.found());
}

} // namespace countersign::workbench
