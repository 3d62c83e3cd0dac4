// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Checklist.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::review;

namespace
{

const Templates &templates()
{
    static const auto loaded = Templates::builtIn();
    if (!loaded)
        qFatal("%s %s", loaded.error().what.english().c_str(), loaded.error().where.c_str());
    return *loaded;
}

Finding finding(const std::string &id, const std::string &rule, Severity severity, const std::string &file, LineNumber first,
                LineNumber last)
{
    Finding made;
    made.id = id;
    made.rule = rule;
    made.severity = severity;
    made.file = file;
    made.startLine = first;
    made.endLine = last;
    return made;
}

FileSummary summary(const std::string &path, FileClass fileClass = FileClass::Code)
{
    FileSummary made;
    made.delta.newSide = {path, {}, 0100644, 1};
    made.fileClass = fileClass;
    return made;
}

FileProvenance painted(const std::string &path, std::vector<ProvenanceRun> runs)
{
    FileProvenance made;
    made.path = path;
    made.runs = std::move(runs);
    return made;
}

ProvenanceRun aiRun(LineNumber first, LineNumber last)
{
    return {{first, last}, ProvenanceLevel::Asserted, "claude-code", true};
}

ProvenanceRun unknownRun(LineNumber first, LineNumber last)
{
    return {{first, last}, ProvenanceLevel::Unknown, "", false};
}

QStringList ids(const std::vector<Question> &questions)
{
    QStringList found;
    for (const Question &question : questions)
        found << QString::fromStdString(question.templateId);
    return found;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const Question *find(const std::vector<Question> &questions, const std::string &templateId)
{
    const auto found = std::ranges::find(questions, templateId, &Question::templateId);
    return found == questions.end() ? nullptr : &*found;
}

const std::string head = "[[question]]\nid = \"q\"\nquestion = \"Fine?\"\nevidence = \"optional\"\n";

} // namespace

class ChecklistTest : public QObject
{
    Q_OBJECT

private slots:
    void quietChangeAsksForItsIntentOnly();
    void findingRaisesItsQuestions_data();
    void findingRaisesItsQuestions();
    void highBandAsksForTheRollout();
    void aiLinesMustBeReadAndExplained();
    void unknownLinesCountLikeAi();
    void worstFindingOnAiLinesIsExplained();
    void longestAiRunIsExplainedWhereNothingWasFound();
    void foldedFilesAreNotExplained();
    void explanationStaysWithItsFinding();
    void reasonsAndFindingsAreNamed();
    void orderIsThatOfTheTemplates();
    void hostilePathIsMadeSafe();
    void answerDecidesTheState_data();
    void answerDecidesTheState();
    void coverageSettlesReading();
    void overrideNeedsAReason();
    void checklistIsFilledWithAnswers();
    void templateErrorNamesItsLine_data();
    void templateErrorNamesItsLine();
    void digestChangesWithTheTemplates();
    void policyDemandsItsQuestions();
    void severalHunksAreExplainedEachOnce();
    void questionsOfATeamComeBehind();
    void pathRaisesAQuestion();
};

void ChecklistTest::quietChangeAsksForItsIntentOnly()
{
    QCOMPARE(ids(makeChecklist(templates(), Analysis())), words("inside-intent"));
}

void ChecklistTest::findingRaisesItsQuestions_data()
{
    QTest::addColumn<std::string>("rule");
    QTest::addColumn<QStringList>("questions");
    const auto row = [](const char *rule, const char *questions) {
        QTest::newRow(rule) << std::string(rule) << words(questions);
    };
    row("DST-01", "data-survives right-environment inside-intent");
    row("DB-02", "data-survives schema-both-ways inside-intent");
    row("SEC-01", "guard-replaced inside-intent");
    row("SEC-02", "tls-verified inside-intent");
    row("SEC-04", "least-privilege inside-intent");
    row("SEC-06", "secrets-rotated inside-intent");
    row("TST-01", "inside-intent tests-still-fail");
    row("TST-06", "checks-still-block inside-intent tests-still-fail");
    row("ERR-01", "failure-noticed inside-intent");
    row("CFG-01", "default-readers inside-intent");
    row("CI-03", "checks-still-block inside-intent");
    row("AGT-01", "agent-steering inside-intent");
    row("UNI-02", "hidden-text inside-intent");
    row("SCP-03", "inside-intent one-purpose");
    row("SCP-04", "inside-intent");
    row("XYZ-01", "inside-intent");
}

void ChecklistTest::findingRaisesItsQuestions()
{
    QFETCH(std::string, rule);
    QFETCH(QStringList, questions);
    Analysis analysis;
    analysis.findings = {finding("f", rule, Severity::High, "a", 1, 1)};
    QCOMPARE(ids(makeChecklist(templates(), analysis)), questions);
}

void ChecklistTest::highBandAsksForTheRollout()
{
    Analysis analysis;
    analysis.band = Band::Moderate;
    QVERIFY(!find(makeChecklist(templates(), analysis), "staged-rollout"));
    for (const Band band : {Band::High, Band::Critical}) {
        analysis.band = band;
        QCOMPARE(ids(makeChecklist(templates(), analysis)), words("inside-intent extra-tests staged-rollout rollback-trigger"));
    }
}

void ChecklistTest::aiLinesMustBeReadAndExplained()
{
    Analysis analysis;
    analysis.files = {summary("a.cpp")};
    analysis.provenance.aiLines = 3;
    analysis.provenance.files = {painted("a.cpp", {aiRun(4, 6)})};
    QCOMPARE(ids(makeChecklist(templates(), analysis)), words("ai-lines-read inside-intent explain-back"));
}

void ChecklistTest::unknownLinesCountLikeAi()
{
    Analysis analysis;
    analysis.files = {summary("a.cpp"), summary("a_test.cpp", FileClass::Test)};
    analysis.provenance.unknownLines = 3;
    analysis.provenance.files = {painted("a.cpp", {unknownRun(4, 6)})};
    QCOMPARE(ids(makeChecklist(templates(), analysis)), words("ai-lines-read inside-intent tests-still-fail"));
    analysis.band = Band::Moderate;
    QCOMPARE(ids(makeChecklist(templates(), analysis)), words("ai-lines-read inside-intent explain-back tests-still-fail"));
}

void ChecklistTest::worstFindingOnAiLinesIsExplained()
{
    Analysis analysis;
    analysis.provenance.aiLines = 2;
    analysis.provenance.unknownLines = 2;
    analysis.provenance.files = {painted("a.cpp", {unknownRun(1, 2), aiRun(8, 9)})};
    analysis.findings = {finding("human", "SEC-01", Severity::Critical, "a.cpp", 4, 5),
                         finding("unknown", "ERR-01", Severity::High, "a.cpp", 2, 3),
                         finding("ai", "CFG-01", Severity::Medium, "a.cpp", 9, 12)};
    const auto questions = makeChecklist(templates(), analysis);
    const Question *question = find(questions, "explain-back");
    QVERIFY(question);
    QCOMPARE(question->text.english(), "In your words: what does a.cpp:9-12 do now?");
    QCOMPARE(question->file, "a.cpp");
    QCOMPARE(question->startLine, 9U);
    QCOMPARE(question->endLine, 12U);
    QCOMPARE(question->id, "explain-back@ai");

    analysis.findings[0].side = Side::Old; // lines that are gone cannot be explained
    analysis.findings.pop_back();
    const auto again = makeChecklist(templates(), analysis);
    QCOMPARE(find(again, "explain-back")->id, "explain-back@unknown");
}

void ChecklistTest::longestAiRunIsExplainedWhereNothingWasFound()
{
    Analysis analysis;
    analysis.files = {summary("a.cpp"), summary("b.cpp")};
    analysis.provenance.aiLines = 20;
    analysis.provenance.files = {painted("b.cpp", {aiRun(1, 10)}), painted("a.cpp", {aiRun(1, 1), aiRun(3, 6), aiRun(9, 9)})};
    const auto questions = makeChecklist(templates(), analysis);
    QCOMPARE(find(questions, "explain-back")->text.english(), "In your words: what does a.cpp:3-6 do now?");
}

void ChecklistTest::foldedFilesAreNotExplained()
{
    Analysis analysis;
    analysis.files = {summary("package-lock.json", FileClass::LockFile)};
    analysis.provenance.aiLines = 20;
    analysis.provenance.files = {painted("package-lock.json", {aiRun(1, 20)})};
    QCOMPARE(ids(makeChecklist(templates(), analysis)), words("ai-lines-read inside-intent"));
}

void ChecklistTest::explanationStaysWithItsFinding()
{
    Analysis analysis;
    analysis.provenance.aiLines = 2;
    analysis.provenance.files = {painted("a.cpp", {aiRun(8, 9)})};
    analysis.findings = {finding("same", "CFG-01", Severity::Medium, "a.cpp", 8, 9)};
    const auto before = find(makeChecklist(templates(), analysis), "explain-back")->id;
    analysis.provenance.files = {painted("a.cpp", {aiRun(108, 109)})};
    analysis.findings = {finding("same", "CFG-01", Severity::Medium, "a.cpp", 108, 109)};
    QCOMPARE(find(makeChecklist(templates(), analysis), "explain-back")->id, before);
    analysis.findings.front().id = "other";
    QVERIFY(find(makeChecklist(templates(), analysis), "explain-back")->id != before);
}

void ChecklistTest::reasonsAndFindingsAreNamed()
{
    Analysis analysis;
    analysis.band = Band::High;
    analysis.findings = {finding("f1", "DST-01", Severity::Critical, "a", 1, 1),
                         finding("f2", "DB-01", Severity::Critical, "a", 2, 2)};
    const auto questions = makeChecklist(templates(), analysis);
    QCOMPARE(find(questions, "data-survives")->findings, (std::vector<std::string>{"f1", "f2"}));
    QCOMPARE(find(questions, "right-environment")->findings, (std::vector<std::string>{"f1"}));
    QCOMPARE(find(questions, "staged-rollout")->reasons.front().english(), "The band of the change is high.");
}

void ChecklistTest::orderIsThatOfTheTemplates()
{
    const TemplateFile second{"b.toml",
                              "[[question]]\nid=\"y\"\nquestion=\"Y?\"\nevidence=\"optional\"\n[[question.when]]\nalways=true\n"
                              "[[question]]\nid=\"x\"\nquestion=\"X?\"\nevidence=\"optional\"\n[[question.when]]\nalways=true\n"};
    const TemplateFile first{"a.toml", head + "[[question.when]]\nalways = true\n"};
    const auto parsed = Templates::parse({second, first});
    QVERIFY(parsed.has_value());
    QCOMPARE(ids(makeChecklist(*parsed, Analysis())), words("q y x"));
}

void ChecklistTest::hostilePathIsMadeSafe()
{
    Analysis analysis;
    const std::string path = "a\n\xE2\x80\xAE%1.cpp";
    analysis.provenance.aiLines = 1;
    analysis.provenance.files = {painted(path, {aiRun(1, 1)})};
    analysis.findings = {finding("f", "CFG-01", Severity::Medium, path, 1, 1)};
    const auto questions = makeChecklist(templates(), analysis);
    const std::string text = find(questions, "explain-back")->text.english();
    QVERIFY(text.find('\n') == std::string::npos);
    QVERIFY(text.find("\xE2\x80\xAE") == std::string::npos);
}

void ChecklistTest::answerDecidesTheState_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<std::string>("evidence");
    QTest::addColumn<bool>("evidenceRequired");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *answer, const char *evidence, bool required, const char *state) {
        QTest::addRow("%s '%s' %d", answer, evidence, required)
            << QString::fromLatin1(answer) << std::string(evidence) << required << QString::fromLatin1(state);
    };
    row("", "", false, "unsatisfied");
    row("", "typed, not chosen", true, "unsatisfied");
    row("yes", "", false, "satisfied");
    row("yes", "", true, "unsatisfied");
    row("yes", " \n", true, "unsatisfied");
    row("yes", "seen", true, "satisfied");
    row("no", "seen", true, "unsatisfied");
    row("na", "", false, "unsatisfied");
    row("na", "no data here", true, "not-applicable");
    row("override", "", false, "unsatisfied");
    row("override", "the fire is worse", true, "overridden");
}

