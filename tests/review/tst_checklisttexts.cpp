// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Templates.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace countersign;
using namespace countersign::review;

namespace
{

/// Every text of the templates once, in order.
std::vector<std::string> textsOf(const Templates &templates)
{
    std::vector<std::string> texts;
    std::set<std::string> seen;
    for (const QuestionTemplate &question : templates.questions()) {
        for (const std::string *text : {&question.text, &question.hint}) {
            if (!text->empty() && seen.insert(*text).second)
                texts.push_back(*text);
        }
    }
    return texts;
}

/// The list as it should stand in the source.
QByteArray listOf(const std::vector<std::string> &texts)
{
    QByteArray list;
    for (const std::string &text : texts) {
        QByteArray literal = QByteArray::fromStdString(text);
        literal.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        list += "    QT_TRANSLATE_NOOP(\"app\", \"" + literal + "\"),\n";
    }
    return list;
}

} // namespace

class ChecklistTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateTextCanBeTranslated();
    void builtInFilesAreThoseOfTheSource();
};

void ChecklistTextsTest::everyTemplateTextCanBeTranslated()
{
    const auto templates = Templates::builtIn();
    QVERIFY2(templates.has_value(), templates ? "" : (templates.error().what.english() + " " + templates.error().where).c_str());
    const auto wanted = textsOf(*templates);
    if (qEnvironmentVariableIntValue("COUNTERSIGN_UPDATE_GOLDEN") == 1) {
        QFile file(QStringLiteral(COUNTERSIGN_TEXTS));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray source = file.readAll();
        const qsizetype begin = source.indexOf("texts{\n") + 7;
        const qsizetype end = source.indexOf("};", begin);
        QVERIFY(begin > 7 && end > begin);
        file.resize(0);
        file.seek(0);
        file.write(source.first(begin) + listOf(wanted) + source.sliced(end));
        return;
    }
    const auto known = translatableTexts();
    QCOMPARE(std::vector<std::string>(known.begin(), known.end()), wanted);
}

void ChecklistTextsTest::builtInFilesAreThoseOfTheSource()
{
    const auto files = Templates::builtInFiles();
    QVERIFY(files.has_value());
    const QDir folder(QStringLiteral(COUNTERSIGN_TEMPLATES));
    const QStringList names = folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name);
    QCOMPARE(files->size(), static_cast<std::size_t>(names.size()));
    for (std::size_t i = 0; i < files->size(); ++i) {
        QFile file(folder.filePath(names[static_cast<qsizetype>(i)]));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE((*files)[i].name, names[static_cast<qsizetype>(i)].toStdString());
        QCOMPARE((*files)[i].content, file.readAll().toStdString());
    }
}

QTEST_GUILESS_MAIN(ChecklistTextsTest)
#include "tst_checklisttexts.moc"
