// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffModel.h"

#include "../Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr std::uint32_t contextRows = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("DiffModel", text);
}

/// Shows @p context rows around every row that is not equal.
std::vector<bool> shownRows(const FileRows &rows, std::uint32_t context)
{
    std::vector<bool> shown(rows.rows.size(), rows.hunks.empty());
    for (const auto &hunk : rows.hunks) {
        const auto first = hunk.firstRow - std::min(hunk.firstRow, context);
        const auto last = std::min<std::size_t>(shown.size(), std::size_t{hunk.firstRow} + hunk.rowCount + context);
        std::fill(shown.begin() + first, shown.begin() + static_cast<std::ptrdiff_t>(last), true);
    }
    return shown;
}

} // namespace

void DiffModel::setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                        std::vector<ProvenanceRun> provenance)
{
    m_file = std::move(file);
    m_findings = std::move(findings);
    m_provenance = std::move(provenance);
    m_notes.clear();
    m_cards.clear();
    m_items.clear();
    if (!m_file)
        return;
    const auto &rows = m_file->rows.rows;
    m_shown = shownRows(m_file->rows, contextRows);
    for (std::uint32_t finding = 0; finding < m_findings.size(); ++finding) {
        const Finding &one = m_findings[finding];
        std::uint32_t under = rows.empty() ? 0 : static_cast<std::uint32_t>(rows.size()) - 1;
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            const auto line = one.side == Side::Old ? rows[i].left : rows[i].right;
            if (line < one.startLine || line > one.endLine)
                continue;
            m_shown[i] = true;
            if (line == std::min(one.endLine, one.startLine + 24)) // the card of a long span stands near its beginning
                under = i;
        }
        m_cards.emplace_back(under, finding);
    }
    std::ranges::stable_sort(m_cards, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    makeNotes();
    build();
}

void DiffModel::makeNotes()
{
    const FileDelta &delta = m_file->delta;
    if (delta.status == DeltaStatus::Renamed || delta.status == DeltaStatus::Copied)
        m_notes.push_back(
            (delta.status == DeltaStatus::Renamed ? tr("Renamed from %1, %2 % alike") : tr("Copied from %1, %2 % alike"))
                .arg(safe(delta.oldSide.path))
                .arg(delta.similarity));
    if (delta.oldSide.exists() && delta.newSide.exists() && delta.oldSide.mode != delta.newSide.mode)
        m_notes.push_back(tr("Mode changed from %1 to %2").arg(delta.oldSide.mode, 0, 8).arg(delta.newSide.mode, 0, 8));
    if (delta.kind == FileKind::Binary || delta.kind == FileKind::Image)
        m_notes.push_back(tr("Binary content: %1 → %2 bytes").arg(delta.oldSide.size).arg(delta.newSide.size));
    if (delta.kind == FileKind::Symlink)
        m_notes.push_back(tr("Symbolic link: its target is shown"));
    if (delta.kind == FileKind::Submodule)
        m_notes.push_back(tr("Submodule: its commit is shown"));
    const auto lacksEnd = [](const Text &text) { return !text.isEmpty() && !text.endsWithNewline(); };
    if (lacksEnd(m_file->oldText) != lacksEnd(m_file->newText))
        m_notes.push_back(lacksEnd(m_file->newText) ? tr("The last line lost its line end") : tr("The last line got a line end"));
    const auto degradations = m_file->rows.degradations;
    if (degradations & static_cast<std::uint8_t>(Degradation::CoarseAlignment))
        m_notes.push_back(tr("Very different versions: the alignment is coarse"));
    if (m_file->rows.hunks.empty() && m_notes.empty())
        m_notes.push_back(tr("No line differs"));
}