void ChecklistTest::answerDecidesTheState()
{
    QFETCH(QString, answer);
    QFETCH(std::string, evidence);
    QFETCH(bool, evidenceRequired);
    QFETCH(QString, state);
    Question question;
    question.isEvidenceRequired = evidenceRequired;
    question.answers = {Answer::Yes, Answer::No, Answer::NotApplicable};
    question.satisfying = {Answer::Yes};
    const StoredAnswer given{"q", answerFromName(answer.toStdString()), evidence, "ann", 0};
    const QuestionVerdict verdict = judge(question, &given, {});
    QCOMPARE(QString::fromStdString(std::string(name(verdict.state))), state);
    QCOMPARE(verdict.why.isEmpty(), verdict.state != QuestionState::Unsatisfied);
    QCOMPARE(judge(question, nullptr, {}).state, QuestionState::Unsatisfied);

    question.answers = {Answer::Override}; // a template that changed since the answer was given
    question.satisfying = {};
    if (given.answer && given.answer != Answer::Override)
        QCOMPARE(judge(question, &given, {}).state, QuestionState::Error);
}

void ChecklistTest::coverageSettlesReading()
{
    Question question;
    question.isSettledByCoverage = true;
    Coverage coverage;
    QCOMPARE(judge(question, nullptr, coverage).state, QuestionState::NotApplicable);
    coverage.total.ai = {10, 10};
    coverage.total.unknown = {5, 4};
    QCOMPARE(judge(question, nullptr, coverage).state, QuestionState::Unsatisfied);
    QCOMPARE(judge(question, nullptr, coverage).why.english(), "14 of 15 lines are read.");
    const StoredAnswer claimed{"q", Answer::Yes, "I did", "ann", 0};
    QCOMPARE(judge(question, &claimed, coverage).state, QuestionState::Unsatisfied); // a claim does not count
    coverage.total.unknown.read = 5;
    QCOMPARE(judge(question, nullptr, coverage).state, QuestionState::Satisfied);
}

