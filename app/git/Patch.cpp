// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch.h"

#include "Lines.h"
#include "Mail.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace countersign::git
{

namespace
{

/// "Ann <ann@example.com>", also with the name in quotes or as a comment behind the address.
Signature parseAddress(const std::string &header)
{
    Signature who;
    const QString text = QString::fromStdString(header).trimmed();
    const auto open = text.lastIndexOf(QLatin1Char('<'));
    QString name;
    QString email = text;
    if (open >= 0) {
        name = text.left(open).trimmed();
        email = text.mid(open + 1, text.lastIndexOf(QLatin1Char('>')) - open - 1);
    } else if (const auto comment = text.indexOf(QLatin1Char('(')); comment > 0) {
        name = text.mid(comment + 1).remove(QLatin1Char(')')).trimmed();
        email = text.left(comment);
    }
    if (name.size() > 1 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')))
        name = name.sliced(1, name.size() - 2).replace(QLatin1String("\\\""), QLatin1String("\""));
    // What would break the line of a commit header.
    static const QRegularExpression crud(QStringLiteral("[<>\\x00-\\x1f]"));
    who.name = name.remove(crud).toStdString();
    who.email = email.remove(crud).trimmed().toStdString();
    return who;
}

Signature parseAuthor(const Mail &mail)
{
    Signature author;
    if (const auto from = mail.headers.find("from"); from != mail.headers.end())
        author = parseAddress(from->second);
    if (const auto date = mail.headers.find("date"); date != mail.headers.end()) {
        const auto when = QDateTime::fromString(QString::fromStdString(date->second).trimmed(), Qt::RFC2822Date);
        if (when.isValid()) {
            author.time = when.toSecsSinceEpoch();
            author.offsetMinutes = when.offsetFromUtc() / 60;
        }
    }
    return author;
}

struct Place {
    std::size_t offset = std::string_view::npos;
    std::size_t line = 0; ///< lines before it
};

/// Where the diff begins in a text: "diff --git", or "--- " followed by "+++ ".
Place diffStart(std::string_view text)
{
    const auto all = splitLines(text);
    Place place{0, 0};
    for (; place.line < all.size(); ++place.line) {
        const auto line = all[place.line];
        const bool isPair = line.starts_with("--- ") && place.line + 1 < all.size() && all[place.line + 1].starts_with("+++ ");
        if (isPair || line.starts_with("diff --git ") || line.starts_with("diff --cc ") || line.starts_with("diff --combined "))
            return place;
        place.offset += line.size();
    }
    return {};
}

/// The text before the diff, up to the "---" line, without blank lines around it.
std::string_view messageText(std::string_view text)
{
    std::size_t end = 0;
    for (const auto line : splitLines(text)) {
        if (trimmedEnd(line) == "---")
            break;
        end += line.size();
    }
    text = text.substr(0, end);
    const auto isBlank = [](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r'))
        text.remove_prefix(1);
    return text;
}

PatchMail toPatch(const Mail &mail)
{
    PatchMail patch;
    patch.author = parseAuthor(mail);
    patch.lostLineEnds = mail.lostLineEnds;
    const auto start = diffStart(mail.body);
    if (start.offset == std::string_view::npos)
        return patch;
    patch.diff = mail.body.substr(start.offset);
    patch.diffLine = mail.bodyLine == 0 ? 0 : mail.bodyLine + start.line;
    std::string text = convertedToUtf8(messageText(std::string_view(mail.body).substr(0, start.offset)), mail.charset);
    // Someone else's patch, sent on: its author stands in the first line of the text.
    if (text.starts_with("From: ")) {
        const auto who = parseAddress(text.substr(6, text.find('\n') - 6));
        patch.author.name = who.name;
        patch.author.email = who.email;
        text = messageText(std::string_view(text).substr(std::min(text.find('\n'), text.size())));
    }
    if (const auto subject = mail.headers.find("subject"); subject != mail.headers.end()) {
        static const QRegularExpression tags(QStringLiteral("^\\s*((re|fwd?):\\s*|\\[[^\\]]*\\]\\s*)+"),
                                             QRegularExpression::CaseInsensitiveOption);
        patch.message = QString::fromStdString(subject->second).remove(tags).trimmed().toStdString() + "\n";
    }
    if (!text.empty())
        patch.message += "\n" + text + "\n";
    static constexpr std::string_view baseLine = "\nbase-commit: ";
    if (const auto at = mail.body.rfind(baseLine); at != std::string::npos)
        patch.baseCommit = mail.body.substr(at + baseLine.size(), 40);
    return patch;
}

PatchMail toPatch(std::string_view diff, const Place &start)
{
    PatchMail patch;
    const auto text = diff.substr(start.offset);
    const auto firstLine = text.substr(0, text.find('\n'));
    patch.lostLineEnds = firstLine.ends_with('\r');
    patch.diff = patch.lostLineEnds ? withoutCarriageReturns(text) : std::string(text);
    patch.diffLine = start.line + 1;
    return patch;
}

} // namespace

Result<std::vector<PatchMail>> readPatches(std::string_view bytes)
{
    static constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());
    std::vector<PatchMail> patches;
    if (isMail(bytes)) {
        for (const auto &mail : readMailbox(bytes)) {
            if (auto patch = toPatch(mail); !patch.diff.empty())
                patches.push_back(std::move(patch));
        }
    } else if (const auto start = diffStart(bytes); start.offset != std::string_view::npos) {
        patches.push_back(toPatch(bytes, start));
    }
    if (patches.empty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no patch in it.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give what “git diff”, “git format-patch” or “git bundle” wrote.")));
    return patches;
}

} // namespace countersign::git
