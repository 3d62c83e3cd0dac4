// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitEvidence.h"

#include "LinePainter.h"

#include "core/SafeText.h"

#include <algorithm>

namespace countersign::provenance
{

namespace
{

constexpr std::size_t mostDetail = 300;

bool isAiLevel(ProvenanceLevel level)
{
    using enum ProvenanceLevel;
    return level == Recorded || level == Agent || level == Asserted || level == Suggestion;
}

/// A marker on a squash speaks of some of its lines only, whoever the forge made its author.
ProvenanceLevel levelOn(bool isSquash, ProvenanceLevel level)
{
    return isSquash && isAiLevel(level) ? ProvenanceLevel::Mixed : level;
}

void strengthen(Verdict &verdict, Verdict other)
{
    if (outweighs(other, verdict))
        verdict = std::move(other);
}

} // namespace

CommitEvidence::CommitEvidence(const Commit &commit, const Markers &markers)
    : m_commit(commit)
    , m_markers(markers)
    , m_hits(markers.inspect(commit))
    , m_isSquash(isSquash(commit))
{
    for (const MarkerHit &hit : m_hits) {
        const ProvenanceLevel level = levelOn(m_isSquash, hit.level);
        const bool namesTool = level != ProvenanceLevel::Automation;
        strengthen(m_markerVerdict, {level, namesTool ? hit.tool : std::string(), isAiLevel(level)});
    }
}

void CommitEvidence::readGitAiNote(std::string_view note)
{
    takeNote(parseGitAiNote(note), "refs/notes/ai");
}

void CommitEvidence::readLegacyNote(std::string_view note)
{
    if (m_note) // the newer form says the same, and more
        return;
    takeNote(parseLegacyGitAiNote(note, [this](std::string_view name) { return m_markers.isTool(name); }), "refs/ai/authorship");
}

void CommitEvidence::readAttributionNote(std::string_view note)
{
    if (const auto first = note.find_first_not_of(" \t\r\n"); first == std::string_view::npos || note[first] != '{') {
        if (!m_note)
            takeNote(parseGitAiNote(note), attributionRef);
        return;
    }
    auto parsed = parseAttributionNote(note);
    if (!parsed) {
        m_problems.push_back(named(parsed.error()));
        return;
    }
    m_attribution = std::move(*parsed);
    if (!m_attribution->tool.empty())
        m_attribution->tool = m_markers.slugOf(m_attribution->tool);
}

void CommitEvidence::useTraces(const AgentTraces &traces, bool isHead)
{
    const auto use = [&](const std::string &revision) {
        const auto found = traces.byRevision.find(revision);
        if (found == traces.byRevision.end())
            return;
        for (const std::size_t index : found->second)
            m_traces.push_back({&traces.records[index], 0});
    };
    use(m_commit.id.hex());
    for (const Oid &parent : m_commit.parents)
        use(parent.hex());
    if (isHead)
        use({});
    for (const Trace &trace : m_traces) {
        for (const auto &[path, ranges] : trace.record->files)
            m_tracedPaths.insert(path);
    }
}

void CommitEvidence::takeNote(std::expected<GitAiNote, Message> parsed, std::string_view source)
{
    if (!parsed) {
        m_problems.push_back(named(parsed.error()));
        return;
    }
    for (const Message &problem : parsed->problems)
        m_problems.push_back(named(problem));
    m_note = std::move(*parsed);
    m_noteSource = source;
    for (auto &[path, attestations] : m_note->files) {
        for (Attestation &attestation : attestations) {
            if (!attestation.tool.empty())
                attestation.tool = m_markers.slugOf(attestation.tool);
            Count &count = m_noteCounts[{attestation.isHuman, attestation.tool, attestation.model}];
            for (const LineRange &range : attestation.ranges)
                count.attested += std::uint64_t{range.last} - range.first + 1;
        }
    }
}

void CommitEvidence::readTags(std::string_view note)
{
    TagNote parsed = parseTagNote(note);
    for (const Message &problem : parsed.problems)
        m_problems.push_back(named(problem));
    m_tags = std::move(parsed.records);
    for (TagRecord &record : m_tags)
        record.tool = m_markers.slugOf(record.tool);
}

bool CommitEvidence::tellsLinesApart() const
{
    return (m_note && !m_note->isEmpty()) || m_attribution || !m_traces.empty() || !m_tags.empty();
}

bool CommitEvidence::speaksOf(const std::string &path) const
{
    return (m_note && m_note->files.contains(path)) || (m_attribution && m_attribution->percent.contains(path))
        || m_tracedPaths.contains(path)
        || std::ranges::any_of(m_tags, [&path](const TagRecord &tag) { return tag.files.contains(path); });
}

std::vector<Verdict> CommitEvidence::judge(const CommitFile &file, std::span<const LineNumber> ownLines)
{
    std::vector<Verdict> verdicts(ownLines.size(), m_markerVerdict);
    judgeByAttribution(file, verdicts);
    judgeByTags(file, ownLines, verdicts);
    judgeByTraces(file, ownLines, verdicts);
    judgeByNote(file, ownLines, verdicts);
    return verdicts;
}

/// A share of a file says nothing about a line, unless it is the whole of it.
void CommitEvidence::judgeByAttribution(const CommitFile &file, std::vector<Verdict> &verdicts) const
{
    if (!m_attribution)
        return;
    const auto found = m_attribution->percent.find(file.delta.newSide.path);
    if (found == m_attribution->percent.end() || found->second == 0)
        return;
    const bool isWhole = found->second == 100;
    const Verdict verdict{isWhole ? ProvenanceLevel::Asserted : ProvenanceLevel::Mixed, m_attribution->tool, isWhole};
    for (Verdict &line : verdicts)
        strengthen(line, verdict);
}

void CommitEvidence::judgeByTraces(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts)
{
    constexpr std::size_t mostHashedBytes = std::size_t{64} << 20U; // of one commit; records may overlap without end
    for (Trace &trace : m_traces) {
        const auto found = trace.record->files.find(file.delta.newSide.path);
        if (found == trace.record->files.end())
            continue;
        const std::string tool = trace.record->tool.empty() ? std::string() : m_markers.slugOf(trace.record->tool);
        LinePainter painter(file.text.lineCount());
        for (std::uint32_t i = 0; i < found->second.size() && m_hashedBytes <= mostHashedBytes; ++i) {
            const TracedRange &range = found->second[i];
            m_hashedBytes += range.contentHash.empty() ? 0 : file.text.bytes().size();
            if (fitsHash(file.text, range.lines, range.contentHash))
                painter.paint(range.lines, i);
        }
        for (std::size_t i = 0; i < ownLines.size(); ++i) {
            const std::uint32_t colour = painter.colour(ownLines[i]);
            if (colour == LinePainter::none)
                continue;
            const Contribution &who = found->second[colour].contribution;
            const bool isRecorded = who.level == ProvenanceLevel::Asserted;
            trace.added += who.isAi ? 1 : 0;
            strengthen(verdicts[i],
                       {isRecorded ? ProvenanceLevel::Recorded : who.level, who.isAi ? tool : std::string(), who.isAi});
        }
    }
}

void CommitEvidence::judgeByNote(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts)
{
    if (!m_note)
        return;
    const auto found = m_note->files.find(file.delta.newSide.path);
    if (found == m_note->files.end())
        return;
    // Where a note assigns a line to a person and to an AI, the AI stays: the careful reading.
    LinePainter painter(file.text.lineCount());
    for (const bool isHuman : {false, true}) {
        for (std::uint32_t i = 0; i < found->second.size(); ++i) {
            if (found->second[i].isHuman != isHuman)
                continue;
            for (const LineRange &range : found->second[i].ranges)
                painter.paint(range, i);
        }
    }
    for (std::size_t i = 0; i < ownLines.size(); ++i) {
        const std::uint32_t colour = painter.colour(ownLines[i]);
        if (colour == LinePainter::none)
            continue;
        const Attestation &who = found->second[colour];
        ++m_noteCounts[{who.isHuman, who.tool, who.model}].added;
        strengthen(verdicts[i], {ProvenanceLevel::Recorded, who.isHuman ? std::string() : who.tool, !who.isHuman});
    }
}

void CommitEvidence::judgeByTags(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts)
{
    for (const TagRecord &record : m_tags) {
        const auto found = record.files.find(file.delta.newSide.path);
        if (found == record.files.end() || record.isOfVersion)
            continue;
        const TaggedFile &tagged = found->second;
        if (!tagged.fits(file.delta.newSide.blob, file.text)) {
            m_unfit.insert(file.delta.newSide.path);
            continue;
        }
        LinePainter painter(file.text.lineCount());
        for (std::uint32_t i = 0; i < tagged.ranges.size(); ++i)
            painter.paint(tagged.ranges[i].lines, i);
        for (std::size_t i = 0; i < ownLines.size(); ++i) {
            const std::uint32_t colour = painter.colour(ownLines[i]);
            if (colour == LinePainter::none)
                continue;
            const auto &range = tagged.ranges[colour];
            const bool namesTool = range.isAi || range.level == ProvenanceLevel::Mixed;
            strengthen(verdicts[i], {range.level, namesTool ? record.tool : std::string(), range.isAi});
        }
    }
}

std::vector<ProvenanceEvidence> CommitEvidence::evidence() const
{
    std::vector<ProvenanceEvidence> found;
    const std::string commit = m_commit.id.hex();
    for (const MarkerHit &hit : m_hits)
        found.push_back({"commit-marker", hit.source, commit, hit.detail, hit.tool, levelOn(m_isSquash, hit.level)});
    if (m_isSquash && m_markerVerdict.level == ProvenanceLevel::Mixed)
        found.push_back({"squash", "subject", commit, m_commit.subject().substr(0, mostDetail), {}, ProvenanceLevel::Mixed});
    for (const auto &[who, count] : m_noteCounts) {
        const auto &[isHuman, tool, model] = who;
        std::string detail = isHuman ? "a person"
            : tool.empty()           ? "no metadata for the key"
                                     : tool + (model.empty() ? "" : ", " + model);
        detail +=
            ": " + std::to_string(count.attested) + " lines attested, " + std::to_string(count.added) + " of them added here";
        found.push_back({"git-ai-note", std::string(m_noteSource), commit, detail.substr(0, mostDetail), tool,
                         count.added > 0 ? ProvenanceLevel::Recorded : ProvenanceLevel::Unknown});
    }
    if (m_note && m_noteCounts.empty())
        found.push_back({"git-ai-note", std::string(m_noteSource), commit, "no line attested", {}, ProvenanceLevel::Unknown});
    if (m_attribution) {
        const auto share = [this](const auto &fits) { return std::ranges::count_if(m_attribution->percent, fits); };
        const auto whole = share([](const auto &file) { return file.second == 100; });
        const auto part = share([](const auto &file) { return file.second > 0 && file.second < 100; });
        found.push_back({"attribution-note", std::string(attributionRef), commit,
                         std::to_string(whole) + " files by an AI, " + std::to_string(part) + " in part", m_attribution->tool,
                         whole > 0      ? ProvenanceLevel::Asserted
                             : part > 0 ? ProvenanceLevel::Mixed
                                        : ProvenanceLevel::Unknown});
    }
    for (const Trace &trace : m_traces) {
        if (trace.added > 0)
            found.push_back(
                {"agent-trace", std::string(agentTracePath), commit, std::to_string(trace.added) + " lines proven by their hash",
                 trace.record->tool.empty() ? std::string() : m_markers.slugOf(trace.record->tool), ProvenanceLevel::Recorded});
    }
    for (const TagRecord &tag : m_tags) {
        const std::string detail = "asserted by " + tag.assertedBy + (tag.model.empty() ? "" : ", model " + tag.model)
            + (tag.basis.empty() ? "" : ", basis " + tag.basis);
        found.push_back({"tag", std::string(tagsRef), commit, detail.substr(0, mostDetail), tag.tool,
                         tag.isAi && tag.revision == commit ? ProvenanceLevel::Asserted : ProvenanceLevel::Unknown});
    }
    return found;
}

std::vector<Message> CommitEvidence::problems() const
{
    std::vector<Message> all = m_problems;
    for (const std::string &path : m_unfit)
        all.push_back(named(
            Message(QT_TRANSLATE_NOOP("app", "A tag speaks of another version of %1 and was left out."), {safeText(path, 200)})));
    return all;
}

Message CommitEvidence::named(const Message &what) const
{
    return Message(QT_TRANSLATE_NOOP("app", "Note of commit %1: %2"), {m_commit.id.shortHex(), what.english()});
}

} // namespace countersign::provenance
