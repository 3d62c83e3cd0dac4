// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Store.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <functional>

using namespace countersign;
using namespace countersign::review;

namespace
{

const std::string ann = "ann@example.com";
const std::string bob = "bob@example.com";
const ReviewKey key{"repository", "#12"};

class FakeClock final : public Clock
{
public:
    [[nodiscard]] std::int64_t now() const override { return time; }
    std::int64_t time = 1767225600; // 2026-01-01T00:00:00Z
};

/// A value, or the end of the test with the error's words.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// SQL on a file behind the store's back.
void execute(const std::filesystem::path &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(path.c_str(), &handle) != SQLITE_OK || sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(handle));
    sqlite3_close(handle);
}

std::string bytesOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A place for a store, and opening it.
class Place
{
public:
    [[nodiscard]] std::filesystem::path path() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "in" / "review.db";
    }
    OpenedStore open() { return must(Store::open(path(), clock)); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder.path() + QStringLiteral("/in")).entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
};

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void newStoreIsEmpty();
    void answersComeBackAsTyped();
    void awkwardTextsComeBackAsTheyWere_data();
    void awkwardTextsComeBackAsTheyWere();
    void historyKeepsEveryChoice();
    void readMarksAreOfOneReviewer();
    void decisionsOnFindingsAreKept();
    void decisionWithoutReasonIsRefused();
    void waiverRunsOut();
    void draftAndPatchSetsAreKept();
    void changesAndRepositoriesDoNotMix();
    void tooLongTextIsRefusedAndNothingIsChanged();
    void fileIsWrittenWithFullCare();
    void everyConfirmedAnswerSurvivesAKill();
    void damagedFileIsSetAsideNotOverwritten_data();
    void damagedFileIsSetAsideNotOverwritten();
    void secondDamagedFileGetsItsOwnName();
    void newerVersionIsLeftUntouched();
    void databaseOfAnotherProgramIsLeftUntouched();
    void placeThatCannotBeWrittenIsNamed();
    void readOnlyFolderIsNamed();
    void fullDiskIsNamedAndLosesNothing_data();
    void fullDiskIsNamedAndLosesNothing();
    void storeThatIsTakenAwayIsNamed_data();
    void storeThatIsTakenAwayIsNamed();
    void twoHandlesSeeEachOther();
    void busyStoreSaysSoAndLosesNothing();
};

void StoreTest::newStoreIsEmpty()
{
    Place place;
    auto opened = place.open();
    QVERIFY(!opened.setAside);
    QCOMPARE(must(opened.store.load(key, ann)), StoredReview());
    QVERIFY(must(opened.store.answerHistory(key, "q")).empty());
}

void StoreTest::answersComeBackAsTyped()
{
    Place place;
    {
        auto opened = place.open();
        must(opened.store.saveAnswer(key, "rollout", std::nullopt, "we", ann));
        must(opened.store.saveAnswer(key, "rollout", Answer::Yes, "we start with 1 %", ann));
        place.clock.time += 5;
        must(opened.store.saveAnswer(key, "intent", Answer::NotApplicable, "", ann));
        must(opened.store.saveAnswer(key, "rollout", Answer::No, "bob's", bob));
    }
    auto opened = place.open();
    const auto review = must(opened.store.load(key, ann));
    QCOMPARE(review.answers.size(), 2U);
    QCOMPARE(review.answers.at("rollout"), (StoredAnswer{"rollout", Answer::Yes, "we start with 1 %", ann, 1767225600}));
    QCOMPARE(review.answers.at("intent"), (StoredAnswer{"intent", Answer::NotApplicable, "", ann, 1767225605}));
    QCOMPARE(must(opened.store.load(key, bob)).answers.at("rollout").evidence, "bob's");
}