void ChecklistTest::overrideNeedsAReason()
{
    Question question;
    question.isSettledByCoverage = true;
    Coverage coverage;
    coverage.total.ai = {10, 0};
    const StoredAnswer given{"q", Answer::Override, "generated from the schema, which was read", "ann", 0};
    QCOMPARE(judge(question, &given, coverage).state, QuestionState::Overridden);
}

void ChecklistTest::checklistIsFilledWithAnswers()
{
    Analysis analysis;
    analysis.band = Band::High;
    StoredReview review;
    review.answers["inside-intent"] = {"inside-intent", Answer::Yes, "yes", "ann", 5};
    review.answers["of another patch set"] = {"of another patch set", Answer::Yes, "yes", "ann", 5};
    const auto items = fillChecklist(makeChecklist(templates(), analysis), review, {});
    QCOMPARE(items.size(), 4U);
    QCOMPARE(items[0].verdict.state, QuestionState::Satisfied);
    QCOMPARE(items[0].answer.time, 5);
    QCOMPARE(items[1].answer.question, "extra-tests");
    QCOMPARE(items[1].verdict.state, QuestionState::Unsatisfied);
}

void ChecklistTest::templateErrorNamesItsLine_data()
{
    QTest::addColumn<std::string>("toml");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char *name, const std::string &toml, const char *where) {
        QTest::newRow(name) << toml << std::string(where);
    };
    row("not TOML", "[[question", "q.toml:1");
    row("unknown top field", "x = 1\n", "q.toml:1");
    row("no id", "[[question]]\nquestion = \"?\"\nevidence = \"optional\"\n[[question.when]]\nalways=true\n", "q.toml:1");
    row("bad id", "[[question]]\nid=\"A b\"\nquestion = \"?\"\nevidence = \"optional\"\n[[question.when]]\nalways=true\n",
        "q.toml:2");
    row("no condition", head, "q.toml:1");
    row("empty condition", head + "[[question.when]]\n", "q.toml:5");
    row("unknown condition", head + "[[question.when]]\nmoon = \"full\"\n", "q.toml:6");
    row("bad band", head + "[[question.when]]\nband_at_least = \"huge\"\n", "q.toml:6");
    row("bad provenance", head + "[[question.when]]\nprovenance = \"alien\"\n", "q.toml:6");
    row("bad class", head + "[[question.when]]\nclasses = [\"music\"]\n", "q.toml:6");
    row("bad evidence", "[[question]]\nid = \"q\"\nquestion = \"?\"\nevidence = \"perhaps\"\n[[question.when]]\nalways=true\n",
        "q.toml:4");
    row("bad answer", head + "answers = [\"perhaps\"]\n[[question.when]]\nalways=true\n", "q.toml:5");
    row("override as an answer", head + "answers = [\"yes\", \"override\"]\n[[question.when]]\nalways=true\n", "q.toml:5");
    row("na cannot satisfy", head + "satisfied_by = [\"na\"]\n[[question.when]]\nalways=true\n", "q.toml:5");
    row("satisfied by what cannot be answered",
        head + "answers = [\"yes\"]\nsatisfied_by = [\"no\"]\n[[question.when]]\nalways=true\n", "q.toml:6");
    row("answers where coverage settles",
        head + "settled_by = \"coverage\"\nanswers = [\"yes\"]\n[[question.when]]\nalways=true\n", "q.toml:6");
    row("twice", head + "[[question.when]]\nalways=true\n" + head + "[[question.when]]\nalways=true\n", "q.toml:7");
}