void DiffModel::build()
{
    m_items.clear();
    for (std::uint32_t i = 0; i < m_notes.size(); ++i)
        m_items.push_back({Kind::Note, i, 0});
    const auto count = static_cast<std::uint32_t>(m_file->rows.rows.size());
    auto card = m_cards.begin();
    for (std::uint32_t i = 0; i < count;) {
        if (!m_shown[i]) {
            const auto first = i;
            while (i < count && !m_shown[i])
                ++i;
            m_items.push_back({Kind::Collapsed, first, i - first});
            continue;
        }
        m_items.push_back({Kind::Code, i, 0});
        for (; card != m_cards.end() && card->first <= i; ++card)
            m_items.push_back({Kind::Card, card->second, 0});
        ++i;
    }
    for (; card != m_cards.end(); ++card)
        m_items.push_back({Kind::Card, card->second, 0});
}

const ProvenanceRun *DiffModel::provenanceOf(LineNumber newLine) const
{
    const auto run = std::ranges::lower_bound(m_provenance, newLine, {}, [](const ProvenanceRun &one) { return one.lines.last; });
    return run != m_provenance.end() && run->lines.first <= newLine ? &*run : nullptr;
}

void DiffModel::expand(std::size_t item, std::uint32_t rows)
{
    if (item >= m_items.size() || m_items[item].kind != Kind::Collapsed)
        return;
    const Item collapsed = m_items[item];
    const auto begin = m_shown.begin() + collapsed.index;
    const auto end = begin + collapsed.count;
    if (rows >= (collapsed.count + 1) / 2) {
        std::fill(begin, end, true);
    } else {
        std::fill(begin, begin + rows, true);
        std::fill(end - rows, end, true);
    }
    build();
}

int DiffModel::nextHunk(int from, int step) const
{
    const auto hunkAt = [this](int i) -> std::uint32_t {
        const Item &item = m_items[static_cast<std::size_t>(i)];
        return item.kind == Kind::Code ? row(item).hunk : 0;
    };
    const auto size = static_cast<int>(m_items.size());
    for (int i = from + step; i >= 0 && i < size; i += step) {
        const auto hunk = hunkAt(i);
        if (hunk != 0 && m_file->rows.hunks[hunk - 1].firstRow == m_items[static_cast<std::size_t>(i)].index)
            return i;
    }
    return -1;
}

int DiffModel::nextCard(int from, int step) const
{
    const auto size = static_cast<int>(m_items.size());
    for (int i = from + step; i >= 0 && i < size; i += step) {
        if (m_items[static_cast<std::size_t>(i)].kind == Kind::Card)
            return i;
    }
    return -1;
}

int DiffModel::itemOfFinding(const std::string &id) const
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind == Kind::Card && finding(m_items[i]).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

QString DiffModel::accessibleText(int index) const
{
    const Item &item = m_items[static_cast<std::size_t>(index)];
    switch (item.kind) {
    case Kind::Collapsed:
        return tr("%1 unchanged lines").arg(item.count);
    case Kind::Card:
        return tr("finding %1, %2, %3")
            .arg(safe(finding(item).rule), words(label(finding(item).severity)), words(finding(item).title));
    case Kind::Note:
        return note(item);
    case Kind::Code:
        break;
    }
    const Row &one = row(item);
    const auto newText = [&] { return safe(m_file->newText.line(one.right)); };
    const auto oldText = [&] { return safe(m_file->oldText.line(one.left)); };
    switch (one.kind) {
    case RowKind::Equal:
        return tr("line %1: %2").arg(one.right).arg(newText());
    case RowKind::Changed:
        return tr("line %1 changed from %2 to %3").arg(one.right).arg(oldText(), newText());
    case RowKind::Removed:
        return tr("line %1 removed: %2").arg(one.left).arg(oldText());
    case RowKind::MovedFrom:
        return tr("line %1 moved away: %2").arg(one.left).arg(oldText());
    case RowKind::MovedTo:
        return tr("line %1 moved here: %2").arg(one.right).arg(newText());
    case RowKind::Added:
        break;
    }
    const auto *run = provenanceOf(one.right);
    return (run && run->isAi ? tr("line %1 added, AI-assisted: %2") : tr("line %1 added: %2")).arg(one.right).arg(newText());
}

} // namespace countersign::ui
