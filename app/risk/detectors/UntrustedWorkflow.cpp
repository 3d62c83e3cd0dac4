// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "BadState.h"
#include "Workflow.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <string>

namespace countersign::risk
{

namespace
{

/// Texts that anyone who opens an issue or a pull request writes. Source: GitHub's documentation on script injections.
const RE2 &untrusted()
{
    static const RE2 expression(
        R"(\$\{\{\s*(?:[\w.]+\s*(?:\|\||&&)\s*|format\([^}]*,\s*)?((?:github\.event\.(?:issue|pull_request|comment|review|review_comment|discussion|head_commit|commits|workflow_run|)"
        R"(pages|client_payload)[\w.\[\]*-]*\.(?:title|body|ref|label|message|name|email|page_name|head_branch|display_title|description|)"
        R"(default_branch|homepage)|github\.head_ref|github\.event\.comment\.body|github\.event\.review\.body))\b[^}]*\}\})",
        patternOptions());
    return expression;
}

struct UntrustedFinder {
    static bool looksAt(const FileChange &file, Side side)
    {
        return isWorkflow(side == Side::Old ? file.delta.oldSide : file.delta.newSide);
    }

    static std::vector<BadState> statesIn(const FileChange &file, Side side)
    {
        const Text &text = side == Side::Old ? file.oldText : file.newText;
        std::vector<BadState> found;
        if (!text.contains("${{"))
            return found;
        const Workflow workflow(text, (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path);
        const LineNumber trigger = workflow.privilegedTrigger();
        for (const WorkflowStep &step : workflow.steps()) {
            if (trigger != noLine)
                checkouts(workflow, step, trigger, found);
            injections(workflow, step, trigger, text, found);
        }
        return found;
    }

private:
    static void checkouts(const Workflow &workflow, const WorkflowStep &step, LineNumber trigger, std::vector<BadState> &found)
    {
        static const RE2 foreignHead(
            R"(github\.event\.pull_request\.(?:head\.(?:sha|ref|repo\.full_name)|merge_commit_sha)|github\.head_ref|)"
            R"(github\.event\.workflow_run\.head_(?:sha|branch|commit\.id)|refs/pull/|steps\.[\w-]+\.outputs\.(?:head_?)?(?:sha|ref)\b)",
            patternOptions());
        static const RE2 fetches(
            R"((?m)^.*\b(gh pr checkout|git (?:fetch|pull) \S+ \S*(?:pull/|refs/pull|head_ref|head\.ref|head\.sha)))",
            patternOptions());
        const ConfigTree &tree = workflow.tree();
        for (const char *path : {"with.ref", "with.repository"}) {
            const ConfigTree::Index ref = tree.at(step.node, path);
            if (!tree.value(step.node, "uses").starts_with("actions/checkout") || ref == ConfigTree::none
                || !RE2::PartialMatch(tree.node(ref).value, foreignHead))
                continue;
            found.push_back(checkout(workflow, step, trigger, tree.node(ref).first, tree.node(ref).value));
            return;
        }
        const ConfigTree::Index run = tree.child(step.node, "run");
        std::string what;
        if (run != ConfigTree::none && RE2::PartialMatch(tree.node(run).value, fetches, &what))
            found.push_back(checkout(workflow, step, trigger, tree.node(run).first, what));
    }

    static BadState checkout(const Workflow &workflow, const WorkflowStep &step, LineNumber trigger, LineNumber line,
                             const std::string &ref)
    {
        BadState state{.key = "checkout " + ref, .first = line, .last = line, .cause = trigger};
        state.severity = Severity::Critical;
        state.title =
            Message(QT_TRANSLATE_NOOP("app", "A stranger's code runs with this repository's secrets: %1"), {shownMatch(ref)});
        state.why = Message(QT_TRANSLATE_NOOP(
            "app", "The workflow runs with secrets and a token that may write, and checks out what anyone can send in."));
        state.check = Message(QT_TRANSLATE_NOOP("app",
                                                "Is any script, build file or dependency of the checkout run? Use the trigger "
                                                "“pull_request”, or split off the part that needs the secrets."));
        addGuards(workflow, step, state);
        return state;
    }

    static void injections(const Workflow &workflow, const WorkflowStep &step, LineNumber trigger, const Text &text,
                           std::vector<BadState> &found)
    {
        const ConfigTree &tree = workflow.tree();
        for (const char *path : {"run", "with.script"}) {
            const ConfigTree::Index run = tree.at(step.node, path);
            if (run == ConfigTree::none || !tree.node(run).value.contains("${{"))
                continue;
            for (LineNumber line = tree.node(run).first; line <= tree.node(run).last; ++line) {
                std::string what;
                if (!RE2::PartialMatch(pieceOf(text.line(line)), untrusted(), &what))
                    continue;
                BadState state{.key = "run " + what, .first = line, .last = line};
                state.severity = Severity::Critical;
                state.title =
                    Message(QT_TRANSLATE_NOOP("app", "A stranger's text becomes part of a script: %1"), {shownMatch(what)});
                state.why = Message(QT_TRANSLATE_NOOP(
                    "app",
                    "The text is put into the script before the shell reads it; a quote in it is enough to run any command."));
                state.check =
                    Message(QT_TRANSLATE_NOOP("app", "Hand it over in an environment variable, and quote that in the script."));
                const bool isRead = trigger == noLine && (workflow.trigger("pull_request") || workflow.trigger("push"));
                if (isRead)
                    state.lowers.emplace_back(Severity::High,
                                              Message(QT_TRANSLATE_NOOP("app", "The workflow gets no secrets for forks.")));
                addGuards(workflow, step, state);
                found.push_back(std::move(state));
            }
        }
    }

    static void addGuards(const Workflow &workflow, const WorkflowStep &step, BadState &state)
    {
        if (step.job == ConfigTree::none)
            return;
        static const RE2 asksWho(
            R"(author_association|head\.repo\.full_name\s*==\s*github\.repository|permission|github\.actor|labels?\b)",
            patternOptions());
        const ConfigTree &tree = workflow.tree();
        const std::string condition = std::string(tree.value(step.job, "if")) + " " + std::string(tree.value(step.node, "if"));
        if (RE2::PartialMatch(condition, asksWho))
            state.lowers.emplace_back(Severity::High, Message(QT_TRANSLATE_NOOP("app", "A condition asks who sent it.")));
        if (tree.child(step.job, "environment") != ConfigTree::none)
            state.lowers.emplace_back(Severity::High,
                                      Message(QT_TRANSLATE_NOOP("app", "The job waits for an environment's approval.")));
    }
};

/// CI-01: what strangers send in runs with the repository's rights.
class UntrustedWorkflow final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CI-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        return findingsOfStates<UntrustedFinder>(rule(), file, context);
    }
};

/// Part of CI-02: a workflow loses the block that limits its token. The rest: resources/rules/pipelines.toml.
class WorkflowPermissions final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CI-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (!isWorkflow(file.file().delta.oldSide) || !isWorkflow(file.file().delta.newSide)
            || !file.text(Side::Old).contains("permissions:") || file.changedLines(Side::Old).empty())
            return found;
        const Workflow was(file.text(Side::Old), file.path(Side::Old));
        const Workflow now(file.text(Side::New), file.path(Side::New));
        const auto old = was.tree().child(was.document(), "permissions");
        if (was.document() == ConfigTree::none || now.document() == ConfigTree::none || old == ConfigTree::none
            || now.tree().child(now.document(), "permissions") != ConfigTree::none)
            return found;
        bool everyJobLimits = true;
        for (const auto job : now.tree().children(now.tree().child(now.document(), "jobs")))
            everyJobLimits &= now.tree().child(job, "permissions") != ConfigTree::none;
        if (everyJobLimits)
            return found;
        const ConfigNode &node = was.tree().node(old);
        Finding finding = makeFinding(
            {rule(), Severity::High, Message(QT_TRANSLATE_NOOP("app", "The limits of the workflow's token are removed")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Without them the token has the repository's default rights, which may be to write everything.")),
             Message(QT_TRANSLATE_NOOP("app", "What are the repository's default rights? Name the few that the jobs need."))},
            file, {Side::Old, node.first, node.last});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(node.first))});
        found.push_back(std::move(finding));
        return found;
    }
};

} // namespace

std::unique_ptr<Detector> makeUntrustedWorkflow()
{
    return std::make_unique<UntrustedWorkflow>();
}

std::unique_ptr<Detector> makeWorkflowPermissions()
{
    return std::make_unique<WorkflowPermissions>();
}

} // namespace countersign::risk
