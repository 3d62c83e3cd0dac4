// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitLines.h"
#include "GitAiNote.h"
#include "Markers.h"
#include "Tag.h"
#include "Verdict.h"

#include "core/Provenance.h"

#include <map>
#include <optional>
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
    void readTags(std::string_view note);

    /// What the markers alone say: the verdict on lines that no note speaks of.
    [[nodiscard]] const Verdict &markerVerdict() const { return m_markerVerdict; }
    /// True when a note may tell lines of the commit apart.
    [[nodiscard]] bool tellsLinesApart() const { return (m_note && !m_note->isEmpty()) || !m_tags.empty(); }
    /// The strongest verdict for each of the file's own lines. Counts what the notes said about them.
    [[nodiscard]] std::vector<Verdict> judge(const CommitFile &file, std::span<const LineNumber> ownLines);

    /// Evidence, conflicts included. Counts of lines are right once every file of the commit has been judged.
    [[nodiscard]] std::vector<ProvenanceEvidence> evidence() const;
    [[nodiscard]] const std::vector<Message> &problems() const { return m_problems; }

private:
    struct Count {
        std::uint64_t attested = 0;
        std::uint64_t added = 0;
    };
    using Who = std::tuple<bool, std::string, std::string>; // isHuman, tool slug, model

    void judgeByNote(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts);
    void judgeByTags(const CommitFile &file, std::span<const LineNumber> ownLines, std::vector<Verdict> &verdicts);
    void complain(const Message &what);

    const Commit &m_commit;
    const Markers &m_markers;
    std::vector<MarkerHit> m_hits;
    bool m_isSquash = false;
    Verdict m_markerVerdict;
    std::optional<GitAiNote> m_note;
    std::map<Who, Count> m_noteCounts;
    std::vector<TagRecord> m_tags;
    std::vector<Message> m_problems;
};

} // namespace countersign::provenance
