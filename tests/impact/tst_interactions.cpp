// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/FileLoader.h"
#include "git/ChangeResolver.h"
#include "impact/Interactions.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

using namespace countersign;
using namespace countersign::impact;
using Files = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Files)

/// Two open changes of the same base, and where they meet.
class TestInteractions : public QObject
{
    Q_OBJECT

private slots:
    void openChangesMeet_data();
    void openChangesMeet();
    void bothSidesSayTheSame();
};

namespace
{

Footprint footprint(git::Repository &repository, const std::string &branch)
{
    const auto change = git::resolveChange(repository, branch);
    if (!change)
        qFatal("no change");
    const auto deltas = repository.diffTrees(change->baseTree, change->headTree, git::Repository::Renames::Find);
    std::vector<FileChange> files;
    for (const FileDelta &delta : *deltas)
        files.push_back(*diff::loadFile(repository, delta));
    std::vector<const FileChange *> pointers;
    for (const FileChange &file : files)
        pointers.push_back(&file);
    return footprintOf(*change, pointers);
}

std::vector<std::vector<Interaction>> meet(const Files &base, const Files &a, const Files &b)
{
    test::RepositoryBuilder builder(true);
    const auto texts = [](const Files &files) {
        std::map<std::string, std::optional<std::string>> out;
        for (const auto &[path, text] : files)
            out[path] = text == "gone" ? std::nullopt : std::optional(text);
        return out;
    };
    builder.commit({.files = texts(base)});
    builder.commit({.branch = "a", .files = texts(a), .from = "main"});
    builder.commit({.branch = "b", .files = texts(b), .message = "Other", .from = "main"});
    auto repository = git::Repository::open(builder.path());
    if (!repository)
        qFatal("no repository");
    const Footprint one = footprint(*repository, "a");
    const Footprint other = footprint(*repository, "b");
    const std::vector<const Footprint *> both{&one, &other};
    return findInteractions(*repository, both).value();
}

QString kinds(const std::vector<Interaction> &list)
{
    QStringList out;
    for (const Interaction &one : list)
        out << QString::fromStdString(std::string(name(one.kind)) + " " + one.what);
    return out.join(QStringLiteral(", "));
}

const std::string padding = "\n\n# one\n# two\n# three\n# four\n\n\n";

} // namespace

