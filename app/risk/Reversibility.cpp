// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reversibility.h"

#include "core/SafeText.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::risk
{

namespace
{

/// Rules whose findings name something that a revert does not bring back, with the severity from which on they count.
struct Irreversible {
    std::string_view rule;
    Severity from;
    Reversal reversal;
};

constexpr std::array irreversible{
    Irreversible{"DST-01", Severity::High, Reversal::Impossible},
    Irreversible{"DST-02", Severity::High, Reversal::Impossible},
    Irreversible{"DST-04", Severity::High, Reversal::Impossible},
    Irreversible{"DST-05", Severity::High, Reversal::Impossible},
    Irreversible{"DB-01", Severity::High, Reversal::Impossible},
    Irreversible{"DB-02", Severity::High, Reversal::Impossible},
    Irreversible{"SEC-06", Severity::High, Reversal::Impossible},
    Irreversible{"DST-06", Severity::Medium, Reversal::ForwardFix},
    Irreversible{"DST-08", Severity::Medium, Reversal::ForwardFix},
    Irreversible{"DB-03", Severity::Medium, Reversal::ForwardFix},
    Irreversible{"DB-04", Severity::Medium, Reversal::ForwardFix},
    Irreversible{"DB-09", Severity::Medium, Reversal::ForwardFix},
    Irreversible{"DST-03", Severity::Medium, Reversal::RevertWithCare},
    Irreversible{"SCP-08", Severity::Medium, Reversal::RevertWithCare},
};

Reversal reversalOf(const Finding &finding)
{
    const auto found = std::ranges::find(irreversible, finding.rule, &Irreversible::rule);
    return found == irreversible.end() || finding.severity < found->from ? Reversal::Revert : found->reversal;
}

Reversal reversalOf(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Migration:
        return Reversal::ForwardFix;
    case FileClass::Configuration:
    case FileClass::Infrastructure:
    case FileClass::Pipeline:
        return Reversal::RevertWithCare;
    default:
        return Reversal::Revert;
    }
}

Message reasonFor(Reversal reversal, const std::string &path)
{
    const std::vector<std::string> file{safeText(path)};
    return reversal == Reversal::ForwardFix
        ? Message(QT_TRANSLATE_NOOP("app", "A migration that has run is not undone by a revert: %1"), file)
        : Message(QT_TRANSLATE_NOOP("app", "A revert must be deployed with care, this is not code alone: %1"), file);
}

} // namespace

Reversibility reversibilityOf(std::span<const FileChange> files, std::span<const Finding> findings)
{
    Reversibility out{Reversal::Revert, Message(QT_TRANSLATE_NOOP("app", "A revert is enough"))};
    for (const FileChange &file : files) {
        if (const Reversal one = reversalOf(file.fileClass); one > out.reversal)
            out = {one, reasonFor(one, file.path())};
    }
    for (const Finding &finding : findings) {
        if (const Reversal one = reversalOf(finding); one > out.reversal)
            out = {one, finding.title};
    }
    return out;
}

Band bandOf(Reversal reversal)
{
    switch (reversal) {
    case Reversal::Revert:
    case Reversal::RevertWithCare:
        return Band::Low;
    case Reversal::ForwardFix:
        return Band::Moderate;
    case Reversal::Impossible:
        return Band::High;
    }
    std::unreachable();
}

} // namespace countersign::risk
