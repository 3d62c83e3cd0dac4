// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "records/Ledger.h"

#include <filesystem>
#include <memory>

namespace countersign::review
{
class Sqlite;
}

namespace countersign::workbench
{

/// Remembers where each key's chain ended, in an SQLite file of one clone's own, so that appending to a large ledger does not
/// read all of it. Only a cache: what stands in it is checked against the ledger before it is used, and a file that is missing,
/// damaged or of another version is begun anew from the ref. Nothing here ever fails; without a file it remembers nothing.
class LedgerCache final : public records::ChainMemory
{
public:
    LedgerCache(const git::Repository &repository, const std::filesystem::path &folder);
    ~LedgerCache() override;
    LedgerCache(const LedgerCache &) = delete;
    LedgerCache &operator=(const LedgerCache &) = delete;

    [[nodiscard]] std::optional<Hint> hint(std::string_view fingerprint) override;
    void remember(std::string_view fingerprint, const Hint &hint) override;

    [[nodiscard]] const std::filesystem::path &file() const { return m_file; }

private:
    bool open();

    std::filesystem::path m_file;
    std::unique_ptr<review::Sqlite> m_database; ///< null: no file can be had
};

} // namespace countersign::workbench
