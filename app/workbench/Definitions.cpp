// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Definitions.h"

#include "risk/Structure.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t mostDefinitions = 200;

void look(const Text &text, std::size_t file, Side side, std::string_view name, std::vector<Definition> &found)
{
    if (!text.contains(name))
        return;
    for (LineNumber line = 1; line <= text.lineCount() && found.size() < mostDefinitions; ++line) {
        const std::string_view content = text.line(line);
        if (content.contains(name) && risk::headsDefinition(content) && risk::definedName(content) == name)
            found.push_back({file, side, line});
    }
}

} // namespace

std::vector<Definition> findDefinitions(std::span<const std::shared_ptr<const FileChange>> files, std::string_view name,
                                        std::stop_token stop)
{
    std::vector<Definition> found;
    if (name.empty())
        return found;
    for (const Side side : {Side::New, Side::Old}) {
        for (std::size_t i = 0; i < files.size() && !stop.stop_requested(); ++i)
            look(side == Side::New ? files[i]->newText : files[i]->oldText, i, side, name, found);
        if (!found.empty())
            break;
    }
    return found;
}

} // namespace countersign::workbench
