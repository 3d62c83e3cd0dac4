// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlastRadius.h"

#include "Places.h"
#include "Reach.h"

#include "core/SafeText.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace countersign::impact
{

namespace
{

constexpr std::size_t fewestRecent = 50; ///< changes that a percentile needs

/// Reasons that put a change's reach into a band, worst first as they are asked.
struct Verdict {
    Band band;
    Message reason;
};

std::string number(std::size_t value)
{
    return std::to_string(value);
}

Verdict judge(const BlastRadius &blast, bool touchesProduction)
{
    // Shares of the repository's own changes: one in a hundred is critical only where production is touched too.
    constexpr int farthest = 99;
    constexpr int far = 95;
    constexpr int wide = 75;
    constexpr std::uint32_t manyFiles = 20;
    constexpr std::uint32_t manyWithoutPercentile = 100;
    constexpr std::uint32_t someFiles = 5;
    // The percentile compares files with files; that a change is wide, what it changes in them has to bear out.
    const int percentile = blast.percentile.value_or(0);
    const std::uint32_t reached = blast.symbolReach;
    const std::vector<std::string> counts{number(reached), number(blast.modules.size()),
                                          number(static_cast<std::size_t>(percentile))};
    if (touchesProduction && (!blast.dataStores.empty() || percentile >= farthest))
        return {Band::Critical,
                blast.dataStores.empty()
                    ? Message(QT_TRANSLATE_NOOP("app", "Changes production, and reaches %1 files in %2 modules"), counts)
                    : Message(QT_TRANSLATE_NOOP("app", "Changes a data store of production: %1"),
                              {safeText(blast.dataStores.front())})};
    if (touchesProduction)
        return {Band::High, Message(QT_TRANSLATE_NOOP("app", "Changes what production runs with"))};
    if (blast.percentile && percentile >= far && reached >= manyFiles)
        return {Band::High,
                Message(QT_TRANSLATE_NOOP("app", "Reaches %1 files in %2 modules: wider than %3 % of changes here"), counts)};
    if (!blast.percentile && reached >= manyWithoutPercentile)
        return {Band::High, Message(QT_TRANSLATE_NOOP("app", "Reaches %1 files in %2 modules"), counts)};
    if (blast.percentile && percentile >= wide && reached >= someFiles)
        return {Band::Moderate,
                Message(QT_TRANSLATE_NOOP("app", "Reaches %1 files in %2 modules: wider than %3 % of changes here"), counts)};
    if (!blast.percentile && reached >= manyFiles)
        return {Band::Moderate, Message(QT_TRANSLATE_NOOP("app", "Reaches %1 files in %2 modules"), counts)};
    if (!blast.dataStores.empty())
        return {Band::Moderate,
                Message(QT_TRANSLATE_NOOP("app", "Touches a data store: %1"), {safeText(blast.dataStores.front())})};
    if (reached == 0)
        return {Band::Low,
                blast.transitiveDependents == 0 ? Message(QT_TRANSLATE_NOOP("app", "No file depends on what it changes"))
                                                : Message(QT_TRANSLATE_NOOP("app", "No file uses what it changes in them"))};
    return {Band::Low, Message(QT_TRANSLATE_NOOP("app", "Reaches %1 files in %2 modules"), counts)};
}

/// Something is run with it, in one environment or another.
bool isOperated(const SourceFile &file)
{
    return file.fileClass == FileClass::Configuration || file.fileClass == FileClass::Infrastructure
        || file.fileClass == FileClass::Pipeline;
}

/// What is gathered over changed and reached files.
struct Gathering {
    const ImpactIndex &index;
    BlastRadius &blast;
    std::set<std::string> modules;
    std::set<std::string> owners;
    std::set<std::string> services;
    std::set<std::string> entryPoints;
    std::set<std::string> environments;
    std::set<std::string> stores;

    void add(const SourceFile &file, bool isChanged)
    {
        modules.insert(index.modules.of(file.path));
        for (std::string &owner : index.owners.of(file.path))
            owners.insert(std::move(owner));
        if (std::string service = index.modules.serviceOf(file.path); !service.empty())
            services.insert(std::move(service));
        if (const auto kind = entryKind(*file.facts, file.fileClass, file.language))
            entryPoints.insert(*kind + ": " + file.path);
        if (isOperated(file)) {
            if (auto environment = environmentOf(file.path))
                environments.insert(std::move(*environment));
            if (isChanged && (file.facts->flags & FileFacts::HoldsData) != 0)
                stores.insert(file.path);
        }
    }

    void finish()
    {
        const auto list = [](const std::set<std::string> &set) { return std::vector(set.begin(), set.end()); };
        blast.modules = list(modules);
        blast.owners = list(owners);
        blast.services = list(services);
        blast.entryPoints = list(entryPoints);
        blast.environments = list(environments);
        blast.dataStores = list(stores);
    }
};

/// A name as people and as facts know it.
struct Symbol {
    std::string name;
    NameHash hash;
};

/// Those that a file's text has.
std::vector<std::string> usedOf(const SourceFile &file, std::span<const Symbol> symbols)
{
    constexpr std::size_t most = 8;
    std::vector<std::string> used;
    for (const Symbol &symbol : symbols) {
        if (used.size() < most && file.facts->usesName(symbol.hash))
            used.push_back(symbol.name);
    }
    return used;
}

Dependent toDependent(const ImpactIndex &index, const Reached &reached, std::span<const Symbol> symbols)
{
    const SourceFile &file = index.graph.files()[reached.file];
    Dependent out;
    out.path = file.path;
    out.hops = reached.hops;
    out.via = index.graph.files()[reached.why.file].path;
    out.kind = name(reached.why.kind);
    out.line = reached.why.line;
    out.module = index.modules.of(file.path);
    out.owners = index.owners.of(file.path);
    out.fileClass = file.fileClass;
    out.entryPoint = entryKind(*file.facts, file.fileClass, file.language).value_or("");
    if (isOperated(file))
        out.environment = environmentOf(file.path).value_or("");
    if (reached.hops == 1)
        out.symbols = usedOf(file, symbols);
    return out;
}

/// A changed file of the graph.
struct Changed {
    FileIndex file = 0;
    std::vector<NameHash> symbols; ///< what changed in it
    bool isInSymbols = false; ///< and nothing besides
};

/// Dependents that use what changed, and theirs; by index.
std::set<FileIndex> reachedBySymbol(const ImportGraph &graph, std::span<const Changed> changed, std::span<const Reached> readers,
                                    Reach &reach)
{
    std::set<FileIndex> out;
    for (const Reached &reader : readers)
        out.insert(reader.file);
    for (const Changed &one : changed) {
        for (const Link &link : graph.dependents(one.file)) {
            const FileFacts &facts = *graph.files()[link.file].facts;
            const bool namesTheFile = !one.isInSymbols || link.kind == LinkKind::Path;
            if (namesTheFile || std::ranges::any_of(one.symbols, [&facts](NameHash symbol) { return facts.usesName(symbol); }))
                out.insert(link.file);
        }
    }
    const std::vector<FileIndex> users(out.begin(), out.end());
    for (const Reached &reached : reach.from(users)) {
        if (reached.hops < mostHops)
            out.insert(reached.file);
    }
    return out;
}

/// Files that read a changed setting, as dependents of one hop that no import tells of.
std::vector<Reached> readersOf(const ImportGraph &graph, std::span<const FileIndex> changed, const std::set<std::string> &keys,
                               FileIndex where)
{
    std::vector<NameHash> names;
    for (const std::string &key : keys) {
        if (isDistinctive(key))
            names.push_back(hashName(key));
    }
    std::vector<Reached> readers;
    for (FileIndex i = 0; i < graph.files().size() && !names.empty(); ++i) {
        const SourceFile &file = graph.files()[i];
        if (std::ranges::contains(changed, i) || file.fileClass == FileClass::Documentation)
            continue;
        if (std::ranges::any_of(names, [&file](NameHash name) { return file.facts->usesName(name); }))
            readers.push_back({i, 1, {where, noLine, LinkKind::Key}});
    }
    return readers;
}

/// Reached files by hops, then by index, each once: imports first, then readers of keys.
std::vector<Reached> merged(std::vector<Reached> reached, const std::vector<Reached> &readers)
{
    reached.insert(reached.end(), readers.begin(), readers.end());
    std::ranges::stable_sort(reached, {}, [](const Reached &one) { return std::pair(one.file, one.hops); });
    const auto repeats = std::ranges::unique(reached, {}, &Reached::file);
    reached.erase(repeats.begin(), repeats.end());
    std::ranges::stable_sort(reached, {}, [](const Reached &one) { return std::pair(one.hops, one.file); });
    return reached;
}

} // namespace

std::vector<std::uint32_t> reachOfChanges(const ImportGraph &graph, std::span<const std::vector<std::string>> changes,
                                          std::stop_token stop)
{
    Reach reach(graph);
    std::vector<std::uint32_t> counts;
    counts.reserve(changes.size());
    std::vector<FileIndex> from;
    for (const auto &paths : changes) {
        if (stop.stop_requested())
            break;
        from.clear();
        for (const std::string &path : paths) {
            if (const auto file = graph.find(path))
                from.push_back(*file);
        }
        counts.push_back(static_cast<std::uint32_t>(reach.from(from).size()));
    }
    std::ranges::sort(counts);
    return counts;
}

BlastRadius blastRadius(const ImpactIndex &index, std::span<const FileChange> files, std::span<const std::uint32_t> recent,
                        std::span<const FileTags> tags)
{
    BlastRadius blast;
    Gathering gathering{index, blast, {}, {}, {}, {}, {}, {}};
    std::vector<FileIndex> changed;
    std::vector<Changed> contents;
    std::set<std::string> symbols;
    std::vector<Reached> readers;
    bool touchesProduction = false;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileChange &file = files[i];
        const auto at = index.graph.find(file.path());
        if (!at)
            continue; // a submodule, or what could not be read
        const SourceFile &source = index.graph.files()[*at];
        changed.push_back(*at);
        if (const auto old = file.delta.oldSide.exists() ? index.graph.find(file.delta.oldSide.path) : std::nullopt;
            old && *old != *at)
            contents.push_back({changed.emplace_back(*old), {}, false});
        gathering.add(source, true);
        ChangedNames names = changedNames(file, tags.empty() ? FileTags() : tags[i]);
        Changed &content = contents.emplace_back(Changed{*at, {}, names.isInSymbols});
        for (const std::string &symbol : names.symbols)
            content.symbols.push_back(hashName(symbol));
        symbols.merge(names.symbols);
        symbols.insert(names.keys.begin(), names.keys.end());
        touchesProduction = touchesProduction
            || ((file.fileClass == FileClass::Infrastructure || file.fileClass == FileClass::Configuration)
                && environmentOf(file.path()) == "prod");
        if (file.fileClass == FileClass::Code && source.language == Language::None && file.delta.kind == FileKind::Text)
            blast.unread.push_back(file.path());
        std::ranges::move(readersOf(index.graph, changed, names.keys, *at), std::back_inserter(readers));
    }
    std::erase_if(readers, [&](const Reached &reader) { return std::ranges::contains(changed, reader.file); });
    std::vector<Symbol> touched;
    for (const std::string &symbol : symbols)
        touched.push_back({symbol, hashName(symbol)});
    Reach reach(index.graph);
    auto dependents = std::make_shared<std::vector<Dependent>>();
    const std::vector<Reached> all = merged(reach.from(changed), readers);
    const std::set<FileIndex> bySymbol = reachedBySymbol(index.graph, contents, readers, reach);
    for (const Reached &reached : all) {
        Dependent &dependent = dependents->emplace_back(toDependent(index, reached, touched));
        dependent.isReachedBySymbol = bySymbol.contains(reached.file);
        gathering.add(index.graph.files()[reached.file], false);
        ++blast.transitiveDependents;
        blast.directDependents += dependent.hops == 1 ? 1U : 0U;
        blast.testDependents += dependent.isTest() ? 1U : 0U;
        blast.symbolUsers += dependent.usesChangedSymbol() ? 1U : 0U;
        blast.symbolReach += dependent.isReachedBySymbol ? 1U : 0U;
    }
    gathering.finish();
    blast.changedSymbols.assign(symbols.begin(), symbols.end());
    blast.dependents = std::move(dependents);
    if (recent.size() >= fewestRecent) {
        const auto below = std::ranges::lower_bound(recent, blast.transitiveDependents) - recent.begin();
        blast.percentile = static_cast<int>(below * 100 / static_cast<std::ptrdiff_t>(recent.size()));
    }
    Verdict verdict = judge(blast, touchesProduction);
    blast.reason = std::move(verdict.reason);
    if (blast.unread.empty())
        blast.band = verdict.band;
    else
        blast.reason = Message(QT_TRANSLATE_NOOP("app", "The language of %1 is not known here: who depends on it cannot be told"),
                               {safeText(blast.unread.front())});
    return blast;
}

Users usersOf(const ImpactIndex &index, std::string_view what)
{
    Users users;
    const ImportGraph &graph = index.graph;
    std::vector<FileIndex> from;
    if (const auto file = graph.find(what)) {
        from.push_back(*file);
        users.definers.emplace_back(what);
        Reach reach(graph);
        for (const Reached &reached : reach.from(from))
            users.dependents.push_back(toDependent(index, reached, {}));
        return users;
    }
    const NameHash name = hashName(what);
    for (FileIndex i = 0; i < graph.files().size(); ++i) {
        if (graph.files()[i].facts->definesName(name)) {
            from.push_back(i);
            users.definers.push_back(graph.files()[i].path);
        }
    }
    Reach reach(graph);
    for (const Reached &reached : reach.from(from)) {
        // Through a re-export the name is used farther on than it is imported.
        if (index.graph.files()[reached.file].facts->usesName(name)) {
            users.dependents.push_back(toDependent(index, reached, {}));
            users.dependents.back().symbols.emplace_back(what);
        }
    }
    return users;
}

} // namespace countersign::impact
