// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workflow.h"

namespace countersign::risk
{

Workflow::Workflow(const Text &text, std::string_view path)
    : m_tree(ConfigTree::of(text, path))
{
    for (const ConfigTree::Index document : m_tree.children(0)) {
        if (m_tree.child(document, "jobs") || m_tree.child(document, "runs"))
            m_document = document;
    }
    if (m_document == ConfigTree::none)
        return;
    for (const ConfigTree::Index job : m_tree.children(m_tree.child(m_document, "jobs"))) {
        if (m_tree.child(m_document, "jobs") == ConfigTree::none)
            break;
        if (const ConfigTree::Index steps = m_tree.child(job, "steps")) {
            for (const ConfigTree::Index step : m_tree.children(steps))
                m_steps.push_back({step, job});
        }
    }
    if (const ConfigTree::Index steps = m_tree.at(m_document, "runs.steps")) {
        for (const ConfigTree::Index step : m_tree.children(steps))
            m_steps.push_back({step, ConfigTree::none});
    }
}

LineNumber Workflow::trigger(std::string_view name) const
{
    const ConfigTree::Index on = m_tree.child(m_document, "on");
    if (m_document == ConfigTree::none || on == ConfigTree::none)
        return noLine;
    if (m_tree.node(on).value == name)
        return m_tree.node(on).first;
    for (const ConfigTree::Index i : m_tree.children(on)) {
        if (m_tree.node(i).key == name || (m_tree.node(i).key.empty() && m_tree.node(i).value == name))
            return m_tree.node(i).first;
    }
    return noLine;
}

LineNumber Workflow::privilegedTrigger() const
{
    for (const char *name :
         {"pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment"}) {
        if (const LineNumber line = trigger(name))
            return line;
    }
    return noLine;
}

bool isWorkflow(const FileSide &side)
{
    const std::string_view path = side.path;
    return side.exists() && isYaml(path)
        && (path.contains(".github/workflows/") || path.ends_with("action.yml") || path.ends_with("action.yaml"));
}

} // namespace countersign::risk
