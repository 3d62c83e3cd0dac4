// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QString>

namespace countersign::bench
{

struct Options {
    QString repository; ///< never written to
    QString queueClone; ///< see makeQueueClone()
    qsizetype realRequests = 0; ///< of the clone's requests, those that are the repository's own
    bool isQuick = false; ///< tiny sizes, one round: only to see that everything runs
    [[nodiscard]] int rounds() const { return isQuick ? 1 : 5; }
};

/// Ranges of about 400, 2,000 and 5,000 files of the repository's history against `git diff --numstat`.
void benchRanges(const Options &options, Table &table);
/// Makes the clone that queue and window are measured on. It shares the repository's objects and has up to 1,000 of its open
/// pull-request refs; where there are too few, the others are made of its commits, and the target stands before them.
void makeQueueClone(Options &options, const QString &clone);
/// The queue of the clone.
void benchQueue(const Options &options, Table &table);
/// The diff view: first painted diff, jumps, scrolling, memory, and how long the GUI thread is ever busy.
void benchView(const Options &options, Table &table);

/// Saved answers, and a ledger of 10,000 records: verifying it and appending to it.
void benchRecords(const Options &options, Table &table);

} // namespace countersign::bench
