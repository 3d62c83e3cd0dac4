// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerCache.h"

#include "core/Sha256.h"
#include "review/Sqlite.h"

namespace countersign::workbench
{

namespace fs = std::filesystem;

namespace
{

constexpr std::int64_t applicationId = 0x43534C43; // "CSLC"
constexpr std::int64_t version = 1;
constexpr const char *layout = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS chain (
    fingerprint TEXT PRIMARY KEY,
    searched INTEGER NOT NULL,
    place INTEGER,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA application_id = 1129532483;
PRAGMA user_version = 1;
)";
static_assert(applicationId == 1129532483);

void removeFiles(const fs::path &file)
{
    std::error_code error;
    for (const char *ending : {"", "-wal", "-shm"})
        fs::remove(file.string() + ending, error);
}

} // namespace

LedgerCache::LedgerCache(const git::Repository &repository, const fs::path &folder)
{
    std::error_code error;
    const auto place = fs::weakly_canonical(repository.commonDirectory(), error);
    fs::create_directories(folder, error);
    m_file = folder / (sha256Hex(place.string()).substr(0, 32) + ".sqlite");
    if (open())
        return;
    m_database.reset();
    removeFiles(m_file);
    if (!open())
        m_database.reset();
}

LedgerCache::~LedgerCache() = default;

bool LedgerCache::open()
{
    auto opened = review::Sqlite::open(m_file, true);
    if (!opened)
        return false;
    m_database = std::make_unique<review::Sqlite>(std::move(*opened));
    const auto tables = m_database->number("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return false;
    if (*tables > 0) {
        const auto application = m_database->number("PRAGMA application_id");
        const auto found = m_database->number("PRAGMA user_version");
        if (!application || !found || *application != applicationId || *found != version)
            return false;
    }
    return m_database->execute(layout).has_value() && m_database->number("SELECT count(*) FROM chain").has_value();
}

std::optional<records::ChainMemory::Hint> LedgerCache::hint(std::string_view fingerprint)
{
    std::optional<Hint> found;
    if (!m_database)
        return found;
    const auto asked = m_database->query("SELECT searched, place, record FROM chain WHERE fingerprint = ?1", {fingerprint},
                                         [&found](const review::SqlRow &row) {
                                             found = Hint{static_cast<std::uint64_t>(row.integer(0)), std::nullopt, row.text(2)};
                                             if (!row.isNull(1))
                                                 found->place = static_cast<std::uint64_t>(row.integer(1));
                                         });
    return asked ? found : std::nullopt;
}

void LedgerCache::remember(std::string_view fingerprint, const Hint &hint)
{
    if (!m_database)
        return;
    const review::SqlValue place =
        hint.place ? review::SqlValue(static_cast<std::int64_t>(*hint.place)) : review::SqlValue(std::monostate());
    // A cache that cannot be written only costs time.
    [[maybe_unused]] const auto saved =
        m_database->run("INSERT OR REPLACE INTO chain (fingerprint, searched, place, record) VALUES (?1, ?2, ?3, ?4)",
                        {fingerprint, static_cast<std::int64_t>(hint.searched), place, std::string_view(hint.recordId)});
}

} // namespace countersign::workbench
