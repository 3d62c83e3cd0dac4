// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include "core/Workers.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace countersign::impact
{

namespace
{

constexpr std::size_t largestManifest = std::size_t{1} << 20U;

/// Links and submodules have no text of their own.
bool isReadable(const FileSide &side)
{
    constexpr std::uint32_t regular = 0100000;
    return (side.mode & 0170000U) == regular;
}

/// What was generated, vendored or locked refers to everything and says nothing.
bool isWorthReading(FileClass fileClass, Language language)
{
    return fileClass != FileClass::LockFile && fileClass != FileClass::Translation
        && !(fileClass == FileClass::Generated && language == Language::Naming);
}

} // namespace

bool isManifest(std::string_view path)
{
    static constexpr std::array<std::string_view, 8> names{
        "go.mod",        "package.json",  "Cargo.toml",         "CODEOWNERS",
        "tsconfig.json", "jsconfig.json", "tsconfig.base.json", "catalog-info.yaml"};
    return std::ranges::contains(names, fileNameOf(path));
}

Result<std::vector<SourceFile>> readSourceFiles(const git::Repository &repository, std::span<const FileSide> sides,
                                                FactsStore &store, unsigned threads, std::stop_token stop,
                                                const ProgressCallback &progress)
{
    static const auto nothing = std::make_shared<const FileFacts>();
    std::vector<SourceFile> files(sides.size());
    std::vector<std::size_t> unread;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        SourceFile &file = files[i];
        file.path = sides[i].path;
        file.blob = sides[i].blob;
        file.fileClass = classify(file.path);
        file.language = isReadable(sides[i]) ? languageOf(file.path) : Language::None;
        file.facts = nothing;
        if (file.language == Language::None || !isWorthReading(file.fileClass, file.language))
            continue;
        if (auto known = store.find(file.blob, file.language))
            file.facts = std::move(known);
        else
            unread.push_back(i);
    }
    constexpr std::size_t worthAThread = 64; // files; opening a handle takes about as long
    std::vector<git::Repository> handles;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, unread.size() / worthAThread); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    std::atomic<std::size_t> nextHandle = 0;
    std::atomic<std::size_t> next = 0;
    std::atomic<std::uint64_t> done = 0;
    std::mutex reporting;
    onThreads(handles.size() + 1, handles.size() + 1, [&](std::size_t) {
        const std::size_t number = nextHandle++;
        const git::Repository &mine = number == 0 ? repository : handles[number - 1];
        for (std::size_t at = next++; at < unread.size() && !stop.stop_requested(); at = next++) {
            SourceFile &file = files[unread[at]];
            if (const auto text = mine.blob(file.blob)) {
                file.facts = std::make_shared<const FileFacts>(readFacts(*text, file.language));
                store.put(file.blob, file.language, file.facts);
            }
            const std::uint64_t count = ++done;
            if (progress && count % 64 == 0) {
                const std::scoped_lock lock(reporting);
                progress({count, unread.size(), Message(QT_TRANSLATE_NOOP("app", "Reading imports"))});
            }
        }
    });
    if (stop.stop_requested())
        return cancelled();
    return files;
}

Result<SourceTree> readSourceTree(const git::Repository &repository, const Oid &tree, FactsStore &store, unsigned threads,
                                  std::stop_token stop, const ProgressCallback &progress)
{
    auto sides = repository.entries(tree, mostFiles, stop);
    if (!sides)
        return std::unexpected(sides.error());
    auto files = readSourceFiles(repository, *sides, store, threads, stop, progress);
    if (!files)
        return std::unexpected(files.error());
    SourceTree out{std::move(*files), {}};
    for (const SourceFile &file : out.files) {
        if (!isManifest(file.path))
            continue;
        if (auto text = repository.blob(file.blob); text && text->size() <= largestManifest)
            out.manifests.push_back({file.path, std::move(*text)});
    }
    return out;
}

} // namespace countersign::impact
