// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Export.h"

#include "LogReader.h"

#include "core/SafeText.h"

#include <array>
#include <format>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

namespace countersign::records
{

namespace fs = std::filesystem;

namespace
{

std::unexpected<Error> notWritable(const fs::path &path, std::string detail)
{
    return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {safeText(path.string())}),
                std::move(detail), Message(QT_TRANSLATE_NOOP("app", "Check the path, its permissions and the free space.")));
}

Result<void> write(const fs::path &file, std::string_view bytes)
{
    std::ofstream stream(file, std::ios::binary | std::ios::noreplace);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream)
        return notWritable(file, {});
    return {};
}

Result<void> makeFolders(const fs::path &folder)
{
    std::error_code error;
    if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return fail(
            ErrorKind::Usage,
            Message(QT_TRANSLATE_NOOP("app", "%1 is there already and not an empty folder."), {safeText(folder.string())}), {},
            Message(QT_TRANSLATE_NOOP("app", "Name a new folder; nothing is overwritten.")));
    for (const auto &part : {folder / "records", folder / "log"}) {
        fs::create_directories(part, error);
        if (error)
            return notWritable(part, error.message());
    }
    return {};
}

std::string numberOf(const RecordVerdict &one)
{
    return std::format("{:06}", one.index + 1);
}

Result<void> writeRecord(const fs::path &folder, const RecordVerdict &one, const LedgerEntry &entry)
{
    if (!entry.envelope)
        return {};
    const auto path = [&](const char *ending) { return folder / "records" / (numberOf(one) + ending); };
    if (const auto written = write(path(".dsse.json"), *entry.envelope); !written)
        return written;
    const auto raw = readRawRecord(*entry.envelope);
    if (!raw)
        return {};
    if (const auto written = write(path(".pae"), raw->pae); !written)
        return written;
    return write(path(".pae.sig"), raw->armor);
}

Result<std::string> readFile(const fs::path &path, std::size_t mostBytes)
{
    const auto refused = fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")),
                              path.string(), Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions.")));
    std::error_code status;
    if (!fs::is_regular_file(path, status)) // a pipe would wait for ever
        return refused;
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    std::array<char, 65536> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > mostBytes)
            return refused;
    }
    if (!file.eof())
        return refused;
    return bytes;
}

constexpr std::string_view introduction = R"(Approval records
================

records/NNNNNN.dsse.json   the record as it was stored (DSSE envelope, in-toto statement)
records/NNNNNN.pae         the bytes that were signed; the JSON text at its end is what the reviewer saw
records/NNNNNN.pae.sig     the SSH signature
log/leaves                 one line for each record: number, kind, record id, SHA-256 of the binary signature
allowed_signers            whose keys count

Check a signature, in this folder (OpenSSH 8.2 or later; it must say "Good"):

)";

constexpr std::string_view ending = R"(
The record id is the SHA-256 of the .pae file; it must stand in log/leaves in the same order:

    sha256sum records/*.pae
    cut -d ' ' -f 3 log/leaves

"head" and "headTree" of a record name the commit and the files that were approved:

    git rev-parse HEAD_OF_THE_RECORD^{tree}

Every reviewer's records count up (signerChain.seq) and each names the one before it (signerChain.prev). That the last records
of a log were removed cannot be seen from the log alone.
)";

std::string readme(const LedgerVerdict &verdict)
{
    std::string text(introduction);
    std::string invalid;
    for (const auto &one : verdict.records) {
        if (one.isValid())
            text +=
                std::format("    ssh-keygen -Y verify -f allowed_signers -I {} -n {} -s records/{}.pae.sig < records/{}.pae\n",
                            one.person, approvalNamespace, numberOf(one), numberOf(one));
        else
            invalid += std::format("    {}: {} ({})\n", numberOf(one), name(one.problems.front().failure),
                                   one.problems.front().what.english());
    }
    if (!invalid.empty())
        text += "\nThese records did NOT verify when they were written here:\n\n" + invalid;
    return text + std::string(ending);
}

} // namespace

Result<void> exportRecords(const Ledger &ledger, const LedgerVerdict &verdict, const AllowedSigners &signers,
                           const fs::path &folder)
{
    if (const auto made = makeFolders(folder); !made)
        return made;
    for (std::size_t i = 0; i < verdict.records.size(); ++i) {
        if (const auto written = writeRecord(folder, verdict.records[i], ledger.entries[i]); !written)
            return written;
    }
    std::string log;
    for (const auto &line : ledger.lines)
        log += line;
    if (const auto written = write(folder / "log" / "leaves", log); !written)
        return written;
    if (const auto written = write(folder / "allowed_signers", signers.text()); !written)
        return written;
    return write(folder / "README.txt", readme(verdict));
}

bool isExport(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "log" / "leaves", error);
}

Result<Ledger> readExport(const fs::path &folder, const std::stop_token &stop)
{
    const auto leaves = readFile(folder / "log" / "leaves", mostLogBytes);
    if (!leaves)
        return std::unexpected(leaves.error());
    std::set<fs::path> files;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder / "records", error)) {
        if (entry.path().filename().string().ends_with(".dsse.json"))
            files.insert(entry.path());
    }
    std::size_t number = 0;
    LogReader log(
        [&](const LogLeaf &) -> Result<std::optional<std::string>> {
            const auto file = files.extract(folder / "records" / std::format("{:06}.dsse.json", ++number));
            if (!file)
                return std::nullopt;
            auto bytes = readFile(file.value(), 2 * mostStatementBytes);
            if (!bytes)
                return std::unexpected(bytes.error());
            return std::move(*bytes);
        },
        stop);
    if (const auto read = log.read(*leaves); !read)
        return std::unexpected(read.error());
    for (const auto &file : files)
        log.problem(Failure::RecordNotLogged,
                    Message(QT_TRANSLATE_NOOP("app", "The record %1 is not in the log."), {safeText(file.filename().string())}));
    return std::move(log.ledger());
}

} // namespace countersign::records
