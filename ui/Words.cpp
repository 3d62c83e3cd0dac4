// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Words.h"

#include "core/Clock.h"
#include "core/SafeText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <vector>

namespace countersign::ui
{

QString safe(std::string_view text, std::size_t maxCharacters)
{
    return QString::fromStdString(safeText(text, maxCharacters));
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList out;
    for (const auto &text : texts)
        out << safe(text, 100);
    return out.join(QStringLiteral(", "));
}

QString words(const Message &message)
{
    return safe(message.translated(), 2000);
}

QString words(const Error &error)
{
    QString text = words(error.what);
    if (!error.where.empty())
        text += QStringLiteral(" (%1)").arg(safe(error.where));
    if (!error.hint.isEmpty())
        text += QLatin1Char(' ') + words(error.hint);
    return text;
}

QString age(std::int64_t seconds)
{
    const auto text = [](const char *form, std::int64_t count) { return QCoreApplication::translate("Words", form).arg(count); };
    if (seconds < 3600)
        return text(QT_TRANSLATE_NOOP("Words", "%1 min"), std::max<std::int64_t>(0, seconds / 60));
    if (seconds < 48L * 3600)
        return text(QT_TRANSLATE_NOOP("Words", "%1 h"), seconds / 3600);
    if (seconds < 21L * 86400)
        return text(QT_TRANSLATE_NOOP("Words", "%1 d"), seconds / 86400);
    if (seconds < 730L * 86400)
        return text(QT_TRANSLATE_NOOP("Words", "%1 wk"), seconds / (7L * 86400));
    return text(QT_TRANSLATE_NOOP("Words", "%1 y"), seconds / (365L * 86400));
}

QString day(std::int64_t time)
{
    return QString::fromStdString(formatUtc(time)).left(10);
}

QString sizeByKind(const Analysis &analysis)
{
    std::map<FileClass, std::uint64_t> lines;
    for (const auto &file : analysis.files)
        lines[file.fileClass] += file.added + file.removed;
    std::vector<std::pair<std::uint64_t, FileClass>> kinds;
    for (const auto &[kind, count] : lines)
        kinds.emplace_back(count, kind);
    std::ranges::sort(kinds,
                      [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    QStringList parts;
    for (const auto &[count, kind] : kinds) {
        if (parts.size() == 3)
            break;
        parts << QStringLiteral("%1 %2").arg(words(label(kind))).arg(count);
    }
    return parts.join(QStringLiteral(", "));
}

std::uint64_t addedLines(const Analysis &analysis)
{
    std::uint64_t total = 0;
    for (const auto &file : analysis.files)
        total += file.added;
    return total;
}

std::uint64_t removedLines(const Analysis &analysis)
{
    std::uint64_t total = 0;
    for (const auto &file : analysis.files)
        total += file.removed;
    return total;
}

QString provenanceWords(const Provenance &provenance)
{
    QStringList parts;
    for (const auto &tool : provenance.tools)
        parts << safe(tool, 60);
    QString text = parts.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text += QStringLiteral(" · ");
    return text + words(label(provenance.level));
}

} // namespace countersign::ui
