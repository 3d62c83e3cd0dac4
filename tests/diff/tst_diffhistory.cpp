// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitDiff.h"

#include "diff/FileLoader.h"
#include "git/Repository.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <format>
#include <functional>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace countersign;

namespace
{

/// Changed lines of files that both sides have, ours against git's.
struct Comparison {
    std::uint64_t files = 0;
    std::uint64_t equal = 0;
    std::uint64_t fewer = 0;
    std::uint64_t more = 0;
    std::uint64_t ours = 0;
    std::uint64_t gits = 0;
    std::vector<std::pair<std::int64_t, std::string>> furthest; ///< how far apart, where

    void add(const std::string &where, std::uint32_t our, std::uint32_t git)
    {
        ++files;
        ++(our == git ? equal : our < git ? fewer : more);
        ours += our;
        gits += git;
        if (our != git)
            furthest.emplace_back(std::abs(std::int64_t{our} - git), std::format("{}: {} against {}", where, our, git));
    }
    void print(const char *name)
    {
        qInfo("%s",
              std::format("{}: {} files, equal {:.2f} %, fewer {:.2f} %, more {:.2f} %; {} lines against {} ({:.4f})", name,
                          files, share(equal), share(fewer), share(more), ours, gits,
                          static_cast<double>(ours) / static_cast<double>(std::max<std::uint64_t>(gits, 1)))
                  .c_str());
        std::ranges::stable_sort(furthest, std::ranges::greater(), [](const auto &entry) { return entry.first; });
        for (const auto &[distance, where] : furthest | std::views::take(8))
            qInfo("    %s", where.c_str());
    }

private:
    [[nodiscard]] double share(std::uint64_t part) const
    {
        return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(files, 1));
    }
};

} // namespace

/// Compares with git on real history: COUNTERSIGN_REPOSITORY names a repository, COUNTERSIGN_COMMITS how many first-parent
/// commits of its HEAD (300). Prints what it measured; without the variable there is nothing to do.
class TestDiffHistory : public QObject
{
    Q_OBJECT

private slots:
    void linesAreLikeGits();

private:
    void compare(const git::Repository &repository, const QString &oldCommit, const QString &newCommit);
    void compareMoves(const std::vector<FileChange> &files, const std::set<test::SidedLine> &gits, const std::string &where);

    QString m_path;
    Comparison m_exact;
    Comparison m_withoutSpace;
    std::uint64_t m_movedInBoth = 0;
    std::uint64_t m_movedHere = 0; ///< not for git
    std::uint64_t m_movedInGit = 0; ///< not here
    std::uint64_t m_changedHere = 0; ///< of m_movedInGit: shown beside their other end, as changed lines
    std::uint64_t m_addedHere = 0; ///< of m_movedInGit: added, most of them further copies of a moved block
    std::uint64_t m_edited = 0; ///< lines marked as edited inside a moved block
    std::vector<std::pair<std::int64_t, std::string>> m_missedMoves;
    std::vector<std::pair<std::int64_t, std::string>> m_extraMoves;
};

void TestDiffHistory::linesAreLikeGits()
{
    m_path = qEnvironmentVariable("COUNTERSIGN_REPOSITORY");
    if (m_path.isEmpty())
        QSKIP("COUNTERSIGN_REPOSITORY names no repository");
    const auto repository = git::Repository::open(m_path.toStdString());
    QVERIFY(repository.has_value());
    const QString count = qEnvironmentVariable("COUNTERSIGN_COMMITS", QStringLiteral("300"));
    const QByteArray log = test::runGit(
        m_path,
        {QStringLiteral("log"), QStringLiteral("--first-parent"), QStringLiteral("--format=%P %H"), QLatin1Char('-') + count});
    for (const QByteArray &line : log.trimmed().split('\n')) {
        const QList<QByteArray> ids = line.split(' ');
        if (ids.size() >= 2 && !ids.first().isEmpty())
            compare(*repository, QString::fromLatin1(ids.first()), QString::fromLatin1(ids.last()));
    }
    m_exact.print("exact");
    m_withoutSpace.print("-w");
    const std::uint64_t all = m_movedInBoth + m_movedHere + m_movedInGit;
    qInfo("%s",
          std::format("moved lines: {} in both ({:.2f} %), {} only here, {} only in git (changed here {}, added here {}); "
                      "{} edited inside a moved block",
                      m_movedInBoth,
                      100.0 * static_cast<double>(m_movedInBoth) / static_cast<double>(std::max<std::uint64_t>(all, 1)),
                      m_movedHere, m_movedInGit, m_changedHere, m_addedHere, m_edited)
              .c_str());
    for (auto *list : {&m_missedMoves, &m_extraMoves}) {
        std::ranges::stable_sort(*list, std::ranges::greater(), [](const auto &entry) { return entry.first; });
        for (const auto &[lines, where] : *list | std::views::take(6))
            qInfo("    %s", where.c_str());
    }
    QVERIFY(m_exact.ours <= m_exact.gits + m_exact.gits / 50);
}

