// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "diff/FileLoader.h"
#include "git/ChangeResolver.h"
#include "git/Repository.h"
#include "workbench/ChangeReport.h"

#include <vector>

namespace countersign::bench
{

namespace
{

qsizetype filesSince(const QString &repository, const QString &base)
{
    return git(repository, {QStringLiteral("diff"), QStringLiteral("--name-only"), base, QStringLiteral("HEAD")}).count('\n');
}

} // namespace

QString baseOf(const QString &repository, qsizetype files)
{
    const auto history = git(repository, {QStringLiteral("rev-list"), QStringLiteral("--first-parent"), QStringLiteral("HEAD")})
                             .trimmed()
                             .split('\n');
    qsizetype low = 0;
    qsizetype high = history.size() - 1;
    if (high <= 0 || filesSince(repository, QString::fromLatin1(history[high])) < files)
        return {};
    while (low + 1 < high) {
        const qsizetype middle = (low + high) / 2;
        (filesSince(repository, QString::fromLatin1(history[middle])) < files ? low : high) = middle;
    }
    return QString::fromLatin1(history[high]);
}

namespace
{

void benchRange(const Options &options, Table &table, const QString &base, double fileListMark, double firstDiffMark)
{
    auto repository = demand(git::Repository::open(options.repository.toStdString()));
    const std::string range = base.toStdString() + "..HEAD";
    const Change change = demand(git::resolveChange(repository, range));
    const auto numstat = [&] {
        (void)git(options.repository, {QStringLiteral("diff"), QStringLiteral("--numstat"), base, QStringLiteral("HEAD")});
    };
    const auto list = [&] {
        return demand(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Off));
    };
    const auto deltas = list();
    table.head(QStringLiteral("Range of %1 files (%2)").arg(deltas.size()).arg(base.left(10)));
    const auto row = [&](const QString &what, std::optional<double> mark, const std::function<void()> &work) {
        const Pair pair = alternated(options.rounds(), work, numstat);
        table.add({what, pair.ours, QStringLiteral("ms"), pair.theirs, mark});
    };
    row(QStringLiteral("range to file list"), fileListMark, [&] { (void)list(); });
    row(QStringLiteral("range to first diff"), firstDiffMark, [&] {
        const auto all = list();
        (void)demand(diff::loadFile(repository, all.front(), {}));
    });
    row(QStringLiteral("whole range diffed"), 1.0, [&] {
        const auto all = demand(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Off));
        (void)demand(workbench::loadFiles(repository, all, workbench::allCores()));
    });
    const auto raw = [&] {
        (void)git(options.repository,
                  {QStringLiteral("diff"), QStringLiteral("--raw"), QStringLiteral("-M"), QStringLiteral("-l0"), base,
                   QStringLiteral("HEAD")});
    };
    const Pair renames = alternated(
        options.rounds(),
        [&] { (void)demand(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find)); }, raw);
    table.add({QStringLiteral("renames (against git diff --raw -M)"), renames.ours, QStringLiteral("ms"), renames.theirs, 1.5});
}

} // namespace

void benchRanges(const Options &options, Table &table)
{
    struct Goal {
        qsizetype files;
        double fileListMark;
        double firstDiffMark;
    };
    const std::vector<Goal> goals = options.isQuick ? std::vector<Goal>{{1, .30, .50}}
                                                    : std::vector<Goal>{{400, .30, .50}, {2000, .45, .50}, {5000, .75, .80}};
    for (const Goal &goal : goals) {
        const QString base = baseOf(options.repository, goal.files);
        if (base.isEmpty())
            table.head(QStringLiteral("No range of %1 files: the history is too short").arg(goal.files));
        else
            benchRange(options, table, base, goal.fileListMark, goal.firstDiffMark);
    }
}

} // namespace countersign::bench
