// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "diff/ContentNotes.h"
#include "diff/FileLoader.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace countersign;

namespace
{

std::string manyLines(int count, const std::string &prefix)
{
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += prefix + std::to_string(i) + "\n";
    return bytes;
}

} // namespace

class TestFileLoader : public QObject
{
    Q_OBJECT

private slots:
    void modifiedFileHasBothTextsAndRows()
    {
        const auto files = load({{"src/a.cpp", "int a;\n"}}, {{"src/a.cpp", "int b;\n"}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].oldText.bytes(), std::string_view("int a;\n"));
        QCOMPARE(files[0].newText.bytes(), std::string_view("int b;\n"));
        QCOMPARE(files[0].rows.added, 1U);
        QCOMPARE(files[0].fileClass, FileClass::Code);
    }

    void addedAndDeletedFilesHaveOneEmptySide()
    {
        const auto files =
            load({{"gone.txt", "one\n"}, {"kept", "x\n"}}, {{"gone.txt", std::nullopt}, {"new.txt", "entirely other\ntext\n"}});
        QCOMPARE(files.size(), 2U);
        QVERIFY(files[0].newText.isEmpty());
        QCOMPARE(files[0].rows.removed, 1U);
        QVERIFY(files[1].oldText.isEmpty());
        QCOMPARE(files[1].rows.added, 2U);
    }