void StoreTest::awkwardTextsComeBackAsTheyWere_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("quotes") << std::string("'; DROP TABLE answer; --");
    QTest::newRow("NUL") << std::string("a\0b", 3);
    QTest::newRow("not UTF-8") << std::string("\xFF\xFE");
    QTest::newRow("lines") << std::string("a\r\nb\n");
    QTest::newRow("emoji") << std::string("\xF0\x9F\x98\x80");
    QTest::newRow("1 MiB") << std::string(1024 * 1024, 'x');
}

void StoreTest::awkwardTextsComeBackAsTheyWere()
{
    QFETCH(std::string, text);
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Override, text, ann));
    must(opened.store.saveDraft(key, {text, text}, ann));
    const auto review = must(opened.store.load(key, ann));
    QVERIFY(review.answers.at("q").evidence == text);
    QVERIFY(review.draft == (Draft{text, text}));
}

void StoreTest::historyKeepsEveryChoice()
{
    Place place;
    auto opened = place.open();
    const auto type = [&](std::optional<Answer> answer, const std::string &evidence) {
        must(opened.store.saveAnswer(key, "q", answer, evidence, ann));
        place.clock.time += 10;
    };
    type(Answer::Yes, "b");
    type(Answer::Yes, "be");
    type(Answer::Yes, "because");
    type(Answer::No, "because not");
    place.clock.time += 1000;
    type(Answer::No, "after a pause");
    QStringList words;
    for (const StoredAnswer &entry : must(opened.store.answerHistory(key, "q")))
        words << QString::fromStdString(std::string(name(*entry.answer)) + " " + entry.evidence);
    QCOMPARE(words,
             (QStringList{QStringLiteral("yes because"), QStringLiteral("no because not"), QStringLiteral("no after a pause")}));
}

void StoreTest::readMarksAreOfOneReviewer()
{
    Place place;
    auto opened = place.open();
    const auto whole = [](const char *hunk) { return ReadHunk{hunk, RowSet::all(), "p", {}}; };
    const ReadHunk part{"b", RowSet::of(2, 4), "path", {lineDigest("x"), lineDigest("y")}};
    must(opened.store.setRead(key, std::vector{whole("a"), whole("b"), whole("c")}, ann));
    must(opened.store.setRead(key, std::vector{part, ReadHunk{"c", {}, "p", {}}}, ann)); // takes the place of the earlier mark
    must(opened.store.setRead(key, std::vector{whole("d")}, bob));
    QCOMPARE(must(opened.store.load(key, ann)).read, (ReadRows{{"a", RowSet::all()}, {"b", RowSet::of(2, 4)}, {"c", RowSet()}}));
    QCOMPARE(must(opened.store.load(key, bob)).read, (ReadRows{{"d", RowSet::all()}}));
    const auto marks = must(opened.store.readHunks(key, ann));
    QCOMPARE(marks.size(), 3U);
    QCOMPARE(marks[1], part);
}

void StoreTest::decisionsOnFindingsAreKept()
{
    Place place;
    auto opened = place.open();
    must(opened.store.decide(key, "f1", FindingDecision::Acknowledged, "", std::nullopt, ann));
    must(opened.store.decide(key, "f1", FindingDecision::Disputed, "a fixture", std::nullopt, bob));
    must(opened.store.decide(key, "f2", FindingDecision::Waived, "known", 1800000000, ann));
    auto review = must(opened.store.load(key, ann));
    QCOMPARE(review.findings.at("f1"),
             (FindingState{"f1", FindingDecision::Disputed, "a fixture", std::nullopt, bob, 1767225600}));
    QCOMPARE(review.findings.at("f2").expires, 1800000000);
    must(opened.store.withdrawDecision(key, "f1"));
    review = must(opened.store.load(key, ann));
    QVERIFY(!review.findings.contains("f1"));
    const auto history = must(opened.store.decisionHistory(key, "f1"));
    QCOMPARE(history.size(), 2U);
    QCOMPARE(history[0].decision, FindingDecision::Acknowledged);
    QCOMPARE(history[1].reason, "a fixture");
}

