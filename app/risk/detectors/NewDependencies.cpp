// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewDependencies.h"

#include <algorithm>
#include <map>

namespace countersign::risk
{

std::vector<NewDependency> newDependencies(const FileChange &file)
{
    std::vector<NewDependency> found;
    if (!file.delta.newSide.exists() || manifestKind(file.delta.newSide.path) == Ecosystem::None)
        return found;
    std::multimap<std::string, std::string> before;
    if (file.delta.oldSide.exists()) {
        for (Dependency &one : dependenciesOf(file.oldText, file.delta.oldSide.path))
            before.emplace(std::move(one.name), std::move(one.requirement));
    }
    for (Dependency &one : dependenciesOf(file.newText, file.delta.newSide.path)) {
        const auto [first, last] = before.equal_range(one.name);
        const bool stood = std::any_of(first, last, [&one](const auto &entry) { return entry.second == one.requirement; });
        if (!stood)
            found.push_back({std::move(one), first == last});
    }
    return found;
}

std::optional<Text> textAtHead(const ChangeContext &context, std::string_view path)
{
    for (const FileChange &file : context.files) {
        if (file.delta.newSide.exists() && file.delta.newSide.path == path)
            return file.newText;
        if (file.delta.oldSide.exists() && file.delta.oldSide.path == path)
            return std::nullopt; // deleted, or renamed
    }
    if (!context.head)
        return std::nullopt;
    auto content = context.head->content(path);
    return content ? std::optional(Text(std::move(*content))) : std::nullopt;
}

std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string joinPath(std::string_view folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : std::string(folder).append("/").append(name);
}

} // namespace countersign::risk
