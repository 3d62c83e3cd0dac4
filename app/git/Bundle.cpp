// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bundle.h"

#include "LibGit.h"

#include <algorithm>

namespace countersign::git
{

namespace
{

struct Header {
    std::vector<Reference> references;
    std::vector<Oid> prerequisites;
    std::string_view pack;
};

std::unexpected<Error> damaged(std::string where)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The bundle is damaged.")), std::move(where),
                Message(QT_TRANSLATE_NOOP("app", "Make it again with “git bundle create”.")));
}

Result<Header> readHeader(std::string_view bytes)
{
    Header header;
    const auto nextLine = [&bytes]() -> std::optional<std::string_view> {
        const auto end = bytes.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto line = bytes.substr(0, end);
        bytes.remove_prefix(end + 1);
        return line;
    };
    (void)nextLine();
    while (true) {
        const auto line = nextLine();
        if (!line)
            return damaged("header");
        if (line->empty())
            break;
        if (line->starts_with('@')) {
            if (*line != "@object-format=sha1")
                return fail(
                    ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "The bundle needs “%1”, which is not supported."), {std::string(*line)}));
            continue;
        }
        const bool prerequisite = line->starts_with('-');
        const auto text = line->substr(prerequisite ? 1 : 0);
        const auto id = Oid::fromHex(text.substr(0, 40));
        if (!id || (text.size() > 40 && text[40] != ' '))
            return damaged(std::string(line->substr(0, 80)));
        if (prerequisite)
            header.prerequisites.push_back(*id);
        else
            header.references.push_back({std::string(text.size() > 41 ? text.substr(41) : std::string_view()), *id});
    }
    header.pack = bytes;
    return header;
}

} // namespace

bool isBundle(std::string_view bytes)
{
    return bytes.starts_with("# v2 git bundle\n") || bytes.starts_with("# v3 git bundle\n");
}

Result<Bundle> readBundle(Repository &repository, std::string_view bytes, const std::stop_token &stop)
{
    auto header = readHeader(bytes);
    if (!header)
        return std::unexpected(header.error());
    for (const auto &id : header->prerequisites) {
        if (!repository.commit(id))
            return fail(
                ErrorKind::Input,
                Message(QT_TRANSLATE_NOOP("app", "The bundle builds on commit %1, which is not in this repository."), {id.hex()}),
                {},
                Message(QT_TRANSLATE_NOOP("app", "Open the repository it was made from with -C REPO, or fetch that commit.")));
    }
    const bool isStored = std::ranges::all_of(header->references, [&repository](const Reference &reference) {
        return repository.commit(reference.target).has_value();
    });
    if (auto ready = repository.useTemporaryObjects(); !ready)
        return std::unexpected(ready.error());
    Handle<git_odb> odb;
    Handle<git_indexer> indexer;
    git_indexer_options options;
    git_indexer_options_init(&options, GIT_INDEXER_OPTIONS_VERSION);
    options.progress_cb = [](const git_indexer_progress *, void *token) {
        return static_cast<const std::stop_token *>(token)->stop_requested() ? int{GIT_EUSER} : int{GIT_OK};
    };
    options.progress_cb_payload = const_cast<std::stop_token *>(&stop);
    const std::string folder = (repository.temporaryObjects() / "pack").string();
    git_indexer_progress progress{};
    if (git_repository_odb(odb.out(), repository.d().repository) < 0
        || git_indexer_new(indexer.out(), folder.c_str(), 0, odb, &options) < 0
        || git_indexer_append(indexer, header->pack.data(), header->pack.size(), &progress) < 0
        || git_indexer_commit(indexer, &progress) < 0)
        return stop.stop_requested() ? cancelled() : damaged(git_error_last() ? git_error_last()->message : "");
    git_odb_refresh(odb);
    return Bundle{std::move(header->references), isStored};
}

} // namespace countersign::git
