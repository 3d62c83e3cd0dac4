// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Export.h"

#include "AuditReport.h"
#include "Checkpoint.h"
#include "ExportReadme.h"
#include "Inclusion.h"
#include "LogReader.h"
#include "Signature.h"
#include "Tar.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <limits>
#include <map>
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

Result<std::string> readFile(const fs::path &path, std::size_t mostBytes)
{
    const auto refused = fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")),
                              path.string(), Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions.")));
    std::error_code status;
    if (fs::symlink_status(path, status).type() != fs::file_type::regular) // a pipe would wait for ever
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

/// Writes files below one folder and remembers their digests.
class BundleWriter
{
public:
    explicit BundleWriter(fs::path folder)
        : m_folder(std::move(folder))
    {
    }

    Result<void> begin()
    {
        std::error_code error;
        if (fs::exists(m_folder, error) && !(fs::is_directory(m_folder, error) && fs::is_empty(m_folder, error)))
            return fail(
                ErrorKind::Usage,
                Message(QT_TRANSLATE_NOOP("app", "%1 is there already and not an empty folder."), {safeText(m_folder.string())}),
                {}, Message(QT_TRANSLATE_NOOP("app", "Name a new folder; nothing is overwritten.")));
        for (const char *part : {"records", "log", "roster", "policy", "manifests", "keys"}) {
            fs::create_directories(m_folder / part, error);
            if (error)
                return notWritable(m_folder / part, error.message());
        }
        return {};
    }

    /// The first failure is kept; what comes after it is not written.
    void add(const std::string &name, std::string_view bytes)
    {
        if (!m_result)
            return;
        m_result = write(m_folder / name, bytes);
        m_digests[name] = sha256Hex(bytes);
    }

    /// As the standard tool for it takes it.
    void addSignature(const std::string &name, std::string_view armor)
    {
        const auto file = signatureFile(armor);
        add(name + file.ending, file.bytes);
    }
    void move(const std::string &name, const fs::path &from)
    {
        std::error_code error;
        fs::rename(from, m_folder / name, error);
        if (error)
            fs::copy_file(from, m_folder / name, error);
        const auto bytes = error ? Result<std::string>(notWritable(m_folder / name, error.message()))
                                 : readFile(m_folder / name, std::numeric_limits<std::size_t>::max());
        if (bytes)
            m_digests[name] = sha256Hex(*bytes);
        else if (m_result)
            m_result = std::unexpected(bytes.error());
    }

    Result<void> finish()
    {
        std::string text;
        for (const auto &[name, digest] : m_digests)
            text += digest + "  " + name + '\n';
        add("manifest.sha256", text);
        return m_result;
    }

private:
    fs::path m_folder;
    std::map<std::string, std::string> m_digests;
    Result<void> m_result;
};

void addRosters(BundleWriter &out, const Ledger &ledger)
{
    for (const auto &stored : ledger.rosters) {
        const auto file = std::format("roster/{:06}", stored.version);
        out.add(file + ".dsse.json", stored.envelope);
        const auto roster = openRoster(stored.envelope);
        if (!roster)
            continue;
        out.add(file + ".pae", roster->pae);
        for (std::size_t i = 0; i < roster->armors.size(); ++i)
            out.addSignature(std::format("{}.{}", file, i + 1), roster->armors[i]);
    }
    for (const auto &[digest, text] : ledger.policies)
        out.add("policy/" + digest + ".toml", text);
}

void addRecords(BundleWriter &out, const Ledger &ledger)
{
    for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
        const auto &envelope = ledger.entries[i].envelope;
        const auto file = std::format("records/{:06}", i + 1);
        if (!envelope)
            continue;
        out.add(file + ".dsse.json", *envelope);
        if (const auto raw = readRawRecord(*envelope)) {
            out.add(file + ".pae", raw->pae);
            out.addSignature(file + ".pae", raw->armor);
        }
    }
}

