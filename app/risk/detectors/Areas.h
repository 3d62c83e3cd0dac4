// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include "core/FileChange.h"
#include "core/Message.h"

#include <cstdint>
#include <map>
#include <vector>

namespace countersign::risk
{

/// Parts of a system whose failures meet when they change together.
enum class Area : std::uint8_t { Auth, Data, Network, Infrastructure, Pipeline, Secrets };
[[nodiscard]] Message label(Area area);

/// The areas that the hand-written changes of @p file touch, by its path, its class and its changed lines; each with the first
/// changed line of the new side that shows it, or of the old side where lines only went.
struct AreaPlace {
    LineNumber line = noLine;
    bool isOld = false;
};
[[nodiscard]] std::map<Area, AreaPlace> areasOf(const FileChange &file);

/// areasOf() every file of a change, in their order: facts of a ChangeContext.
struct AreasOfChange {
    explicit AreasOfChange(const ChangeContext &context);
    std::vector<std::map<Area, AreaPlace>> byFile;
};

} // namespace countersign::risk
