// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include "support/RepositoryBuilder.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;
using test::Keyring;

namespace
{

constexpr std::int64_t march = 1772323200; // 2026-03-01T00:00:00Z
const char *const good = "namespaces=\"approval@countersign.dev\"";

QByteArray nameOf(const Checked<std::string> &checked)
{
    const auto text = checked ? std::string_view(*checked) : name(checked.error().failure);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class TestAllowedSigners : public QObject
{
    Q_OBJECT
private slots:
    void linesCountOnlyWhenTheyAreExact_data();
    void linesCountOnlyWhenTheyAreExact();
    void whatCountsIsAcceptedBySshKeygenToo();
    void unusableLineIsNamedWithItsNumber();
    void brokenLineEndsTheFileForThatPerson();
    void settingOfGitNamesTheFile();

private:
    Keyring m_keyring;
};

void TestAllowedSigners::linesCountOnlyWhenTheyAreExact_data()
{
    QTest::addColumn<QByteArray>("text"); // KEY stands for the key, OTHER for another one
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const QByteArray &text, const char *expected) {
        QTest::newRow(title) << text << QByteArray(expected);
    };
    const QByteArray n(good);
    row("as it should be", "alice@example.com " + n + " KEY comment\n", "alice@example.com");
    row("no line feed at the end", "alice@example.com " + n + " KEY", "alice@example.com");
    row("several namespaces", "alice@example.com namespaces=\"git,approval@countersign.dev\" KEY\n", "alice@example.com");
    row("comments and blank lines", "# team\n\n \t\nalice@example.com " + n + " KEY\n", "alice@example.com");
    row("empty file", "", "unknown-key");
    row("another key", "alice@example.com " + n + " OTHER\n", "unknown-key");
    row("no options", "alice@example.com KEY\n", "key-not-usable");
    row("namespace git", "alice@example.com namespaces=\"git\" KEY\n", "key-not-usable");
    row("namespace pattern", "alice@example.com namespaces=\"*\" KEY\n", "key-not-usable");
    row("negated namespace", "alice@example.com namespaces=\"!git,approval@countersign.dev\" KEY\n", "key-not-usable");
    row("namespace prefix", "alice@example.com namespaces=\"approval@countersign.de\" KEY\n", "key-not-usable");
    row("wildcard principal", "*@example.com " + n + " KEY\n", "key-not-usable");
    row("two principals", "alice@example.com,bob@example.com " + n + " KEY\n", "key-not-usable");
    row("upper-case principal", "Alice@example.com " + n + " KEY\n", "key-not-usable");
    row("quoted principal", "\"alice@example.com\" " + n + " KEY\n", "key-not-usable");
    row("homoglyph principal", "\xD0\xB0lice@example.com " + n + " KEY\n", "key-not-usable");
    row("certificate authority", "alice@example.com cert-authority," + n + " KEY\n", "key-not-usable");
    row("carriage return", "alice@example.com " + n + " KEY\r\n", "unknown-key");
    row("unknown option", "alice@example.com no-touch-required," + n + " KEY\n", "unknown-key");
    row("unclosed quote", "alice@example.com namespaces=\"approval@countersign.dev KEY\n", "unknown-key");
    row("option twice", "alice@example.com " + n + "," + n + " KEY\n", "unknown-key");
    row("valid now", "alice@example.com " + n + ",valid-after=\"20260101Z\",valid-before=\"202612312359Z\" KEY\n",
        "alice@example.com");
    row("expired", "alice@example.com " + n + ",valid-before=\"20260228235959Z\" KEY\n", "key-expired");
    row("expires this second", "alice@example.com " + n + ",valid-before=\"20260301000000Z\" KEY\n", "key-expired");
    row("not yet valid", "alice@example.com " + n + ",valid-after=\"20260301000001Z\" KEY\n", "key-not-yet-valid");
    row("local time", "alice@example.com " + n + ",valid-before=\"20261231\" KEY\n", "unknown-key");
    row("impossible day", "alice@example.com " + n + ",valid-before=\"20260231Z\" KEY\n", "unknown-key");
    row("from after to", "alice@example.com " + n + ",valid-after=\"20270101Z\",valid-before=\"20260101Z\" KEY\n", "unknown-key");
    row("renewed", "alice@example.com " + n + ",valid-before=\"20260101Z\" KEY\nalice@example.com " + n + " KEY\n",
        "alice@example.com");
    row("one key, two people", "alice@example.com " + n + " KEY\nbob@example.com " + n + " KEY\n", "key-of-two-people");
    row("the other person only for git", "alice@example.com " + n + " KEY\nbob@example.com namespaces=\"git\" KEY\n",
        "alice@example.com");
}

void TestAllowedSigners::linesCountOnlyWhenTheyAreExact()
{
    QFETCH(QByteArray, text);
    const auto key = m_keyring.make("alice");
    text.replace("KEY", QByteArray::fromStdString(key.key.line()));
    text.replace("OTHER", QByteArray::fromStdString(m_keyring.make("other").key.line()));
    const auto signers = AllowedSigners::parse(text.toStdString());
    const std::array times{march};
    const auto owner = signers.ownerOf(key.key, times);
    QTEST(nameOf(owner), "expected");
    if (owner)
        QVERIFY(m_keyring.accepts(text.toStdString(), *owner, m_keyring.signature(key, "m"), "m", march));
}

void TestAllowedSigners::whatCountsIsAcceptedBySshKeygenToo()
{
    // Lines of all kinds, one behind the other, for one person: whatever we accept, ssh-keygen must accept.
    const auto key = m_keyring.make("alice");
    const auto armor = m_keyring.signature(key, "m");
    const std::string n(good);
    const std::string k = key.key.line();
    const std::string other = m_keyring.make("other").key.line();
    const std::vector<std::string> lines{"alice@example.com " + n + ' ' + k,
                                         "alice@example.com " + n + ' ' + other,
                                         "bob@example.com " + n + ' ' + other,
                                         "alice@example.com nonsense=\"x\" " + k,
                                         "alice@example.com " + n + " ssh-ed25519 AAAA",
                                         "alice@example.com",
                                         "bob@example.com rubbish",
                                         "* rubbish",
                                         "alice@example.com " + n + ",valid-before=\"20200101Z\" " + k,
                                         "alice@example.com cert-authority," + n + ' ' + k,
                                         "*@example.com " + k,
                                         "alice@example.com namespaces=\"git\" " + k};
    int accepted = 0;
    for (const auto &first : lines) {
        for (const auto &second : lines) {
            const auto text = first + '\n' + second + '\n';
            const std::array times{march};
            if (!AllowedSigners::parse(text).ownerOf(key.key, times))
                continue;
            ++accepted;
            QVERIFY2(m_keyring.accepts(text, "alice@example.com", armor, "m", march), text.c_str());
        }
    }
    QVERIFY(accepted >= 10);
}

void TestAllowedSigners::unusableLineIsNamedWithItsNumber()
{
    const auto key = m_keyring.make("alice");
    const auto signers = AllowedSigners::parse("# people\n\nalice@example.com " + key.key.line() + '\n', "signers");
    QVERIFY(signers.isEmpty());
    QCOMPARE(signers.problems().size(), std::size_t{1});
    const std::string expected = "Line 3 of signers has no namespaces=\"approval@countersign.dev\".";
    QCOMPARE(signers.problems().front().english(), expected);
    const std::array times{march};
    QCOMPARE(signers.ownerOf(key.key, times).error().what.english(), expected);
}

void TestAllowedSigners::brokenLineEndsTheFileForThatPerson()
{
    const auto alice = m_keyring.make("alice");
    const auto bob = m_keyring.make("other");
    const auto signers = AllowedSigners::parse("alice@example.com broken\n"
                                               + test::allowedSigners({{"alice@example.com", alice}, {"bob@example.com", bob}}));
    const std::array times{march};
    QCOMPARE(nameOf(signers.ownerOf(alice.key, times)), QByteArray("key-not-usable"));
    QCOMPARE(nameOf(signers.ownerOf(bob.key, times)), QByteArray("bob@example.com"));
}

void TestAllowedSigners::settingOfGitNamesTheFile()
{
    test::RepositoryBuilder builder;
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    const auto nowhere = findAllowedSigners(&*repository, {});
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().hint.english().contains("--allowed-signers"));
    m_keyring.write("signers", test::allowedSigners({{"alice@example.com", m_keyring.make("alice")}}));
    builder.git({QStringLiteral("config"), QStringLiteral("gpg.ssh.allowedSignersFile"),
                 QString::fromStdString(m_keyring.file("signers"))});
    const auto found = findAllowedSigners(&*repository, {});
    QVERIFY(found);
    QCOMPARE(found->lines().size(), std::size_t{1});
    const auto missing = findAllowedSigners(&*repository, m_keyring.file("not there"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Environment);
}

QTEST_GUILESS_MAIN(TestAllowedSigners)
#include "tst_allowedsigners.moc"
