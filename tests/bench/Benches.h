// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include "core/Error.h"

#include <QString>
#include <QtLogging>

#include <functional>
#include <utility>
#include <vector>

namespace countersign::bench
{

struct Options {
    QString repository; ///< never written to
    QString queueClone; ///< see makeQueueClone()
    qsizetype realRequests = 0; ///< of the clone's requests, those that are the repository's own
    int commits = 500; ///< of which findings are counted
    QStringList samples; ///< rules of which a sample of high findings is printed
    bool isQuick = false; ///< tiny sizes, one round: only to see that everything runs
    [[nodiscard]] int rounds() const { return isQuick ? 1 : 5; }
};

/// The first-parent ancestor of HEAD whose difference has about @p files files; empty: the history is too short.
[[nodiscard]] QString baseOf(const QString &repository, qsizetype files);

/// The value, or the end of the program with the error's words.
template<class T>
T demand(Result<T> result)
{
    if (!result)
        qFatal("%s %s", result.error().what.english().c_str(), result.error().where.c_str());
    return std::move(*result);
}

/// How long the event loop was not reached while @p isBusy, in milliseconds: a timer that wants to fire every millisecond notes
/// its gaps.
[[nodiscard]] std::vector<double> gapsWhile(const std::function<bool()> &isBusy);

/// Ranges of about 400, 2,000 and 5,000 files of the repository's history against `git diff --numstat`.
void benchRanges(const Options &options, Table &table);
/// The whole analysis of a range: together and in parts, first findings, once more from what is kept, memory; the patterns
/// against ripgrep, and hostile lines.
void benchAnalysis(const Options &options, Table &table);
/// How many findings the rules have in the newest commits, by rule and severity; a sample of some rules to be read.
void benchAlarms(const Options &options, Table &table);
/// How many of the defects that known commits of the repository repaired (fixes.tsv) the rules see when the commits are read
/// backwards. Nothing for a repository without such commits.
void benchFixes(const Options &options, Table &table);
/// Makes the clone that queue and window are measured on. It shares the repository's objects and has up to 1,000 of its open
/// pull-request refs; where there are too few, the others are made of its commits, and the target stands before them.
void makeQueueClone(Options &options, const QString &clone);
/// The queue of the clone.
void benchQueue(const Options &options, Table &table);
/// History pass, import graph, blast radius.
void benchAxes(const Options &options, Table &table);
/// The diff view: first painted diff, jumps, scrolling, memory, and how long the GUI thread is ever busy.
void benchView(const Options &options, Table &table);

/// Layout and painting of a blast radius of 5,000 files.
void benchBlast(const Options &options, Table &table);

/// The page of a ledger: how long the GUI thread is away while it opens, is filtered and scrolled to its end.
void benchLedgerPage(const QString &repository, Table &table);
/// Saved answers, and a ledger of 10,000 records: verifying it, appending to it, and the page that shows it.
void benchRecords(const Options &options, Table &table);

} // namespace countersign::bench
