// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LogReader.h"

#include "Encoding.h"

#include <algorithm>
#include <charconv>

namespace countersign::records
{

namespace
{

std::optional<LogLeaf> readLeaf(std::string_view line)
{
    LogLeaf leaf;
    const auto word = [&line](char end) {
        const auto size = std::min(line.find(end), line.size());
        const auto out = line.substr(0, size);
        line.remove_prefix(std::min(size + 1, line.size()));
        return out;
    };
    const auto number = word(' ');
    std::from_chars(number.data(), number.data() + number.size(), leaf.index);
    const auto kind = recordKindFromName(word(' '));
    leaf.recordId = word(' ');
    leaf.signatureSha256 = word('\n');
    if (!kind || !isLowerHex(leaf.recordId, 64) || !isLowerHex(leaf.signatureSha256, 64))
        return std::nullopt;
    leaf.kind = *kind;
    return leaf;
}

} // namespace

Result<void> LogReader::read(std::string_view leaves)
{
    constexpr std::size_t leastLineBytes = 135; // of a well-formed line
    const auto lines = leaves.size() / leastLineBytes;
    m_ledger.lines.reserve(lines);
    m_ledger.entries.reserve(lines);
    m_seen.reserve(lines);
    while (!leaves.empty()) {
        if (m_stop.stop_requested())
            return cancelled();
        const auto end = leaves.find('\n');
        const auto line = leaves.substr(0, end == std::string_view::npos ? end : end + 1);
        leaves.remove_prefix(line.size());
        if (const auto taken = readLine(line); !taken)
            return taken;
    }
    return {};
}

Result<void> LogReader::readLine(std::string_view line)
{
    const auto leaf = readLeaf(line);
    const auto number = m_ledger.lines.size();
    m_ledger.lines.emplace_back(line);
    if (!leaf || writeLeaf(*leaf) != line) {
        problem(Failure::LeafMalformed,
                Message(QT_TRANSLATE_NOOP("app", "Line %1 of the log is malformed."), {std::to_string(number + 1)}));
        return {};
    }
    if (leaf->index != number)
        problem(
            Failure::LeafOrder,
            Message(QT_TRANSLATE_NOOP("app", "Line %1 of the log has the number %2: entries were removed, inserted or moved."),
                    {std::to_string(number + 1), std::to_string(leaf->index)}));
    if (!m_seen.insert(leaf->recordId).second)
        problem(Failure::RecordTwice, Message(QT_TRANSLATE_NOOP("app", "The record %1 is in the log twice."), {leaf->recordId}));
    auto found = m_fetch(*leaf);
    if (!found)
        return std::unexpected(found.error());
    if (!found->isThere)
        problem(Failure::RecordMissing,
                Message(QT_TRANSLATE_NOOP("app", "The record %1 is in the log, but its file is missing."), {leaf->recordId}));
    if (leaf->kind != RecordKind::Roster)
        m_ledger.entries.push_back({*leaf, number, std::move(found->envelope), found->blob});
    else if (found->envelope)
        m_ledger.rosters.push_back({*leaf, number, m_ledger.rosters.size() + 1, std::move(*found->envelope)});
    return {};
}

} // namespace countersign::records
