// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include "ByteIo.h"

#include "core/FileClass.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <tuple>

/// Reading and keeping; questions are answered in HistoryFeatures.cpp.
namespace countersign::impact
{

namespace
{

constexpr std::string_view magic = "countersign history 1\n";
constexpr std::size_t mostFilesOfAChange = 2000; ///< of wider commits (imports, mass formatting) history takes no notice
enum class Block : std::uint8_t { Commit = 1, Size = 2 };

CommitSize sizeOfFiles(const std::vector<git::LoggedSize> &files)
{
    CommitSize size;
    std::vector<git::LoggedSize> program;
    std::ranges::copy_if(files, std::back_inserter(program), [](const auto &file) { return isProgram(classify(file.path)); });
    for (const auto &file : program) {
        size.added += file.added;
        size.removed += file.removed;
    }
    const auto all = static_cast<double>(size.added + size.removed);
    for (const auto &file : program) {
        const double share = all > 0 ? static_cast<double>(file.added + file.removed) / all : 0;
        size.entropy -= share > 0 ? share * std::log2(share) : 0;
    }
    return size;
}

} // namespace

History::History(std::filesystem::path file)
    : m_file(std::move(file))
{
    load();
}

std::uint32_t History::pathId(const std::string &path)
{
    const auto [entry, isNew] = m_pathIds.try_emplace(path, static_cast<std::uint32_t>(m_paths.size()));
    if (isNew)
        m_paths.push_back(path);
    return entry->second;
}

std::uint32_t History::authorId(const std::string &author)
{
    const auto [entry, isNew] = m_authorIds.try_emplace(author, static_cast<std::uint32_t>(m_authors.size()));
    if (isNew)
        m_authors.push_back(author);
    return entry->second;
}

void History::add(git::LoggedCommit commit)
{
    if (!m_byId.emplace(commit.id, static_cast<Index>(m_commits.size())).second)
        return;
    Entry entry;
    entry.id = commit.id;
    entry.time = commit.authorTime;
    entry.commitTime = commit.commitTime;
    entry.author = authorId(commit.author);
    entry.isFix = risk::speaksOfFix(commit.subject);
    entry.firstFile = static_cast<std::uint32_t>(m_files.size());
    if (commit.paths.size() <= mostFilesOfAChange) {
        for (const std::string &path : commit.paths)
            m_files.push_back(pathId(path));
    }
    entry.fileCount = static_cast<std::uint32_t>(m_files.size()) - entry.firstFile;
    entry.firstParent = static_cast<std::uint32_t>(m_parents.size());
    entry.parentCount = static_cast<std::uint32_t>(commit.parents.size());
    m_parents.insert(m_parents.end(), commit.parents.begin(), commit.parents.end());
    m_commits.push_back(entry);
}

Result<void> History::readUpTo(const git::Repository &repository, const Oid &tip, std::stop_token stop,
                               const ProgressCallback &progress)
{
    if (m_byId.contains(tip))
        return {}; // with a commit all its ancestors are read
    // Commits that nobody has as a parent: with them everything that is known.
    std::vector<bool> hasChild(m_commits.size(), false);
    for (const Oid &parent : m_parents) {
        if (const auto found = m_byId.find(parent); found != m_byId.end())
            hasChild[found->second] = true;
    }
    std::vector<Oid> heads;
    for (std::size_t i = 0; i < m_commits.size(); ++i) {
        if (!hasChild[i])
            heads.push_back(m_commits[i].id);
    }
    const std::size_t before = m_commits.size();
    std::vector<git::LoggedCommit> fresh;
    auto read = git::logHistory(
        repository, tip, heads,
        [&](git::LoggedCommit commit) {
            fresh.push_back(std::move(commit));
            if (progress && fresh.size() % 256 == 0)
                progress({fresh.size(), 0, Message(QT_TRANSLATE_NOOP("app", "Reading the history"))});
        },
        stop);
    if (!read)
        return read; // half a history would be taken for a whole one
    for (auto &commit : fresh)
        add(std::move(commit));
    save(before, {});
    return {};
}

Result<void> History::readSizes(const git::Repository &repository, const Oid &tip, std::size_t count, std::stop_token stop,
                                const ProgressCallback &progress)
{
    std::vector<Index> changes = changesUpTo(tip);
    std::vector<Oid> wanted;
    for (std::size_t i = changes.size() - std::min(changes.size(), count); i < changes.size(); ++i) {
        if (!m_sizes.contains(changes[i]) && m_commits[changes[i]].fileCount > 0)
            wanted.push_back(m_commits[changes[i]].id);
    }
    std::vector<std::pair<Index, CommitSize>> fresh;
    auto read = git::logSizes(
        repository, wanted,
        [&](const Oid &id, const std::vector<git::LoggedSize> &files) {
            if (const auto found = m_byId.find(id); found != m_byId.end())
                fresh.emplace_back(found->second, sizeOfFiles(files));
            if (progress && fresh.size() % 16 == 0)
                progress({fresh.size(), wanted.size(), Message(QT_TRANSLATE_NOOP("app", "Measuring recent changes"))});
        },
        stop);
    if (!read)
        return read;
    for (const auto &[commit, size] : fresh)
        m_sizes.emplace(commit, size);
    save(m_commits.size(), fresh);
    return {};
}

std::vector<History::Index> History::changesUpTo(const Oid &tip) const
{
    const auto start = m_byId.find(tip);
    if (start == m_byId.end())
        return {};
    std::vector<bool> seen(m_commits.size(), false);
    std::vector<Index> open{start->second};
    std::vector<Index> out;
    seen[start->second] = true;
    while (!open.empty()) {
        const Index commit = open.back();
        open.pop_back();
        const Entry &entry = m_commits[commit];
        if (entry.parentCount < 2)
            out.push_back(commit);
        for (std::uint32_t i = 0; i < entry.parentCount; ++i) {
            const auto parent = m_byId.find(m_parents[entry.firstParent + i]);
            if (parent != m_byId.end() && !seen[parent->second]) {
                seen[parent->second] = true;
                open.push_back(parent->second);
            }
        }
    }
    std::ranges::sort(out, {},
                      [this](Index i) { return std::tuple(m_commits[i].commitTime, m_commits[i].time, m_commits[i].id); });
    return out;
}

std::vector<std::string> History::pathsOf(Index commit) const
{
    std::vector<std::string> out;
    for (const std::uint32_t file : filesOf(commit))
        out.push_back(m_paths[file]);
    return out;
}

std::optional<CommitSize> History::sizeOf(Index commit) const
{
    const auto found = m_sizes.find(commit);
    return found == m_sizes.end() ? std::nullopt : std::optional(found->second);
}

void History::load()
{
    const std::string bytes = readWholeFile(m_file);
    if (!bytes.starts_with(magic))
        return;
    ByteReader in(std::string_view(bytes).substr(magic.size()));
    while (!in.atEnd()) {
        const auto block = static_cast<Block>(in.number());
        const auto id = Oid::fromRaw(reinterpret_cast<const unsigned char *>(in.bytes(Oid::size).data()));
        if (block == Block::Commit) {
            git::LoggedCommit commit;
            commit.id = id;
            commit.authorTime = static_cast<std::int64_t>(in.number());
            commit.commitTime = static_cast<std::int64_t>(in.number());
            commit.author = in.text();
            commit.subject = in.number() != 0 ? "fix" : "";
            const std::uint64_t parents = in.count();
            for (std::uint64_t i = 0; i < parents; ++i)
                commit.parents.push_back(Oid::fromRaw(reinterpret_cast<const unsigned char *>(in.bytes(Oid::size).data())));
            const std::uint64_t paths = in.count();
            for (std::uint64_t i = 0; i < paths && !in.failed(); ++i) {
                const std::uint64_t number = in.number(); // of a path that stood before; the next new one is written out
                commit.paths.push_back(number < m_paths.size() ? m_paths[number] : std::string(in.text()));
                (void)pathId(commit.paths.back());
            }
            if (in.failed())
                break;
            add(std::move(commit));
        } else if (block == Block::Size) {
            CommitSize size{in.number(), in.number(), static_cast<double>(in.number()) / 1000};
            if (const auto found = m_byId.find(id); !in.failed() && found != m_byId.end())
                m_sizes.emplace(found->second, size);
        } else {
            break;
        }
    }
    if (in.failed()) { // cut off while it was written
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
        *this = History();
    }
}

void History::save(std::size_t firstCommit, std::span<const std::pair<Index, CommitSize>> sizes)
{
    if (m_file.empty() || (firstCommit == m_commits.size() && sizes.empty()))
        return;
    ByteWriter out;
    const auto raw = [](const Oid &id) { return std::string_view(reinterpret_cast<const char *>(id.raw().data()), Oid::size); };
    const std::size_t firstFile = firstCommit < m_commits.size() ? m_commits[firstCommit].firstFile : m_files.size();
    std::uint32_t known = 0; // paths that the file has already
    for (const std::uint32_t file : std::span(m_files).first(firstFile))
        known = std::max(known, file + 1);
    for (std::size_t i = firstCommit; i < m_commits.size(); ++i) {
        const Entry &entry = m_commits[i];
        out.number(static_cast<std::uint64_t>(Block::Commit));
        out.raw(raw(entry.id));
        out.number(static_cast<std::uint64_t>(entry.time));
        out.number(static_cast<std::uint64_t>(entry.commitTime));
        out.text(m_authors[entry.author]);
        out.number(entry.isFix ? 1 : 0);
        out.number(entry.parentCount);
        for (std::uint32_t p = 0; p < entry.parentCount; ++p)
            out.raw(raw(m_parents[entry.firstParent + p]));
        out.number(entry.fileCount);
        for (const std::uint32_t file : filesOf(static_cast<Index>(i))) {
            out.number(file);
            if (file >= known)
                out.text(m_paths[file]);
            known = std::max(known, file + 1);
        }
    }
    for (const auto &[commit, size] : sizes) {
        out.number(static_cast<std::uint64_t>(Block::Size));
        out.raw(raw(m_commits[commit].id));
        out.number(size.added);
        out.number(size.removed);
        out.number(static_cast<std::uint64_t>(std::llround(size.entropy * 1000)));
    }
    appendToFile(m_file, magic, out.bytes());
}

} // namespace countersign::impact
