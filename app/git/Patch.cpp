// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch.h"

#include <QByteArray>
#include <QDateTime>
#include <QRegularExpression>
#include <QString>
#include <QStringDecoder>

#include <map>

namespace countersign::git
{

namespace
{

std::vector<std::string_view> lines(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.push_back(text.substr(0, end == std::string_view::npos ? text.size() : end + 1));
        text.remove_prefix(out.back().size());
    }
    return out;
}

std::string_view trimmedEnd(std::string_view line)
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// "From 0123… Mon Sep 17 00:00:00 2001": the line that begins a message of a mailbox.
bool isMailStart(std::string_view line)
{
    static const QRegularExpression form(QStringLiteral("^From \\S+ +\\w{3} \\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}"));
    return line.starts_with("From ")
        && form.match(QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()))).hasMatch();
}

std::string decodeQuotedPrintable(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        if (text.substr(i + 1).starts_with("\r\n")) {
            i += 2;
        } else if (text.substr(i + 1).starts_with('\n')) {
            i += 1;
        } else {
            const QByteArray digits(text.substr(i + 1, 2).data(),
                                    static_cast<qsizetype>(std::min<std::size_t>(2, text.size() - i - 1)));
            bool valid = false;
            const uint value = digits.toUInt(&valid, 16);
            if (valid && digits.size() == 2) {
                out += static_cast<char>(static_cast<unsigned char>(value));
                i += 2;
            } else {
                out += '=';
            }
        }
    }
    return out;
}

/// Words such as =?UTF-8?q?J=C3=B6rg?= become UTF-8.
std::string decodeHeader(const std::string &value)
{
    static const QRegularExpression word(QStringLiteral("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(\\s+(?==\\?))?"));
    const QString text = QString::fromUtf8(value);
    QString out;
    qsizetype at = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += text.sliced(at, match.capturedStart() - at);
        at = match.capturedEnd();
        QByteArray bytes = match.captured(3).toLatin1();
        if (match.captured(2).toLower() == QLatin1String("b"))
            bytes = QByteArray::fromBase64(bytes);
        else
            bytes = QByteArray::fromStdString(decodeQuotedPrintable(bytes.replace('_', ' ').toStdString()));
        QStringDecoder decoder(match.captured(1).toLatin1().constData());
        out += decoder.isValid() ? QString(decoder(bytes)) : QString::fromUtf8(bytes);
    }
    return (out + text.sliced(at)).toStdString();
}

struct Mail {
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

Mail parseMail(const std::vector<std::string_view> &message)
{
    Mail mail;
    std::size_t i = 0;
    std::string last;
    for (; i < message.size(); ++i) {
        const auto line = trimmedEnd(message[i]);
        if (line.empty())
            break;
        if ((line.starts_with(' ') || line.starts_with('\t')) && !last.empty()) {
            mail.headers[last] += std::string(line);
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        last = QByteArray(line.data(), static_cast<qsizetype>(colon)).toLower().toStdString();
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        mail.headers[last] = std::string(value);
    }
    for (++i; i < message.size(); ++i)
        mail.body += message[i];
    const auto encoding = QByteArray::fromStdString(mail.headers["content-transfer-encoding"]).toLower();
    if (encoding == "quoted-printable")
        mail.body = decodeQuotedPrintable(mail.body);
    else if (encoding == "base64")
        mail.body = QByteArray::fromBase64(QByteArray::fromStdString(mail.body)).toStdString();
    return mail;
}

Signature parseAuthor(const Mail &mail)
{
    Signature author;
    const auto from = mail.headers.find("from");
    if (from != mail.headers.end()) {
        const QString text = QString::fromStdString(decodeHeader(from->second));
        const auto open = text.lastIndexOf(QLatin1Char('<'));
        QString name = open >= 0 ? text.left(open).trimmed() : text.trimmed();
        if (name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')) && name.size() > 1)
            name = name.mid(1, name.size() - 2);
        author.name = name.toStdString();
        author.email =
            open >= 0 ? text.mid(open + 1, text.lastIndexOf(QLatin1Char('>')) - open - 1).toStdString() : std::string();
    }
    const auto date = mail.headers.find("date");
    if (date != mail.headers.end()) {
        const auto when = QDateTime::fromString(QString::fromStdString(date->second), Qt::RFC2822Date);
        if (when.isValid()) {
            author.time = when.toSecsSinceEpoch();
            author.offsetMinutes = when.offsetFromUtc() / 60;
        }
    }
    return author;
}

/// Where the diff begins in a text: "diff --git", or "--- " followed by "+++ ".
std::size_t diffStart(std::string_view text)
{
    const auto all = lines(text);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].starts_with("diff --git ")
            || (all[i].starts_with("--- ") && i + 1 < all.size() && all[i + 1].starts_with("+++ ")))
            return offset;
        offset += all[i].size();
    }
    return std::string_view::npos;
}

PatchMail toPatch(const Mail &mail)
{
    PatchMail patch;
    patch.author = parseAuthor(mail);
    const auto start = diffStart(mail.body);
    std::string_view text = std::string_view(mail.body).substr(0, start);
    if (text.starts_with("---\n"))
        text = {};
    text = text.substr(0, text.find("\n---\n"));
    patch.diff = start == std::string_view::npos ? std::string() : mail.body.substr(start);
    // "-- \n2.47.3": the signature that format-patch puts behind the diff.
    if (const auto signature = patch.diff.rfind("\n-- \n"); signature != std::string::npos)
        patch.diff.resize(signature + 1);
    const auto subject = mail.headers.find("subject");
    if (subject != mail.headers.end()) {
        static const QRegularExpression tag(QStringLiteral("^(\\[[^\\]]*\\]\\s*)+"));
        patch.message = QString::fromStdString(decodeHeader(subject->second)).remove(tag).toStdString() + "\n";
    }
    if (!text.empty())
        patch.message += "\n" + std::string(text);
    static constexpr std::string_view baseLine = "\nbase-commit: ";
    if (const auto at = mail.body.find(baseLine); at != std::string::npos)
        patch.baseCommit = mail.body.substr(at + baseLine.size(), 40);
    return patch;
}

} // namespace

Result<std::vector<PatchMail>> readPatches(std::string_view bytes)
{
    std::vector<PatchMail> patches;
    const auto all = lines(bytes);
    if (!all.empty() && isMailStart(all.front())) {
        std::vector<std::string_view> message;
        const auto flush = [&] {
            if (auto patch = toPatch(parseMail(message)); !patch.diff.empty())
                patches.push_back(std::move(patch));
            message.clear();
        };
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (isMailStart(all[i]))
                flush();
            else
                message.push_back(all[i]);
        }
        flush();
    } else if (const auto start = diffStart(bytes); start != std::string_view::npos) {
        const bool hasHeaders = bytes.starts_with("From:") || bytes.starts_with("Subject:") || bytes.starts_with("Date:");
        if (hasHeaders) {
            patches.push_back(toPatch(parseMail(all)));
        } else {
            PatchMail patch;
            patch.diff = std::string(bytes.substr(start));
            patches.push_back(std::move(patch));
        }
    }
    if (patches.empty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no patch in it.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give what “git diff”, “git format-patch” or “git bundle” wrote.")));
    return patches;
}

} // namespace countersign::git
