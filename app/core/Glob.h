// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace countersign
{

/// True when @p path fits @p glob as a whole. '?' is one byte and '*' any bytes inside one folder; '**' any bytes over folders;
/// a leading "**/" also stands for no folder at all. Everything else is itself; there are no classes, braces or escapes.
/// Time is at most the product of both lengths.
[[nodiscard]] bool matchesGlob(std::string_view glob, std::string_view path);

} // namespace countersign
