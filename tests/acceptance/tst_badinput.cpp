// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

#include <memory>
#include <optional>
#include <sched.h>
#include <unistd.h>

using namespace countersign;
using test::Outcome;
using test::RepositoryBuilder;
using test::writeFile;

namespace
{

/// Runs the program with @p target replaced by @p source, which is made read-only, for it alone. Nothing: this machine does not
/// allow it.
std::optional<Outcome> runWithMount(const QByteArray &source, const QByteArray &target, const QStringList &arguments,
                                    const QProcessEnvironment &environment, const QString &folder)
{
    constexpr int forbidden = 99;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([&] {
        const int spaces = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
        if (::unshare(spaces) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || ::mount(source.constData(), target.constData(), nullptr, MS_BIND, nullptr) != 0
            || ::mount(nullptr, target.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0
            || ::chdir(folder.toLocal8Bit().constData()) != 0)
            ::_exit(forbidden);
    });
    process.start(QStringLiteral(COUNTERSIGN_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() == forbidden)
        return std::nullopt;
    return Outcome{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// What a user may run into: each says what is wrong and what to do, ends with 3, and loses nothing.
class TestBadInput : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void noRepository();
    void emptyRepository();
    void unbornBranch();
    void unknownRevision();
    void shallowClone();
    void partialCloneWithMissingObjects();
    void unreadableNotes();
    void corruptPatch();
    void patchThatDoesNotApply();
    void noSshKeygen();
    void noKeyConfigured();
    void readOnlyStore();
    void readOnlyRepository();
    void repositoryOfSomebodyElseIsNotOpened();
    void storeOfANewerVersion();
    void corruptStoreIsSetAside();
    void nothingConfiguredInTheRepositoryRuns();

private:
    Outcome run(const QStringList &arguments, const QString &folder, const QByteArray &input = {})
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, input, folder);
    }
    Outcome git(const QStringList &arguments, const QString &folder)
    {
        return test::runProgram(QStringLiteral("git"), arguments, m_environment, {}, folder);
    }
    [[nodiscard]] QString repository() const { return QString::fromStdString(m_builder->path()); }
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    /// A private key without a passphrase.
    QString makeKey()
    {
        const QString key = path("key");
        const auto made = test::runProgram(QStringLiteral("ssh-keygen"),
                                           {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                            QStringLiteral("-N"), QString(), QStringLiteral("-f"), key},
                                           m_environment);
        return made.code == 0 ? key : QString();
    }
    /// Whether it fails as it should: 3, nothing on standard output, all of @p words on standard error.
    static bool fails(const Outcome &outcome, std::initializer_list<const char *> words);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RepositoryBuilder> m_builder;
    QProcessEnvironment m_environment;
};

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = test::cleanEnvironment(m_folder->path());
    m_builder = std::make_unique<RepositoryBuilder>();
    m_builder->commit({.files = {{"a.txt", "one\ntwo\nthree\n"}}, .message = "Start\n"});
    for (const auto &[name, value] : {std::pair("user.name", "Ann"), std::pair("user.email", "ann@example.com")})
        m_builder->git({QStringLiteral("config"), QString::fromLatin1(name), QString::fromLatin1(value)});
    m_builder->commit({.branch = "topic", .files = {{"a.txt", "one\n2\nthree\n"}}, .message = "Two\n", .from = "main"});
}

bool TestBadInput::fails(const Outcome &outcome, std::initializer_list<const char *> words)
{
    bool good = outcome.code == 3 && outcome.out.isEmpty();
    for (const char *word : words)
        good = good && outcome.err.contains(word);
    if (!good)
        qWarning("code %d, said: %s%s", outcome.code, outcome.err.constData(), outcome.out.constData());
    return good;
}

void TestBadInput::noRepository()
{
    QVERIFY(fails(run({QStringLiteral("queue")}, m_folder->path()), {"no git repository", "-C"}));
    QVERIFY(
        fails(run({QStringLiteral("queue"), QStringLiteral("-C"), QStringLiteral("/nowhere")}, m_folder->path()), {"/nowhere"}));
}

void TestBadInput::emptyRepository()
{
    QCOMPARE(git({QStringLiteral("init"), QStringLiteral("-q"), path("empty")}, m_folder->path()).code, 0);
    QVERIFY(fails(run({QStringLiteral("queue")}, path("empty")), {"commit"}));
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("HEAD")}, path("empty")), {"no commit yet", "first commit"}));
}

void TestBadInput::unbornBranch()
{
    QCOMPARE(
        git({QStringLiteral("symbolic-ref"), QStringLiteral("HEAD"), QStringLiteral("refs/heads/unborn")}, repository()).code, 0);
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("unborn")}, repository()), {"unborn"}));
    QCOMPARE(run({QStringLiteral("analyze"), QStringLiteral("main..topic")}, repository()).code, 0);
}

