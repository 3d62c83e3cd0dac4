// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

#include "core/Band.h"
#include "core/Error.h"
#include "core/FileClass.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace countersign::review
{

/// When a question is asked. Everything that is given must hold; a question may have several of these, one is enough.
struct Condition {
    bool always = false;
    std::vector<std::string> rules; ///< a finding of one of these: "DST-01", or "DST-*" for a whole family
    std::optional<Band> bandAtLeast; ///< of the change
    enum class Provenance { Any, Ai, AiOrUnknown } provenance = Provenance::Any; ///< some added line is, or may be, an AI's
    std::vector<FileClass> classes; ///< a changed file of one of these
    std::vector<std::string> paths; ///< globs (core/Glob.h): a changed file's old or new name fits one
};

/// What a question is about.
enum class Subject {
    Change, ///< asked once
    RiskiestAiHunk, ///< asked about the worst findings on lines that are, or may be, an AI's; QuestionTemplate::most times
};

/// One question of the template files.
struct QuestionTemplate {
    std::string id; ///< "staged-rollout"; policies name it
    std::string text; ///< English; %1 is the file and lines of a subject
    std::string hint; ///< what to write as evidence; may be empty
    std::vector<Condition> when;
    Subject subject = Subject::Change;
    std::size_t most = 1; ///< so many subjects are asked about at most, 1 to 8
    bool isEvidenceRequired = false;
    bool isSettledByCoverage = false; ///< no answer is asked for: read marks settle it
    std::vector<Answer> answers; ///< that can be given
    std::vector<Answer> satisfying; ///< that satisfy; "na" never does, it makes the question not applicable
};

/// One file of questions: its name (for messages and order) and content.
struct TemplateFile {
    std::string name;
    std::string content;
    friend bool operator==(const TemplateFile &, const TemplateFile &) = default;
};

struct TeamTemplates;

/// The questions that changes can raise, in order. Immutable; any thread.
class Templates
{
public:
    /// The questions built into the program (resources/checklists/*.toml, ":/countersign/checklists").
    [[nodiscard]] static Result<Templates> builtIn();
    [[nodiscard]] static Result<std::vector<TemplateFile>> builtInFiles();
    /// Files are taken in the order of their names. Errors: not TOML, an unknown, missing or wrong field, an id that comes
    /// twice; where is "file:line".
    [[nodiscard]] static Result<Templates> parse(std::vector<TemplateFile> files);

    /// The built-in questions and, behind them, those of a team. A file that is broken, or has an id that is there already, is
    /// left out whole and named. Errors: a broken resource.
    [[nodiscard]] static Result<TeamTemplates> withTeam(std::vector<TemplateFile> teamFiles);
    [[nodiscard]] const std::vector<QuestionTemplate> &questions() const { return m_questions; }
    /// 64 hexadecimal digits of SHA-256 over names and contents of all files.
    [[nodiscard]] const std::string &digest() const { return m_digest; }

private:
    Result<void> add(const TemplateFile &file);

    std::vector<QuestionTemplate> m_questions;
    std::string m_digest;
};

struct TeamTemplates {
    Templates templates;
    std::vector<Error> broken; ///< a file each, with where
};

/// Questions and hints of the built-in templates as the translations know them: every text once, in order.
[[nodiscard]] std::span<const char *const> translatableTexts();

} // namespace countersign::review
