// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Demo.h"

#include "git/Repository.h"

#include <QFile>

#include <toml++/toml.hpp>

#include <map>
#include <optional>

namespace countersign::workbench
{

namespace
{

constexpr std::int64_t start = 1793606400; // 2026-11-02T08:00:00Z

using Files = std::map<std::string, std::string>;

Signature person(std::string_view text, std::int64_t minute)
{
    const auto open = text.rfind(" <");
    return {std::string(text.substr(0, open)), std::string(text.substr(open + 2, text.size() - open - 3)), start + minute * 60,
            0};
}

std::unexpected<Error> broken(const std::string &where)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The demo script is broken.")), where);
}

/// Applies the edits, whole files and deletes of one commit to @p files; the edits for the tree come back.
Result<std::vector<git::TreeEdit>> applyCommit(git::Repository &repository, const toml::table &commit, Files &files)
{
    std::map<std::string, std::optional<std::string>> changed;
    if (const auto *edits = commit["edits"].as_array()) {
        for (const auto &node : *edits) {
            const auto &edit = *node.as_table();
            const std::string path = edit["path"].value_or(std::string());
            const std::string find = edit["find"].value_or(std::string());
            const auto at = files[path].find(find);
            if (find.empty() || at == std::string::npos)
                return broken(path);
            files[path].replace(at, find.size(), edit["replace"].value_or(std::string()));
            changed[path] = files[path];
        }
    }
    if (const auto *whole = commit["files"].as_table()) {
        for (const auto &[path, content] : *whole) {
            files[std::string(path.str())] = content.value_or(std::string());
            changed[std::string(path.str())] = files[std::string(path.str())];
        }
    }
    if (const auto *deletes = commit["deletes"].as_array()) {
        for (const auto &path : *deletes)
            changed[path.value_or(std::string())] = std::nullopt;
    }
    std::vector<git::TreeEdit> out;
    for (const auto &[path, content] : changed) {
        if (!content) {
            files.erase(path);
            out.push_back({path, Oid(), 0100644});
            continue;
        }
        auto blob = repository.writeBlob(*content);
        if (!blob)
            return std::unexpected(blob.error());
        out.push_back({path, *blob, 0100644});
    }
    return out;
}

struct Tip {
    Oid commit;
    Oid tree;
};

Result<Tip> writeCommit(git::Repository &repository, const toml::table &commit, const Tip &parent, Files &files)
{
    auto edits = applyCommit(repository, commit, files);
    if (!edits)
        return std::unexpected(edits.error());
    auto tree = repository.writeTree(parent.tree, *edits);
    if (!tree)
        return std::unexpected(tree.error());
    git::CommitSpec spec;
    spec.tree = *tree;
    if (!parent.commit.isNull())
        spec.parents.push_back(parent.commit);
    spec.author = person(commit["author"].value_or(std::string_view("Nobody <nobody@orders.example>")),
                         commit["minute"].value_or(std::int64_t{0}));
    spec.committer = spec.author;
    spec.message = commit["message"].value_or(std::string());
    auto id = repository.writeCommit(spec);
    if (!id)
        return std::unexpected(id.error());
    return Tip{*id, *tree};
}

Result<void> writeChanges(git::Repository &repository, const toml::table &script, const Tip &main, const Files &base)
{
    const auto *changes = script["change"].as_array();
    if (!changes)
        return broken("change");
    for (const auto &node : *changes) {
        const auto &change = *node.as_table();
        Files files = base;
        Tip tip = main;
        for (const auto &commit : *change["commit"].as_array()) {
            auto next = writeCommit(repository, *commit.as_table(), tip, files);
            if (!next)
                return std::unexpected(next.error());
            tip = *next;
        }
        const std::string ref = "refs/pull/" + std::to_string(change["number"].value_or(0)) + "/head";
        if (auto moved = repository.updateReference(ref, tip.commit, Oid(), "demo"); !moved)
            return moved;
    }
    return {};
}

} // namespace

Result<void> writeDemo(const std::filesystem::path &folder)
{
    std::error_code problem;
    if (std::filesystem::exists(folder, problem) && !std::filesystem::is_empty(folder, problem))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The folder is not empty.")), folder.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Give a folder that does not exist yet.")));
    QFile resource(QStringLiteral(":/countersign/demo/demo.toml"));
    if (!resource.open(QIODevice::ReadOnly))
        return broken("demo.toml");
    toml::table script;
    try {
        script = toml::parse(resource.readAll().toStdString());
    } catch (const toml::parse_error &error) {
        return broken(std::string(error.description()));
    }
    auto repository = git::Repository::create(folder, "main");
    if (!repository)
        return std::unexpected(repository.error());
    Files files;
    auto main = writeCommit(*repository, *script["base"].as_table(), {}, files);
    if (!main)
        return std::unexpected(main.error());
    if (auto moved = repository->updateReference("refs/heads/main", main->commit, Oid(), "demo"); !moved)
        return moved;
    if (auto changes = writeChanges(*repository, script, *main, files); !changes)
        return changes;
    return repository->checkOutHead();
}

} // namespace countersign::workbench
