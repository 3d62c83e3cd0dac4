// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoadedLanguages.h"

#include "core/Message.h"

#include <QCoreApplication>
#include <QLibrary>

#include <cstdio>
#include <cstdlib>

#ifdef __linux__
#include <filesystem>
#include <system_error>
#endif

namespace countersign::syntax
{

namespace
{

/// Where the program lies; it may not have been told to Qt yet.
QString programFolder()
{
#ifdef __linux__
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
        return QString::fromStdString(program.parent_path().string());
#endif
    return QCoreApplication::applicationDirPath();
}

MakeLanguages *loadPart()
{
    QLibrary library(programFolder() + QStringLiteral("/" COUNTERSIGN_PARTS "/countersign-languages"));
    const auto make = reinterpret_cast<MakeLanguages *>(library.resolve("countersignLanguages"));
    if (!make) {
        constexpr int faultOfEnvironment = 3;
        const Message what(QT_TRANSLATE_NOOP("app", "A part of the program cannot be loaded. Install it again. %1"),
                           {library.errorString().toStdString()});
        std::fprintf(stderr, "countersign: %s\n", what.translated().c_str());
        std::_Exit(faultOfEnvironment); // other threads are at work: nothing of theirs may be taken down under them
    }
    return make;
}

} // namespace

std::unique_ptr<Languages> loadedLanguages()
{
    static MakeLanguages *const make = loadPart();
    return std::unique_ptr<Languages>(make());
}

} // namespace countersign::syntax