void StoreTest::decisionWithoutReasonIsRefused()
{
    Place place;
    auto opened = place.open();
    for (const FindingDecision decision : {FindingDecision::Waived, FindingDecision::Disputed})
        QCOMPARE(opened.store.decide(key, "f", decision, " \n", std::nullopt, ann).error().kind, ErrorKind::Usage);
    QCOMPARE(opened.store.decide(key, "f", FindingDecision::Disputed, "why", 5, ann).error().kind, ErrorKind::Usage);
    QVERIFY(must(opened.store.load(key, ann)).findings.empty());
}

void StoreTest::waiverRunsOut()
{
    FindingState state;
    QVERIFY(state.isInForce(5));
    state.expires = 5;
    QVERIFY(state.isInForce(4));
    QVERIFY(!state.isInForce(5));
}

void StoreTest::draftAndPatchSetsAreKept()
{
    Place place;
    auto opened = place.open();
    const auto first = *Oid::fromHex("1111111111111111111111111111111111111111");
    const auto second = *Oid::fromHex("2222222222222222222222222222222222222222");
    must(opened.store.saveDraft(key, {"fix the login", "check the guard"}, ann));
    must(opened.store.saveDraft(key, {"fix the login page", "check the guard"}, ann));
    must(opened.store.addPatchSet(key, {second}));
    place.clock.time += 60;
    must(opened.store.addPatchSet(key, {first, 0, second, second, "refs/heads/main"}));
    must(opened.store.addPatchSet(key, {second}));
    const auto review = must(opened.store.load(key, ann));
    QCOMPARE(review.draft, (Draft{"fix the login page", "check the guard"}));
    QCOMPARE(review.patchSets,
             (std::vector<PatchSet>{{second, 1767225600}, {first, 1767225660, second, second, "refs/heads/main"}}));
}

void StoreTest::changesAndRepositoriesDoNotMix()
{
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "here", ann));
    QVERIFY(must(opened.store.load({"other", "#12"}, ann)).answers.empty());
    QVERIFY(must(opened.store.load({"repository", "#13"}, ann)).answers.empty());
}

void StoreTest::tooLongTextIsRefusedAndNothingIsChanged()
{
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "short", ann));
    const auto saved = opened.store.saveAnswer(key, "q", Answer::No, std::string(10'000'000, 'x'), ann);
    QCOMPARE(saved.error().kind, ErrorKind::Usage);
    QCOMPARE(must(opened.store.load(key, ann)).answers.at("q").evidence, "short");
}

void StoreTest::fileIsWrittenWithFullCare()
{
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "x", ann));
    QVERIFY(std::filesystem::exists(place.path().string() + "-wal"));
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(place.path().c_str(), &handle), SQLITE_OK);
    std::string mode;
    sqlite3_exec(
        handle, "PRAGMA journal_mode",
        [](void *out, int, char **values, char **) {
            *static_cast<std::string *>(out) = values[0];
            return 0;
        },
        &mode, nullptr);
    sqlite3_close(handle);
    QCOMPARE(mode, "wal");
}

void StoreTest::everyConfirmedAnswerSurvivesAKill()
{
    Place place;
    int next = 0;
    const int rounds = qEnvironmentVariableIsSet("COUNTERSIGN_LONG") ? 500 : 20;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(COUNTERSIGN_STORE_WRITER),
                     {QStringLiteral("write"), QString::fromStdString(place.path().string()), QString::number(next)});
        QVERIFY(writer.waitForStarted());
        while (!writer.canReadLine())
            QVERIFY(writer.waitForReadyRead());
        QTest::qWait(round % 20 * 3); // another moment of the writing each time
        writer.kill(); // SIGKILL
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        int confirmed = -1;
        while (writer.canReadLine())
            confirmed = writer.readLine().trimmed().toInt();
        QVERIFY(confirmed >= next);

        auto opened = place.open();
        QVERIFY(!opened.setAside);
        const auto answers = must(opened.store.load({"repository", "#1"}, ann)).answers;
        for (int i = 0; i <= confirmed; ++i) {
            const auto found = answers.find("question-" + std::to_string(i));
            QVERIFY(found != answers.end());
            QVERIFY(found->second.evidence.starts_with("evidence " + std::to_string(i) + " "));
        }
        next = confirmed + 1;
    }
}

