// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checklist.h"

#include "core/Glob.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>
#include <optional>

namespace countersign::review
{

namespace
{

bool fits(const std::string &pattern, const std::string &rule)
{
    return pattern.ends_with('*') ? rule.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1)) : rule == pattern;
}

/// What a question with a subject points at.
struct Target {
    std::string key; ///< stays the same over line shifts
    std::string file;
    LineRange lines;
};

bool mayBeAi(const ProvenanceRun &run)
{
    return run.isAi || run.level == ProvenanceLevel::Mixed || run.level == ProvenanceLevel::Unknown;
}

bool touches(const Finding &finding, const Provenance &provenance, bool onlyAi)
{
    const auto file = std::ranges::find(provenance.files, finding.file, &FileProvenance::path);
    return finding.side == Side::New && file != provenance.files.end()
        && std::ranges::any_of(file->runs, [&](const ProvenanceRun &run) {
               return (onlyAi ? run.isAi : mayBeAi(run)) && run.lines.first <= finding.endLine
                   && run.lines.last >= finding.startLine;
           });
}

bool overlaps(const Target &target, const Finding &finding)
{
    return target.file == finding.file && target.lines.first <= finding.endLine && target.lines.last >= finding.startLine;
}

/// Without a finding: the longest run of lines that are, or may be, an AI's, in the riskiest file that has one.
std::optional<Target> longestAiRun(const Analysis &analysis)
{
    const auto length = [](const ProvenanceRun &run) { return run.lines.last - run.lines.first; };
    for (const FileSummary &summary : analysis.files) { // riskiest first
        const auto file = std::ranges::find(analysis.provenance.files, summary.delta.path(), &FileProvenance::path);
        if (file == analysis.provenance.files.end() || isFolded(summary.fileClass))
            continue;
        const ProvenanceRun *longest = nullptr;
        for (const ProvenanceRun &run : file->runs) {
            if (mayBeAi(run) && (!longest || length(run) > length(*longest)))
                longest = &run;
        }
        if (longest)
            return Target{sha256Hex(file->path + ":" + std::to_string(length(*longest))).substr(0, 16), file->path,
                          longest->lines};
    }
    return std::nullopt;
}

/// The worst findings on lines of an AI, then on lines that may be; each place once.
std::vector<Target> riskiestAiHunks(const Analysis &analysis, std::size_t most)
{
    std::vector<Target> targets;
    for (const bool onlyAi : {true, false}) {
        for (const Finding &finding : analysis.findings) { // worst first
            const bool isWorth = targets.empty() || finding.severity >= Severity::Medium;
            const auto isKnown = [&finding](const Target &target) { return overlaps(target, finding); };
            if (targets.size() < most && isWorth && touches(finding, analysis.provenance, onlyAi)
                && std::ranges::none_of(targets, isKnown))
                targets.push_back({finding.id, finding.file, {finding.startLine, finding.endLine}});
        }
    }
    if (targets.empty()) {
        if (auto run = longestAiRun(analysis))
            targets.push_back(std::move(*run));
    }
    return targets;
}

/// Why a question is asked, gathered while its conditions are looked at.
class Raiser
{
public:
    explicit Raiser(const Analysis &analysis)
        : m_analysis(analysis)
    {
    }

    /// Empty when no condition holds and nobody demands it; several for several subjects.
    std::vector<Question> raise(const QuestionTemplate &from, bool isDemanded)
    {
        Question question;
        question.id = from.id;
        question.templateId = from.id;
        question.hint = from.hint.empty() ? Message() : Message(from.hint);
        question.isEvidenceRequired = from.isEvidenceRequired;
        question.isSettledByCoverage = from.isSettledByCoverage;
        question.answers = from.answers;
        question.satisfying = from.satisfying;
        bool isRaised = false;
        for (const Condition &condition : from.when)
            isRaised = holds(condition, question) || isRaised;
        if (!isRaised && !isDemanded)
            return {};
        if (isDemanded)
            addOnce(question.reasons, Message(QT_TRANSLATE_NOOP("app", "The policy asks for it.")));
        if (from.subject == Subject::Change) {
            question.text = Message(from.text);
            return {std::move(question)};
        }
        std::vector<Question> questions;
        for (const Target &target : riskiestAiHunks(m_analysis, from.most))
            questions.push_back(about(target, question, from.text));
        if (questions.empty() && isDemanded) {
            question.text = Message(from.text, {safeText(m_analysis.change.id)});
            questions.push_back(std::move(question));
        }
        return questions;
    }

private:
    static Question about(const Target &target, Question question, const std::string &text)
    {
        question.id += "@" + target.key;
        question.file = target.file;
        question.startLine = target.lines.first;
        question.endLine = target.lines.last;
        question.text = Message(text, {placeOf(target)});
        return question;
    }

