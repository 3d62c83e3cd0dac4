// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Tar.h"
#include "support/Files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <functional>
#include <memory>

using namespace countersign;
using namespace countersign::records;

namespace
{

constexpr qsizetype block = 512;

/// Writes the sum of a changed header anew, so that only the change itself can be refused.
void fixSum(QByteArray &tar, qsizetype at = 0)
{
    QByteArray header = tar.mid(at, block);
    header.replace(148, 8, "        ");
    unsigned sum = 0;
    for (const char c : header)
        sum += static_cast<unsigned char>(c);
    tar.replace(at + 148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
}

void setField(QByteArray &tar, qsizetype at, const QByteArray &text)
{
    tar.replace(at, text.size(), text);
    fixSum(tar);
}

/// Archive of another program, with its own options.
QByteArray tarOf(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("tar"), QStringList{QStringLiteral("-cf"), QStringLiteral("-")} + arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("tar: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

/// Archives of bundles: what we write is plain and always the same, and nothing else is unpacked.
class TestTar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sameFolderMakesTheSameBytes();
    void tarItselfUnpacksIt();
    void unpackedAsItWas();
    void hostileArchiveMakesNothing_data();
    void hostileArchiveMakesNothing();
    void archivesOfOtherProgramsAreRefused_data();
    void archivesOfOtherProgramsAreRefused();
    void everyTruncationIsNamed();
    void nothingIsOverwritten();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray packed(const QString &name = QStringLiteral("x.tar")) const
    {
        QFile::remove(path(name));
        const auto written = writeTar(path(QStringLiteral("in")).toStdString(), path(name).toStdString());
        return written ? test::readFile(path(name)) : QByteArray();
    }
    /// The problem's name, "unpacked", or "error".
    [[nodiscard]] std::string unpack(const QByteArray &bytes) const
    {
        QDir(path(QStringLiteral("out"))).removeRecursively();
        QDir().mkpath(path(QStringLiteral("out")));
        if (!test::writeFile(path(QStringLiteral("y.tar")), bytes))
            return "not written";
        const auto problems = unpackTar(path(QStringLiteral("y.tar")).toStdString(), path(QStringLiteral("out")).toStdString());
        return !problems ? "error" : problems->empty() ? "unpacked" : std::string(name(problems->front().failure));
    }
    [[nodiscard]] QStringList made(const QString &folder) const
    {
        return QDir(path(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path(QStringLiteral("in/records"))));
    QVERIFY(test::writeFile(path(QStringLiteral("in/README.txt")), "Hello\n"));
    QVERIFY(test::writeFile(path(QStringLiteral("in/records/000001.pae")), QByteArray(1500, 'x')));
    QVERIFY(test::writeFile(path(QStringLiteral("in/records/empty")), {}));
}

void TestTar::sameFolderMakesTheSameBytes()
{
    const auto first = packed();
    QVERIFY(!first.isEmpty());
    QCOMPARE(first.size() % (20 * block), 0);
    QFile file(path(QStringLiteral("in/README.txt")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1), QFileDevice::FileModificationTime));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(packed(QStringLiteral("z.tar")), first);
}

void TestTar::tarItselfUnpacksIt()
{
    QVERIFY(!packed().isEmpty());
    QVERIFY(QDir().mkpath(path(QStringLiteral("theirs"))));
    QCOMPARE(QProcess::execute(
                 QStringLiteral("tar"),
                 {QStringLiteral("-xf"), path(QStringLiteral("x.tar")), QStringLiteral("-C"), path(QStringLiteral("theirs"))}),
             0);
    QCOMPARE(test::readFile(path(QStringLiteral("theirs/records/000001.pae"))), QByteArray(1500, 'x'));
    QVERIFY(isTar(path(QStringLiteral("x.tar")).toStdString()));
    QVERIFY(!isTar(path(QStringLiteral("in/README.txt")).toStdString()));
    QVERIFY(!isTar(path(QStringLiteral("in")).toStdString()));
}

void TestTar::unpackedAsItWas()
{
    QCOMPARE(unpack(packed()), std::string("unpacked"));
    QCOMPARE(test::readFile(path(QStringLiteral("out/README.txt"))), QByteArray("Hello\n"));
    QCOMPARE(test::readFile(path(QStringLiteral("out/records/000001.pae"))), QByteArray(1500, 'x'));
    QVERIFY(QFile::exists(path(QStringLiteral("out/records/empty"))));
}

void TestTar::hostileArchiveMakesNothing_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("change");
    const auto row = [](const char *title, std::function<void(QByteArray &)> change) {
        QTest::newRow(title) << std::move(change);
    };
    const auto named = [&row](const char *title, const QByteArray &name) {
        row(title, [name](QByteArray &tar) { setField(tar, 0, name.leftJustified(100, '\0')); });
    };
    const auto typed = [&row](const char *title, char type) {
        row(title, [type](QByteArray &tar) { setField(tar, 156, QByteArray(1, type)); });
    };
    // The first header is that of README.txt.
    named("leads outside", "../README.txt");
    named("leads outside further on", "records/../../README.txt");
    named("absolute", "/tmp/README.txt");
    named("begins with a dot", "./README.txt");
    named("hidden", ".bashrc");
    named("empty part", "records//a");
    named("folder by its name", "records/");
    named("back slash", "..\\README.txt");
    named("line feed", "a\nb");
    named("escape", "a\x1B[31m");
    named("bidirectional", "a\xE2\x80\xAE");
    named("drive", "C:README.txt");
    named("no name", "");
    named("name twice", "records/000001.pae");
    named("name twice in other letters", "RECORDS/000001.PAE");
    typed("hard link", '1');
    typed("symbolic link", '2');
    typed("character device", '3');
    typed("block device", '4');
    typed("folder", '5');
    typed("pipe", '6');
    typed("contiguous file", '7');
    typed("long name of GNU", 'L');
    typed("sparse file of GNU", 'S');
    typed("extended header", 'x');
    typed("global header", 'g');
    typed("old regular file", '\0');
    row("link target", [](QByteArray &tar) { setField(tar, 157, "/etc/passwd"); });
    row("prefix", [](QByteArray &tar) { setField(tar, 345, "../.."); });
    row("set user id", [](QByteArray &tar) { setField(tar, 100, "0004755"); });
    row("of somebody", [](QByteArray &tar) { setField(tar, 108, "0001000"); });
    row("wrong sum", [](QByteArray &tar) { tar[148] = '7'; });
    row("size beyond the end", [](QByteArray &tar) { setField(tar, 124, "00000400000"); });
    row("largest size", [](QByteArray &tar) { setField(tar, 124, "77777777777"); });
    row("size in binary", [](QByteArray &tar) { setField(tar, 124, QByteArray("\x80\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF", 12)); });
    row("negative size", [](QByteArray &tar) { setField(tar, 124, "-0000000001"); });
    row("bytes in the padding of the header", [](QByteArray &tar) { setField(tar, 505, "x"); });
    row("bytes behind the end", [](QByteArray &tar) { tar.back() = 'x'; });
    row("another archive behind the end", [](QByteArray &tar) { tar += tar; });
    row("endless zeros behind the end", [](QByteArray &tar) { tar += QByteArray(1024 * 1024, '\0'); });
    row("half a block more", [](QByteArray &tar) { tar += QByteArray(256, '\0'); });
    row("nothing", [](QByteArray &tar) { tar.clear(); });
    row("only zeros", [](QByteArray &tar) { tar = QByteArray(64 * 1024, '\0'); });
}

void TestTar::hostileArchiveMakesNothing()
{
    QFETCH(std::function<void(QByteArray &)>, change);
    auto tar = packed();
    change(tar);
    const auto before = made({});
    QCOMPARE(unpack(tar), std::string("bundle-file"));
    for (const auto &name : {QStringLiteral("README.txt"), QStringLiteral("out/.bashrc")})
        QVERIFY(!QFile::exists(path(name)));
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/README.txt")));
    for (const auto &name : made({}))
        QVERIFY(before.contains(name) || name == QLatin1String("y.tar") || name == QLatin1String("out"));
}

void TestTar::archivesOfOtherProgramsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("GNU, with folders") << QStringList{QStringLiteral("README.txt"), QStringLiteral("records")};
    QTest::newRow("link") << QStringList{QStringLiteral("link")};
    QTest::newRow("hard link") << QStringList{QStringLiteral("README.txt"), QStringLiteral("hard")};
    QTest::newRow("sparse") << QStringList{QStringLiteral("--sparse"), QStringLiteral("holes")};
    QTest::newRow("pax") << QStringList{QStringLiteral("--format=pax"), QStringLiteral("README.txt")};
}

void TestTar::archivesOfOtherProgramsAreRefused()
{
    QFETCH(QStringList, arguments);
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), path(QStringLiteral("in/link"))));
    std::filesystem::create_hard_link(path(QStringLiteral("in/README.txt")).toStdString(),
                                      path(QStringLiteral("in/hard")).toStdString());
    QFile holes(path(QStringLiteral("in/holes")));
    QVERIFY(holes.open(QIODevice::WriteOnly) && holes.resize(1L << 30));
    QCOMPARE(unpack(tarOf(path(QStringLiteral("in")), arguments)), std::string("bundle-file"));
    QVERIFY(made(QStringLiteral("out")).size() <= 1);
    QVERIFY(!QFileInfo(path(QStringLiteral("out/link"))).isSymLink());
}

void TestTar::everyTruncationIsNamed()
{
    const auto tar = packed();
    for (qsizetype size = 0; size < tar.size() - 10 * block; size += 100)
        QCOMPARE(unpack(tar.left(size)), std::string("bundle-file"));
}

void TestTar::nothingIsOverwritten()
{
    QVERIFY(test::writeFile(path(QStringLiteral("x.tar")), "mine"));
    const auto written = writeTar(path(QStringLiteral("in")).toStdString(), path(QStringLiteral("x.tar")).toStdString());
    QVERIFY(!written);
    QCOMPARE(test::readFile(path(QStringLiteral("x.tar"))), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(TestTar)
#include "tst_tar.moc"
