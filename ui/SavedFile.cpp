// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SavedFile.h"

#include <QSaveFile>

namespace countersign::ui
{

Result<void> writeWhole(const QString &file, std::string_view bytes)
{
    QSaveFile out(file);
    const auto size = static_cast<qint64>(bytes.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes.data(), size) != size || !out.commit())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The file cannot be written.")), file.toStdString(),
                    Message(QT_TRANSLATE_NOOP("app", "Check the path and the space left.")));
    return {};
}

} // namespace countersign::ui