/// The proofs of the entries that the checkpoint holds, by file name; none without a checkpoint that fits the log.
std::map<std::string, std::string> proofsOf(const Ledger &ledger)
{
    std::map<std::string, std::string> out;
    const auto checkpoint = readCheckpoint(ledger.checkpoint);
    if (!checkpoint || checkpoint->head.size > ledger.lines.size() || ledger.headAt(checkpoint->head.size) != checkpoint->head)
        return out;
    const auto size = static_cast<std::size_t>(checkpoint->head.size);
    const InclusionProofs proofs(std::span(ledger.lines).first(size));
    for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
        if (ledger.entries[i].place < size)
            out.emplace(std::format("records/{:06}.proof", i + 1), proofs.proof(ledger.entries[i].place));
    }
    return out;
}

/// A small file that need not be there.
std::string optionalFile(const fs::path &path)
{
    return readFile(path, 1024UL * 1024).value_or(std::string());
}

void addLog(BundleWriter &out, const Ledger &ledger)
{
    std::string log;
    for (const auto &line : ledger.lines)
        log += line;
    out.add("log/leaves", log);
    if (ledger.checkpoint.empty())
        return;
    out.add("log/checkpoint", ledger.checkpoint);
    for (const auto &[name, proof] : proofsOf(ledger))
        out.add(name, proof);
    out.add("log/checkpoint.sig", ledger.checkpointSignatures);
    const auto armors = splitArmor(ledger.checkpointSignatures);
    for (std::size_t i = 0; i < armors.size(); ++i)
        out.addSignature(std::format("log/checkpoint.{}", i + 1), armors[i]);
    if (!ledger.timestamp.empty())
        out.add("log/checkpoint.tsr", ledger.timestamp);
}

/// That each proof that is there is the one of its record.
void checkProofs(const fs::path &folder, LogReader &log)
{
    for (const auto &[name, proof] : proofsOf(log.ledger())) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(folder / name, error)) && optionalFile(folder / name) != proof)
            log.problem(
                Failure::CheckpointMismatch,
                Message(QT_TRANSLATE_NOOP("app", "%1 is not the proof of its record in the log of the checkpoint."), {name}));
    }
}

/// That the folder holds exactly what manifest.sha256 says.
void checkFiles(const fs::path &folder, LogReader &log)
{
    const auto wrong = [&log](std::string_view file) {
        log.problem(Failure::BundleFile,
                    Message(QT_TRANSLATE_NOOP("app", "The file %1 is missing, was added, or is not what manifest.sha256 says."),
                            {safeText(file, 200)}));
    };
    const auto manifest = readFile(folder / "manifest.sha256", mostLogBytes);
    if (!manifest)
        return wrong("manifest.sha256");
    std::set<std::string> listed{"manifest.sha256"};
    for (std::string_view rest = *manifest; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto name = line.size() > 66 ? line.substr(66) : std::string_view();
        const auto bytes = isBundlePath(name) ? readFile(folder / name, std::size_t{4} << 30U)
                                              : Result<std::string>(fail(ErrorKind::Input, Message()));
        if (!bytes || sha256Hex(*bytes) != line.substr(0, 64) || line.substr(64, 2) != "  " || !listed.emplace(name).second)
            wrong(name.empty() ? line : name);
    }
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().lexically_relative(folder).generic_string();
        if (entry->symlink_status().type() == fs::file_type::directory) {
            // What an auditor's own commands leave behind is none of the bundle's.
            if (name == "repository.git")
                entry.disable_recursion_pending();
        } else if (!listed.contains(name)) {
            wrong(name);
        }
    }
}

/// The roster's OpenPGP keys, each a keyring of its own for gpgv.
void addOpenPgpKeys(BundleWriter &out, const Roster &roster)
{
    for (const auto &person : roster.people) {
        for (const auto &key : person.keys) {
            if (key.key.isOpenPgp())
                out.add(openPgpKeyFile(key.key), key.key.blob());
        }
    }
}

Result<Ledger> readArchive(const fs::path &archive, const std::stop_token &stop)
{
    const QTemporaryDir temporary;
    const fs::path folder = temporary.path().toStdString();
    auto problems = unpackTar(archive, folder, stop);
    if (!problems)
        return std::unexpected(problems.error());
    if (problems->empty())
        return readExport(folder, stop);
    Ledger ledger;
    ledger.problems = std::move(*problems);
    return ledger;
}

} // namespace

