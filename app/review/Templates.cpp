// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Templates.h"

#include "core/Hex.h"
#include "core/Sha256.h"
#include "core/TomlFields.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace countersign::review
{

namespace
{

constexpr std::int64_t mostSubjects = 8;

Message unknownWord(std::string_view field, const std::string &word)
{
    return Message(QT_TRANSLATE_NOOP("app", "%1 cannot be “%2”."), {std::string(field), word});
}

std::optional<FileClass> classFromName(std::string_view text)
{
    for (int i = 0; i <= static_cast<int>(FileClass::Other); ++i) {
        if (name(static_cast<FileClass>(i)) == text)
            return static_cast<FileClass>(i);
    }
    return std::nullopt;
}

/// Words of a list as values; a word that means nothing is an error of the field.
template<class Convert>
auto words(TomlFields &fields, std::string_view field, Convert convert)
{
    std::vector<typename decltype(convert(std::string_view()))::value_type> values;
    for (const std::string &word : fields.texts(field)) {
        if (const auto value = convert(word))
            values.push_back(*value);
        else
            fields.wrong(field, unknownWord(field, word));
    }
    return values;
}

Result<Condition> readCondition(const toml::table &table, const std::string &file)
{
    TomlFields fields(table, file);
    Condition condition;
    condition.always = fields.flag("always");
    condition.rules = fields.texts("rules");
    condition.classes = words(fields, "classes", classFromName);
    condition.paths = fields.texts("paths");
    if (const std::string band = fields.text("band_at_least", false); !band.empty()) {
        condition.bandAtLeast = bandFromName(band);
        if (!condition.bandAtLeast)
            fields.wrong("band_at_least", unknownWord("band_at_least", band));
    }
    if (const std::string provenance = fields.text("provenance", false); provenance == "ai")
        condition.provenance = Condition::Provenance::Ai;
    else if (provenance == "ai-or-unknown")
        condition.provenance = Condition::Provenance::AiOrUnknown;
    else if (!provenance.empty())
        fields.wrong("provenance", unknownWord("provenance", provenance));
    if (auto error = fields.finish())
        return std::unexpected(*error);
    if (table.empty())
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "A condition without a field never holds; write always = true.")),
                    file + ":" + std::to_string(table.source().begin.line));
    return condition;
}

void readAnswers(TomlFields &fields, QuestionTemplate &question)
{
    question.answers = words(fields, "answers", answerFromName);
    question.satisfying = words(fields, "satisfied_by", answerFromName);
    if (question.isSettledByCoverage) {
        if (!question.answers.empty() || !question.satisfying.empty())
            fields.wrong("answers", Message(QT_TRANSLATE_NOOP("app", "A question that read marks settle takes no answer.")));
        return;
    }
    if (question.answers.empty())
        question.answers = {Answer::Yes, Answer::No, Answer::NotApplicable};
    if (question.satisfying.empty())
        question.satisfying = {Answer::Yes};
    if (std::ranges::find(question.answers, Answer::Override) != question.answers.end())
        fields.wrong("answers", unknownWord("answers", "override")); // it is always there, never a plain answer
    for (const Answer answer : question.satisfying) {
        if (answer == Answer::NotApplicable || std::ranges::find(question.answers, answer) == question.answers.end())
            fields.wrong("satisfied_by", unknownWord("satisfied_by", std::string(name(answer))));
    }
}