void ChecklistTest::templateErrorNamesItsLine()
{
    QFETCH(std::string, toml);
    QFETCH(std::string, where);
    const auto parsed = Templates::parse({{"q.toml", toml}});
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().what.isEmpty());
    QCOMPARE(parsed.error().where, where);
}

void ChecklistTest::digestChangesWithTheTemplates()
{
    const std::string content = head + "[[question.when]]\nalways = true\n";
    const auto digest = [](const std::string &name, const std::string &text) {
        return Templates::parse({{name, text}})->digest();
    };
    QCOMPARE(digest("a", content).size(), 64U);
    QCOMPARE(digest("a", content), digest("a", content));
    QVERIFY(digest("a", content) != digest("b", content));
    QVERIFY(digest("a", content) != digest("a", content + "#"));
}

void ChecklistTest::severalHunksAreExplainedEachOnce()
{
    Analysis analysis;
    analysis.provenance.aiLines = 40;
    analysis.provenance.unknownLines = 2;
    analysis.provenance.files = {painted("a.cpp", {aiRun(1, 40), unknownRun(50, 51)})};
    analysis.findings = {
        finding("1", "SEC-01", Severity::Critical, "a.cpp", 50, 50), finding("2", "SEC-01", Severity::Critical, "a.cpp", 4, 6),
        finding("3", "ERR-01", Severity::High, "a.cpp", 6, 7), // the same place
        finding("4", "CFG-01", Severity::Low, "a.cpp", 20, 20), // not worth it
        finding("5", "CFG-01", Severity::Medium, "a.cpp", 30, 30),   finding("6", "CFG-01", Severity::Medium, "a.cpp", 35, 35),
        finding("7", "CFG-01", Severity::Medium, "a.cpp", 39, 39)};
    QStringList asked;
    for (const Question &question : makeChecklist(templates(), analysis)) {
        if (question.templateId == "explain-back")
            asked << QString::fromStdString(question.id);
    }
    // An AI's own first; three at most.
    QCOMPARE(asked, words("explain-back@2 explain-back@5 explain-back@6"));
    analysis.findings.erase(analysis.findings.begin() + 4, analysis.findings.end());
    const auto fewer = makeChecklist(templates(), analysis);
    QCOMPARE(std::ranges::count(fewer, "explain-back", &Question::templateId), 2);
    QCOMPARE(find(fewer, "explain-back")->text.english(), "In your words: what does a.cpp:4-6 do now?");
}