void StoreTest::damagedFileIsSetAsideNotOverwritten_data()
{
    QTest::addColumn<std::function<std::string(std::string)>>("damage");
    const auto row = [](const char *name, std::function<std::string(std::string)> damage) {
        QTest::newRow(name) << std::move(damage);
    };
    row("garbage", [](const std::string &) { return std::string(5000, 'g'); });
    row("a few bytes", [](const std::string &) { return std::string("hello"); });
    row("header gone", [](std::string bytes) { return bytes.replace(0, 16, 16, 'x'); });
    row("truncated", [](std::string bytes) { return bytes.substr(0, bytes.size() / 2); });
    row("first page only", [](std::string bytes) { return bytes.substr(0, 4096); });
    row("middle overwritten", [](std::string bytes) {
        for (std::size_t page = 4096; page + 2000 < bytes.size(); page += 4096)
            bytes.replace(page, 2000, 2000, '\xA5');
        return bytes;
    });
}

void StoreTest::damagedFileIsSetAsideNotOverwritten()
{
    QFETCH(std::function<std::string(std::string)>, damage);
    Place place;
    {
        auto opened = place.open();
        for (int i = 0; i < 50; ++i)
            must(opened.store.saveAnswer(key, "question " + std::to_string(i), Answer::Yes, std::string(500, 'x'), ann));
    }
    const std::string damaged = damage(bytesOf(place.path()));
    write(place.path(), damaged);
    write(place.path().string() + "-wal", "stale log");

    auto opened = place.open();
    QVERIFY(opened.setAside.has_value());
    QCOMPARE(opened.setAside->filename().string(), "review.db.corrupt-20260101T000000Z");
    QVERIFY(bytesOf(*opened.setAside) == damaged);
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "works again", ann));
    QCOMPARE(must(opened.store.load(key, ann)).answers.size(), 1U);
    auto again = place.open();
    QVERIFY(!again.setAside);
    QCOMPARE(must(again.store.load(key, ann)).answers.at("q").evidence, "works again");
}

void StoreTest::secondDamagedFileGetsItsOwnName()
{
    Place place;
    place.open();
    write(place.path(), "one");
    const auto first = place.open().setAside;
    write(place.path(), "two");
    const auto second = place.open().setAside;
    QVERIFY(first && second && *first != *second);
    QCOMPARE(bytesOf(*first), "one");
    QCOMPARE(bytesOf(*second), "two");
}

void StoreTest::newerVersionIsLeftUntouched()
{
    Place place;
    {
        auto opened = place.open();
        must(opened.store.saveAnswer(key, "q", Answer::Yes, "x", ann));
    }
    execute(place.path(), "CREATE TABLE of_the_future (x); PRAGMA user_version = 99;");
    const std::string before = bytesOf(place.path());
    const auto opened = Store::open(place.path(), place.clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Input);
    QVERIFY(opened.error().what.english().find("newer version") != std::string::npos);
    QCOMPARE(opened.error().where, place.path().string());
    QVERIFY(!opened.error().hint.isEmpty());
    QVERIFY(bytesOf(place.path()) == before);
    QVERIFY(place.names().filter(QStringLiteral("corrupt")).isEmpty());
}

