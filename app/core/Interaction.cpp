// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interaction.h"

#include <utility>

namespace countersign
{

std::string_view name(InteractionKind kind)
{
    switch (kind) {
    case InteractionKind::SameSymbol:
        return "same-symbol";
    case InteractionKind::ConfigKey:
        return "config-key";
    case InteractionKind::Table:
        return "table";
    case InteractionKind::Route:
        return "route";
    case InteractionKind::Lock:
        return "lock";
    case InteractionKind::Contract:
        return "contract";
    case InteractionKind::TextConflict:
        return "text-conflict";
    case InteractionKind::SemanticConflict:
        return "semantic-conflict";
    }
    std::unreachable();
}

Message label(InteractionKind kind)
{
    switch (kind) {
    case InteractionKind::SameSymbol:
        return Message(QT_TRANSLATE_NOOP("app", "same function or type"));
    case InteractionKind::ConfigKey:
        return Message(QT_TRANSLATE_NOOP("app", "same setting"));
    case InteractionKind::Table:
        return Message(QT_TRANSLATE_NOOP("app", "same table"));
    case InteractionKind::Route:
        return Message(QT_TRANSLATE_NOOP("app", "same route"));
    case InteractionKind::Lock:
        return Message(QT_TRANSLATE_NOOP("app", "same lock"));
    case InteractionKind::Contract:
        return Message(QT_TRANSLATE_NOOP("app", "uses what the other one changes"));
    case InteractionKind::TextConflict:
        return Message(QT_TRANSLATE_NOOP("app", "does not merge"));
    case InteractionKind::SemanticConflict:
        return Message(QT_TRANSLATE_NOOP("app", "merges, and breaks"));
    }
    std::unreachable();
}

} // namespace countersign