void TestBadInput::unknownRevision()
{
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("main..nowhere")}, repository()), {"nowhere"}));
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("#77")}, repository()), {"git fetch origin"}));
}

void TestBadInput::shallowClone()
{
    m_builder->commit({.branch = "topic", .files = {{"b.txt", "b\n"}}, .message = "Three\n"});
    QCOMPARE(git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--depth=1"),
                  QStringLiteral("--no-single-branch"), QStringLiteral("file://") + repository(), path("shallow")},
                 m_folder->path())
                 .code,
             0);
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("origin/main..origin/topic")}, path("shallow")),
                  {"shallow", "git fetch --unshallow"}));
}

void TestBadInput::partialCloneWithMissingObjects()
{
    QCOMPARE(git({QStringLiteral("config"), QStringLiteral("uploadpack.allowFilter"), QStringLiteral("true")}, repository()).code,
             0);
    QCOMPARE(git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("--filter=blob:none"),
                  QStringLiteral("file://") + repository(), path("partial")},
                 m_folder->path())
                 .code,
             0);
    const auto analysed = run({QStringLiteral("analyze"), QStringLiteral("main..topic")}, path("partial"));
    // The files are known by name; what cannot be read is said, and a change that was not read is never quiet.
    QVERIFY2(analysed.code == 3 || analysed.out.contains("git fetch") || analysed.out.contains("missing"),
             analysed.out + analysed.err);
}

