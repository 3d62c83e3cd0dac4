// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueModel.h"

#include "../Words.h"

#include <QStringList>

#include <algorithm>

namespace countersign::ui
{

namespace
{

/// Analysed changes by risk, then the others as they were listed.
bool standsBefore(const workbench::QueueEntry &a, const workbench::QueueEntry &b)
{
    const bool knownA = a.analysis || a.error;
    const bool knownB = b.analysis || b.error;
    if (knownA != knownB)
        return knownA;
    return knownA && workbench::isRiskier(a, b);
}

/// "#12, #17": the changes that are met, each once.
QString othersMet(const std::vector<Interaction> &meetings)
{
    QStringList others;
    for (const Interaction &one : meetings) {
        if (const QString other = safe(one.with, 40); !others.contains(other))
            others << other;
    }
    return others.join(QStringLiteral(", "));
}

} // namespace

void QueueModel::setEntries(std::vector<workbench::QueueEntry> entries, std::int64_t now)
{
    beginResetModel();
    m_now = now;
    m_entries = std::move(entries);
    std::ranges::stable_sort(m_entries, standsBefore);
    endResetModel();
}

void QueueModel::updateEntry(const workbench::QueueEntry &entry)
{
    const int from = rowOf(entry.id);
    if (from < 0)
        return;
    const auto place = std::ranges::find_if(
        m_entries, [&](const workbench::QueueEntry &other) { return other.id != entry.id && standsBefore(entry, other); });
    const int to = static_cast<int>(place - m_entries.begin());
    m_entries[static_cast<std::size_t>(from)] = entry;
    if (to != from && to != from + 1 && beginMoveRows({}, from, from, {}, to)) {
        const auto begin = m_entries.begin();
        if (to > from)
            std::rotate(begin + from, begin + from + 1, begin + to);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
        endMoveRows();
    }
    const int row = rowOf(entry.id);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void QueueModel::setGate(const std::string &id, workbench::GateState state)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[static_cast<std::size_t>(row)].gate = state;
    emit dataChanged(index(row, Gate), index(row, Gate));
}

const workbench::QueueEntry *QueueModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int QueueModel::rowOf(const std::string &id) const
{
    const auto found = std::ranges::find_if(m_entries, [&id](const workbench::QueueEntry &entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::firstLine(const workbench::QueueEntry &entry, int column) const
{
    const auto &analysis = entry.analysis;
    if (column == Title) {
        const QString title = analysis ? safe(analysis->change.title, 200) : QString();
        return safe(entry.id, 80) + QLatin1Char(' ') + title;
    }
    if (!analysis)
        return column == Band && entry.error ? tr("unreadable") : QString();
    switch (column) {
    case Band:
        return words(label(analysis->band));
    case AiShare: {
        const auto &provenance = analysis->provenance;
        if (provenance.aiLines == 0 || provenance.totalLines == 0)
            return tr("none marked");
        return tr("%1 %").arg((provenance.aiLines * 100ULL + provenance.totalLines / 2) / provenance.totalLines);
    }
    case BlastRadius:
        return analysis->axes.blastRadius ? words(label(*analysis->axes.blastRadius)) : tr("ungraded");
    case Size:
        return QStringLiteral("+%1 −%2").arg(addedLines(*analysis)).arg(removedLines(*analysis));
    case Waiting:
        return age(m_now - analysis->change.updated);
    case Gate:
        return entry.gate ? words(label(*entry.gate)) : QString();
    case Meets:
        return analysis->interactions && !analysis->interactions->empty() ? QString::number(analysis->interactions->size())
                                                                          : QString();
    default:
        return {};
    }
}

QString QueueModel::secondLine(const workbench::QueueEntry &entry, int column) const
{
    const auto &analysis = entry.analysis;
    if (column == Title && entry.error)
        return words(*entry.error);
    if (column == Title && !analysis)
        return tr("waiting for analysis");
    if (!analysis)
        return {};
    switch (column) {
    case Title:
        return words(analysis->bandReason);
    case AiShare:
        return provenanceWords(analysis->provenance);
    case Size:
        return sizeByKind(*analysis);
    case Waiting:
        return safe(analysis->change.author.substr(0, analysis->change.author.find(" <")), 40);
    case Meets:
        return analysis->interactions ? othersMet(*analysis->interactions) : QString();
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const workbench::QueueEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const auto &analysis = entry.analysis;
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(entry, index.column());
    case SecondLineRole:
        return secondLine(entry, index.column());
    case Qt::AccessibleTextRole:
        return QString(firstLine(entry, index.column()) + QStringLiteral(", ") + secondLine(entry, index.column()));
    case BandRole:
        return analysis ? static_cast<int>(analysis->band) : -1;
    case GateRole:
        return entry.gate ? static_cast<int>(*entry.gate) : -1;
    case SharePermilleRole:
        return analysis && analysis->provenance.aiLines != 0 && analysis->provenance.totalLines != 0
            ? static_cast<int>(analysis->provenance.aiLines * 1000ULL / analysis->provenance.totalLines)
            : -1;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Band:
        return tr("Band");
    case Title:
        return tr("Change and why it is here");
    case AiShare:
        return tr("AI share");
    case BlastRadius:
        return tr("Blast radius");
    case Size:
        return tr("Size by kind");
    case Waiting:
        return tr("Waiting");
    case Gate:
        return tr("Gate");
    case Meets:
        return tr("Meets");
    default:
        return {};
    }
}

} // namespace countersign::ui