    void symlinkShowsItsTarget()
    {
        const auto files = load({{"link", "old/target"}}, {{"link", "new/target"}}, {{"link", "120000"}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Symlink);
        QCOMPARE(files[0].newText.bytes(), std::string_view("new/target"));
        QCOMPARE(files[0].rows.rows.size(), 1U);
    }

    void submoduleShowsItsCommit()
    {
        const std::string before(40, '1');
        const std::string after(40, '2');
        const auto files = load({{"sub", before}}, {{"sub", after}}, {{"sub", "160000"}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Submodule);
        QCOMPARE(std::string(files[0].oldText.bytes()), "Subproject commit " + before + "\n");
        QCOMPARE(std::string(files[0].newText.bytes()), "Subproject commit " + after + "\n");
        QCOMPARE(files[0].rows.rows.size(), 1U);
    }

    void binaryHasNoRows()
    {
        const auto files = load({{"data.bin", std::string("a\0b", 3)}}, {{"data.bin", std::string("a\0c", 3)}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Binary);
        QVERIFY(files[0].newText.isEmpty() && files[0].oldText.isEmpty() && files[0].rows.rows.empty());
    }

    void imageIsKnownByItsFirstBytes()
    {
        const std::string png("\x89PNG\r\n\x1A\n\0\0", 10);
        const auto files = load({{"logo", png}}, {{"logo", png + "x"}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Image);
    }

    void fileThatBecomesBinaryHasNoRows()
    {
        const auto files = load({{"data", "text\n"}}, {{"data", std::string("te\0t\n", 5)}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Binary);
        QVERIFY(files[0].oldText.isEmpty());
    }

    void utf16IsTextAndItsRowsAreThoseOfTheText()
    {
        const std::string before("\xFF\xFE"
                                 "a\0\n\0b\0\n\0",
                                 10);
        const std::string after("\xFF\xFE"
                                "a\0\n\0c\0\n\0",
                                10);
        const auto files = load({{"text.rc", before}}, {{"text.rc", after}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.kind, FileKind::Text);
        QCOMPARE(files[0].newEncoding, TextEncoding::Utf16Le);
        QCOMPARE(files[0].delta.newSide.size, 10U);
        QCOMPARE(files[0].newText.line(2), std::string_view("c"));
        QCOMPARE(files[0].rows.added, 1U);
    }

    void eightBitTextStaysBytes()
    {
        const auto files = load({{"a.txt", "caf\xE9\n"}}, {{"a.txt", "th\xE9\n"}});
        QCOMPARE(files[0].newEncoding, TextEncoding::Latin1);
        QCOMPARE(files[0].newText.bytes(), std::string_view("th\xE9\n"));
    }

    void readerCanChooseAnotherEncoding()
    {
        test::RepositoryBuilder builder;
        const std::string chinese("\x87\x65\x57\x5B", 4); // UTF-16LE, without a mark
        builder.commit({.files = {{"a", chinese}, {"odd", "abc"}}});
        const auto repository = git::Repository::open(builder.path());
        FileDelta delta;
        delta.status = DeltaStatus::Added;
        delta.newSide = {.path = "a", .blob = builder.id("main:a"), .mode = 0100644, .size = 0};
        const diff::ChosenEncodings chosen{.oldSide = {}, .newSide = TextEncoding::Utf16Le};
        QCOMPARE(diff::loadFile(*repository, delta)->newText.bytes(), std::string_view(chinese));
        QCOMPARE(diff::loadFileAs(*repository, delta, chosen)->newText.bytes(), std::string_view("文字"));
        delta.newSide.blob = builder.id("main:odd");
        QVERIFY(!diff::loadFileAs(*repository, delta, chosen));
    }

    void binarySizesAreKnown()
    {
        const auto files = load({{"logo.png", std::string("a\0b", 3)}, {"x", std::string("\0", 1)}},
                                {{"logo.png", std::string("a\0cd", 4)}, {"x", std::string("\0\0", 2)}});
        QCOMPARE(files[0].delta.oldSide.size, 3U);
        QCOMPARE(files[0].delta.newSide.size, 4U);
        QCOMPARE(files[1].delta.newSide.size, 2U);
    }

    void pointerOfAnImageIsText()
    {
        const std::string head = "version https://git-lfs.github.com/spec/v1\noid sha256:" + std::string(64, 'a') + "\nsize ";
        auto files = load({{"logo.png", head + "1\n"}}, {{"logo.png", head + "2\n"}});
        QCOMPARE(files[0].delta.kind, FileKind::Text);
        QCOMPARE(files[0].rows.added, 1U);
        files = load({{"logo.png", std::string("\x89PNG\r\n\x1A\n\0", 9)}}, {{"logo.png", head + "2\n"}});
        QCOMPARE(files[0].delta.kind, FileKind::Image);
        QVERIFY(files[0].oldText.isEmpty());
        QVERIFY(files[0].rows.rows.empty());
        const auto notes = diff::contentNotes(files[0]);
        QVERIFY(std::ranges::any_of(notes, [](const auto &note) {
            return note.kind == diff::NoteKind::LfsPointer && note.text.text().starts_with("The file moved to Git LFS");
        }));
    }

    void rawSidesAreBounded()
    {
        test::RepositoryBuilder builder;
        builder.commit({.files = {{"a", "12345"}}});
        const auto repository = git::Repository::open(builder.path());
        FileDelta delta;
        delta.newSide = {.path = "a", .blob = builder.id("main:a"), .mode = 0100644, .size = 0};
        const auto sides = diff::loadRawSides(*repository, delta);
        QVERIFY(sides && !sides->oldBytes);
        QCOMPARE(sides->newBytes.value(), std::string("12345"));
        QVERIFY(!diff::loadRawSides(*repository, delta, 4));
    }

    void renamedFileWithTheSameContentHasOnlyEqualRows()
    {
        const std::string text = manyLines(30, "line ");
        const auto files = load({{"a.txt", text}}, {{"a.txt", std::nullopt}, {"b.txt", text}});
        QCOMPARE(files.size(), 1U);
        QCOMPARE(files[0].delta.status, DeltaStatus::Renamed);
        QCOMPARE(files[0].rows.rows.size(), 30U);
        QVERIFY(files[0].rows.hunks.empty());
    }

    void missingObjectIsAnError()
    {
        test::RepositoryBuilder builder;
        builder.commit({.files = {{"a", "a\n"}}});
        const auto repository = git::Repository::open(builder.path());
        QVERIFY(repository.has_value());
        FileDelta delta;
        delta.newSide = {.path = "a", .blob = *Oid::fromHex(std::string(40, '3')), .mode = 0100644, .size = 0};
        QVERIFY(!diff::loadFile(*repository, delta).has_value());
    }

    void stoppedLoadIsCancelled()
    {
        test::RepositoryBuilder builder;
        builder.commit({.files = {{"a", "a\n"}}});
        const auto repository = git::Repository::open(builder.path());
        QVERIFY(repository.has_value());
        std::stop_source source;
        source.request_stop();
        const auto file = diff::loadFile(*repository, FileDelta(), {}, source.get_token());
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().kind, ErrorKind::Cancelled);
    }

    void blockMovedToAnotherFileIsMarkedAtBothEnds()
    {
        const std::string block = "def moved_function(argument):\n    return compute(argument)\n";
        auto files = load(
            {{"a.py", block + "\n" + manyLines(5, "kept = ")}, {"b.py", manyLines(5, "other = ")}},
            {{"a.py", manyLines(5, "kept = ")},
             {"b.py",
              manyLines(5, "other = ") + "class X:\n    def moved_function(argument):\n        return compute(argument)\n"}});
        QCOMPARE(files.size(), 2U);
        diff::markMovesAcrossFiles(files);
        QCOMPARE(kinds(files[0], RowKind::MovedFrom), 2);
        QCOMPARE(kinds(files[1], RowKind::MovedTo), 2);
        QCOMPARE(kinds(files[1], RowKind::Added), 1);
        QCOMPARE(files[0].rows.rows[0].move, 1U);
        QCOMPARE(files[0].rows.removed, 3U);
    }

    void lineEditedOnItsWayToAnotherFileKeepsItsKind()
    {
        const std::string before = "def moved_function(argument):\n    check(argument)\n    return compute(argument)\n";
        const std::string after = "def moved_function(argument):\n    check(argument, 1)\n    return compute(argument)\n";
        auto files = load({{"a.py", before + manyLines(5, "kept = ")}, {"b.py", manyLines(5, "other = ")}},
                          {{"a.py", manyLines(5, "kept = ")}, {"b.py", manyLines(5, "other = ") + after}});
        QCOMPARE(files.size(), 2U);
        diff::markMovesAcrossFiles(files);
        QCOMPARE(kinds(files[0], RowKind::MovedFrom), 2);
        QCOMPARE(files[0].rows.rows[1].kind, RowKind::Removed);
        QCOMPARE(files[0].rows.rows[1].move, 1U);
        QCOMPARE(files[1].rows.rows[6].kind, RowKind::Added);
        QCOMPARE(files[1].rows.rows[6].move, 1U);
    }

    void blockMovedToAnotherFileIsStillMarkedWithoutWhiteSpace()
    {
        const std::string block = "def moved_function(argument):\n    return compute(argument)\n";
        const std::string inside = "a line that only changes its place in this file\n";
        auto files = load({{"a.py", inside + manyLines(9, "kept = ") + block}, {"b.py", manyLines(5, "other = ")}},
                          {{"a.py", manyLines(9, "kept =  ") + inside}, {"b.py", manyLines(5, "other = ") + block}});
        QCOMPARE(files.size(), 2U);
        diff::markMovesAcrossFiles(files);
        for (const FileChange &file : files) {
            FileRows rows = diff::diffTexts(file.oldText, file.newText, {.whitespace = diff::Whitespace::All});
            diff::carryMovesAcrossFiles(file.rows, rows);
            std::map<std::uint32_t, std::set<RowKind>> ends;
            for (const Row &row : rows.rows) {
                if (row.move != 0)
                    ends[row.move].insert(row.kind);
            }
            const auto elsewhere = std::ranges::find(files[1].rows.rows, RowKind::MovedTo, &Row::kind)->move;
            const bool isFirst = &file == files.data();
            QCOMPARE(ends[elsewhere], std::set{isFirst ? RowKind::MovedFrom : RowKind::MovedTo});
            QCOMPARE(ends.size(), isFirst ? 2U : 1U); // the move inside has a number of its own
        }
    }

    void moveNumbersAreUniqueOverAllFiles()
    {
        const std::string block = "a line with more than twenty characters\n";
        const std::string rest = manyLines(9, "kept ");
        auto files = load({{"a", block + rest}, {"b", block + rest}}, {{"a", rest + block}, {"b", rest + block}});
        QCOMPARE(files.size(), 2U);
        diff::markMovesAcrossFiles(files);
        QCOMPARE(files[0].rows.rows.front().move, 1U);
        QCOMPARE(files[1].rows.rows.front().move, 2U);
        QCOMPARE(files[1].rows.rows.back().move, 2U);
    }

private:
    using Files = std::map<std::string, std::optional<std::string>>;

    static std::ptrdiff_t kinds(const FileChange &file, RowKind kind)
    {
        return std::ranges::count(file.rows.rows, kind, &Row::kind);
    }

    /// The change between two commits, loaded.
    static std::vector<FileChange> load(const Files &before, const Files &after,
                                        const std::map<std::string, std::string> &modes = {})
    {
        test::RepositoryBuilder builder;
        const Oid base = builder.commit({.files = before, .modes = modes});
        const Oid head = builder.commit({.files = after, .modes = modes});
        std::vector<FileChange> files;
        const auto repository = git::Repository::open(builder.path());
        if (!repository)
            return files;
        const auto tree = [&](const Oid &id) { return repository->commit(id).value().tree; };
        const auto deltas = repository->diffTrees(tree(base), tree(head), git::Repository::Renames::Find);
        for (const FileDelta &delta : deltas.value())
            files.push_back(diff::loadFile(*repository, delta).value());
        return files;
    }
};

QTEST_GUILESS_MAIN(TestFileLoader)
#include "tst_fileloader.moc"
