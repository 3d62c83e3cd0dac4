// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace countersign::test
{

/// All bytes of a file; none when it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

/// Writes a file anew, making its folder where there is none. @return false when that failed.
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes,
                             QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner);

} // namespace countersign::test
