// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/ContentNotes.h"
#include "diff/Diff.h"
#include "diff/LfsPointer.h"

#include <QTest>

using namespace countersign;
using namespace std::string_literals;

namespace
{

const std::string pointer = "version https://git-lfs.github.com/spec/v1\n"
                            "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

FileChange change(const std::string &before, const std::string &after)
{
    FileChange file;
    file.delta.oldSide = {.path = "a", .blob = *Oid::fromHex(std::string(40, '1')), .mode = 0100644, .size = before.size()};
    file.delta.newSide = {.path = "a", .blob = *Oid::fromHex(std::string(40, '2')), .mode = 0100644, .size = after.size()};
    file.oldEncoding = detectEncoding(before);
    file.newEncoding = detectEncoding(after);
    file.oldText = Text(toUtf8(before, file.oldEncoding).value());
    file.newText = Text(toUtf8(after, file.newEncoding).value());
    file.rows = diff::diffTexts(file.oldText, file.newText);
    return file;
}

/// A delta without texts, as that of binary content.
FileChange ofKind(FileKind kind, std::uint32_t oldMode, std::uint32_t newMode)
{
    FileChange file = change({}, {});
    file.delta.kind = kind;
    file.delta.oldSide.mode = oldMode;
    file.delta.newSide.mode = newMode;
    return file;
}

QStringList sentences(const FileChange &file)
{
    QStringList out;
    for (const auto &note : diff::contentNotes(file))
        out << QString::fromStdString((note.isChange ? "* " : "") + note.text.english());
    return out;
}

} // namespace

