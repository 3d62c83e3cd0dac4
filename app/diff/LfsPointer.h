// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::diff
{

/// What stands in a repository for a file that Git LFS keeps elsewhere.
struct LfsPointer {
    std::string oid; ///< SHA-256 of the real content, 64 lower-case hex digits
    std::uint64_t size = 0; ///< bytes of the real content
    friend bool operator==(const LfsPointer &, const LfsPointer &) = default;
};

/// Reads a pointer file as the specification has it (git-lfs, docs/spec.md): less than 1024 bytes of "key value" lines, "version"
/// first, the others sorted, among them "oid sha256:…" and "size". Nothing for anything else.
[[nodiscard]] std::optional<LfsPointer> parseLfsPointer(std::string_view bytes);

} // namespace countersign::diff
