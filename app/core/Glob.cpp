// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Glob.h"

#include <vector>

namespace countersign
{

namespace
{

struct Step {
    enum class Kind { Byte, AnyByte, AnyInFolder, Anything } kind = Kind::Byte;
    char byte = '\0';
    /// Of Anything: "**/", which ends where a folder ends.
    bool isFolders = false;
};

std::vector<Step> stepsOf(std::string_view glob)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i < glob.size(); ++i) {
        if (glob[i] == '?') {
            steps.push_back({Step::Kind::AnyByte});
        } else if (glob[i] != '*') {
            steps.push_back({Step::Kind::Byte, glob[i]});
        } else if (i + 1 < glob.size() && glob[i + 1] == '*') {
            const bool startsFolder = i == 0 || glob[i - 1] == '/';
            ++i;
            const bool isFolders = startsFolder && i + 1 < glob.size() && glob[i + 1] == '/';
            i += isFolders ? 1 : 0;
            steps.push_back({Step::Kind::Anything, '\0', isFolders});
        } else {
            steps.push_back({Step::Kind::AnyInFolder});
        }
    }
    return steps;
}

} // namespace

bool matchesGlob(std::string_view glob, std::string_view path)
{
    const auto steps = stepsOf(glob);
    // reached[i]: the first i bytes of the path fit the steps so far.
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (const Step &step : steps) {
        std::vector<bool> next(path.size() + 1, false);
        bool isOpen = false; // a star that began earlier still runs
        for (std::size_t i = 0; i <= path.size(); ++i) {
            switch (step.kind) {
            case Step::Kind::Byte:
                next[i] = i > 0 && reached[i - 1] && path[i - 1] == step.byte;
                break;
            case Step::Kind::AnyByte:
                next[i] = i > 0 && reached[i - 1] && path[i - 1] != '/';
                break;
            case Step::Kind::AnyInFolder:
                isOpen = reached[i] || (isOpen && i > 0 && path[i - 1] != '/');
                next[i] = isOpen;
                break;
            case Step::Kind::Anything:
                next[i] = reached[i] || (isOpen && (!step.isFolders || path[i - 1] == '/'));
                isOpen = isOpen || reached[i];
                break;
            }
        }
        reached = std::move(next);
    }
    return reached[path.size()];
}

} // namespace countersign
