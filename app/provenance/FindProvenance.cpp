// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FindProvenance.h"

#include "CommitEvidence.h"
#include "LinePainter.h"
#include "LineTracer.h"
#include "Tag.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace countersign::provenance
{

namespace
{

constexpr std::string_view gitAiRef = "refs/notes/ai";

std::vector<LineNumber> addedLines(const FileChange &file)
{
    std::vector<LineNumber> lines;
    for (const Row &row : file.rows.rows) {
        if (row.kind != RowKind::Equal && row.right != noLine)
            lines.push_back(row.right);
    }
    std::ranges::sort(lines);
    return lines;
}

/// Verdicts for the added lines of one file, given what the trace knows. A line that the whole change adds may have stood
/// before in the view of its commit (two diffs align repeated lines differently): it then goes with the commit that moved the
/// file here, or with its nearest neighbour in the same added block.
std::vector<VerdictId> assign(const FileChange &file, const std::vector<LineNumber> &lines, const TracedFile *traced)
{
    std::vector<VerdictId> ids(lines.size(), traced ? traced->whole.value_or(stoodBefore) : stoodBefore);
    if (!traced || traced->whole || traced->lines.size() != file.newText.lineCount())
        return ids;
    for (std::size_t i = 0; i < lines.size(); ++i)
        ids[i] = traced->lines[lines[i] - 1];
    const bool isNew = file.delta.status == DeltaStatus::Added || file.delta.status == DeltaStatus::Copied;
    if (isNew && traced->movedBy != stoodBefore)
        std::ranges::replace(ids, stoodBefore, traced->movedBy);
    for (std::size_t i = 1; i < ids.size(); ++i) {
        if (ids[i] == stoodBefore && lines[i] == lines[i - 1] + 1)
            ids[i] = ids[i - 1];
    }
    for (std::size_t i = ids.size(); i-- > 1;) {
        if (ids[i - 1] == stoodBefore && lines[i - 1] + 1 == lines[i])
            ids[i - 1] = ids[i];
    }
    return ids;
}

FileProvenance paint(const FileChange &file, const std::vector<LineNumber> &lines, const std::vector<VerdictId> &ids,
                     const VerdictTable &table)
{
    FileProvenance painted;
    painted.path = file.path();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Verdict &verdict = table.at(ids[i]);
        painted.level = std::min(painted.level, verdict.level);
        painted.aiLines += verdict.isAi ? 1 : 0;
        painted.unknownLines += verdict.level == ProvenanceLevel::Mixed || verdict.level == ProvenanceLevel::Unknown ? 1 : 0;
        auto &runs = painted.runs;
        if (!runs.empty() && runs.back().lines.last + 1 == lines[i] && runs.back().level == verdict.level
            && runs.back().tool == verdict.tool && runs.back().isAi == verdict.isAi)
            runs.back().lines.last = lines[i];
        else
            runs.push_back({{lines[i], lines[i]}, verdict.level, verdict.tool, verdict.isAi});
    }
    return painted;
}

class Finder final : private LineJudge
{
public:
    Finder(const git::Repository &repository, const Change &change, std::span<const FileChange> files, const Markers &markers)
        : m_repository(repository)
        , m_change(change)
        , m_files(files)
        , m_markers(markers)
    {
    }

    Result<Provenance> find(std::stop_token stop, const ProgressCallback &progress, unsigned threads)
    {
        if (auto gathered = gather(stop, progress); !gathered)
            return std::unexpected(gathered.error());
        if (auto painted = paintFiles(stop, progress, threads); !painted)
            return std::unexpected(painted.error());
        for (const CommitEvidence &commit : m_commits) {
            std::ranges::copy(commit.evidence(), std::back_inserter(m_result.evidence));
            std::ranges::copy(commit.problems(), std::back_inserter(m_result.problems));
        }
        if (const auto hint = m_markers.inspectBranch(m_change.ref))
            m_result.evidence.push_back({"branch-hint", hint->source, {}, hint->detail, hint->tool, hint->level});
        summarise();
        return std::move(m_result);
    }

private:
    Result<void> gather(std::stop_token stop, const ProgressCallback &progress)
    {
        m_commits.reserve(m_change.commits.size());
        readTraces();
        const bool hasGitAi = hasNotes(gitAiRef);
        const bool hasAttribution = hasNotes(attributionRef);
        const bool hasTags = hasNotes(tagsRef);
        for (const Commit &commit : m_change.commits) {
            if (stop.stop_requested())
                return cancelled();
            if (progress)
                progress({m_commits.size(), m_change.commits.size(),
                          Message(QT_TRANSLATE_NOOP("app", "Reading evidence of AI authorship"))});
            CommitEvidence &evidence = m_commits.emplace_back(commit, m_markers);
            if (const auto note = hasGitAi ? noteOf(gitAiRef, commit) : std::nullopt)
                evidence.readGitAiNote(*note);
            readLegacyNote(commit, evidence);
            if (const auto note = hasAttribution ? noteOf(attributionRef, commit) : std::nullopt)
                evidence.readAttributionNote(*note);
            evidence.useTraces(m_traces, commit.id == m_change.head);
            if (const auto note = hasTags ? noteOf(tagsRef, commit) : std::nullopt)
                evidence.readTags(*note);
            m_verdicts.push_back(m_table.idOf(evidence.markerVerdict()));
        }
        return {};
    }

    void readLegacyNote(const Commit &commit, CommitEvidence &evidence)
    {
        const auto note = m_repository.referencedBlob(std::string(legacyAuthorshipRefs) + commit.id.hex());
        if (!note)
            unreadable(legacyAuthorshipRefs, note.error());
        else if (*note)
            evidence.readLegacyNote(**note);
    }

    /// The records that the head of the change carries along.
    void readTraces()
    {
        const auto side = m_repository.entry(m_change.headTree, agentTracePath);
        const auto size = side && *side ? m_repository.blobSize((*side)->blob) : Result<std::uint64_t>(0);
        if (!side || !*side || !size || *size > mostNoteBytes)
            return;
        const auto lines = m_repository.blob((*side)->blob);
        if (!lines)
            return;
        m_traces = parseAgentTraces(*lines);
        std::ranges::copy(m_traces.problems, std::back_inserter(m_result.problems));
    }

    bool hasNotes(std::string_view ref)
    {
        const auto found = m_repository.reference(ref);
        if (!found)
            unreadable(ref, found.error());
        return found && found->has_value();
    }

    std::optional<std::string> noteOf(std::string_view ref, const Commit &commit)
    {
        const auto note = m_repository.note(ref, commit.id);
        if (note)
            return *note;
        unreadable(ref, note.error());
        return std::nullopt;
    }

    void unreadable(std::string_view ref, const Error &error)
    {
        if (m_unreadable.emplace(ref).second) // once, not for every commit
            m_result.problems.push_back(Message(QT_TRANSLATE_NOOP("app", "The notes in %1 cannot be read: %2"),
                                                {std::string(ref), error.what.english()}));
    }

    Result<void> paintFiles(const std::stop_token &stop, const ProgressCallback &progress, unsigned threads)
    {
        // Where all commits say the same, nothing needs to be traced; that is most changes.
        const bool isUniform = std::ranges::adjacent_find(m_verdicts, std::not_equal_to()) == m_verdicts.end()
            && std::ranges::none_of(m_commits, &CommitEvidence::tellsLinesApart);
        std::map<std::string, TracedFile> traced;
        if (!isUniform) {
            auto result = traceLines(m_repository, m_change, m_files, *this, m_result.problems, stop, progress, threads);
            if (!result)
                return std::unexpected(result.error());
            traced = std::move(*result);
        }
        const VerdictId uniform = m_verdicts.empty() ? stoodBefore : m_verdicts.front();
        for (const FileChange &file : m_files) {
            if (stop.stop_requested())
                return cancelled();
            const auto lines = addedLines(file);
            const auto found = traced.find(file.path());
            auto ids = isUniform ? std::vector<VerdictId>(lines.size(), uniform)
                                 : assign(file, lines, found == traced.end() ? nullptr : &found->second);
            paintTaggedVersion(file, lines, ids);
            m_result.files.push_back(paint(file, lines, ids, m_table));
        }
        return {};
    }

    /// Lines that somebody tagged in the very version that the change leads to.
    void paintTaggedVersion(const FileChange &file, const std::vector<LineNumber> &lines, std::vector<VerdictId> &ids)
    {
        for (const CommitEvidence &commit : m_commits) {
            for (const TagRecord &tag : commit.tags()) {
                const auto tagged = tag.files.find(file.path());
                if (!tag.isOfVersion || tagged == tag.files.end() || !tagged->second.fits(file.delta.newSide.blob, file.newText))
                    continue;
                LinePainter painter(file.newText.lineCount());
                for (std::uint32_t i = 0; i < tagged->second.ranges.size(); ++i)
                    painter.paint(tagged->second.ranges[i].lines, i);
                for (std::size_t i = 0; i < lines.size(); ++i) {
                    const std::uint32_t colour = painter.colour(lines[i]);
                    if (colour == LinePainter::none)
                        continue;
                    const TaggedFile::Range &range = tagged->second.ranges[colour];
                    const Verdict verdict{range.level, range.isAi ? tag.tool : std::string(), range.isAi};
                    if (outweighs(verdict, m_table.at(ids[i])))
                        ids[i] = m_table.idOf(verdict);
                }
            }
        }
    }

    VerdictId verdict(std::size_t commit) const override { return m_verdicts[commit]; }

    bool speaksOf(std::size_t commit, const std::string &path) const override { return m_commits[commit].speaksOf(path); }

    std::vector<VerdictId> judge(std::size_t commit, const CommitFile &file, std::span<const LineNumber> ownLines) override
    {
        const std::scoped_lock lock(m_judging);
        std::vector<VerdictId> ids;
        ids.reserve(ownLines.size());
        for (const Verdict &verdict : m_commits[commit].judge(file, ownLines))
            ids.push_back(m_table.idOf(verdict));
        return ids;
    }

    /// Level, tools and totals. Evidence about a commit counts for the whole change even where it added no line.
    void summarise()
    {
        std::set<std::string> tools;
        const auto count = [&](ProvenanceLevel level, const std::string &tool) {
            m_result.level = std::min(m_result.level, level);
            if (!tool.empty())
                tools.insert(tool);
        };
        for (const ProvenanceEvidence &piece : m_result.evidence) {
            // What a note records counts by its lines.
            if (piece.level <= ProvenanceLevel::Suggestion && piece.kind != "git-ai-note" && piece.kind != "attribution-note")
                count(piece.level, piece.tool);
        }
        for (const FileProvenance &file : m_result.files) {
            m_result.aiLines += file.aiLines;
            m_result.unknownLines += file.unknownLines;
            for (const ProvenanceRun &run : file.runs) {
                m_result.totalLines += run.lines.last - run.lines.first + 1;
                if (run.isAi)
                    count(run.level, run.tool);
            }
        }
        const auto isAutomation = [](const CommitEvidence &commit) {
            return commit.markerVerdict().level == ProvenanceLevel::Automation;
        };
        if (m_result.level == ProvenanceLevel::Unknown && !m_commits.empty() && std::ranges::all_of(m_commits, isAutomation))
            m_result.level = ProvenanceLevel::Automation;
        m_result.tools.assign(tools.begin(), tools.end());
    }

    const git::Repository &m_repository;
    const Change &m_change;
    std::span<const FileChange> m_files;
    const Markers &m_markers;
    AgentTraces m_traces;
    std::vector<CommitEvidence> m_commits;
    std::vector<VerdictId> m_verdicts;
    std::mutex m_judging; ///< for the commits' counts and the table
    VerdictTable m_table;
    std::set<std::string> m_unreadable;
    Provenance m_result;
};

} // namespace

Result<Provenance> findProvenance(const git::Repository &repository, const Change &change, std::span<const FileChange> files,
                                  const Markers &markers, std::stop_token stop, const ProgressCallback &progress,
                                  unsigned threads)
{
    return Finder(repository, change, files, markers).find(std::move(stop), progress, threads);
}

} // namespace countersign::provenance
