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

/// The worst finding on lines of an AI, then on lines that may be; without one, the longest such run in the riskiest file.
std::optional<Target> riskiestAiHunk(const Analysis &analysis)
{
    for (const bool onlyAi : {true, false}) {
        for (const Finding &finding : analysis.findings) { // worst first
            if (touches(finding, analysis.provenance, onlyAi))
                return Target{finding.id, finding.file, {finding.startLine, finding.endLine}};
        }
    }
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

/// Why a question is asked, gathered while its conditions are looked at.
class Raiser
{
public:
    explicit Raiser(const Analysis &analysis)
        : m_analysis(analysis)
    {
    }

    /// Nothing when no condition holds and nobody demands it.
    std::optional<Question> raise(const QuestionTemplate &from, bool isDemanded)
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
            return std::nullopt;
        if (isDemanded)
            addOnce(question.reasons, Message(QT_TRANSLATE_NOOP("app", "The policy asks for it.")));
        std::vector<std::string> args;
        if (from.subject == Subject::RiskiestAiHunk) {
            const auto target = riskiestAiHunk(m_analysis);
            if (!target && !isDemanded)
                return std::nullopt;
            if (target) {
                question.id += "@" + target->key;
                question.file = target->file;
                question.startLine = target->lines.first;
                question.endLine = target->lines.last;
            }
            args.push_back(target ? placeOf(*target) : safeText(m_analysis.change.id));
        }
        question.text = Message(from.text, std::move(args));
        return question;
    }

private:
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
        if (auto question = raiser.raise(from, demanded.contains(from.id)))
            questions.push_back(std::move(*question));
    }
    return questions;
}

} // namespace countersign::review
