// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ledger.h"

#include "Encoding.h"
#include "LogReader.h"

#include "core/SafeText.h"

#include <format>
#include <ranges>
#include <set>
#include <unordered_map>
namespace countersign::records
{

namespace
{

constexpr std::string_view leavesPath = "log/leaves";
constexpr std::string_view recordFolder = "records/";
constexpr std::string_view rosterFolder = "roster/";
constexpr std::size_t mostSmallBytes = 1024UL * 1024;
constexpr std::string_view recordEnding = ".dsse.json";
constexpr std::size_t mostFiles = 1'000'000;
constexpr std::uint64_t mostBytesOfRecords = 1ULL << 30; ///< a tree can name one large file again and again

class Reader
{
public:
    Reader(const git::Repository &repository, LedgerDepth depth, std::stop_token stop)
        : m_repository(repository)
        , m_depth(depth)
        , m_stop(stop)
        , m_log([this](const LogLeaf &leaf) { return fetch(leaf); }, std::move(stop))
    {
    }
    Reader(const Reader &) = delete; // the log calls back
    Reader &operator=(const Reader &) = delete;

    Result<Ledger> read(const Oid &tip)
    {
        m_log.ledger().tip = tip;
        if (tip.isNull())
            return std::move(m_log.ledger());
        const auto commit = m_repository.commit(tip);
        if (!commit)
            return std::unexpected(commit.error());
        const auto files = m_repository.entries(commit->tree, mostFiles, m_stop);
        if (!files)
            return std::unexpected(files.error());
        for (const auto &file : *files) {
            const auto taken = take(file);
            if (!taken)
                return std::unexpected(taken.error());
            if (!*taken)
                m_log.problem(Failure::LedgerMalformed,
                              Message(QT_TRANSLATE_NOOP("app", "The ledger holds an unknown file: %1"), {safeText(file.path)}));
        }
        const auto text = m_leaves.isNull() ? Result<std::string>() : small(m_leaves, mostLogBytes, leavesPath);
        if (!text)
            return std::unexpected(text.error());
        if (const auto read = m_log.read(*text); !read)
            return std::unexpected(read.error());
        const auto names = std::views::keys(m_files);
        for (const auto &id : std::set<std::string>(names.begin(), names.end()))
            m_log.problem(Failure::RecordNotLogged, Message(QT_TRANSLATE_NOOP("app", "The record %1 is not in the log."), {id}));
        return std::move(m_log.ledger());
    }

private:
    /// Notes or reads one file of the tree; false: no ledger has it.
    Result<bool> take(const FileSide &file)
    {
        if (file.mode != 0100644)
            return false;
        const auto into = [&](std::string &text) {
            return small(file.blob, mostSmallBytes, file.path).transform([&text](std::string bytes) {
                text = std::move(bytes);
                return true;
            });
        };
        auto &ledger = m_log.ledger();
        const std::string_view path = file.path;
        if (path == leavesPath) {
            m_leaves = file.blob;
            return true;
        }
        if (path == "log/checkpoint")
            return into(ledger.checkpoint);
        if (path == "log/checkpoint.sig")
            return into(ledger.checkpointSignatures);
        if (path == "log/checkpoint.tsr")
            return into(ledger.timestamp);
        if (path.starts_with("policy/") && path.ends_with(".toml") && isLowerHex(path.substr(7, path.size() - 12), 64))
            return into(ledger.policies[std::string(path.substr(7, 64))]);
        return takeRecordFile(file);
    }

    /// A file named by the digest of what was signed, or by the number of a roster.
    bool takeRecordFile(const FileSide &file)
    {
        std::string_view path = file.path;
        if (!path.ends_with(recordEnding))
            return false;
        path.remove_suffix(recordEnding.size());
        if (path.starts_with(rosterFolder)) {
            m_files.emplace(path, file.blob);
            return path.size() == rosterFolder.size() + 6;
        }
        if (!path.starts_with(recordFolder))
            return false;
        path.remove_prefix(recordFolder.size());
        if (path.size() != 67 || path[2] != '/' || !isLowerHex(path.substr(3), 64) || path.substr(0, 2) != path.substr(3, 2))
            return false;
        m_files.emplace(path.substr(3), file.blob);
        return true;
    }

    [[nodiscard]] Result<std::string> small(const Oid &blob, std::size_t most, std::string_view path) const
    {
        const auto size = m_repository.blobSize(blob);
        if (!size)
            return std::unexpected(size.error());
        if (*size > most)
            return tooLarge(path);
        return m_repository.blob(blob);
    }

    static std::unexpected<Error> tooLarge(std::string_view path)
    {
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")),
                    std::string(ledgerRef) + ':' + std::string(path));
    }

    Result<LogReader::Found> fetch(const LogLeaf &leaf)
    {
        const bool isRoster = leaf.kind == RecordKind::Roster;
        const auto file =
            m_files.extract(isRoster ? std::format("{}{:06}", rosterFolder, m_log.ledger().rosters.size() + 1) : leaf.recordId);
        if (!file)
            return LogReader::Found{};
        if (m_depth == LedgerDepth::Names && !isRoster)
            return LogReader::Found{true, std::nullopt, file.mapped()};
        const auto size = m_repository.blobSize(file.mapped());
        if (!size)
            return std::unexpected(size.error());
        if (*size > 2 * mostStatementBytes) // no record is so large; its verification says what is wrong
            return LogReader::Found{true, std::string(), file.mapped()};
        m_bytes += *size;
        if (m_bytes > mostBytesOfRecords)
            return tooLarge(recordFolder);
        auto bytes = m_repository.blob(file.mapped());
        if (!bytes)
            return std::unexpected(bytes.error());
        return LogReader::Found{true, std::move(*bytes), file.mapped()};
    }

    const git::Repository &m_repository;
    LedgerDepth m_depth;
    std::stop_token m_stop;
    Oid m_leaves;
    std::unordered_map<std::string, Oid> m_files; ///< record files that no line named yet
    std::uint64_t m_bytes = 0; ///< of the records read so far
    LogReader m_log;
};

} // namespace

std::string writeLeaf(const LogLeaf &leaf)
{
    return std::to_string(leaf.index) + ' ' + std::string(name(leaf.kind)) + ' ' + leaf.recordId + ' ' + leaf.signatureSha256
        + '\n';
}

std::string recordPath(std::string_view id)
{
    return std::format("{}{}/{}{}", recordFolder, id.substr(0, 2), id, recordEnding);
}

Result<Ledger> readLedger(const git::Repository &repository, std::stop_token stop, LedgerDepth depth)
{
    const auto tip = repository.reference(ledgerRef);
    if (!tip)
        return std::unexpected(tip.error());
    return readLedgerAt(repository, tip->value_or(Oid()), std::move(stop), depth);
}

Result<Ledger> readLedgerAt(const git::Repository &repository, const Oid &tip, std::stop_token stop, LedgerDepth depth)
{
    return Reader(repository, depth, std::move(stop)).read(tip);
}

} // namespace countersign::records