void StoreTest::databaseOfAnotherProgramIsLeftUntouched()
{
    Place place;
    std::filesystem::create_directories(place.path().parent_path());
    execute(place.path(), "CREATE TABLE bookmarks (x); INSERT INTO bookmarks VALUES (1);");
    const std::string before = bytesOf(place.path());
    const auto opened = Store::open(place.path(), place.clock);
    QVERIFY(!opened);
    QVERIFY(opened.error().what.english().find("another program") != std::string::npos);
    QVERIFY(bytesOf(place.path()) == before);
}

void StoreTest::placeThatCannotBeWrittenIsNamed()
{
    Place place;
    const std::filesystem::path file = std::filesystem::path(place.folder().toStdString()) / "file";
    write(file, "not a folder");
    for (const std::filesystem::path &path : {file / "review.db", std::filesystem::path("/proc/review.db"), file.parent_path()}) {
        const auto opened = Store::open(path, place.clock);
        QVERIFY2(!opened, path.c_str());
        QCOMPARE(opened.error().kind, ErrorKind::Environment);
        QVERIFY(!opened.error().hint.isEmpty());
        QVERIFY(!opened.error().where.empty());
    }
}

void StoreTest::readOnlyFolderIsNamed()
{
    Place place;
    place.open();
    using std::filesystem::perms;
    const auto readable =
        perms::owner_read | perms::owner_exec | perms::group_read | perms::group_exec | perms::others_read | perms::others_exec;
    std::filesystem::permissions(place.folder().toStdString(), readable | perms::owner_write);
    std::filesystem::permissions(place.path(), perms::owner_read | perms::group_read | perms::others_read);
    std::filesystem::permissions(place.path().parent_path(), readable);
    QProcess nobody;
    nobody.start(QStringLiteral(COUNTERSIGN_STORE_WRITER),
                 {QStringLiteral("as-nobody"), QString::fromStdString(place.path().string())});
    QVERIFY(nobody.waitForFinished());
    std::filesystem::permissions(place.path().parent_path(), readable | perms::owner_write);
    if (nobody.exitCode() == 77 || nobody.error() == QProcess::FailedToStart)
        QSKIP("This container lets nobody give up the superuser's rights.");
    QCOMPARE(nobody.exitCode(), 3);
    const QByteArray said = nobody.readAllStandardOutput();
    QVERIFY2(said.contains("read-only") || said.contains("cannot be opened"), said.constData());
    QVERIFY(said.startsWith(QByteArray::number(static_cast<int>(ErrorKind::Environment))));
}

void StoreTest::fullDiskIsNamedAndLosesNothing_data()
{
    QTest::addColumn<QStringList>("command");
    for (const char *bytes : {"0", "1000", "50000", "200000", "1000000"})
        QTest::addRow("files of %s bytes", bytes) << QStringList{QStringLiteral("limited"), QString::fromLatin1(bytes)};
    for (const char *bytes : {"100k", "300k", "1m"})
        QTest::addRow("disk of %s", bytes) << QStringList{QStringLiteral("disk"), QString::fromLatin1(bytes)};
}