class TestContentNotes : public QObject
{
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const std::string &before, const std::string &after, const QStringList &expected) {
            QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after) << expected;
        };
        row("plain", "a\n", "b\n", {});
        row("nothing", "a\n", "a\n", {QStringLiteral("No line differs")});
        row("utf-8 needs no note", "ä\n", "ö\n", {});
        row("ascii became utf-8", "a\n", "ö\n", {});
        row("latin-1", "\xE4\n", "\xF6\n", {QStringLiteral("Not UTF-8; shown as ISO-8859-1")});
        row("latin-1 to utf-8", "\xE4\n", "ä\n", {QStringLiteral("* Encoding changed from ISO-8859-1 to UTF-8")});
        row("ascii to utf-16", "ab\n", "\xFF\xFE"s + "a\0b\0\n\0"s,
            {QStringLiteral("* Encoding changed from ASCII to UTF-16LE"),
             QStringLiteral("* A byte order mark was put in front of the text")});
        row("utf-16", "\xFF\xFE"s + "a\0\n\0"s, "\xFF\xFE"s + "b\0\n\0"s,
            {QStringLiteral("Encoded as UTF-16LE; its text is compared, not its bytes"),
             QStringLiteral("Begins with a byte order mark")});
        row("utf-16 to the other one", "\xFF\xFE"s + "a\0\n\0"s, "\xFE\xFF"s + "\0a\0\n"s,
            {QStringLiteral("* Encoding changed from UTF-16LE to UTF-16BE"), QStringLiteral("Begins with a byte order mark")});
        row("mark gained", "a\n",
            "\xEF\xBB\xBF"
            "a\n",
            {QStringLiteral("* A byte order mark was put in front of the text")});
        row("mark lost",
            "\xEF\xBB\xBF"
            "a\n",
            "a\n", {QStringLiteral("* The byte order mark was removed")});
        row("crlf to lf", "a\r\nb\r\n", "a\nb\n", {QStringLiteral("* Line ends changed from CRLF to LF")});
        row("lf to mixed", "a\nb\nc\n", "a\nb\r\nc\n", {QStringLiteral("* Line ends changed from LF to LF 2, CRLF 1")});
        row("still mixed", "a\nb\r\n", "a\nc\r\n", {QStringLiteral("Different line ends: LF 1, CRLF 1")});
        row("one more of the mixed", "a\nb\r\n", "a\nb\r\nc\n", {QStringLiteral("* Different line ends: LF 2, CRLF 1")});
        row("end lost", "a\nb\n", "a\nb", {QStringLiteral("* The last line lost its line end")});
        row("end gained", "a\nb", "a\nb\n", {QStringLiteral("* The last line got a line end")});
        row("never had one", "a\nb", "c\nb", {QStringLiteral("The last line has no line end")});
        row("broken utf-8", "ä ö ü\n", "ä ö ü\xFF\n", {QStringLiteral("* Bytes that are not UTF-8 are shown as escapes: 1")});
        row("long line", "a\n", std::string(6000, 'x') + "\n", {QStringLiteral("The longest line has 6000 bytes")});
        row("emptied", "a\n", "", {QStringLiteral("* The file is empty now")});
        row("to lfs", "a\n", pointer,
            {QStringLiteral(
                "* The file moved to Git LFS: 4d7a214614ab (12345 bytes). Only the pointer is here, so the new content "
                "cannot be reviewed")});
        std::string other = pointer;
        other.replace(other.find("4d7a"), 4, "ffff");
        row("lfs", pointer, other,
            {QStringLiteral(
                "* Git LFS keeps this file elsewhere: 4d7a214614ab (12345 bytes) became ffff214614ab (12345 bytes). Only "
                "the pointer is here, so its content cannot be reviewed")});
    }

    void texts()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, expected);
        QCOMPARE(sentences(change(before.toStdString(), after.toStdString())), expected);
    }

    void addedAndDeletedEmptyFiles()
    {
        FileChange file = change({}, {});
        file.delta.oldSide = {};
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The new file is empty")});
        file = change({}, {});
        file.delta.newSide = {};
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The deleted file was empty")});
    }

    void newFileTellsWhatItIs()
    {
        FileChange file = change({}, "#!/bin/sh\r\n");
        file.delta.oldSide = {};
        file.delta.newSide.mode = 0100755;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The new file is executable")});
    }

    void modesInWords()
    {
        FileChange file = change("a\n", "a\n");
        file.delta.newSide.mode = 0100755;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The file became executable")});
        std::swap(file.delta.oldSide.mode, file.delta.newSide.mode);
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The file is no longer executable")});
        file.delta.newSide.mode = 0100664;
        file.delta.oldSide.mode = 0100644;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* Mode changed from 100644 to 100664")});
    }

    void namesAndTypes()
    {
        FileChange file = change("a\n", "a\n");
        file.delta.status = DeltaStatus::Renamed;
        file.delta.oldSide.path = "old/name";
        file.delta.similarity = 93;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* Renamed from old/name, 93 % alike")});
        file = change("contents\n", "target");
        file.delta.kind = FileKind::Symlink;
        file.delta.newSide.mode = 0120000;
        QCOMPARE(sentences(file),
                 (QStringList{QStringLiteral("* The file became a symbolic link"), QStringLiteral("Symbolic link to target")}));
    }

    void linksAndSubmodules()
    {
        FileChange file = change("one", "two");
        file.delta.kind = FileKind::Symlink;
        file.delta.oldSide.mode = file.delta.newSide.mode = 0120000;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* The symbolic link led to one and now leads to two")});
        file = ofKind(FileKind::Submodule, 0160000, 0160000);
        QCOMPARE(sentences(file),
                 QStringList{QStringLiteral("* The submodule went from commit %1 to %2")
                                 .arg(QString::fromStdString(file.delta.oldSide.blob.shortHex()),
                                      QString::fromStdString(file.delta.newSide.blob.shortHex()))});
        file.delta.oldSide = {};
        QVERIFY(sentences(file).front().startsWith(QStringLiteral("* The submodule stands at commit 2222")));
    }

    void binarySizes()
    {
        FileChange file = ofKind(FileKind::Binary, 0100644, 0100644);
        file.delta.oldSide.size = 10;
        file.delta.newSide.size = 30;
        QCOMPARE(sentences(file), QStringList{QStringLiteral("* Binary content: 10 → 30 bytes")});
        file.delta.newSide.mode = 0100755;
        file.delta.newSide.blob = file.delta.oldSide.blob;
        QCOMPARE(sentences(file),
                 (QStringList{QStringLiteral("* The file became executable"),
                              QStringLiteral("Binary content, the same on both sides: 30 bytes")}));
    }

    void noChangeIsWithoutAWord()
    {
        for (const auto kind : {FileKind::Text, FileKind::Binary, FileKind::Image, FileKind::Submodule, FileKind::Symlink})
            QVERIFY(!diff::contentNotes(ofKind(kind, 0100644, 0100644)).empty());
    }

    void pointersAreReadAsSpecified()
    {
        const auto parsed = diff::parseLfsPointer(pointer);
        QVERIFY(parsed);
        QCOMPARE(parsed->size, 12345U);
        QVERIFY(parsed->oid.starts_with("4d7a"));
        QVERIFY(!diff::parseLfsPointer(""));
        QVERIFY(!diff::parseLfsPointer("x" + pointer));
        QVERIFY(!diff::parseLfsPointer(pointer.substr(0, pointer.size() - 1)));
        QVERIFY(!diff::parseLfsPointer(pointer + "zeal 1"));
        QVERIFY(!diff::parseLfsPointer(pointer + "ext-0-x 1\n")); // not sorted
        QVERIFY(!diff::parseLfsPointer(pointer + "z " + std::string(1024, 'a') + "\n"));
        std::string wrong = pointer;
        QVERIFY(!diff::parseLfsPointer(wrong.replace(wrong.find("4d7a"), 4, "4D7A")));
        wrong = pointer;
        QVERIFY(!diff::parseLfsPointer(wrong.replace(wrong.find("12345"), 5, "-1234")));
        wrong = pointer;
        QVERIFY(!diff::parseLfsPointer(wrong.replace(wrong.find("12345"), 5, "99999999999999999999999")));
    }
};

QTEST_GUILESS_MAIN(TestContentNotes)
#include "tst_contentnotes.moc"
