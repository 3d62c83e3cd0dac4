// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mail.h"

#include "Lines.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace countersign::git
{

namespace
{

constexpr int deepestParts = 8;

QByteArrayView view(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::string lowered(std::string_view text)
{
    return view(text).toByteArray().toLower().toStdString();
}

/// "From 0123… Mon Sep 17 00:00:00 2001": the line that begins a message of a mailbox.
bool isMailStart(std::string_view line)
{
    static const QRegularExpression form(QStringLiteral("^From \\S+ +\\w{3} \\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}"));
    return line.starts_with("From ") && form.match(QString::fromUtf8(view(line))).hasMatch();
}

bool isHeader(std::string_view line)
{
    const auto colon = line.find(':');
    return colon != std::string_view::npos && colon != 0
        && std::ranges::all_of(line.substr(0, colon), [](char c) { return c > ' ' && c < 127; });
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char upper = static_cast<char>(c & ~0x20);
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

std::string decodeQuotedPrintable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i + 1);
        if (text[i] != '=') {
            out += text[i];
        } else if (rest.starts_with("\r\n")) {
            i += 2;
        } else if (rest.starts_with('\n')) {
            i += 1;
        } else if (rest.size() >= 2 && hexDigit(rest[0]) >= 0 && hexDigit(rest[1]) >= 0) {
            out += static_cast<char>(static_cast<unsigned char>(hexDigit(rest[0]) * 16 + hexDigit(rest[1])));
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string decodeTransfer(std::string_view body, const std::string &encoding)
{
    if (encoding == "quoted-printable")
        return decodeQuotedPrintable(body);
    if (encoding == "base64")
        return QByteArray::fromBase64(view(body).toByteArray()).toStdString();
    return std::string(body);
}

/// Words such as =?UTF-8?q?J=C3=B6rg?= become UTF-8.
std::string decodeWords(const std::string &value)
{
    static const QRegularExpression word(QStringLiteral("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=(\\s+(?==\\?))?"));
    const QString text = QString::fromUtf8(value);
    std::string out;
    qsizetype at = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += text.sliced(at, match.capturedStart() - at).toStdString();
        at = match.capturedEnd();
        QByteArray bytes = match.captured(3).toLatin1();
        const bool isBase64 = match.captured(2).toLower() == QLatin1String("b");
        const std::string raw =
            isBase64 ? QByteArray::fromBase64(bytes).toStdString() : decodeQuotedPrintable(bytes.replace('_', ' ').toStdString());
        out += convertedToUtf8(raw, match.captured(1).toStdString());
    }
    return out + text.sliced(at).toStdString();
}

/// A parameter of a header: boundary, charset.
std::string parameter(const std::string &header, const QString &name)
{
    const QRegularExpression form(QStringLiteral("[;\\s]%1\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))").arg(name),
                                  QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromStdString(header));
    return (match.captured(1) + match.captured(2)).toStdString();
}

Mail parse(std::string_view message, int depth);

/// The text parts of a multipart body, decoded, one after the other.
void joinParts(Mail &mail, std::string_view body, const std::string &boundary, int depth)
{
    const std::string mark = "--" + boundary;
    std::optional<std::size_t> start;
    std::size_t offset = 0;
    for (const auto line : splitLines(body)) {
        if (trimmedEnd(line).starts_with(mark)) {
            if (start) {
                const Mail part = parse(body.substr(*start, offset - *start), depth + 1);
                const auto type = part.headers.find("content-type");
                const auto kind = type == part.headers.end() ? std::string("text/plain") : lowered(type->second);
                if (!kind.starts_with("text/html") && (kind.starts_with("text/") || kind.starts_with("multipart/"))) {
                    mail.body += part.body;
                    mail.charset = part.charset;
                }
            }
            start = offset + line.size();
        }
        offset += line.size();
    }
}

Mail parse(std::string_view message, int depth)
{
    Mail mail;
    std::string last;
    std::size_t lines = 0;
    while (!message.empty()) {
        const auto raw = message.substr(0, std::min(message.find('\n'), message.size() - 1) + 1);
        message.remove_prefix(raw.size());
        ++lines;
        const auto line = trimmedEnd(raw);
        if (line.empty())
            break;
        if ((line.front() == ' ' || line.front() == '\t') && !last.empty()) {
            mail.headers[last] += line;
        } else if (isHeader(line)) {
            const auto colon = line.find(':');
            last = lowered(line.substr(0, colon));
            auto value = line.substr(colon + 1);
            value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
            if (!mail.headers.try_emplace(last, value).second)
                last.clear();
        }
    }
    const std::string type = mail.headers["content-type"];
    const std::string encoding = lowered(trimmedEnd(mail.headers["content-transfer-encoding"]));
    mail.charset = parameter(type, QStringLiteral("charset"));
    const std::string boundary = parameter(type, QStringLiteral("boundary"));
    if (depth < deepestParts && !boundary.empty() && lowered(type).starts_with("multipart/")) {
        joinParts(mail, message, boundary, depth);
    } else {
        mail.body = decodeTransfer(message, encoding);
        if (encoding != "quoted-printable" && encoding != "base64")
            mail.bodyLine = lines + 1;
    }
    if (mail.charset.empty())
        mail.charset = "utf-8";
    for (auto &[name, value] : mail.headers)
        value = decodeWords(value);
    return mail;
}

/// One message, which starts at @p line of the input.
Mail readMessage(std::string_view message, std::size_t line)
{
    const auto end = message.find('\n');
    const bool hasCrLf = end != std::string_view::npos && end > 0 && message[end - 1] == '\r';
    Mail mail = hasCrLf ? parse(withoutCarriageReturns(message), 0) : parse(message, 0);
    mail.lostLineEnds = hasCrLf && mail.bodyLine != 0;
    if (mail.bodyLine != 0)
        mail.bodyLine += line - 1;
    return mail;
}

} // namespace

std::string convertedToUtf8(std::string_view bytes, const std::string &charset)
{
    QStringDecoder decoder(charset.c_str());
    return decoder.isValid() ? QString(decoder(view(bytes))).toStdString() : std::string(bytes);
}

bool isMail(std::string_view bytes)
{
    const auto all = splitLines(bytes.substr(0, 64UL * 1024));
    if (all.empty())
        return false;
    if (isMailStart(all.front()))
        return true;
    for (const auto line : all) {
        const auto text = trimmedEnd(line);
        if (text.empty())
            break;
        if (text.starts_with("From: ") || text.starts_with("Subject: "))
            return isHeader(all.front());
    }
    return false;
}

std::vector<Mail> readMailbox(std::string_view bytes)
{
    std::vector<Mail> mails;
    const auto all = splitLines(bytes);
    std::size_t offset = 0;
    std::size_t start = 0;
    std::size_t startLine = 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool afterGap = i == 0 || trimmedEnd(all[i - 1]).empty();
        if (afterGap && isMailStart(all[i]) && i + 1 < all.size() && isHeader(all[i + 1])) {
            if (i != 0)
                mails.push_back(readMessage(bytes.substr(start, offset - start), startLine));
            start = offset + all[i].size();
            startLine = i + 2;
        }
        offset += all[i].size();
    }
    mails.push_back(readMessage(bytes.substr(start), startLine));
    return mails;
}

} // namespace countersign::git