Result<void> exportRecords(const Ledger &ledger, const LedgerVerdict &verdict, const BundleExtras &extras, const fs::path &folder)
{
    BundleWriter out(folder);
    if (const auto begun = out.begin(); !begun)
        return begun;
    addRosters(out, ledger);
    addRecords(out, ledger);
    addLog(out, ledger);
    out.add("allowed_signers", verdict.trust ? allowedSignersText(verdict.trust->roster()) : extras.allowedSigners);
    if (verdict.trust)
        addOpenPgpKeys(out, verdict.trust->roster());
    out.add("revoked_keys", verdict.trust ? revokedKeysText(verdict.trust->roster()) : std::string());
    for (std::size_t i = 0; i < extras.manifests.size(); ++i)
        out.add(std::format("manifests/{:06}.txt", i + 1), extras.manifests[i]);
    if (!extras.repositoryBundle.empty())
        out.move("repo.bundle", extras.repositoryBundle);
    out.add("report.json", auditJson(ledger, verdict));
    out.add("report.html", auditHtml(ledger, verdict));
    out.add("report.pdf", auditPdf(ledger, verdict));
    out.add("README.txt", exportReadme(ledger, verdict, !extras.repositoryBundle.empty(), !extras.manifests.empty()));
    return out.finish();
}

bool isExport(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "log" / "leaves", error);
}

bool hasRoster(const fs::path &folder)
{
    std::error_code error;
    return fs::is_directory(folder / "roster", error) && !fs::is_empty(folder / "roster", error);
}

Result<Ledger> readExport(const fs::path &bundle, const std::stop_token &stop)
{
    if (isTar(bundle))
        return readArchive(bundle, stop);
    const auto &folder = bundle;
    const auto leaves = readFile(folder / "log" / "leaves", mostLogBytes);
    if (!leaves)
        return std::unexpected(leaves.error());
    std::set<fs::path> files;
    std::error_code error;
    for (const char *part : {"records", "roster"}) {
        for (const auto &entry : fs::directory_iterator(folder / part, error)) {
            if (entry.path().filename().string().ends_with(".dsse.json"))
                files.insert(entry.path());
        }
    }
    std::size_t records = 0;
    std::size_t rosters = 0;
    LogReader log(
        [&](const LogLeaf &leaf) -> Result<LogReader::Found> {
            const bool isRoster = leaf.kind == RecordKind::Roster;
            const auto file = files.extract(folder
                                            / (isRoster ? std::format("roster/{:06}.dsse.json", ++rosters)
                                                        : std::format("records/{:06}.dsse.json", ++records)));
            if (!file)
                return LogReader::Found{};
            auto bytes = readFile(file.value(), 2 * mostStatementBytes);
            if (!bytes)
                return std::unexpected(bytes.error());
            return LogReader::Found{true, std::move(*bytes)};
        },
        stop);
    if (const auto read = log.read(*leaves); !read)
        return std::unexpected(read.error());
    for (const auto &file : files)
        log.problem(Failure::RecordNotLogged,
                    Message(QT_TRANSLATE_NOOP("app", "The record %1 is not in the log."), {safeText(file.filename().string())}));
    checkFiles(folder, log);
    auto &ledger = log.ledger();
    ledger.checkpoint = optionalFile(folder / "log" / "checkpoint");
    ledger.checkpointSignatures = optionalFile(folder / "log" / "checkpoint.sig");
    ledger.timestamp = optionalFile(folder / "log" / "checkpoint.tsr");
    checkProofs(folder, log);
    for (const auto &entry : fs::directory_iterator(folder / "policy", error)) {
        if (const auto name = entry.path().filename().string(); name.ends_with(".toml"))
            ledger.policies[name.substr(0, name.size() - 5)] = optionalFile(entry.path());
    }
    return std::move(ledger);
}

} // namespace countersign::records
