// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitDiff.h"

#include "support/Program.h"

#include <utility>

namespace countersign::test
{

namespace
{

/// Reads a patch without context that is coloured with one colour for each kind of line.
class ColouredPatch
{
public:
    std::set<SidedLine> read(const QByteArray &patch)
    {
        for (const QByteArray &line : patch.split('\n'))
            readLine(line);
        return std::move(m_moved);
    }

private:
    void readLine(const QByteArray &line)
    {
        // A changed line begins with its colour: 31 removed, 32 added, 34 moved away, 36 moved here.
        if (line.startsWith("\x1B[31m-") || line.startsWith("\x1B[34m-"))
            take(false, m_oldLine++, line[3] == '4');
        else if (line.startsWith("\x1B[32m+") || line.startsWith("\x1B[36m+"))
            take(true, m_newLine++, line[3] == '6');
        else if (line.startsWith("--- "))
            m_oldPath = pathOf(line);
        else if (line.startsWith("+++ "))
            m_newPath = pathOf(line);
        else if (line.startsWith("@@ "))
            startHunk(line);
    }
    void take(bool isNew, LineNumber number, bool isMoved)
    {
        if (isMoved)
            m_moved.emplace(isNew ? m_newPath : m_oldPath, isNew, number);
    }
    static std::string pathOf(const QByteArray &line)
    {
        // After "+++ b/", up to the end of the colour; a tab follows a path with spaces.
        const QByteArray path = line.mid(6, line.endsWith("\x1B[m") ? line.size() - 9 : -1);
        return (path.endsWith('\t') ? path.chopped(1) : path).toStdString();
    }
    /// @@ -12,3 +14 @@
    void startHunk(const QByteArray &line)
    {
        const QList<QByteArray> words = line.split(' ');
        m_oldLine = words.value(1).mid(1).split(',').first().toUInt();
        m_newLine = words.value(2).mid(1).split(',').first().toUInt();
    }

    std::string m_oldPath;
    std::string m_newPath;
    LineNumber m_oldLine = 0;
    LineNumber m_newLine = 0;
    std::set<SidedLine> m_moved;
};

} // namespace

QByteArray runGit(const QString &repository, const QStringList &arguments)
{
    return runProgram(QStringLiteral("git"), QStringList{QStringLiteral("-C"), repository} + arguments,
                      cleanEnvironment(QStringLiteral("/nonexistent")))
        .out;
}

GitDiff::GitDiff(QString repository, QString oldCommit, QString newCommit)
    : m_repository(std::move(repository))
    , m_oldCommit(std::move(oldCommit))
    , m_newCommit(std::move(newCommit))
{
}

QByteArray GitDiff::run(const QStringList &configuration, const QStringList &options) const
{
    QStringList arguments;
    for (const QString &setting : configuration)
        arguments << QStringLiteral("-c") << setting;
    arguments << QStringLiteral("diff") << QStringLiteral("--no-renames") << QStringLiteral("--no-ext-diff")
              << QStringLiteral("--no-textconv");
    return runGit(m_repository, arguments + options + QStringList{m_oldCommit, m_newCommit});
}

std::map<std::string, LineCounts> GitDiff::counts(const QStringList &options) const
{
    std::map<std::string, LineCounts> counts;
    const QByteArray out =
        run({QStringLiteral("diff.context=0")}, QStringList{QStringLiteral("--numstat"), QStringLiteral("-z")} + options);
    for (const QByteArray &record : out.split('\0')) {
        const QList<QByteArray> fields = record.split('\t');
        if (fields.size() >= 3 && fields[0] != "-")
            counts[record.mid(fields[0].size() + fields[1].size() + 2).toStdString()] = {fields[0].toUInt(), fields[1].toUInt()};
    }
    return counts;
}

std::set<SidedLine> GitDiff::movedLines() const
{
    const QStringList colours{QStringLiteral("core.quotePath=false"),     QStringLiteral("color.diff.old=red"),
                              QStringLiteral("color.diff.new=green"),     QStringLiteral("color.diff.oldMoved=blue"),
                              QStringLiteral("color.diff.newMoved=cyan"), QStringLiteral("color.diff.oldMovedAlternative=blue"),
                              QStringLiteral("color.diff.meta=normal"),   QStringLiteral("color.diff.newMovedAlternative=cyan"),
                              QStringLiteral("color.diff.frag=normal"),   QStringLiteral("color.diff.func=normal")};
    return ColouredPatch().read(run(colours,
                                    {QStringLiteral("--histogram"), QStringLiteral("-U0"), QStringLiteral("--color=always"),
                                     QStringLiteral("--color-moved=zebra"), QStringLiteral("--ws-error-highlight=none"),
                                     QStringLiteral("--color-moved-ws=allow-indentation-change")}));
}

} // namespace countersign::test