void TestInteractions::openChangesMeet_data()
{
    QTest::addColumn<Files>("base");
    QTest::addColumn<Files>("a");
    QTest::addColumn<Files>("b");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Files &base, const Files &a, const Files &b, const char *expected) {
        QTest::newRow(name) << base << a << b << QString::fromLatin1(expected);
    };
    const std::string body = "def charge(order):\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    e = 5\n    return a\n";
    const auto edited = [&body](const char *from, const char *to) {
        std::string text = body;
        return text.replace(text.find(from), std::string(from).size(), to);
    };
    row("same function, lines apart", {{"pay.py", body}}, {{"pay.py", edited("a = 1", "a = 7")}},
        {{"pay.py", edited("e = 5", "e = 7")}}, "same-symbol charge");
    row("other function of the file: silent", {{"pay.py", body + padding + "def refund(x):\n    return x\n"}},
        {{"pay.py", edited("a = 1", "a = 7") + padding + "def refund(x):\n    return x\n"}},
        {{"pay.py", body + padding + "def refund(x):\n    return -x\n"}}, "");
    row("same line: does not merge", {{"pay.py", body}}, {{"pay.py", edited("a = 1", "a = 7")}},
        {{"pay.py", edited("a = 1", "a = 8")}}, "same-symbol charge, text-conflict pay.py");
    row("the same edit twice: silent but for the function", {{"notes.txt", "one\n"}}, {{"notes.txt", "two\n"}},
        {{"notes.txt", "two\n"}}, "");
    row("edited here, deleted there", {{"notes.txt", "one\n"}}, {{"notes.txt", "two\n"}}, {{"notes.txt", "gone"}},
        "text-conflict notes.txt");
    row("same setting", {{"config/app.yaml", "server:\n  port: 1\n" + padding + "pool:\n  size: 1\n"}},
        {{"config/app.yaml", "server:\n  port: 2\n" + padding + "pool:\n  size: 1\n"}},
        {{"config/app.yaml", "server:\n  port: 3\n" + padding + "pool:\n  size: 1\n"}},
        "config-key server.port, text-conflict config/app.yaml");
    row("same key in another section: silent", {{"config/app.yaml", "server:\n  size: 1\n" + padding + "pool:\n  size: 1\n"}},
        {{"config/app.yaml", "server:\n  size: 2\n" + padding + "pool:\n  size: 1\n"}},
        {{"config/app.yaml", "server:\n  size: 1\n" + padding + "pool:\n  size: 2\n"}}, "");
    row("same setting in two files", {{"config/a.env", "MAX_RETRIES=1\n"}, {"config/b.env", "MAX_RETRIES=1\n"}},
        {{"config/a.env", "MAX_RETRIES=2\n"}}, {{"config/b.env", "MAX_RETRIES=3\n"}}, "config-key MAX_RETRIES");
    row("same table", {{"a.txt", ""}}, {{"db/migrate/0101_a.sql", "ALTER TABLE public.orders ADD x int;\n"}},
        {{"db/migrate/0102_b.sql", "alter table orders drop y;\n"}}, "table orders");
    row("other table: silent", {{"a.txt", ""}}, {{"db/migrate/0101_a.sql", "ALTER TABLE orders ADD x int;\n"}},
        {{"db/migrate/0102_b.sql", "alter table orders_old drop y;\n"}}, "");
    row("same route", {{"a.txt", ""}}, {{"one.py", "@app.get(\"/orders\")\ndef one():\n    pass\n"}},
        {{"two.py", "@api.get('/orders')\ndef two():\n    pass\n"}}, "route GET /orders");
    row("same route under the prefix of its router", {{"a.txt", ""}},
        {{"one.py", "@app.get(\"/orders/{id}\")\ndef one():\n    pass\n"}},
        {{"two.py", "router = APIRouter(\n    prefix='/orders',\n)\n\n@router.get('/{id}')\ndef two():\n    pass\n"}},
        "route GET /orders/{id}");
    row("same path of two blueprints: silent", {{"a.txt", ""}},
        {{"one.py", "bp = Blueprint('a', __name__, url_prefix='/a')\n\n@bp.route('/list')\ndef one():\n    pass\n"}},
        {{"two.py", "bp = Blueprint('b', __name__, url_prefix='/b')\n\n@bp.route('/list')\ndef two():\n    pass\n"}}, "");
    row("same path of two routers that are mounted elsewhere: silent", {{"a.txt", ""}},
        {{"orders.js", "const ordersRouter = express.Router();\nordersRouter.get('/list', one);\n"}},
        {{"users.js", "const usersRouter = express.Router();\nusersRouter.get('/list', two);\n"}}, "");
    row("same route of a named router", {{"orders.js", "const ordersRouter = express.Router();\n" + padding + "const x = 1;\n"}},
        {{"orders.js", "const ordersRouter = express.Router();\nordersRouter.get('/list', one);\n" + padding + "const x = 1;\n"}},
        {{"orders.js", "const ordersRouter = express.Router();\n" + padding + "const x = 1;\nordersRouter.get('/list', two);\n"}},
        "route GET /list");
    row("same route of a group", {{"a.txt", ""}},
        {{"one.go", "\tv1 := r.Group(\"/v1\")\n\tv1Group := v1.Group(\"/orders\")\n\tv1Group.GET(\"/:id\", one)\n"}},
        {{"two.go", "\tr.GET(\"/v1/orders/:id\", two)\n"}}, "route GET /v1/orders/:id");
    row("same path of two controllers: silent", {{"a.txt", ""}},
        {{"A.java", "@RequestMapping(\"/a\")\npublic class A {\n    @GetMapping(\"/{id}\")\n    int one() { return 1; }\n}\n"}},
        {{"B.java", "@RequestMapping(\"/b\")\npublic class B {\n    @GetMapping(\"/{id}\")\n    int two() { return 2; }\n}\n"}},
        "");
    row("same route of a controller", {{"a.txt", ""}},
        {{"A.java", "@RequestMapping(\"/a\")\npublic class A {\n    @GetMapping(\"/{id}\")\n    int one() { return 1; }\n}\n"}},
        {{"B.java", "public class B {\n    @GetMapping(\"/a/{id}\")\n    int two() { return 2; }\n}\n"}}, "route GET /a/{id}");
    row("other method of the path: silent", {{"a.txt", ""}}, {{"one.py", "@app.get(\"/orders\")\ndef one():\n    pass\n"}},
        {{"two.py", "@api.post('/orders')\ndef two():\n    pass\n"}}, "");
    row("same named lock", {{"a.txt", ""}}, {{"one.py", "sql(\"select pg_advisory_lock(42)\")\n"}},
        {{"two.py", "sql(\"select pg_advisory_xact_lock(42)\")\n"}}, "lock 42");
    row("locks with one name in two files: silent", {{"a.txt", ""}}, {{"one.py", "with self.lock:\n    pass\n"}},
        {{"two.py", "with self.lock:\n    pass\n"}}, "");
    row("a head changes, the other one calls it", {{"pay.py", body}, {"shop.py", "import pay\n"}},
        {{"pay.py", edited("charge(order)", "charge(order, currency)")}}, {{"shop.py", "import pay\n\n\npay.charge(1)\n"}},
        "contract charge");
    row("a function goes, the other one calls it", {{"pay.py", body + padding + "x = 1\n"}, {"shop.py", "import pay\n"}},
        {{"pay.py", "x = 1\n"}}, {{"shop.py", "import pay\n\n\npay.charge(1)\n"}}, "semantic-conflict charge");
    row("the same name out of reach: silent", {{"pay/pay.py", body}, {"web/shop.py", "import battery\n"}},
        {{"pay/pay.py", edited("charge(order)", "charge(order, currency)")}},
        {{"web/shop.py", "import battery\n\n\nbattery.charge(1)\n"}}, "");
    row("two migrations with one number", {{"a.txt", ""}}, {{"app/migrations/0042_one.py", "x = 1\n"}},
        {{"app/migrations/0042_two.py", "y = 1\n"}}, "semantic-conflict 0042");
    row("two migrations with their own numbers: silent", {{"a.txt", ""}}, {{"app/migrations/0042_one.py", "x = 1\n"}},
        {{"app/migrations/0043_two.py", "y = 1\n"}}, "");
    row("edited in two places of a text: silent", {{"notes.txt", "one\n" + padding + "two\n"}},
        {{"notes.txt", "uno\n" + padding + "two\n"}}, {{"notes.txt", "one\n" + padding + "due\n"}}, "");
    row("a body changes, the other one calls it: silent", {{"pay.py", body}, {"shop.py", "import pay\n"}},
        {{"pay.py", edited("a = 1", "a = 7")}}, {{"shop.py", "import pay\n\n\npay.charge(1)\n"}}, "");
    row("functions with other names added: silent", {{"pay.py", body + padding + "x = 1\n"}},
        {{"pay.py", "def helper():\n    pass\n\n\n" + body + padding + "x = 1\n"}},
        {{"pay.py", body + padding + "x = 1\n\n\ndef other_helper():\n    pass\n"}}, "");
    row("locks of other numbers: silent", {{"a.txt", ""}}, {{"one.py", "sql(\"select pg_advisory_lock(42)\")\n"}},
        {{"two.py", "sql(\"select pg_advisory_lock(43)\")\n"}}, "");
    row("one function added twice", {{"pay.py", body + padding + "x = 1\n"}},
        {{"pay.py", "def helper():\n    pass\n\n\n" + body + padding + "x = 1\n"}},
        {{"pay.py", body + padding + "x = 1\n\n\ndef helper():\n    pass\n"}}, "same-symbol helper, semantic-conflict helper");
}

void TestInteractions::openChangesMeet()
{
    QFETCH(Files, base);
    QFETCH(Files, a);
    QFETCH(Files, b);
    QFETCH(QString, expected);
    QCOMPARE(kinds(meet(base, a, b).front()), expected);
}

void TestInteractions::bothSidesSayTheSame()
{
    const auto found = meet({{"shop.py", "import pay\n"}, {"pay.py", "def charge(a):\n    return a\n"}},
                            {{"pay.py", "def charge(a, b):\n    return a\n"}}, {{"shop.py", "import pay\n\npay.charge(1)\n"}});
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].size(), 1U);
    const Interaction &one = found[0].front();
    const Interaction &other = found[1].front();
    QCOMPARE(one.with, std::string("b"));
    QCOMPARE(other.with, std::string("a"));
    QCOMPARE(one.here, other.there);
    QCOMPARE(one.there, (InteractionPlace{"shop.py", 3, false}));
}

QTEST_GUILESS_MAIN(TestInteractions)
#include "tst_interactions.moc"
