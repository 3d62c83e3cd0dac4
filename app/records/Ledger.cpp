// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ledger.h"

#include "Encoding.h"

#include "core/SafeText.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <span>

namespace countersign::records
{

namespace
{

constexpr std::string_view leavesPath = "log/leaves";
constexpr std::string_view recordFolder = "records/";
constexpr std::string_view recordEnding = ".dsse.json";

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

class Reader
{
public:
    Reader(const git::Repository &repository, std::stop_token stop)
        : m_repository(repository)
        , m_stop(std::move(stop))
    {
    }

    Result<Ledger> read()
    {
        const auto tip = m_repository.reference(ledgerRef);
        if (!tip)
            return std::unexpected(tip.error());
        if (!*tip)
            return std::move(m_ledger);
        m_ledger.tip = **tip;
        const auto commit = m_repository.commit(**tip);
        if (!commit)
            return std::unexpected(commit.error());
        const auto files = m_repository.entries(commit->tree, m_stop);
        if (!files)
            return std::unexpected(files.error());
        Oid leaves;
        for (const auto &file : *files) {
            if (file.path == leavesPath)
                leaves = file.blob;
            else if (!takeRecordFile(file))
                problem(Failure::LedgerMalformed,
                        Message(QT_TRANSLATE_NOOP("app", "The ledger holds an unknown file: %1"), {safeText(file.path)}));
        }
        const auto text = leaves.isNull() ? Result<std::string>() : m_repository.blob(leaves);
        if (!text)
            return std::unexpected(text.error());
        if (const auto read = readLog(*text); !read)
            return std::unexpected(read.error());
        for (const auto &[id, blob] : m_files)
            problem(Failure::RecordNotLogged, Message(QT_TRANSLATE_NOOP("app", "The record %1 is not in the log."), {id}));
        return std::move(m_ledger);
    }

private:
    void problem(Failure failure, Message what) { m_ledger.problems.push_back({failure, std::move(what)}); }

    bool takeRecordFile(const FileSide &file)
    {
        std::string_view path = file.path;
        if (!path.starts_with(recordFolder) || !path.ends_with(recordEnding))
            return false;
        path.remove_prefix(recordFolder.size());
        path.remove_suffix(recordEnding.size());
        if (path.size() != 67 || path[2] != '/' || !isLowerHex(path.substr(3), 64) || path.substr(0, 2) != path.substr(3, 2)
            || file.mode != 0100644)
            return false;
        m_files.emplace(path.substr(3), file.blob);
        return true;
    }

    Result<void> readLog(std::string_view text)
    {
        std::set<std::string> seen;
        while (!text.empty()) {
            if (m_stop.stop_requested())
                return cancelled();
            const auto end = text.find('\n');
            const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
            text.remove_prefix(line.size());
            const auto leaf = readLeaf(line);
            const auto number = m_ledger.lines.size();
            m_ledger.lines.emplace_back(line);
            if (!leaf || writeLeaf(*leaf) != line) {
                problem(Failure::LeafMalformed,
                        Message(QT_TRANSLATE_NOOP("app", "Line %1 of the log is malformed."), {std::to_string(number + 1)}));
                continue;
            }
            if (leaf->index != number)
                problem(Failure::LeafOrder,
                        Message(QT_TRANSLATE_NOOP(
                                    "app", "Line %1 of the log has the number %2: entries were removed, inserted or moved."),
                                {std::to_string(number + 1), std::to_string(leaf->index)}));
            if (!seen.insert(leaf->recordId).second)
                problem(Failure::RecordTwice,
                        Message(QT_TRANSLATE_NOOP("app", "The record %1 is in the log twice."), {leaf->recordId}));
            if (const auto taken = takeEntry(*leaf); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeEntry(const LogLeaf &leaf)
    {
        LedgerEntry entry{leaf, {}};
        if (const auto file = m_files.extract(leaf.recordId)) {
            const auto size = m_repository.blobSize(file.mapped());
            auto bytes = size && *size <= 2 * mostStatementBytes ? m_repository.blob(file.mapped()) : Result<std::string>();
            if (!size || !bytes)
                return std::unexpected(size ? bytes.error() : size.error());
            entry.envelope = std::move(*bytes);
        } else {
            problem(Failure::RecordMissing,
                    Message(QT_TRANSLATE_NOOP("app", "The record %1 is in the log, but its file is missing."), {leaf.recordId}));
        }
        m_ledger.entries.push_back(std::move(entry));
        return {};
    }

    const git::Repository &m_repository;
    std::stop_token m_stop;
    Ledger m_ledger;
    std::map<std::string, Oid> m_files; ///< record files that no line named yet
};

} // namespace

std::string writeLeaf(const LogLeaf &leaf)
{
    return std::to_string(leaf.index) + ' ' + std::string(name(leaf.kind)) + ' ' + leaf.recordId + ' ' + leaf.signatureSha256
        + '\n';
}

Result<Ledger> readLedger(const git::Repository &repository, std::stop_token stop)
{
    return Reader(repository, std::move(stop)).read();
}

} // namespace countersign::records
