// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileClass.h"

#include <utility>

namespace countersign {

FileClass classify(std::string_view path, std::string_view head)
{
    (void)head;
    return path.find("test") != std::string_view::npos ? FileClass::Test : FileClass::Code;
}

std::string_view name(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Code:
        return "code";
    case FileClass::Test:
        return "test";
    case FileClass::Configuration:
        return "configuration";
    case FileClass::Infrastructure:
        return "infrastructure";
    case FileClass::Pipeline:
        return "pipeline";
    case FileClass::Migration:
        return "migration";
    case FileClass::Documentation:
        return "documentation";
    case FileClass::Translation:
        return "translation";
    case FileClass::Generated:
        return "generated";
    case FileClass::Vendored:
        return "vendored";
    case FileClass::LockFile:
        return "lock-file";
    case FileClass::AgentInstructions:
        return "agent-instructions";
    case FileClass::Other:
        return "other";
    }
    std::unreachable();
}

Message label(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Code:
        return Message(QT_TRANSLATE_NOOP("app", "code"));
    case FileClass::Test:
        return Message(QT_TRANSLATE_NOOP("app", "tests"));
    case FileClass::Configuration:
        return Message(QT_TRANSLATE_NOOP("app", "configuration"));
    case FileClass::Infrastructure:
        return Message(QT_TRANSLATE_NOOP("app", "infrastructure"));
    case FileClass::Pipeline:
        return Message(QT_TRANSLATE_NOOP("app", "pipeline"));
    case FileClass::Migration:
        return Message(QT_TRANSLATE_NOOP("app", "migration"));
    case FileClass::Documentation:
        return Message(QT_TRANSLATE_NOOP("app", "documentation"));
    case FileClass::Translation:
        return Message(QT_TRANSLATE_NOOP("app", "translations"));
    case FileClass::Generated:
        return Message(QT_TRANSLATE_NOOP("app", "generated"));
    case FileClass::Vendored:
        return Message(QT_TRANSLATE_NOOP("app", "vendored"));
    case FileClass::LockFile:
        return Message(QT_TRANSLATE_NOOP("app", "lock file"));
    case FileClass::AgentInstructions:
        return Message(QT_TRANSLATE_NOOP("app", "agent instructions"));
    case FileClass::Other:
        return Message(QT_TRANSLATE_NOOP("app", "other"));
    }
    std::unreachable();
}

bool isFolded(FileClass fileClass)
{
    return fileClass == FileClass::Generated || fileClass == FileClass::Vendored || fileClass == FileClass::LockFile;
}

} // namespace countersign