void ChecklistTest::questionsOfATeamComeBehind()
{
    const std::string always = "[[question.when]]\nalways = true\n";
    const auto team =
        Templates::withTeam({{"b.toml", "[[question]]\nid = \"b\"\nquestion = \"B?\"\nevidence = \"required\"\n" + always},
                             {"a.toml", "[[question]]\nid = \"a\"\nquestion = \"A?\"\nevidence = \"optional\"\n" + always},
                             {"broken.toml", "[[question]]\nid = 1\n"},
                             {"twice.toml",
                              "[[question]]\nid = \"staged-rollout\"\nquestion = \"Mine?\"\n"
                              "evidence = \"optional\"\n"
                                  + always}});
    QVERIFY(team.has_value());
    const auto &questions = team->templates.questions();
    QCOMPARE(questions.size(), templates().questions().size() + 2);
    QCOMPARE(questions[questions.size() - 2].id, "a");
    QCOMPARE(questions.back().id, "b");
    QVERIFY(questions.back().isEvidenceRequired);
    QCOMPARE(team->broken.size(), std::size_t{2});
    QVERIFY(team->broken[0].where.starts_with("broken.toml:"));
    QVERIFY(team->broken[1].where.starts_with("twice.toml:"));
    QVERIFY(team->templates.digest() != templates().digest());
    QCOMPARE(Templates::withTeam({})->templates.digest(), templates().digest());
}

