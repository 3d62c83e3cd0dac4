// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace countersign::review
{

/// False when the store holds no dispute of any rule, or is not there, or cannot be read. Quick; changes nothing on the disk.
[[nodiscard]] bool hasDisputes(const std::filesystem::path &store);
/// How many findings of each rule are disputed in a repository, the same content counted once. Empty where they cannot be read.
[[nodiscard]] std::map<std::string, unsigned> disputes(const std::filesystem::path &store, std::string_view repository);

} // namespace countersign::review
