// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Pattern.h"

#include "core/FileClass.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace countersign::risk
{

/// A set of files, written as globs and classes ("class:test").
///
/// A glob without '/' is matched against the file's name, any other against the whole path. '*' and '?' stay inside a folder,
/// '**' does not, '{a,b}' is a choice. Letters match exactly.
class FileFilter
{
public:
    /// Errors: an unknown class, a glob with unbalanced braces.
    [[nodiscard]] static Result<FileFilter> compile(std::span<const std::string> entries);

    [[nodiscard]] bool isEmpty() const { return !m_globs && m_classes == 0; }
    [[nodiscard]] bool matches(std::string_view path, FileClass fileClass) const;

private:
    std::optional<Pattern> m_globs; ///< all of them in one expression
    std::uint32_t m_classes = 0; ///< set of 1 << FileClass
};

} // namespace countersign::risk
