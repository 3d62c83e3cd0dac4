// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerModel.h"

#include "../Words.h"
#include "../sign/StatementWords.h"

#include "core/Clock.h"

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int chunk = 256; ///< rows that a view gets at once

QString shortRef(const std::string &ref)
{
    QString text = safe(ref, 120);
    text.remove(QStringLiteral("refs/heads/"));
    return text;
}

QString timeWords(std::int64_t time)
{
    return QString::fromStdString(formatUtc(time)).replace(QLatin1Char('T'), QLatin1Char(' ')).remove(QLatin1Char('Z'));
}

void fillFrom(LedgerRow &row, const records::RecordVerdict &verdict)
{
    const auto &statement = verdict.record->statement;
    const auto &change = statement.change;
    row.what = QStringLiteral("%1 · %2").arg(kindWords(statement.kind), shortRef(change.name));
    row.commits = LedgerModel::tr("%1 into %2").arg(QString::fromStdString(change.head.shortHex()), shortRef(change.targetRef));
    row.who = verdict.person.empty() ? LedgerModel::tr("nobody known: %1").arg(safe(statement.reviewer.id, 80))
                                     : safe(verdict.person, 80);
    row.key = QString::fromStdString(verdict.record->key.fingerprint()).left(20) + QChar(0x2026);
    row.when = timeWords(statement.reviewedAt);
}

LedgerRow rowOf(const records::RecordVerdict &verdict, const records::LedgerEntry &entry, std::size_t record)
{
    LedgerRow row;
    row.state = verdict.isValid() ? LedgerRow::State::Good : LedgerRow::State::Bad;
    row.record = record;
    row.verdict = verdict.isValid() ? LedgerModel::tr("good") : LedgerModel::tr("bad");
    if (verdict.record)
        fillFrom(row, verdict);
    else
        row.what = kindWords(entry.leaf.kind);
    if (!verdict.problems.empty()) // what is wrong is said where the commits would stand
        row.commits = words(verdict.problems.front().what);
    row.place = LedgerModel::tr("line %1").arg(verdict.index + 1);
    row.text =
        QStringList{row.verdict, row.what, row.commits, row.who, row.when, row.place, QString::fromStdString(entry.leaf.recordId)}
            .join(QLatin1Char(' '))
            .toCaseFolded();
    return row;
}

} // namespace

std::vector<LedgerRow> ledgerRows(const workbench::KnownLedger &known, const std::stop_token &stop)
{
    const auto &records = known.verdict.records;
    std::vector<LedgerRow> rows;
    rows.reserve(records.size());
    for (std::size_t i = records.size(); i-- > 0 && !stop.stop_requested();)
        rows.push_back(rowOf(records[i], known.ledger.entries[i], i));
    return rows;
}

std::vector<LedgerRow> ledgerRows(const records::Ledger &ledger, const std::stop_token &stop)
{
    std::vector<LedgerRow> rows;
    rows.reserve(ledger.entries.size());
    for (std::size_t i = ledger.entries.size(); i-- > 0 && !stop.stop_requested();) {
        const auto &leaf = ledger.entries[i].leaf;
        LedgerRow row;
        row.record = i;
        row.verdict = LedgerModel::tr("checking");
        row.what = kindWords(leaf.kind);
        row.commits = QString::fromStdString(leaf.recordId.substr(0, 16));
        row.place = LedgerModel::tr("line %1").arg(ledger.entries[i].place + 1);
        row.text = QStringList{row.what, row.place, QString::fromStdString(leaf.recordId)}.join(QLatin1Char(' ')).toCaseFolded();
        rows.push_back(std::move(row));
    }
    return rows;
}

void LedgerModel::setRows(std::shared_ptr<const std::vector<LedgerRow>> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    rebuild();
    endResetModel();
}

void LedgerModel::setFilter(const QString &words)
{
    beginResetModel();
    m_words = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
    endResetModel();
}

void LedgerModel::rebuild()
{
    m_fitting.clear();
    for (std::uint32_t i = 0; m_rows && i < m_rows->size(); ++i) {
        const QString &text = (*m_rows)[i].text;
        if (std::ranges::all_of(m_words, [&text](const QString &word) { return text.contains(word); }))
            m_fitting.push_back(i);
    }
    m_fetched = std::min(chunk, total());
}

const LedgerRow *LedgerModel::row(int index) const
{
    return index >= 0 && index < m_fetched ? &(*m_rows)[m_fitting[static_cast<std::size_t>(index)]] : nullptr;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_fetched;
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool LedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_fetched < total();
}

void LedgerModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid())
        return;
    const int more = std::min(chunk, total() - m_fetched);
    beginInsertRows({}, m_fetched, m_fetched + more - 1);
    m_fetched += more;
    endInsertRows();
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    const LedgerRow *one = index.isValid() ? row(index.row()) : nullptr;
    if (!one)
        return {};
    if (role == StateRole)
        return static_cast<int>(one->state);
    const bool isSecond = role == SecondLineRole;
    const bool isBoth = role == Qt::AccessibleTextRole;
    if (!isSecond && !isBoth && role != Qt::DisplayRole)
        return {};
    QString first;
    QString second;
    switch (index.column()) {
    case Verdict:
        first = one->verdict;
        break;
    case Decision:
        first = one->what;
        second = one->commits;
        break;
    case Person:
        first = one->who;
        second = one->key;
        break;
    case Time:
        first = one->when;
        second = one->place;
        break;
    default:
        return {};
    }
    if (isBoth)
        return second.isEmpty() ? first : QStringLiteral("%1, %2").arg(first, second);
    return isSecond ? second : first;
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict:
        return tr("Verdict");
    case Decision:
        return tr("Decision and change");
    case Person:
        return tr("Who");
    case Time:
        return tr("When (UTC)");
    default:
        return {};
    }
}

} // namespace countersign::ui
