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

/// "line %1 added"
QString stateOf(const Row &row, bool isOld)
{
    switch (row.kind) {
    case RowKind::Equal:
        return tr("line %1");
    case RowKind::Changed:
        return tr("line %1 changed");
    case RowKind::MovedFrom:
        return tr("line %1 moved away");
    case RowKind::MovedTo:
        return tr("line %1 moved here");
    case RowKind::Removed:
    case RowKind::Added:
        break;
    }
    if (row.move != 0)
        return isOld ? tr("line %1 removed inside a moved block") : tr("line %1 added inside a moved block");
    return isOld ? tr("line %1 removed") : tr("line %1 added");
}

} // namespace

void DiffModel::setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings,
                        std::vector<ProvenanceRun> provenance)
{
    m_file = std::move(file);
    m_findings = std::move(findings);
    m_provenance = std::move(provenance);
    m_comments.clear();
    m_notes.clear();
    m_attached.clear();
    m_items.clear();
    m_shown.clear();
    if (!m_file)
        return;
    showUsual(countersign::isFolded(m_file->fileClass));
    setLayout(m_wanted);
}

void DiffModel::setComments(std::vector<DiffComment> comments)
{
    m_comments = std::move(comments);
    attach();
    build();
}

void DiffModel::setNotes(QStringList notes)
{
    m_notes = std::move(notes);
    build();
}

void DiffModel::setContext(std::uint32_t rows)
{
    m_context = rows;
    collapse();
}

void DiffModel::setLayout(DiffLayout layout)
{
    m_wanted = layout == DiffLayout::Single ? DiffLayout::SideBySide : layout;
    if (!m_file)
        return;
    const bool hasOneSide = m_file->oldText.isEmpty() != m_file->newText.isEmpty();
    m_layout = hasOneSide ? DiffLayout::Single : m_wanted;
    attach();
    build();
}

void DiffModel::attach()
{
    m_attached.clear();
    if (!m_file)
        return;
    const auto &rows = m_file->rows.rows;
    const std::uint32_t lastRow = rows.empty() ? 0 : static_cast<std::uint32_t>(rows.size()) - 1;
    std::vector<std::uint32_t> places[2]; // of the lines of a side, made when it is needed
    const auto rowsOf = [&](Side side) -> const std::vector<std::uint32_t> & {
        auto &place = places[side == Side::Old ? 0 : 1];
        if (place.empty()) {
            place.resize((side == Side::Old ? m_file->oldText : m_file->newText).lineCount() + std::size_t{1}, lastRow);
            for (std::uint32_t i = 0; i < rows.size(); ++i)
                place[side == Side::Old ? rows[i].left : rows[i].right] = i;
        }
        return place;
    };
    for (std::uint32_t i = 0; i < m_findings.size(); ++i) {
        const Finding &one = m_findings[i];
        const auto &place = rowsOf(one.side);
        std::uint32_t under = lastRow;
        if (one.startLine != noLine && one.startLine < place.size()) {
            const auto end = std::min<std::size_t>(place.size() - 1, one.endLine);
            for (std::size_t line = one.startLine; line <= end; ++line)
                m_shown[place[line]] = true;
            under = place[std::min<std::size_t>(end, one.startLine + 24U)]; // the card of a long span stands near its beginning
        }
        m_attached.push_back({under, one.side, Kind::Card, i});
    }
    for (std::uint32_t i = 0; i < m_comments.size(); ++i) {
        const DiffComment &one = m_comments[i];
        const auto &place = rowsOf(one.side);
        const bool hasLine = one.line != noLine && one.line < place.size();
        if (hasLine)
            m_shown[place[one.line]] = true;
        m_attached.push_back({hasLine ? place[one.line] : lastRow, one.side, Kind::Comment, i});
    }
    std::ranges::stable_sort(m_attached, {}, [](const Attached &one) { return std::pair(one.row, one.side); });
}

void DiffModel::push(std::uint32_t row, Side side)
{
    m_items.push_back({Kind::Code, side, row, 0});
}

void DiffModel::pushAttached(std::uint32_t row, std::size_t &attached)
{
    for (; attached < m_attached.size() && m_attached[attached].row <= row; ++attached)
        m_items.push_back({m_attached[attached].kind, m_attached[attached].side, m_attached[attached].index, 0});
}

