// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/FileContext.h"

#include "core/Finding.h"

#include <string_view>

namespace countersign::risk
{

/// Lines of one side of a file.
struct Span {
    Side side = Side::New;
    LineNumber first = noLine;
    LineNumber last = noLine;
};

/// The fixed parts of what a detector says.
struct Saying {
    std::string_view rule;
    Severity severity = Severity::High;
    Message title;
    Message why;
    Message check;
    Axis axis = Axis::Consequence;
};

[[nodiscard]] Finding makeFinding(Saying saying, const FileContext &file, const Span &span);

/// Notes counter-evidence and lowers the finding by @p steps, not below low.
void lowerBy(Finding &finding, int steps, Message why);
/// The same, to at most @p severity.
void lowerTo(Finding &finding, Severity severity, Message why);

/// Lowers a finding whose path names tests, examples or an environment that people develop in.
void lowerByPath(Finding &finding, const FileContext &file);

/// True for paths of seed, sample, example, demo or fixture data.
[[nodiscard]] bool isSamplePath(std::string_view path);

/// True for paths of an environment that people develop in.
[[nodiscard]] bool isDevelopmentPath(std::string_view path);

/// The file's class is one that people write by hand and machines run.
[[nodiscard]] bool isHandWritten(FileClass fileClass);

/// Some line of the span is new (Side::New) or went away (Side::Old); moved lines are neither.
[[nodiscard]] bool touches(const FileContext &file, const Span &span);

} // namespace countersign::risk