void ChecklistTest::policyDemandsItsQuestions()
{
    const auto questions = makeChecklist(templates(), Analysis(), {"rollback-trigger", "explain-back", "no such question"});
    QCOMPARE(ids(questions), words("inside-intent explain-back rollback-trigger"));
    QVERIFY(!find(questions, "explain-back")->id.contains('@')); // no hunk stands out: it is about the whole change
    QCOMPARE(find(questions, "rollback-trigger")->reasons.back().english(), std::string("The policy asks for it."));
}

void ChecklistTest::pathRaisesAQuestion()
{
    const auto parsed = Templates::parse({{"team.toml",
                                           "[[question]]\nid = \"dba\"\nquestion = \"Did a DBA look?\"\nevidence = \"required\"\n"
                                           "[[question.when]]\npaths = [\"db/**\", \"**/*.sql\"]\n"}});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().what.english().c_str());
    Analysis analysis;
    FileSummary summary;
    summary.delta.oldSide = {"db/old.txt", {}, 0100644, 1};
    summary.delta.newSide = {"src/new.txt", {}, 0100644, 1};
    analysis.files = {summary};
    QCOMPARE(ids(makeChecklist(*parsed, analysis)), words("dba")); // it was moved out of the folder
    analysis.files[0].delta.oldSide.path = "src/old.txt";
    QCOMPARE(ids(makeChecklist(*parsed, analysis)), words(""));
}

QTEST_GUILESS_MAIN(ChecklistTest)
#include "tst_checklist.moc"