void TestBadInput::unreadableNotes()
{
    const auto blob =
        test::runProgram(QStringLiteral("git"), {QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")},
                         m_environment, "not a note\n", repository());
    QCOMPARE(git({QStringLiteral("notes"), QStringLiteral("--ref=ai"), QStringLiteral("add"), QStringLiteral("-C"),
                  QString::fromLatin1(blob.out.trimmed()), QStringLiteral("topic")},
                 repository())
                 .code,
             0);
    const auto analysed = run({QStringLiteral("analyze"), QStringLiteral("topic")}, repository());
    QCOMPARE(analysed.code, 0);
    QVERIFY2(analysed.out.contains("note"), analysed.out.constData());
}

void TestBadInput::corruptPatch()
{
    QVERIFY(fails(
        run({QStringLiteral("analyze"), QStringLiteral("-")}, repository(), "--- a/a.txt\n+++ b/a.txt\n@@ -1,9 +1,9 @@\n one\n"),
        {"corrupt", "line"}));
}

void TestBadInput::patchThatDoesNotApply()
{
    QVERIFY(fails(run({QStringLiteral("analyze"), QStringLiteral("-")}, repository(),
                      "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-eins\n+zwei\n"),
                  {"does not apply", "a.txt", "--target"}));
}

void TestBadInput::noSshKeygen()
{
    // Programs are looked for in fixed folders, so that nothing on PATH can stand in for ssh-keygen: the folder has to go.
    QVERIFY(QDir().mkpath(path("bin")));
    const auto bare = runWithMount(path("bin").toLocal8Bit(), "/usr/bin",
                                   {QStringLiteral("approve"), QStringLiteral("topic"), QStringLiteral("--key"), makeKey()},
                                   m_environment, repository());
    if (!bare || QFile::exists(QStringLiteral("/usr/local/bin/ssh-keygen")))
        QSKIP("This machine allows no mount of one's own.");
    QVERIFY(fails(*bare, {"ssh-keygen is missing", "openssh-client"}));
}

void TestBadInput::noKeyConfigured()
{
    QVERIFY(fails(run({QStringLiteral("approve"), QStringLiteral("topic")}, repository()),
                  {"No key", "--key", "ssh-keygen -t ed25519"}));
    QVERIFY(fails(run({QStringLiteral("gate"), QStringLiteral("topic")}, repository()), {"allowed"}));
}

void TestBadInput::readOnlyStore()
{
    // A file where the folder should be: nothing can be made there, not even by root.
    QVERIFY(writeFile(path("file"), "x"));
    m_environment.insert(QStringLiteral("COUNTERSIGN_STORE"), path("file") + QStringLiteral("/reviews.sqlite"));
    QVERIFY(fails(run({QStringLiteral("answer"), QStringLiteral("topic"), QStringLiteral("intent-fits"), QStringLiteral("yes")},
                      repository()),
                  {"file"}));
    QCOMPARE(run({QStringLiteral("analyze"), QStringLiteral("topic")}, repository()).code, 0); // reading needs no store
}

void TestBadInput::readOnlyRepository()
{
    const QString key = makeKey();
    const QStringList approve{QStringLiteral("approve"), QStringLiteral("topic"),          QStringLiteral("--key"), key,
                              QStringLiteral("--as"),    QStringLiteral("ann@example.com")};
    const QByteArray here = repository().toLocal8Bit();
    const auto refused = runWithMount(here, here, approve, m_environment, repository());
    if (!refused)
        QSKIP("This machine allows no mount of one's own.");
    QVERIFY(fails(*refused, {"written"}));
    QVERIFY(git({QStringLiteral("rev-parse"), QStringLiteral("-q"), QStringLiteral("--verify"),
                 QStringLiteral("refs/countersign/ledger")},
                repository())
                .code
            != 0);
    QCOMPARE(run(approve, repository()).code, 0);
}

void TestBadInput::repositoryOfSomebodyElseIsNotOpened()
{
    constexpr uid_t somebody = 65534;
    if (::chown(repository().toLocal8Bit().constData(), somebody, somebody) != 0)
        QSKIP("Only the superuser can give files away.");
    QVERIFY(fails(run({QStringLiteral("queue")}, repository()), {"safe.directory"}));
    QVERIFY(fails(run({QStringLiteral("verify")}, repository()), {"safe.directory"}));
}

void TestBadInput::storeOfANewerVersion()
{
    const QStringList answer{QStringLiteral("checklist"), QStringLiteral("topic")};
    QCOMPARE(run(answer, repository()).code, 0);
    QFile store(path("reviews.sqlite"));
    QVERIFY(store.open(QIODevice::ReadWrite));
    QVERIFY(store.seek(60)); // user_version in the file's header, big endian
    QCOMPARE(store.write("\x7f\x00\x00\x01", 4), 4);
    store.close();
    QFile::remove(path("reviews.sqlite-wal"));
    const QByteArray before = [&] { return store.open(QIODevice::ReadOnly) ? store.readAll() : QByteArray(); }();
    store.close();
    QVERIFY(fails(run(answer, repository()), {"newer"}));
    QVERIFY(store.open(QIODevice::ReadOnly));
    QCOMPARE(store.readAll(), before);
}

void TestBadInput::corruptStoreIsSetAside()
{
    QByteArray rubbish("SQLite format 3\0", 16);
    rubbish += QByteArray(8000, 'x');
    QVERIFY(writeFile(path("reviews.sqlite"), rubbish));
    const auto told = run({QStringLiteral("checklist"), QStringLiteral("topic")}, repository());
    QVERIFY2(told.code == 0 && told.err.contains("corrupt-"), told.err.constData());
    const QStringList kept = QDir(m_folder->path()).entryList({QStringLiteral("reviews.sqlite.corrupt-*")});
    QCOMPARE(kept.size(), 1);
    QFile file(m_folder->filePath(kept.first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), rubbish);
}

void TestBadInput::nothingConfiguredInTheRepositoryRuns()
{
    const QString trap = path("trap");
    const QString touched = path("touched");
    QVERIFY(writeFile(trap, "#!/bin/sh\ntouch '" + touched.toUtf8() + "'\ncat\n"));
    QVERIFY(QFile::setPermissions(trap, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(writeFile(repository() + QStringLiteral("/.git/info/attributes"), "* filter=trap diff=trap\n"));
    for (const char *name :
         {"core.fsmonitor", "core.sshCommand", "gpg.ssh.program", "gpg.program", "diff.external", "filter.trap.clean",
          "filter.trap.smudge", "diff.trap.textconv", "diff.trap.command", "core.pager", "credential.helper", "core.editor"})
        QCOMPARE(git({QStringLiteral("config"), QString::fromLatin1(name), trap}, repository()).code, 0);
    for (const char *hook : {"pre-commit", "post-commit", "reference-transaction", "post-checkout", "pre-push"}) {
        const QString file = repository() + QStringLiteral("/.git/hooks/") + QString::fromLatin1(hook);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(QFile::copy(trap, file));
    }
    const QString key = makeKey();
    QFile::remove(touched);
    QCOMPARE(run({QStringLiteral("queue")}, repository()).code, 0);
    QCOMPARE(run({QStringLiteral("show"), QStringLiteral("topic")}, repository()).code, 0);
    QCOMPARE(run({QStringLiteral("approve"), QStringLiteral("topic"), QStringLiteral("--key"), key, QStringLiteral("--as"),
                  QStringLiteral("ann@example.com")},
                 repository())
                 .code,
             0);
    QCOMPARE(run({QStringLiteral("tag"), QStringLiteral("topic"), QStringLiteral("--tool"), QStringLiteral("claude-code")},
                 repository())
                 .code,
             0);
    QVERIFY(!QFile::exists(touched));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
