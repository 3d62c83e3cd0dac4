// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ledger.h"

#include "Encoding.h"
#include "LogReader.h"

#include "core/SafeText.h"

#include <map>

namespace countersign::records
{

namespace
{

constexpr std::string_view leavesPath = "log/leaves";
constexpr std::string_view recordFolder = "records/";
constexpr std::string_view recordEnding = ".dsse.json";
constexpr std::size_t mostFiles = 1'000'000;
constexpr std::uint64_t mostBytesOfRecords = 1ULL << 30; ///< a tree can name one large file again and again

class Reader
{
public:
    Reader(const git::Repository &repository, std::stop_token stop)
        : m_repository(repository)
        , m_stop(stop)
        , m_log([this](const LogLeaf &leaf) { return fetch(leaf); }, std::move(stop))
    {
    }
    Reader(const Reader &) = delete; // the log calls back
    Reader &operator=(const Reader &) = delete;

    Result<Ledger> read()
    {
        const auto tip = m_repository.reference(ledgerRef);
        if (!tip)
            return std::unexpected(tip.error());
        if (!*tip)
            return std::move(m_log.ledger());
        m_log.ledger().tip = **tip;
        const auto commit = m_repository.commit(**tip);
        if (!commit)
            return std::unexpected(commit.error());
        const auto files = m_repository.entries(commit->tree, mostFiles, m_stop);
        if (!files)
            return std::unexpected(files.error());
        Oid leaves;
        for (const auto &file : *files) {
            if (file.path == leavesPath)
                leaves = file.blob;
            else if (!takeRecordFile(file))
                m_log.problem(Failure::LedgerMalformed,
                              Message(QT_TRANSLATE_NOOP("app", "The ledger holds an unknown file: %1"), {safeText(file.path)}));
        }
        const auto text = readLog(leaves);
        if (!text)
            return std::unexpected(text.error());
        if (const auto read = m_log.read(*text); !read)
            return std::unexpected(read.error());
        for (const auto &[id, blob] : m_files)
            m_log.problem(Failure::RecordNotLogged, Message(QT_TRANSLATE_NOOP("app", "The record %1 is not in the log."), {id}));
        return std::move(m_log.ledger());
    }

private:
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

    [[nodiscard]] Result<std::string> readLog(const Oid &leaves) const
    {
        if (leaves.isNull())
            return std::string();
        const auto size = m_repository.blobSize(leaves);
        if (!size)
            return std::unexpected(size.error());
        if (*size > mostLogBytes)
            return tooLarge(leavesPath);
        return m_repository.blob(leaves);
    }

    static std::unexpected<Error> tooLarge(std::string_view path)
    {
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")),
                    std::string(ledgerRef) + ':' + std::string(path));
    }

    Result<std::optional<std::string>> fetch(const LogLeaf &leaf)
    {
        const auto file = m_files.extract(leaf.recordId);
        if (!file)
            return std::nullopt;
        const auto size = m_repository.blobSize(file.mapped());
        if (!size)
            return std::unexpected(size.error());
        if (*size > 2 * mostStatementBytes)
            return std::string(); // no record is so large; its verification says what is wrong
        m_bytes += *size;
        if (m_bytes > mostBytesOfRecords)
            return tooLarge(recordFolder);
        auto bytes = m_repository.blob(file.mapped());
        if (!bytes)
            return std::unexpected(bytes.error());
        return std::move(*bytes);
    }

    const git::Repository &m_repository;
    std::stop_token m_stop;
    std::map<std::string, Oid> m_files; ///< record files that no line named yet
    std::uint64_t m_bytes = 0; ///< of the records read so far
    LogReader m_log;
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
