// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "BadState.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/structure/ConfigTree.h"

#include <algorithm>
#include <string>

namespace countersign::risk
{

namespace
{

using Index = ConfigTree::Index;

Index childOf(const ConfigTree &tree, Index of, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (const Index found = tree.child(of, key); found != ConfigTree::none)
            return found;
    }
    return ConfigTree::none;
}

/// The scalar itself or one of the list.
bool has(const ConfigTree &tree, Index of, std::string_view value)
{
    return std::ranges::any_of(tree.scalars(of), [&](Index i) { return tree.node(i).value == value; });
}

/// One statement of an IAM policy, or one rule of a role in Kubernetes.
class Grant
{
public:
    Grant(const ConfigTree &tree, Index of, std::vector<BadState> &found)
        : m_tree(tree)
        , m_node(tree.node(of))
        , m_of(of)
        , m_found(found)
    {
    }

    /// Statements of AWS, in JSON, YAML or HCL.
    void inspectStatement()
    {
        const Index effect = childOf(m_tree, m_of, {"Effect", "effect"});
        if (effect == ConfigTree::none && m_node.key != "statement")
            return;
        if (effect != ConfigTree::none && m_tree.node(effect).value != "Allow")
            return;
        const Index actions = childOf(m_tree, m_of, {"Action", "actions", "Actions", "action"});
        const Index resources = childOf(m_tree, m_of, {"Resource", "resources", "Resources", "resource"});
        const bool onEverything = has(m_tree, resources, "*");
        m_isConditional = childOf(m_tree, m_of, {"Condition", "condition", "Conditions", "conditions"}) != ConfigTree::none;
        if (const Index all = childOf(m_tree, m_of, {"NotAction", "not_actions", "NotResource", "not_resources"}))
            say(all, Severity::High, "not", QT_TRANSLATE_NOOP("app", "Everything but a list is allowed: %1"),
                m_tree.node(all).key);
        for (const Index i : m_tree.scalars(actions))
            inspectAction(i, onEverything, childOf(m_tree, m_of, {"Principal", "principals"}) != ConfigTree::none);
        inspectPrincipal();
    }

    /// Rules of Role and ClusterRole.
    void inspectRule()
    {
        const Index verbs = m_tree.child(m_of, "verbs");
        const Index resources = m_tree.child(m_of, "resources");
        const bool anyVerb = has(m_tree, verbs, "*");
        const bool anyResource = has(m_tree, resources, "*");
        if (anyVerb && anyResource)
            say(verbs, Severity::Critical, "any verb on any resource",
                QT_TRANSLATE_NOOP("app", "Every action on every object of the cluster is allowed: %1"), "verbs: * resources: *");
        else if (anyVerb)
            say(verbs, Severity::High, "any verb", QT_TRANSLATE_NOOP("app", "Every action is allowed: %1"), "verbs: *");
        else if (anyResource && !readsOnly(verbs))
            say(resources, Severity::High, "any resource", QT_TRANSLATE_NOOP("app", "Allowed on every kind of object: %1"),
                "resources: *");
        for (const Index i : m_tree.scalars(verbs)) {
            const std::string &verb = m_tree.node(i).value;
            if (verb == "escalate" || verb == "bind" || verb == "impersonate")
                say(i, Severity::High, verb, QT_TRANSLATE_NOOP("app", "A right that gives all other rights: %1"), verb);
        }
    }

private:
    [[nodiscard]] bool readsOnly(Index verbs) const
    {
        return std::ranges::all_of(m_tree.scalars(verbs), [this](Index i) {
            const std::string &verb = m_tree.node(i).value;
            return verb == "get" || verb == "list" || verb == "watch";
        });
    }

