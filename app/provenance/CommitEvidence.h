// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AgentTrace.h"
#include "AttributionNote.h"
#include "CommitLines.h"
#include "GitAiNote.h"
#include "Markers.h"
#include "Tag.h"
#include "Verdict.h"

#include "core/Provenance.h"

#include <expected>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace countersign::provenance
{

/// Everything that is recorded about one commit of a change, and what it means for the commit's own lines.
class CommitEvidence
{
public:
    CommitEvidence(const Commit &commit, const Markers &markers);

    /// Add what the notes of the commit hold. Problems are kept with the commit's name in front.
    void readGitAiNote(std::string_view note);
    void readLegacyNote(std::string_view note); ///< of refs/ai/authorship/
    void readAttributionNote(std::string_view note); ///< of refs/notes/ai-attribution, whatever its body is
    void readTags(std::string_view note);
    /// Records of Agent Trace that may be about this commit: those that name it or a parent and, for the head, those that name
    /// none. The object must outlive this one.
    void useTraces(const AgentTraces &traces, bool isHead);

    /// What the markers alone say: the verdict on lines that no note speaks of.
    [[nodiscard]] const Verdict &markerVerdict() const { return m_markerVerdict; }
    /// True when a note may tell lines of the commit apart.
    [[nodiscard]] bool tellsLinesApart() const;
    /// What was tagged of a version of a file, whichever commit brought its lines.
    [[nodiscard]] const std::vector<TagRecord> &tags() const { return m_tags; }
    /// True when a note may tell lines of this file apart.
    [[nodiscard]] bool speaksOf(const std::string &path) const;
    /// The strongest verdict for each of the file's own lines. Counts what the notes said about them.
    [[nodiscard]] std::vector<Verdict> judge(const CommitFile &file, std::span<const LineNumber> ownLines);

    /// Evidence, conflicts included. Counts of lines are right once every file of the commit has been judged.
    [[nodiscard]] std::vector<ProvenanceEvidence> evidence() const;
    [[nodiscard]] std::vector<Message> problems() const;

private:
    struct Count {
        std::uint64_t attested = 0;
        std::uint64_t added = 0;
    };
    using Who = std::tuple<bool, std::string, std::string>; // isHuman, tool slug, model

    void takeNote(std::expected<GitAiNote, Message> parsed, std::string_view source);
    void judgeByAttribution(const CommitFile &file, std::vector<Verdict> &verdicts) const;
    void judgeByTraces(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts);
    void judgeByNote(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts);
    void judgeByTags(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts);
    [[nodiscard]] Message named(const Message &what) const; ///< with the commit in front

    const Commit &m_commit;
    const Markers &m_markers;
    std::vector<MarkerHit> m_hits;
    bool m_isSquash = false;
    Verdict m_markerVerdict;
    std::optional<GitAiNote> m_note;
    std::map<Who, Count> m_noteCounts;
    std::string_view m_noteSource;
    std::optional<FileAttribution> m_attribution;
    struct Trace {
        const TraceRecord *record = nullptr;
        std::uint64_t added = 0; ///< of the commit's own lines, proven by their hash
    };
    std::vector<Trace> m_traces;
    std::set<std::string_view> m_tracedPaths; ///< of all of them
    std::size_t m_hashedBytes = 0;
    std::vector<TagRecord> m_tags;
    std::set<std::string> m_unfit; ///< paths whose tag is for another version
    std::vector<Message> m_problems;
};

} // namespace countersign::provenance
