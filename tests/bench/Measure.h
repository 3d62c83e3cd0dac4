// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace countersign::bench
{

/// Wall time of one call, in milliseconds.
[[nodiscard]] double timed(const std::function<void()> &work);
[[nodiscard]] double median(std::vector<double> values);
/// The value below which @p share (0 to 1) of the values lie.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// Times of two pieces of work that were run in turns, so that what else the machine does hits both alike.
struct Pair {
    double ours = 0; ///< median, milliseconds
    double theirs = 0;
};
[[nodiscard]] Pair alternated(int rounds, const std::function<void()> &ours, const std::function<void()> &theirs);

/// Runs git in @p repository and gives its output; ends the program when git fails.
[[nodiscard]] QByteArray git(const QString &repository, const QStringList &arguments, const QByteArray &input = {});

/// Resident memory of this process, in KiB.
[[nodiscard]] std::size_t residentKiB();

/// One row of the table.
struct Row {
    QString what;
    double ours = 0;
    QString unit = QStringLiteral("ms");
    std::optional<double> yardstick; ///< what git needs, milliseconds
    std::optional<double> mark; ///< to reach: a ratio to the yardstick where there is one, else in the unit
};

/// Prints rows as they come, under one head. A mark is reached ("ok"), reached by half (at most twice the mark), or missed
/// ("over").
class Table
{
public:
    void head(const QString &title);
    void add(const Row &row);

private:
    bool m_hasHead = false;
};

} // namespace countersign::bench
