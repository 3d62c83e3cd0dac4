// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Files.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace countersign::test
{

/// A time-stamp authority of our own, made with openssl: "ca.pem" signed "tsa.pem".
class TimeAuthority
{
public:
    TimeAuthority() { makeConfiguration(); }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray certificates() const { return readFile(file(QStringLiteral("ca.pem"))); }
    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }
    /// False when openssl is not there. @param purpose of the signing certificate; @param days that it is good for.
    bool make(const QString &purpose = QStringLiteral("critical,timeStamping"), int days = 30) const
    {
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        return writeFile(file(QStringLiteral("extensions")), "extendedKeyUsage=" + purpose.toLatin1() + "\n")
            && writeFile(file(QStringLiteral("serial")), "01\n")
            && openssl(words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 "
                             "-subj /CN=Root"))
            && openssl(words("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=TSA"))
            && openssl(words("x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -extfile extensions "
                             "-days")
                       << QString::number(days));
    }
    /// The response to a request; empty when openssl refuses.
    [[nodiscard]] QByteArray reply(const QByteArray &query) const
    {
        if (!writeFile(file(QStringLiteral("q.tsq")), query)
            || !openssl({QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"), QStringLiteral("tsa.cnf"),
                         QStringLiteral("-queryfile"), QStringLiteral("q.tsq"), QStringLiteral("-out"), QStringLiteral("r.tsr")}))
            return {};
        return readFile(file(QStringLiteral("r.tsr")));
    }
    /// `openssl ts -verify`'s own answer.
    [[nodiscard]] bool accepts(const QByteArray &response, const QByteArray &data, const QByteArray &authorities) const
    {
        return writeFile(file(QStringLiteral("v.tsr")), response) && writeFile(file(QStringLiteral("v.data")), data)
            && writeFile(file(QStringLiteral("v.pem")), authorities)
            && openssl({QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-data"), QStringLiteral("v.data"),
                        QStringLiteral("-in"), QStringLiteral("v.tsr"), QStringLiteral("-CAfile"), QStringLiteral("v.pem")});
    }

private:
    void makeConfiguration() const
    {
        if (!writeFile(
                file(QStringLiteral("tsa.cnf")),
                "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\nsigner_key=tsa.key\n"
                "certs=ca.pem\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha1,sha256,sha384,sha512\n"
                "accuracy=secs:1\nordering=yes\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n"))
            qFatal("no temporary file");
    }

    QTemporaryDir m_folder;
};

} // namespace countersign::test