void StoreTest::fullDiskIsNamedAndLosesNothing()
{
    QFETCH(QStringList, command);
    Place place;
    const auto path = QString::fromStdString(place.path().string());
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QProcess writer;
    if (command.front() == QLatin1String("limited")) {
        writer.start(QStringLiteral(COUNTERSIGN_STORE_WRITER),
                     {QStringLiteral("limited"), path, QStringLiteral("0"), command[1]});
    } else {
        // A small disk of its own, whose content is copied out before it goes away with its process.
        const auto disk = place.folder() + QStringLiteral("/disk");
        QVERIFY(QDir().mkpath(disk));
        writer.start(QStringLiteral("unshare"),
                     {QStringLiteral("-Urm"), QStringLiteral("sh"), QStringLiteral("-c"),
                      QStringLiteral("mount -t tmpfs -o size=%1 none '%2' || exit 77; %3 write '%2/review.db' 0; said=$?; "
                                     "cp '%2'/review.db* '%4'; exit $said")
                          .arg(command[1], disk, QStringLiteral(COUNTERSIGN_STORE_WRITER), QFileInfo(path).path())});
    }
    QVERIFY(writer.waitForFinished(60'000) || writer.error() == QProcess::FailedToStart);
    if (writer.exitCode() == 77 || writer.exitCode() == 1 || writer.error() == QProcess::FailedToStart)
        QSKIP("No disk of its own can be mounted here.");
    QCOMPARE(writer.exitCode(), 3);
    auto lines = QString::fromUtf8(writer.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const auto said = lines.takeLast();
    QVERIFY2(said.contains(QLatin1String("disk")) || said.contains(QLatin1String("cannot be opened")), qPrintable(said));
    const auto file = QFileInfo(path).dir().filePath(QStringLiteral("review.db")).toStdString();
    auto opened = Store::open(command.front() == QLatin1String("disk") ? std::filesystem::path(file) : place.path(), place.clock);
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().what.english().c_str());
    QVERIFY(!opened->setAside);
    QVERIFY(must(opened->store.load({"repository", "#1"}, ann)).answers.size() >= static_cast<std::size_t>(lines.size()));
}

void StoreTest::storeThatIsTakenAwayIsNamed_data()
{
    QTest::addColumn<bool>("isMoved");
    QTest::newRow("moved") << true;
    QTest::newRow("deleted") << false;
}

void StoreTest::storeThatIsTakenAwayIsNamed()
{
    QFETCH(bool, isMoved);
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "before", ann));
    const auto elsewhere = place.path().string() + ".away";
    for (const char *ending : {"", "-wal", "-shm"}) {
        if (isMoved)
            std::filesystem::rename(place.path().string() + ending, elsewhere + ending);
        else
            std::filesystem::remove(place.path().string() + ending);
    }
    const auto saved = opened.store.saveAnswer(key, "q", Answer::No, "after", ann);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Environment);
    QVERIFY(saved.error().what.english().contains("moved or deleted"));
    if (!isMoved)
        return;
    for (const char *ending : {"", "-wal", "-shm"}) {
        if (std::filesystem::exists(elsewhere + ending))
            std::filesystem::rename(elsewhere + ending, place.path().string() + ending);
    }
    must(opened.store.saveAnswer(key, "q", Answer::No, "put back", ann));
    auto again = place.open();
    QCOMPARE(must(again.store.load(key, ann)).answers.at("q").evidence, "put back");
}

void StoreTest::twoHandlesSeeEachOther()
{
    Place place;
    auto first = place.open();
    auto second = place.open();
    must(first.store.saveAnswer(key, "q", Answer::Yes, "first", ann));
    must(second.store.saveAnswer(key, "q", Answer::No, "second", ann));
    must(first.store.setRead(key, std::vector{ReadHunk{"a", RowSet::all(), "", {}}}, ann));
    must(second.store.setRead(key, std::vector{ReadHunk{"b", RowSet::all(), "", {}}}, ann));
    const auto review = must(first.store.load(key, ann));
    QCOMPARE(review, must(second.store.load(key, ann)));
    QCOMPARE(review.answers.at("q").evidence, "second");
    QCOMPARE(review.read.size(), 2U);
}

void StoreTest::busyStoreSaysSoAndLosesNothing()
{
    Place place;
    auto opened = place.open();
    must(opened.store.saveAnswer(key, "q", Answer::Yes, "before", ann));
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(place.path().c_str(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto saved = opened.store.saveAnswer(key, "q", Answer::No, "during", ann); // waits five seconds
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Environment);
    QVERIFY(saved.error().what.english().find("busy") != std::string::npos);
    QCOMPARE(must(opened.store.load(key, ann)).answers.at("q").evidence, "before"); // reading goes on
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    must(opened.store.saveAnswer(key, "q", Answer::No, "after", ann));
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
