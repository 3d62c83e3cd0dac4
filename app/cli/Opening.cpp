// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include <array>
#include <cstdio>
#include <filesystem>

namespace countersign::cli
{

Result<std::string> readStandardInput()
{
    constexpr std::size_t limit = std::size_t{1} << 30U;
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
        bytes.append(buffer.data(), count);
        if (bytes.size() > limit)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Standard input is larger than 1 GiB.")));
    }
    return bytes;
}

ProgressCallback statusLine(const Terminal &terminal)
{
    return [&terminal](const Progress &progress) {
        std::string line = progress.stage.translated();
        if (progress.total != 0)
            line += " " + std::to_string(progress.done) + "/" + std::to_string(progress.total);
        terminal.status(line);
    };
}

Result<git::Repository> openRepository(const Arguments &arguments, const std::string &spec)
{
    const std::filesystem::path path = arguments.isSet("repository") ? arguments.value("repository") : std::string(".");
    auto repository = git::Repository::open(path);
    const bool standsAlone = spec == "-" || spec.ends_with(".patch") || spec.ends_with(".diff") || spec.ends_with(".mbox")
        || spec.ends_with(".bundle");
    if (!repository && standsAlone && !arguments.isSet("repository"))
        return git::openScratch();
    return repository;
}

namespace
{

/// What --target and standard input say about a change.
Result<git::ResolveOptions> resolveOptions(const Arguments &arguments, const std::string &spec)
{
    git::ResolveOptions options;
    options.target = arguments.value("target");
    if (spec == "-") {
        auto input = readStandardInput();
        if (!input)
            return std::unexpected(input.error());
        options.standardInput = std::move(*input);
    }
    return options;
}

} // namespace

Result<ResolvedChange> resolveChange(const Arguments &arguments, std::stop_token stop)
{
    const std::string spec = arguments.positional().front();
    auto repository = openRepository(arguments, spec);
    if (!repository)
        return std::unexpected(repository.error());
    const auto options = resolveOptions(arguments, spec);
    if (!options)
        return std::unexpected(options.error());
    auto change = git::resolveChange(*repository, spec, *options, std::move(stop));
    if (!change)
        return std::unexpected(change.error());
    return ResolvedChange{std::move(*repository), std::move(*change)};
}

Result<OpenedChange> openChange(const Terminal &terminal, const Arguments &arguments, std::stop_token stop)
{
    const std::string spec = arguments.positional().front();
    auto engine = workbench::Engine::load();
    if (!engine)
        return std::unexpected(engine.error());
    auto repository = openRepository(arguments, spec);
    if (!repository)
        return std::unexpected(repository.error());
    const auto options = resolveOptions(arguments, spec);
    if (!options)
        return std::unexpected(options.error());
    const auto forOne = std::make_shared<workbench::Engine>(**engine);
    forOne->reports.reset(); // nobody asks for this change again
    forOne->words.reset();
    auto report =
        workbench::openChange(*repository, *forOne, spec, *options, stop, statusLine(terminal), {}, workbench::allCores());
    terminal.status({});
    if (!report)
        return std::unexpected(report.error());
    return OpenedChange{std::move(*repository), forOne, std::move(*report)};
}

} // namespace countersign::cli
