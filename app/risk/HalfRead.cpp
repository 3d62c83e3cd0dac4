// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HalfRead.h"

#include "structure/ConfigTree.h"

#include "core/SafeText.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostProblems = 20;
constexpr std::size_t shownPath = 200; ///< bytes

bool hasStructure(const FileChange &file)
{
    static constexpr std::array<std::string_view, 7> endings{".yaml", ".yml", ".json", ".tf", ".tfvars", ".hcl", ".bicep"};
    const bool isJudged = file.fileClass == FileClass::Infrastructure || file.fileClass == FileClass::Pipeline
        || file.fileClass == FileClass::Configuration;
    return isJudged && file.delta.newSide.exists() && file.rows.added > 0
        && std::ranges::any_of(endings, [&file](std::string_view ending) { return file.path().ends_with(ending); });
}

} // namespace

std::vector<Message> halfReadFiles(std::span<const FileChange> files)
{
    std::vector<Message> problems;
    for (const FileChange &file : files) {
        if (problems.size() == mostProblems)
            break;
        if (!hasStructure(file))
            continue;
        const ConfigTree tree = ConfigTree::of(file.newText, file.path());
        if (tree.isPartial())
            problems.emplace_back(
                QT_TRANSLATE_NOOP("app", "%1 is nested too deep, or too large: its structure was judged in part."),
                std::vector{safeText(file.path(), shownPath)});
        else if (tree.unclosed() != noLine)
            problems.emplace_back(
                QT_TRANSLATE_NOOP("app", "%1 ends inside of what begins in line %2: its structure was judged as far as it goes."),
                std::vector{safeText(file.path(), shownPath), std::to_string(tree.unclosed())});
    }
    return problems;
}

} // namespace countersign::risk