void TestDiffHistory::compare(const git::Repository &repository, const QString &oldCommit, const QString &newCommit)
{
    const auto tree = [&](const QString &id) { return repository.commit(*Oid::fromHex(id.toStdString())).value().tree; };
    const auto deltas = repository.diffTrees(tree(oldCommit), tree(newCommit), git::Repository::Renames::Off).value();
    const test::GitDiff git(m_path, oldCommit, newCommit);
    const auto exact = git.counts({QStringLiteral("--histogram")});
    const auto withoutSpace = git.counts({QStringLiteral("--histogram"), QStringLiteral("-w")});
    const auto countIn = [](const auto &counts, const std::string &path) {
        const auto found = counts.find(path);
        return found == counts.end() ? 0U : found->second.all();
    };
    std::vector<FileChange> files;
    for (const FileDelta &delta : deltas) {
        files.push_back(diff::loadFile(repository, delta).value());
        const FileChange &file = files.back();
        if (!delta.oldSide.exists() || !delta.newSide.exists() || file.delta.kind != FileKind::Text)
            continue;
        const std::string where = newCommit.first(10).toStdString() + " " + file.path();
        m_exact.add(where, file.rows.added + file.rows.removed, countIn(exact, file.path()));
        const FileRows rows = diff::diffTexts(file.oldText, file.newText,
                                              {.intraline = false, .moves = false, .whitespace = diff::Whitespace::All});
        m_withoutSpace.add(where, rows.added + rows.removed, countIn(withoutSpace, file.path()));
    }
    diff::markMovesAcrossFiles(files);
    compareMoves(files, git.movedLines(), newCommit.first(10).toStdString());
}

void TestDiffHistory::compareMoves(const std::vector<FileChange> &files, const std::set<test::SidedLine> &gits,
                                   const std::string &where)
{
    std::uint64_t both = 0;
    std::uint64_t here = 0;
    for (const FileChange &file : files) {
        for (const Row &row : file.rows.rows) {
            const bool isMoved = row.kind == RowKind::MovedFrom || row.kind == RowKind::MovedTo;
            const auto isMovedInGit = [&](bool isNew, LineNumber line) {
                return line != noLine && gits.contains({file.path(), isNew, line});
            };
            if (row.kind == RowKind::Changed)
                m_changedHere += (isMovedInGit(false, row.left) ? 1U : 0U) + (isMovedInGit(true, row.right) ? 1U : 0U);
            else if (row.kind == RowKind::Added)
                m_addedHere += isMovedInGit(true, row.right) ? 1U : 0U;
            if (isMoved)
                ++(gits.contains({file.path(), row.right != noLine, row.right != noLine ? row.right : row.left}) ? both : here);
            else if (row.move != 0)
                ++m_edited;
        }
    }
    const std::uint64_t missed = gits.size() - both;
    m_movedInBoth += both;
    m_movedHere += here;
    m_movedInGit += missed;
    if (missed > 0)
        m_missedMoves.emplace_back(missed, std::format("{}: {} moved lines only in git", where, missed));
    if (here > 0)
        m_extraMoves.emplace_back(here, std::format("{}: {} moved lines only here", where, here));
}

QTEST_GUILESS_MAIN(TestDiffHistory)
#include "tst_diffhistory.moc"
