// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Export.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

#include <functional>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void edit(const QString &path, const std::function<void(QByteArray &)> &change)
{
    auto bytes = bytesOf(path);
    QVERIFY(!bytes.isEmpty());
    change(bytes);
    write(path, bytes);
}

using Meddle = std::function<void(const QDir &)>;

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void folderHoldsWhatTheReadmeNames();
    void commandsOfTheReadmeSayGood();
    void recordIdsAreTheDigestsOfTheSignedBytes();
    void exportIsVerifiedWithoutTheRepository();
    void meddlingWithTheFolderIsNamed_data();
    void meddlingWithTheFolderIsNamed();
    void unreadableFolderIsAnErrorNotAVerdict_data();
    void unreadableFolderIsAnErrorNotAVerdict();
    void nothingIsOverwritten();
    void folderThatCannotBeMadeIsNamed();
    void recordThatDoesNotVerifyIsSaidSo();
    void reportsShowHostileTextsAsText();

private:
    [[nodiscard]] Keyring::Run shell(const QString &command) const;
    [[nodiscard]] std::string verdict();
    void writeExport();

    Scene m_scene;
    Oid m_good;
    std::optional<QTemporaryDir> m_folder;
    QDir m_out;
};

void TestExport::initTestCase()
{
    m_scene.add(alice);
    m_scene.add(carol, "other");
    m_scene.add(alice, "feature", RecordKind::Reject);
    m_scene.add(alice, "other");
    m_good = m_scene.tip();
}

void TestExport::init()
{
    m_scene.moveLedger(m_good);
    m_folder.emplace();
    m_out.setPath(m_folder->filePath(QStringLiteral("out")));
    writeExport();
}

void TestExport::writeExport()
{
    const auto written =
        exportRecords(m_scene.ledger(), m_scene.verify(), {m_scene.signers().text(), {}, {}}, m_out.path().toStdString());
    QVERIFY2(written, written ? "" : written.error().what.english().c_str());
}

Keyring::Run TestExport::shell(const QString &command) const
{
    return m_scene.keyring.run(QStringLiteral("sh"),
                               {QStringLiteral("-c"), QStringLiteral("cd '%1' && ").arg(m_out.path()) + command});
}

std::string TestExport::verdict()
{
    const auto ledger = readExport(m_out.path().toStdString());
    if (!ledger)
        return "error: " + ledger.error().what.english();
    return failures(verifyLedger(*ledger, {m_scene.signers(), m_scene.clock.now(), nullptr}).value());
}

void TestExport::folderHoldsWhatTheReadmeNames()
{
    QStringList files;
    for (QDirIterator it(m_out.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files << m_out.relativeFilePath(it.next());
    files.sort();
    QStringList expected{QStringLiteral("README.txt"),      QStringLiteral("allowed_signers"), QStringLiteral("log/leaves"),
                         QStringLiteral("manifest.sha256"), QStringLiteral("report.html"),     QStringLiteral("report.json"),
                         QStringLiteral("report.pdf"),      QStringLiteral("revoked_keys")};
    for (int i = 1; i <= 4; ++i) {
        for (const char *ending : {"dsse.json", "pae", "pae.sig"})
            expected << QStringLiteral("records/00000%1.%2").arg(i).arg(QLatin1String(ending));
    }
    expected.sort();
    QCOMPARE(files, expected);
    const auto ledger = m_scene.ledger();
    QCOMPARE(bytesOf(m_out.filePath(QStringLiteral("records/000002.dsse.json"))).toStdString(), *ledger.entries[1].envelope);
    QCOMPARE(bytesOf(m_out.filePath(QStringLiteral("allowed_signers"))).toStdString(), m_scene.signers().text());
}

void TestExport::commandsOfTheReadmeSayGood()
{
    const auto readme = QString::fromUtf8(bytesOf(m_out.filePath(QStringLiteral("README.txt"))));
    int commands = 0;
    for (const QString &line : readme.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1String("    ssh-keygen ")))
            continue;
        ++commands;
        const auto ran = shell(line);
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.output.starts_with("Good \"approval@countersign.dev\" signature for "), ran.output.c_str());
        // With the bytes of another record it is not good.
        auto other = line;
        other.replace(QRegularExpression(QStringLiteral("< .*")), QStringLiteral("< allowed_signers"));
        QVERIFY(shell(other).exitCode != 0);
    }
    QCOMPARE(commands, 4);
}