Result<QuestionTemplate> readQuestion(const toml::table &table, const std::string &file)
{
    TomlFields fields(table, file);
    QuestionTemplate question;
    question.id = fields.text("id");
    question.text = fields.text("question");
    question.hint = fields.text("hint", false);
    const std::string evidence = fields.text("evidence");
    question.isEvidenceRequired = evidence == "required";
    if (!question.isEvidenceRequired && evidence != "optional")
        fields.wrong("evidence", unknownWord("evidence", evidence));
    const std::string settled = fields.text("settled_by", false);
    question.isSettledByCoverage = settled == "coverage";
    if (!question.isSettledByCoverage && !settled.empty())
        fields.wrong("settled_by", unknownWord("settled_by", settled));
    const std::string subject = fields.text("subject", false);
    if (subject == "riskiest-ai-hunk")
        question.subject = Subject::RiskiestAiHunk;
    else if (!subject.empty())
        fields.wrong("subject", unknownWord("subject", subject));
    if (fields.has("most")) {
        const auto most = fields.number("most");
        if (most < 1 || most > mostSubjects || question.subject == Subject::Change)
            fields.wrong("most", Message(QT_TRANSLATE_NOOP("app", "%1 goes with a subject and is 1 to 8."), {"most"}));
        else
            question.most = static_cast<std::size_t>(most);
    }
    readAnswers(fields, question);
    const bool isIdFit =
        std::ranges::all_of(question.id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!isIdFit)
        fields.wrong("id", unknownWord("id", question.id));
    const auto conditions = fields.tables("when");
    if (conditions.empty())
        fields.wrong("when", Message(QT_TRANSLATE_NOOP("app", "The field %1 is missing."), {"when"}));
    if (auto error = fields.finish())
        return std::unexpected(*error);
    for (const toml::table *entry : conditions) {
        auto condition = readCondition(*entry, file);
        if (!condition)
            return std::unexpected(condition.error());
        question.when.push_back(std::move(*condition));
    }
    return question;
}

std::string digestOf(std::span<const TemplateFile> files)
{
    Sha256 digest;
    for (const TemplateFile &file : files) {
        for (const std::string *part : {&file.name, &file.content}) {
            digest.add(std::to_string(part->size()) + ":");
            digest.add(*part);
        }
    }
    return toHex(digest.finish());
}

} // namespace

Result<std::vector<TemplateFile>> Templates::builtInFiles()
{
    std::vector<TemplateFile> files;
    const QDir folder(QStringLiteral(":/countersign/checklists"));
    for (const QString &entry : folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(entry));
        if (file.open(QIODevice::ReadOnly))
            files.push_back({entry.toStdString(), file.readAll().toStdString()});
    }
    if (files.empty())
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The built-in questions of the checklist are missing.")),
                    folder.path().toStdString(), Message(QT_TRANSLATE_NOOP("app", "Install the program again.")));
    return files;
}

Result<Templates> Templates::builtIn()
{
    return builtInFiles().and_then([](std::vector<TemplateFile> files) { return parse(std::move(files)); });
}

/// Takes all of a file's questions or none.
Result<void> Templates::add(const TemplateFile &file)
{
    const auto root = parseToml(file.content, file.name);
    if (!root)
        return std::unexpected(root.error());
    TomlFields fields(*root, file.name);
    const auto tables = fields.tables("question");
    if (auto error = fields.finish())
        return std::unexpected(*error);
    std::vector<QuestionTemplate> all = m_questions;
    for (const toml::table *table : tables) {
        auto question = readQuestion(*table, file.name);
        if (!question)
            return std::unexpected(question.error());
        if (std::ranges::contains(all, question->id, &QuestionTemplate::id))
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The question %1 is there twice."), {question->id}),
                        file.name + ":" + std::to_string(table->source().begin.line));
        all.push_back(std::move(*question));
    }
    m_questions = std::move(all);
    return {};
}

Result<Templates> Templates::parse(std::vector<TemplateFile> files)
{
    std::ranges::sort(files, {}, &TemplateFile::name);
    Templates templates;
    for (const TemplateFile &file : files) {
        if (auto added = templates.add(file); !added)
            return std::unexpected(added.error());
    }
    templates.m_digest = digestOf(files);
    return templates;
}

Result<TeamTemplates> Templates::withTeam(std::vector<TemplateFile> teamFiles)
{
    auto files = builtInFiles();
    if (!files)
        return std::unexpected(files.error());
    auto templates = parse(*files);
    if (!templates)
        return std::unexpected(templates.error());
    TeamTemplates team{std::move(*templates), {}};
    std::ranges::sort(teamFiles, {}, &TemplateFile::name);
    for (TemplateFile &file : teamFiles) {
        if (auto added = team.templates.add(file))
            files->push_back(std::move(file));
        else
            team.broken.push_back(added.error());
    }
    team.templates.m_digest = digestOf(*files);
    return team;
}

} // namespace countersign::review