/// The rows of one hunk in one pane: first what was, then what is.
void DiffModel::buildHunk(std::uint32_t first, std::uint32_t end, std::size_t &attached)
{
    const std::size_t begin = attached;
    for (const Side side : {Side::Old, Side::New}) {
        std::size_t at = begin;
        for (std::uint32_t i = first; i < end; ++i) {
            const Row &row = m_file->rows.rows[i];
            if ((side == Side::Old ? row.left : row.right) != noLine)
                push(i, side);
            for (; at < m_attached.size() && m_attached[at].row <= i; ++at) {
                if (m_attached[at].side == side)
                    m_items.push_back({m_attached[at].kind, side, m_attached[at].index, 0});
            }
        }
        attached = at;
    }
}

void DiffModel::build()
{
    m_items.clear();
    if (!m_file)
        return;
    for (qsizetype i = 0; i < m_notes.size(); ++i)
        m_items.push_back({Kind::Note, Side::New, static_cast<std::uint32_t>(i), 0});
    const auto &rows = m_file->rows.rows;
    const auto count = static_cast<std::uint32_t>(rows.size());
    std::size_t attached = 0;
    for (std::uint32_t i = 0; i < count;) {
        if (!m_shown[i]) {
            const auto first = i;
            while (i < count && !m_shown[i])
                ++i;
            m_items.push_back({Kind::Collapsed, Side::New, first, i - first});
            continue;
        }
        if (m_layout == DiffLayout::Unified && rows[i].hunk != 0) {
            const auto first = i;
            while (i < count && m_shown[i] && rows[i].hunk == rows[first].hunk)
                ++i;
            buildHunk(first, i, attached);
            continue;
        }
        push(i, rows[i].right == noLine ? Side::Old : Side::New);
        pushAttached(i, attached);
        ++i;
    }
    pushAttached(count, attached);
}

LineNumber DiffModel::lineOf(const Item &item, Side side) const
{
    if (item.kind != Kind::Code)
        return noLine;
    const Row &one = row(item);
    if (m_layout == DiffLayout::Unified && one.kind != RowKind::Equal && side != item.side)
        return noLine;
    return side == Side::Old ? one.left : one.right;
}

const ProvenanceRun *DiffModel::provenanceOf(LineNumber newLine) const
{
    const auto run = std::ranges::lower_bound(m_provenance, newLine, {}, [](const ProvenanceRun &one) { return one.lines.last; });
    return run != m_provenance.end() && run->lines.first <= newLine ? &*run : nullptr;
}

void DiffModel::expand(std::size_t item, std::uint32_t above, std::uint32_t below)
{
    if (item >= m_items.size() || m_items[item].kind != Kind::Collapsed)
        return;
    const Item collapsed = m_items[item];
    const auto begin = m_shown.begin() + collapsed.index;
    const auto end = begin + collapsed.count;
    std::fill(begin, begin + std::min(above, collapsed.count), true);
    std::fill(end - std::min(below, collapsed.count), end, true);
    build();
}

void DiffModel::expandAll()
{
    std::ranges::fill(m_shown, true);
    build();
}

void DiffModel::collapse()
{
    if (!m_file)
        return;
    showUsual(countersign::isFolded(m_file->fileClass));
    attach();
    build();
}

void DiffModel::showUsual(bool folded)
{
    m_isFolded = folded && !m_file->rows.hunks.empty();
    m_shown = m_isFolded ? std::vector<bool>(m_file->rows.rows.size()) : shownRows(m_file->rows, m_context);
}

void DiffModel::unfold()
{
    if (!m_isFolded)
        return;
    showUsual(false);
    attach();
    build();
}

QString DiffModel::collapsedText(const Item &item) const
{
    const auto count = static_cast<int>(item.count);
    return m_isFolded ? QCoreApplication::translate("DiffModel", "⋯ %n line(s) folded, %1 · Enter shows them", nullptr, count)
                            .arg(words(label(m_file->fileClass)))
                      : QCoreApplication::translate("DiffModel", "⋯ %n unchanged line(s)", nullptr, count);
}

void DiffModel::reveal(std::uint32_t row)
{
    if (row >= m_shown.size() || m_shown[row])
        return;
    const auto first = row - std::min(row, m_context);
    const auto last = std::min<std::size_t>(m_shown.size(), std::size_t{row} + m_context + 1);
    std::fill(m_shown.begin() + first, m_shown.begin() + static_cast<std::ptrdiff_t>(last), true);
    build();
}