void TestExport::recordIdsAreTheDigestsOfTheSignedBytes()
{
    const auto digests = shell(QStringLiteral("sha256sum records/*.pae | cut -d ' ' -f 1"));
    const auto logged = shell(QStringLiteral("cut -d ' ' -f 3 log/leaves"));
    QCOMPARE(digests.output, logged.output);
    QCOMPARE(std::ranges::count(digests.output, '\n'), 4);
}

void TestExport::exportIsVerifiedWithoutTheRepository()
{
    QVERIFY(isExport(m_out.path().toStdString()));
    QVERIFY(!isExport(m_folder->path().toStdString()));
    const auto ledger = readExport(m_out.path().toStdString());
    QVERIFY(ledger);
    QCOMPARE(ledger->lines, m_scene.ledger().lines);
    QCOMPARE(verdict(), std::string());
}

void TestExport::meddlingWithTheFolderIsNamed_data()
{
    QTest::addColumn<Meddle>("meddle");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, Meddle meddle, const char *expected) {
        QTest::newRow(title) << std::move(meddle) << std::string(expected);
    };
    const auto record = [](const QDir &out, int number) {
        return out.filePath(QStringLiteral("records/00000%1.dsse.json").arg(number));
    };
    const auto leaves = [](const QDir &out) { return out.filePath(QStringLiteral("log/leaves")); };
    row(
        "a byte of a record",
        [=](const QDir &out) { edit(record(out, 2), [](QByteArray &bytes) { bytes[100] = bytes[100] == 'A' ? 'B' : 'A'; }); },
        "record-id-mismatch signature-invalid");
    row("a record removed", [=](const QDir &out) { QFile::remove(record(out, 3)); }, "chain-gap record-missing");
    row("a record added", [=](const QDir &out) { QFile::copy(record(out, 1), record(out, 5)); }, "record-not-logged");
    row(
        "two swapped",
        [=](const QDir &out) {
            QFile::rename(record(out, 1), record(out, 9));
            QFile::rename(record(out, 2), record(out, 1));
            QFile::rename(record(out, 9), record(out, 2));
        },
        "log-head-mismatch record-id-mismatch signature-replaced");
    row(
        "removed from folder and log, numbered anew",
        [=](const QDir &out) {
            QFile::remove(record(out, 3));
            QFile::rename(record(out, 4), record(out, 3));
            edit(leaves(out), [](QByteArray &bytes) {
                auto lines = bytes.split('\n');
                lines.removeAt(2);
                lines[2].replace(0, 1, "2");
                bytes = lines.join('\n');
            });
        },
        "chain-gap log-head-mismatch");
    row(
        "a line removed",
        [=](const QDir &out) { edit(leaves(out), [](QByteArray &bytes) { bytes.truncate(bytes.indexOf("\n3 ") + 1); }); },
        "record-not-logged");
    row(
        "a line of rubbish", [=](const QDir &out) { edit(leaves(out), [](QByteArray &bytes) { bytes += "rubbish\n"; }); },
        "leaf-malformed");
    row("a record emptied", [=](const QDir &out) { write(record(out, 2), {}); }, "json-syntax");
}

void TestExport::meddlingWithTheFolderIsNamed()
{
    QFETCH(Meddle, meddle);
    QFETCH(std::string, expected);
    meddle(m_out);
    // Beside what was done, every file that is not what the manifest says is named.
    QCOMPARE(verdict(), "bundle-file " + expected);
}

void TestExport::unreadableFolderIsAnErrorNotAVerdict_data()
{
    QTest::addColumn<Meddle>("meddle");
    const auto row = [](const char *title, Meddle meddle) { QTest::newRow(title) << std::move(meddle); };
    const auto path = QStringLiteral("records/000002.dsse.json");
    row("record is a folder", [=](const QDir &out) {
        QFile::remove(out.filePath(path));
        out.mkdir(path);
    });
    row("record is a pipe that nobody fills", [=](const QDir &out) {
        QFile::remove(out.filePath(path));
        QCOMPARE(::mkfifo(QFile::encodeName(out.filePath(path)).constData(), 0600), 0);
    });
    row("record is a device without an end", [=](const QDir &out) {
        QFile::remove(out.filePath(path));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), out.filePath(path)));
    });
    row("record of 100 MB", [=](const QDir &out) { QVERIFY(QFile::resize(out.filePath(path), 100'000'000)); });
    row("log of 100 MB",
        [](const QDir &out) { QVERIFY(QFile::resize(out.filePath(QStringLiteral("log/leaves")), 100'000'000)); });
}

