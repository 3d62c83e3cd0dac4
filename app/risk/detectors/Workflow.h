// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/structure/ConfigTree.h"

#include "core/FileChange.h"
#include "core/Finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// One step of a GitHub workflow or of a composite action.
struct WorkflowStep {
    ConfigTree::Index node = ConfigTree::none;
    ConfigTree::Index job = ConfigTree::none; ///< none in a composite action
};

/// What a GitHub workflow or composite action says, as far as rules ask.
/// Source: "Workflow syntax for GitHub Actions" in GitHub's documentation.
class Workflow
{
public:
    Workflow(const Text &text, std::string_view path);

    [[nodiscard]] const ConfigTree &tree() const { return m_tree; }
    [[nodiscard]] ConfigTree::Index document() const { return m_document; }
    [[nodiscard]] const std::vector<WorkflowStep> &steps() const { return m_steps; }
    /// The line of the trigger @p name; noLine without it.
    [[nodiscard]] LineNumber trigger(std::string_view name) const;
    /// The line of a trigger that runs with the repository's secrets on what strangers send in; noLine without one.
    [[nodiscard]] LineNumber privilegedTrigger() const;

private:
    ConfigTree m_tree;
    ConfigTree::Index m_document = ConfigTree::none;
    std::vector<WorkflowStep> m_steps;
};

/// "*.yml" under .github/workflows, or action.yml.
[[nodiscard]] bool isWorkflow(const FileSide &side);

} // namespace countersign::risk