    static std::string placeOf(const Target &target)
    {
        std::string place = safeText(target.file) + ":" + std::to_string(target.lines.first);
        if (target.lines.last != target.lines.first)
            place += "-" + std::to_string(target.lines.last);
        return place;
    }

    bool holds(const Condition &condition, Question &question) const
    {
        std::vector<Message> reasons;
        std::vector<std::string> findings;
        if (condition.bandAtLeast) {
            if (m_analysis.band < *condition.bandAtLeast)
                return false;
            reasons.push_back(
                Message(QT_TRANSLATE_NOOP("app", "The band of the change is %1."), {std::string(name(m_analysis.band))}));
        }
        if (!provenanceHolds(condition.provenance, reasons) || !classHolds(condition, reasons) || !pathHolds(condition, reasons))
            return false;
        if (!condition.rules.empty()) {
            for (const Finding &finding : m_analysis.findings) {
                if (std::ranges::any_of(condition.rules, [&](const std::string &rule) { return fits(rule, finding.rule); }))
                    findings.push_back(finding.id);
            }
            if (findings.empty())
                return false;
        }
        for (const std::string &id : findings)
            addOnce(question.findings, id);
        for (const Message &reason : reasons)
            addOnce(question.reasons, reason);
        return true;
    }

    bool provenanceHolds(Condition::Provenance wanted, std::vector<Message> &reasons) const
    {
        const Provenance &provenance = m_analysis.provenance;
        if (wanted == Condition::Provenance::Any)
            return true;
        if (provenance.aiLines > 0) {
            reasons.push_back(
                Message(QT_TRANSLATE_NOOP("app", "%1 added lines are an AI's."), {std::to_string(provenance.aiLines)}));
            return true;
        }
        if (wanted == Condition::Provenance::Ai || provenance.unknownLines == 0)
            return false;
        reasons.push_back(
            Message(QT_TRANSLATE_NOOP("app", "%1 added lines may be an AI's."), {std::to_string(provenance.unknownLines)}));
        return true;
    }

    bool classHolds(const Condition &condition, std::vector<Message> &reasons) const
    {
        if (condition.classes.empty())
            return true;
        for (const FileSummary &file : m_analysis.files) {
            if (std::ranges::find(condition.classes, file.fileClass) == condition.classes.end())
                continue;
            reasons.push_back(Message(QT_TRANSLATE_NOOP("app", "%1 is changed."), {safeText(file.delta.path(), 200)}));
            return true;
        }
        return false;
    }

    bool pathHolds(const Condition &condition, std::vector<Message> &reasons) const
    {
        if (condition.paths.empty())
            return true;
        for (const FileSummary &file : m_analysis.files) {
            for (const auto *side : {&file.delta.newSide, &file.delta.oldSide}) {
                const auto fits = [side](const std::string &glob) { return side->exists() && matchesGlob(glob, side->path); };
                if (!std::ranges::any_of(condition.paths, fits))
                    continue;
                reasons.push_back(Message(QT_TRANSLATE_NOOP("app", "%1 is changed."), {safeText(side->path, 200)}));
                return true;
            }
        }
        return false;
    }

    template<class T>
    static void addOnce(std::vector<T> &list, const T &value)
    {
        if (std::ranges::find(list, value) == list.end())
            list.push_back(value);
    }

    const Analysis &m_analysis;
};

} // namespace

std::vector<Question> makeChecklist(const Templates &templates, const Analysis &analysis, const std::set<std::string> &demanded)
{
    std::vector<Question> questions;
    Raiser raiser(analysis);
    for (const QuestionTemplate &from : templates.questions()) {
        std::ranges::move(raiser.raise(from, demanded.contains(from.id)), std::back_inserter(questions));
    }
    return questions;
}

} // namespace countersign::review