void TestExport::unreadableFolderIsAnErrorNotAVerdict()
{
    QFETCH(Meddle, meddle);
    meddle(m_out);
    QCOMPARE(verdict(), std::string("error: The file cannot be read, or is too large."));
}

void TestExport::nothingIsOverwritten()
{
    const auto before = bytesOf(m_out.filePath(QStringLiteral("README.txt")));
    const auto refused =
        exportRecords(m_scene.ledger(), m_scene.verify(), {m_scene.signers().text(), {}, {}}, m_out.path().toStdString());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(refused.error().hint.english().contains("nothing is overwritten"));
    QCOMPARE(bytesOf(m_out.filePath(QStringLiteral("README.txt"))), before);
    // An empty folder is taken.
    m_out.setPath(m_folder->filePath(QStringLiteral("empty")));
    QVERIFY(m_out.mkpath(QStringLiteral(".")));
    writeExport();
}

void TestExport::folderThatCannotBeMadeIsNamed()
{
    const auto blocked = m_folder->filePath(QStringLiteral("file/out"));
    write(m_folder->filePath(QStringLiteral("file")), "x");
    const auto refused =
        exportRecords(m_scene.ledger(), m_scene.verify(), {m_scene.signers().text(), {}, {}}, blocked.toStdString());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Environment);
    QVERIFY(refused.error().what.english().contains(blocked.toStdString()));
}

void TestExport::recordThatDoesNotVerifyIsSaidSo()
{
    m_scene.add(mallory);
    auto files = m_scene.files();
    files[recordPath(m_scene.ledger().entries[1].leaf.recordId)] = "rubbish";
    m_scene.rewrite(files);
    m_out.setPath(m_folder->filePath(QStringLiteral("with bad ones")));
    writeExport();
    const auto readme = bytesOf(m_out.filePath(QStringLiteral("README.txt")));
    QVERIFY2(readme.contains("did NOT verify"), readme.constData());
    QVERIFY2(readme.contains("  000002: json-syntax ("), readme.constData());
    QVERIFY2(readme.contains("  000005: unknown-key ("), readme.constData());
    QCOMPARE(readme.count("    ssh-keygen "), 3);
    QCOMPARE(bytesOf(m_out.filePath(QStringLiteral("records/000002.dsse.json"))), QByteArray("rubbish"));
    QVERIFY(!QFile::exists(m_out.filePath(QStringLiteral("records/000002.pae"))));
    QVERIFY(verdict().contains("json-syntax"));
}

/// Whatever names, refs and evidence hold, the reports show it and nothing of it acts.
void TestExport::reportsShowHostileTextsAsText()
{
    auto statement = m_scene.statement(alice, "feature");
    statement.change.name = "refs/heads/<img src=x onerror=alert(1)>";
    statement.checklist.answers = {{"q", "yes", "</td><script>alert(1)</script>"},
                                   {"r", "yes", "=HYPERLINK(\"http://x\") \xE2\x80\xAE) Tj ET"}};
    m_scene.append(m_scene.sign(alice, statement));
    m_out.setPath(m_folder->filePath(QStringLiteral("hostile")));
    writeExport();
    const auto html = bytesOf(m_out.filePath(QStringLiteral("report.html")));
    QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    QVERIFY(html.contains("&lt;img src=x"));
    for (const char *active : {"<script", "<img", "<iframe", "<a ", "javascript:", "\xE2\x80\xAE"})
        QVERIFY2(!html.contains(active), active);
    const auto pdf = bytesOf(m_out.filePath(QStringLiteral("report.pdf")));
    QVERIFY(!pdf.contains("\") Tj ET")); // a bracket of the text never ends the text
    const auto json = QJsonDocument::fromJson(bytesOf(m_out.filePath(QStringLiteral("report.json"))));
    QVERIFY(json.isObject());
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