    void inspectAction(Index at, bool onEverything, bool isOfResource)
    {
        static const RE2 service(R"(^[\w-]+:\*$)", patternOptions());
        static const RE2 harmless(
            R"((?i)^(?:logs|cloudwatch|xray|ssmmessages|ec2messages|elasticloadbalancing|autoscaling|ecr|tag|pricing|health|sts:GetCallerIdentity|)"
            R"([\w-]+:(?:Get|List|Describe|Head|BatchGet|View|Read|Lookup|Search|Query|Scan|Select)\w*\*?$))",
            patternOptions());
        static const RE2 powerful(
            R"((?i)^(?:iam:(?:\*|PassRole|Create\w*|Attach\w*|Put\w*|Update\w*|Add\w*)|sts:AssumeRole|secretsmanager:GetSecretValue|)"
            R"(kms:(?:Decrypt|\*)|ssm:SendCommand|lambda:(?:UpdateFunctionCode|InvokeFunction|\*)|s3:(?:PutObject|DeleteObject|Delete\*|)"
            R"(Put\*)|dynamodb:Delete\*?\w*|rds:Delete\w*\*?|ec2:Terminate\w*\*?)\*?$)",
            patternOptions());
        const std::string &action = m_tree.node(at).value;
        const std::string where = onEverything ? " @ *" : " @ some";
        if (action == "*" || action == "*:*") {
            // In the policy of a resource "*" speaks of that resource's own actions.
            say(at, onEverything && !isOfResource ? Severity::Critical : Severity::High, action + where,
                onEverything ? QT_TRANSLATE_NOOP("app", "Every action on every resource is allowed: %1")
                             : QT_TRANSLATE_NOOP("app", "Every action is allowed: %1"),
                action);
        } else if (RE2::FullMatch(action, service)) {
            if (!RE2::PartialMatch(action, harmless))
                say(at, onEverything && !isOfResource ? Severity::High : Severity::Medium, action + where,
                    onEverything ? QT_TRANSLATE_NOOP("app", "Every action of a service on every resource is allowed: %1")
                                 : QT_TRANSLATE_NOOP("app", "Every action of a service is allowed: %1"),
                    action);
        } else if (onEverything && !isOfResource && RE2::FullMatch(action, powerful)) {
            say(at, Severity::High, action + where, QT_TRANSLATE_NOOP("app", "Allowed on every resource: %1"), action);
        }
    }

    void inspectPrincipal()
    {
        const Index principal = childOf(m_tree, m_of, {"Principal", "principals"});
        if (principal == ConfigTree::none)
            return;
        const Index inner = childOf(m_tree, principal, {"AWS", "identifiers"});
        const Index place = inner == ConfigTree::none ? principal : inner;
        if (has(m_tree, place, "*"))
            say(place, Severity::Critical, "principal *", QT_TRANSLATE_NOOP("app", "Allowed to everybody: %1"), "Principal: *");
    }

    void say(Index at, Severity severity, const std::string &key, const char *title, const std::string &what)
    {
        BadState state{.key = key, .first = m_tree.node(at).first, .last = m_tree.node(at).last};
        state.severity = severity;
        state.title = Message(title, {shownMatch(what)});
        state.why = Message(QT_TRANSLATE_NOOP(
            "app", "Whoever gets hold of this identity, or of the program that runs with it, can do all of this in your name."));
        state.check = Message(
            QT_TRANSLATE_NOOP("app", "Which calls are really made? Name those, and the resources that they are made on."));
        if (m_isConditional)
            state.lowers.emplace_back(Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "A condition narrows it.")));
        m_found.push_back(std::move(state));
    }

    const ConfigTree &m_tree;
    const ConfigNode &m_node;
    Index m_of;
    bool m_isConditional = false;
    std::vector<BadState> &m_found;
};

struct GrantFinder {
    static bool looksAt(const FileChange &file, Side side)
    {
        const std::string &path = (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path;
        const Text &text = side == Side::Old ? file.oldText : file.newText;
        const bool ofKind = isYaml(path) || path.ends_with(".json") || path.ends_with(".tf") || path.ends_with(".tofu");
        return ofKind && file.fileClass != FileClass::LockFile && text.contains("*")
            && (text.contains("Effect") || text.contains("statement") || text.contains("verbs"));
    }

    static std::vector<BadState> statesIn(const FileChange &file, Side side)
    {
        std::vector<BadState> found;
        const ConfigTree tree = side == Side::Old ? ConfigTree::of(file.oldText, file.delta.oldSide.path)
                                                  : ConfigTree::of(file.newText, file.delta.newSide.path);
        for (Index i = 1; i < tree.nodes().size(); ++i) {
            if (tree.node(i).end == i + 1)
                continue;
            Grant grant(tree, i, found);
            grant.inspectStatement();
            if (tree.child(i, "verbs") != ConfigTree::none && childOf(tree, i, {"resources", "apiGroups", "api_groups"}))
                grant.inspectRule();
        }
        return found;
    }
};

/// SEC-03: somebody may do more than before.
class WideGrants final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SEC-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        return findingsOfStates<GrantFinder>(rule(), file, context);
    }
};

} // namespace

std::unique_ptr<Detector> makeWideGrants()
{
    return std::make_unique<WideGrants>();
}

} // namespace countersign::risk
