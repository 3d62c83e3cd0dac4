// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileDelta.h"

#include <utility>

namespace countersign {

std::string_view name(DeltaStatus status)
{
    switch (status) {
    case DeltaStatus::Modified:
        return "modified";
    case DeltaStatus::Added:
        return "added";
    case DeltaStatus::Deleted:
        return "deleted";
    case DeltaStatus::Renamed:
        return "renamed";
    case DeltaStatus::Copied:
        return "copied";
    case DeltaStatus::TypeChange:
        return "typechange";
    }
    std::unreachable();
}

std::string_view name(FileKind kind)
{
    switch (kind) {
    case FileKind::Text:
        return "text";
    case FileKind::Binary:
        return "binary";
    case FileKind::Submodule:
        return "submodule";
    case FileKind::Symlink:
        return "symlink";
    case FileKind::Image:
        return "image";
    }
    std::unreachable();
}

Message label(DeltaStatus status)
{
    switch (status) {
    case DeltaStatus::Modified:
        return Message(QT_TRANSLATE_NOOP("app", "modified"));
    case DeltaStatus::Added:
        return Message(QT_TRANSLATE_NOOP("app", "added"));
    case DeltaStatus::Deleted:
        return Message(QT_TRANSLATE_NOOP("app", "deleted"));
    case DeltaStatus::Renamed:
        return Message(QT_TRANSLATE_NOOP("app", "renamed"));
    case DeltaStatus::Copied:
        return Message(QT_TRANSLATE_NOOP("app", "copied"));
    case DeltaStatus::TypeChange:
        return Message(QT_TRANSLATE_NOOP("app", "type changed"));
    }
    std::unreachable();
}

Message label(FileKind kind)
{
    switch (kind) {
    case FileKind::Text:
        return Message(QT_TRANSLATE_NOOP("app", "text"));
    case FileKind::Binary:
        return Message(QT_TRANSLATE_NOOP("app", "binary"));
    case FileKind::Submodule:
        return Message(QT_TRANSLATE_NOOP("app", "submodule"));
    case FileKind::Symlink:
        return Message(QT_TRANSLATE_NOOP("app", "symbolic link"));
    case FileKind::Image:
        return Message(QT_TRANSLATE_NOOP("app", "image"));
    }
    std::unreachable();
}

} // namespace countersign
