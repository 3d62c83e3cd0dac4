// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Shelf.h"
#include "core/Text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <random>
#include <thread>

using namespace countersign;

namespace
{

constexpr std::size_t kib = 1024;

bool holds(const void *place, char letter, std::size_t bytes)
{
    const std::string_view content(static_cast<const char *>(place), bytes);
    return content.find_first_not_of(letter) == std::string_view::npos;
}

} // namespace

class TestShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsStaysOnTheHeap();
    void whatIsMoreGoesToTheFile();
    void freedPiecesServeAgain();
    void largeThingsHaveAPieceOfTheirOwn();
    void withoutAFolderTheHeapServes();
    void threadsShareIt();
    void textsBeyondTheHeapAreTheSame();
};

void TestShelf::whatFitsStaysOnTheHeap()
{
    const QTemporaryDir folder;
    Shelf shelf(folder.path().toStdString(), 64 * kib);
    void *place = shelf.allocate(64 * kib);
    QCOMPARE(shelf.bytesInFile(), 0U);
    shelf.deallocate(place, 64 * kib);
    QVERIFY(shelf.takeRoom(64 * kib));
    QVERIFY(!shelf.takeRoom(kib));
    shelf.giveRoom(64 * kib);
    QVERIFY(shelf.takeRoom(kib));
}

void TestShelf::whatIsMoreGoesToTheFile()
{
    const QTemporaryDir folder;
    Shelf shelf(folder.path().toStdString(), 0);
    std::vector<char *> places;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        places.push_back(static_cast<char *>(shelf.allocate(10 * kib + 1)));
        std::memset(places.back(), letter, 10 * kib + 1);
    }
    QVERIFY(shelf.bytesInFile() > 0);
    QVERIFY2(folder.isValid() && QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             "the file has no name");
    for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY(holds(places[i], static_cast<char>('a' + static_cast<char>(i)), 10 * kib + 1));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(places[i]) % alignof(std::max_align_t), 0U);
        shelf.deallocate(places[i], 10 * kib + 1);
    }
}

void TestShelf::freedPiecesServeAgain()
{
    const QTemporaryDir folder;
    Shelf shelf(folder.path().toStdString(), 0);
    std::vector<void *> places;
    for (int i = 0; i < 100; ++i)
        places.push_back(shelf.allocate(1024 * kib));
    QVERIFY(shelf.bytesInFile() >= 100 * 1024 * kib);
    std::shuffle(places.begin(), places.end(), std::mt19937(1));
    for (void *place : places)
        shelf.deallocate(place, 1024 * kib);
    QCOMPARE(shelf.bytesInFile(), 0U);
    shelf.deallocate(shelf.allocate(kib), kib);
    QCOMPARE(shelf.bytesInFile(), 0U);
}

void TestShelf::largeThingsHaveAPieceOfTheirOwn()
{
    const QTemporaryDir folder;
    Shelf shelf(folder.path().toStdString(), 0);
    constexpr std::size_t large = 40 * 1024 * kib + 7;
    void *small = shelf.allocate(kib);
    void *place = shelf.allocate(large);
    std::memset(place, 'x', large);
    QVERIFY(holds(place, 'x', large));
    shelf.deallocate(place, large);
    shelf.deallocate(small, kib);
    QCOMPARE(shelf.bytesInFile(), 0U);
}

void TestShelf::withoutAFolderTheHeapServes()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QString &where : {QString(), file.fileName()}) {
        Shelf shelf(where.toStdString(), 0);
        void *place = shelf.allocate(100 * kib);
        std::memset(place, 'x', 100 * kib);
        QVERIFY(holds(place, 'x', 100 * kib));
        QCOMPARE(shelf.bytesInFile(), 0U);
        QVERIFY2(shelf.takeRoom(100 * kib), "what is on the heap stays there");
        shelf.deallocate(place, 100 * kib);
    }
}

void TestShelf::threadsShareIt()
{
    const QTemporaryDir folder;
    Shelf shelf(folder.path().toStdString(), 200 * kib);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (char letter = 'a'; letter < 'e'; ++letter) {
            threads.emplace_back([&shelf, &wrong, letter] {
                std::mt19937 random(static_cast<std::mt19937::result_type>(letter));
                std::vector<std::pair<void *, std::size_t>> mine;
                for (int i = 0; i < 500; ++i) {
                    const std::size_t bytes = 1 + random() % (40 * kib);
                    mine.emplace_back(shelf.allocate(bytes), bytes);
                    std::memset(mine.back().first, letter, bytes);
                    if (mine.size() > 20) {
                        std::swap(mine[random() % mine.size()], mine.back());
                        wrong += holds(mine.back().first, letter, mine.back().second) ? 0 : 1;
                        shelf.deallocate(mine.back().first, mine.back().second);
                        mine.pop_back();
                    }
                }
                for (const auto &[place, bytes] : mine) {
                    wrong += holds(place, letter, bytes) ? 0 : 1;
                    shelf.deallocate(place, bytes);
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(shelf.bytesInFile(), 0U);
}

void TestShelf::textsBeyondTheHeapAreTheSame()
{
    constexpr int lines = 1000;
    const auto content = [](int number) {
        std::string text;
        for (int line = 0; line < lines; ++line)
            text += std::string(1000, 'x') + std::to_string(number) + " of many, number " + std::to_string(line) + "\n";
        return text;
    };
    {
        std::vector<Text> texts;
        while (Shelf::ofProcess().bytesInFile() == 0 && texts.size() < 200)
            texts.emplace_back(content(static_cast<int>(texts.size())));
        QVERIFY2(texts.size() < 200, "some text went to the file");
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(texts[i].bytes(), content(static_cast<int>(i)));
            QCOMPARE(texts[i].lineCount(), static_cast<LineNumber>(lines));
            QVERIFY(texts[i].line(lines).ends_with(std::to_string(i) + " of many, number 999"));
        }
    }
    QCOMPARE(Shelf::ofProcess().bytesInFile(), 0U);
}

QTEST_GUILESS_MAIN(TestShelf)
#include "tst_shelf.moc"