int DiffModel::nextHunk(int from, int step) const
{
    const auto hunkAt = [this](int i) -> std::uint32_t {
        if (i < 0 || i >= static_cast<int>(m_items.size()))
            return 0;
        const Item &item = m_items[static_cast<std::size_t>(i)];
        return item.kind == Kind::Code ? row(item).hunk : 0;
    };
    const auto begins = [&](int i) {
        const auto hunk = hunkAt(i);
        if (hunk == 0)
            return false;
        int before = i - 1;
        while (before >= 0 && m_items[static_cast<std::size_t>(before)].kind != Kind::Code
               && m_items[static_cast<std::size_t>(before)].kind != Kind::Collapsed)
            --before; // what stands under a line does not part a hunk
        return hunkAt(before) != hunk;
    };
    const auto size = static_cast<int>(m_items.size());
    for (int i = from + step; i >= 0 && i < size; i += step) {
        if (begins(i))
            return i;
    }
    return -1;
}

int DiffModel::next(Kind kind, int from, int step) const
{
    const auto size = static_cast<int>(m_items.size());
    for (int i = from + step; i >= 0 && i < size; i += step) {
        if (m_items[static_cast<std::size_t>(i)].kind == kind)
            return i;
    }
    return -1;
}

int DiffModel::nextCard(int from, int step) const
{
    return next(Kind::Card, from, step);
}

int DiffModel::nextComment(int from, int step) const
{
    return next(Kind::Comment, from, step);
}

int DiffModel::itemOfFinding(const std::string &id) const
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind == Kind::Card && finding(m_items[i]).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int DiffModel::itemOfComment(const std::string &id) const
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind == Kind::Comment && comment(m_items[i]).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int DiffModel::itemOfRow(std::uint32_t row, Side side) const
{
    int found = -1;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items[i];
        const bool isIn =
            item.kind == Kind::Code ? item.index == row : item.kind == Kind::Collapsed && row - item.index < item.count;
        if (!isIn)
            continue;
        if (m_layout != DiffLayout::Unified || item.kind == Kind::Collapsed || item.side == side)
            return static_cast<int>(i);
        found = static_cast<int>(i);
    }
    return found;
}

int DiffModel::rowOfLine(Side side, LineNumber line) const
{
    const auto &rows = m_file->rows.rows;
    const auto found = std::ranges::find(rows, line, side == Side::Old ? &Row::left : &Row::right);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int DiffModel::otherEnd(const Item &item) const
{
    if (item.kind != Kind::Code || row(item).move == 0)
        return -1;
    const Row &one = row(item);
    const bool isOld = one.kind == RowKind::MovedFrom || (one.kind != RowKind::MovedTo && one.right == noLine);
    const auto &rows = m_file->rows.rows;
    const auto other = std::ranges::find_if(rows, [&one, isOld](const Row &candidate) {
        return candidate.move == one.move && candidate.kind == (isOld ? RowKind::MovedTo : RowKind::MovedFrom);
    });
    return other == rows.end() ? -1 : static_cast<int>(other - rows.begin());
}

int DiffModel::findingsAt(Side side, LineNumber line) const
{
    return static_cast<int>(std::ranges::count_if(m_findings, [side, line](const Finding &one) {
        return one.side == side && line != noLine && one.startLine <= line && line <= one.endLine;
    }));
}

QString DiffModel::accessibleText(int index) const
{
    const Item &item = m_items[static_cast<std::size_t>(index)];
    switch (item.kind) {
    case Kind::Collapsed:
        return collapsedText(item);
    case Kind::Card:
        return tr("finding %1, %2, %3")
            .arg(safe(finding(item).rule), words(label(finding(item).severity)), words(finding(item).title));
    case Kind::Comment:
        return tr("comment, %1: %2").arg(comment(item).heading, comment(item).paragraphs.join(QLatin1Char(' ')));
    case Kind::Note:
        return note(item);
    case Kind::Code:
        break;
    }
    const Row &one = row(item);
    const bool isOld = one.right == noLine || (m_layout == DiffLayout::Unified && item.side == Side::Old);
    const LineNumber line = isOld ? one.left : one.right;
    QStringList parts{stateOf(one, isOld).arg(line)};
    const auto *run = isOld || one.kind == RowKind::Equal ? nullptr : provenanceOf(line);
    if (run && run->isAi)
        parts << tr("AI-assisted");
    if (const int count = findingsAt(isOld ? Side::Old : Side::New, line); count > 0)
        parts << QCoreApplication::translate("DiffModel", "%n finding(s)", nullptr, count);
    const QString text = safe((isOld ? m_file->oldText : m_file->newText).line(line));
    if (one.kind == RowKind::Changed && m_layout == DiffLayout::SideBySide)
        return tr("%1: from %2 to %3").arg(parts.join(QStringLiteral(", ")), safe(m_file->oldText.line(one.left)), text);
    return tr("%1: %2").arg(parts.join(QStringLiteral(", ")), text);
}

} // namespace countersign::ui
