// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Facts.h"

#include "core/Error.h"
#include "core/FileClass.h"
#include "core/Oid.h"
#include "core/Progress.h"
#include "git/Repository.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::impact
{

/// One file of a tree with its facts.
struct SourceFile {
    std::string path;
    Oid blob;
    Language language = Language::None;
    FileClass fileClass = FileClass::Other;
    std::shared_ptr<const FileFacts> facts; ///< never null; empty for what is not read
};

/// Content of a file that tells how names lead to files: go.mod, package.json, tsconfig.json, Cargo.toml, CODEOWNERS, …
struct Manifest {
    std::string path;
    std::string text;
};

/// All files of one tree, sorted by path.
struct SourceTree {
    std::vector<SourceFile> files;
    std::vector<Manifest> manifests; ///< at most 1 MiB each
};

/// Facts by blob and language: those of this run in memory, those of earlier ones in one file of the user's cache folder. It is
/// opened when something is looked for, and only what is looked for is read from it. Any thread.
class FactsStore
{
public:
    /// @param file where facts are kept; empty: nowhere. A file that is damaged or of another version is begun anew.
    explicit FactsStore(std::filesystem::path file = {});
    ~FactsStore();
    FactsStore(const FactsStore &) = delete;
    FactsStore &operator=(const FactsStore &) = delete;

    [[nodiscard]] std::shared_ptr<const FileFacts> find(const Oid &blob, Language language) const;
    void put(const Oid &blob, Language language, std::shared_ptr<const FileFacts> facts);
    /// Appends what is new to the file. A failure costs time later and nothing else.
    void save();

private:
    struct Key {
        Oid blob;
        Language language;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Hash {
        std::size_t operator()(const Key &key) const
        {
            return std::hash<Oid>()(key.blob) ^ (static_cast<std::size_t>(key.language) << 1U);
        }
    };
    /// Of an entry in the file, behind its length.
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t bytes = 0;
    };
    void openFile() const;
    [[nodiscard]] std::shared_ptr<const FileFacts> readAt(const Place &place, std::string_view key) const;

    const std::filesystem::path m_file;
    mutable std::mutex m_mutex; ///< what follows
    mutable bool m_wasOpened = false;
    mutable std::ifstream m_in;
    mutable std::unordered_map<Key, Place, Hash> m_kept; ///< in the file when it was opened
    std::unordered_map<Key, std::shared_ptr<const FileFacts>, Hash> m_fresh;
    std::vector<Key> m_unsaved;
};

/// Files of a tree are too many beyond this; the axis is ungraded then.
inline constexpr std::size_t mostFiles = 200000;

/// Reads every file's facts, on up to @p threads threads with a handle of their own. Errors: more than mostFiles; missing
/// objects of the tree itself (a file that is missing has no facts); cancelled.
[[nodiscard]] Result<SourceTree> readSourceTree(const git::Repository &repository, const Oid &tree, FactsStore &store,
                                                unsigned threads, std::stop_token stop = {},
                                                const ProgressCallback &progress = {});

/// A file whose text a SourceTree keeps.
[[nodiscard]] bool isManifest(std::string_view path);

/// The same for a given list of files, as readSourceTree() has it.
[[nodiscard]] Result<std::vector<SourceFile>> readSourceFiles(const git::Repository &repository, std::span<const FileSide> sides,
                                                              FactsStore &store, unsigned threads, std::stop_token stop = {},
                                                              const ProgressCallback &progress = {});

} // namespace countersign::impact
