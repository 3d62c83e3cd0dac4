// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitEvidence.h"

#include "LinePainter.h"

#include "core/SafeText.h"

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
    auto parsed = parseGitAiNote(note);
    if (!parsed) {
        complain(parsed.error());
        return;
    }
    for (const Message &problem : parsed->problems)
        complain(problem);
    m_note = std::move(*parsed);
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
        complain(problem);
    m_tags = std::move(parsed.records);
    for (TagRecord &record : m_tags)
        record.tool = m_markers.slugOf(record.tool);
}

std::vector<Verdict> CommitEvidence::judge(const CommitFile &file, std::span<const LineNumber> ownLines)
{
    std::vector<Verdict> verdicts(ownLines.size(), m_markerVerdict);
    judgeByTags(file, ownLines, verdicts);
    judgeByNote(file, ownLines, verdicts);
    return verdicts;
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
        if (found == record.files.end())
            continue;
        const TaggedFile &tagged = found->second;
        if (!tagged.fits(file.delta.newSide.blob, file.text)) {
            complain(Message(QT_TRANSLATE_NOOP("app", "A tag speaks of another version of %1 and was left out."),
                             {safeText(file.delta.newSide.path, 200)}));
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
        found.push_back({"git-ai-note", "refs/notes/ai", commit, detail.substr(0, mostDetail), tool,
                         count.added > 0 ? ProvenanceLevel::Recorded : ProvenanceLevel::Unknown});
    }
    if (m_note && m_noteCounts.empty())
        found.push_back({"git-ai-note", "refs/notes/ai", commit, "no line attested", {}, ProvenanceLevel::Unknown});
    for (const TagRecord &tag : m_tags) {
        const std::string detail = "asserted by " + tag.assertedBy + (tag.model.empty() ? "" : ", model " + tag.model)
            + (tag.basis.empty() ? "" : ", basis " + tag.basis);
        found.push_back({"tag", std::string(tagsRef), commit, detail.substr(0, mostDetail), tag.tool,
                         tag.isAi && tag.revision == commit ? ProvenanceLevel::Asserted : ProvenanceLevel::Unknown});
    }
    return found;
}

void CommitEvidence::complain(const Message &what)
{
    m_problems.push_back(Message(QT_TRANSLATE_NOOP("app", "Note of commit %1: %2"), {m_commit.id.shortHex(), what.english()}));
}

} // namespace countersign::provenance
