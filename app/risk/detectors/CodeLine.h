// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Words.h"

#include "risk/FileContext.h"

namespace countersign::risk
{

/// The line begins as code, and not inside of a string or comment. Reads the colours of the file, so ask it last.
[[nodiscard]] inline bool isCodeLine(FileContext &file, Side side, LineNumber line)
{
    const std::size_t column = indentOf(file.text(side).line(line));
    return column != std::string_view::npos && file.scopeAt(side, line, column) == syntax::Scope::Code;
}

} // namespace countersign::risk
