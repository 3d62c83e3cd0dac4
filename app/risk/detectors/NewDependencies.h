// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"
#include "risk/structure/Manifest.h"

#include <optional>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Dependencies of the new side that the old side of the same manifest does not have in this form.
struct NewDependency {
    Dependency dependency;
    bool isNewName = true; ///< no other requirement of the same name stood there
};
[[nodiscard]] std::vector<NewDependency> newDependencies(const FileChange &file);

/// The file at the head, whether it is part of the change or not. Nothing: not there, or not known.
[[nodiscard]] std::optional<Text> textAtHead(const ChangeContext &context, std::string_view path);

/// "a/b/c.py" -> "a/b"; empty at the top.
[[nodiscard]] std::string_view folderOf(std::string_view path);
/// Folder and name with one '/' between them.
[[nodiscard]] std::string joinPath(std::string_view folder, std::string_view name);

} // namespace countersign::risk
