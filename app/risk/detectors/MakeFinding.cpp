// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>

namespace countersign::risk
{

Finding makeFinding(Saying saying, const FileContext &file, const Span &span)
{
    Finding finding;
    finding.rule = saying.rule;
    finding.severity = saying.severity;
    finding.axis = saying.axis;
    finding.file = file.path(span.side);
    finding.side = span.side;
    finding.startLine = span.first;
    finding.endLine = span.last;
    finding.title = std::move(saying.title);
    finding.why = std::move(saying.why);
    finding.check = std::move(saying.check);
    return finding;
}

void lowerBy(Finding &finding, int steps, Message why)
{
    finding.severity = lowered(finding.severity, steps);
    finding.counterEvidence.push_back(std::move(why));
}

void lowerTo(Finding &finding, Severity severity, Message why)
{
    finding.severity = std::min(finding.severity, severity);
    finding.counterEvidence.push_back(std::move(why));
}

void lowerByPath(Finding &finding, const FileContext &file)
{
    if (file.file().fileClass == FileClass::Test || isSamplePath(finding.file))
        lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names a test or an example.")));
    else if (isDevelopmentPath(finding.file))
        lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The path names a development environment.")));
}

bool isSamplePath(std::string_view path)
{
    static const RE2 sample(
        R"((?i)(?:^|/)(?:seeds?|fixtures?|samples?|examples?|demos?|sandbox|playground|testdata)(?:/|[._-]|$)|)"
        R"((?:seed|fixture|sample|example)s?\.\w+$|\.(?:example|sample|template|dist)$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(path), sample);
}

bool isDevelopmentPath(std::string_view path)
{
    static const RE2 development(
        R"((?i)(?:^|[/_.-])(?:dev|develop|development|local|sandbox|playground|staging|preview|ephemeral|scratch)(?:[/_.-]|$))",
        patternOptions());
    return RE2::PartialMatch(pieceOf(path), development);
}

bool isHandWritten(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Code:
    case FileClass::Test:
    case FileClass::Configuration:
    case FileClass::Infrastructure:
    case FileClass::Pipeline:
    case FileClass::Migration:
    case FileClass::AgentInstructions:
    case FileClass::Other:
        return true;
    case FileClass::Documentation:
    case FileClass::Translation:
    case FileClass::Generated:
    case FileClass::Vendored:
    case FileClass::LockFile:
        return false;
    }
    return false;
}

bool touches(const FileContext &file, const Span &span)
{
    const auto &lines = file.changedLines(span.side);
    const auto first = std::ranges::lower_bound(lines, span.first);
    return first != lines.end() && *first <= span.last;
}

} // namespace countersign::risk
