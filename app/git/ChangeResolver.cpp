// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeResolver.h"

#include "Bundle.h"
#include "NumberedChange.h"
#include "Patch.h"
#include "PatchApply.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace countersign::git
{

namespace
{

struct Ends {
    ChangeSource source = ChangeSource::Range;
    std::string ref;
    std::string targetRef;
    Oid base; ///< null: nothing to compare with, the whole history of head
    Oid head;
    Oid start; ///< where the diff starts, when it is not the merge base of the two
    bool isStored = true;
};

std::string displayed(const Signature &who)
{
    return who.name + " <" + who.email + ">";
}

/// What the diff starts from; null: nothing.
Result<Oid> startOf(const Repository &repository, const Ends &ends)
{
    if (!ends.start.isNull())
        return ends.start;
    auto found = ends.base.isNull() ? Result<std::optional<Oid>>(std::nullopt) : repository.mergeBase(ends.base, ends.head);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **found;
    // Two histories without a common commit are compared with nothing. In a shallow clone they only look as if they had none.
    auto isCut = ends.base.isNull() ? repository.isCutOff(ends.head) : Result<bool>(repository.isShallow());
    if (!isCut)
        return std::unexpected(isCut.error());
    if (*isCut)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The commit that the change starts from is missing.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "This clone is shallow. Run “git fetch --unshallow” in it.")));
    return Oid();
}

/// Title, body, author and time, from the commits.
void describe(Change &change, const Commit &head)
{
    const Commit &first = change.commits.empty() ? head : change.commits.front();
    const Commit &last = change.commits.empty() ? head : change.commits.back();
    change.title = first.subject();
    const auto body = first.message.find("\n\n");
    change.body = body == std::string::npos ? std::string() : first.message.substr(body + 2);
    change.author = displayed(last.author);
    change.updated = last.committer.time != 0 ? last.committer.time : last.author.time;
}

/// Fills in everything that follows from the two ends.
Result<Change> complete(const Repository &repository, std::string_view spec, const Ends &ends, const std::stop_token &stop)
{
    Change change;
    change.id = std::string(spec);
    change.source = ends.source;
    change.ref = ends.ref;
    change.targetRef = ends.targetRef;
    change.base = ends.base;
    change.head = ends.head;
    change.isStored = ends.isStored;
    auto head = repository.commit(ends.head);
    if (!head)
        return std::unexpected(head.error());
    change.headTree = head->tree;
    auto start = startOf(repository, ends);
    if (!start)
        return std::unexpected(start.error());
    change.mergeBase = *start;
    if (!change.mergeBase.isNull()) {
        auto base = repository.commit(change.mergeBase);
        if (!base)
            return std::unexpected(base.error());
        change.baseTree = base->tree;
    }
    auto commits = repository.commitsBetween(change.mergeBase, ends.head, stop);
    if (!commits)
        return std::unexpected(commits.error());
    change.commits = std::move(*commits);
    describe(change, *head);
    return change;
}

/// The base of what the target has already: for a branch or pull request the target before the merge, for a commit, or a
/// branch that the target was fast-forwarded to, the first parent.
Result<Ends> beforeMerge(const Repository &repository, Ends ends, const std::stop_token &stop)
{
    auto merge = ends.source == ChangeSource::Commit ? Result<std::optional<Oid>>(std::nullopt)
                                                     : repository.mergeOf(ends.head, ends.base, stop);
    if (!merge)
        return std::unexpected(merge.error());
    auto commit = repository.commit(merge->value_or(ends.head));
    if (!commit)
        return std::unexpected(commit.error());
    ends.base = commit->parents.empty() ? Oid() : commit->parents.front();
    return ends;
}

/// The branch to compare with, when the user did not give a base.
Result<Ends> againstTarget(const Repository &repository, const ResolveOptions &options, Ends ends, const std::stop_token &stop)
{
    auto target = repository.targetBranch(options.target);
    if (!target)
        return std::unexpected(target.error());
    ends.targetRef = target->name;
    ends.base = target->target;
    auto isMerged = repository.isAncestor(ends.head, target->target);
    if (!isMerged)
        return std::unexpected(isMerged.error());
    return *isMerged ? beforeMerge(repository, std::move(ends), stop) : ends;
}

/// Full name of the branch that @p name stands for; empty when it is no branch.
std::string branchOf(const Repository &repository, std::string_view name)
{
    for (const std::string_view folder : {"refs/heads/", "refs/remotes/", ""}) {
        const std::string candidate = std::string(folder) + std::string(name);
        if (!name.empty() && candidate.starts_with("refs/") && repository.reference(candidate).value_or(std::nullopt))
            return candidate;
    }
    return {};
}

Result<Ends> resolveRange(const Repository &repository, std::string_view spec, std::size_t dots)
{
    const auto head = spec.substr(dots + (spec.substr(dots).starts_with("...") ? 3 : 2));
    auto base = repository.resolveCommit(dots == 0 ? std::string_view("HEAD") : spec.substr(0, dots));
    if (!base)
        return std::unexpected(base.error());
    auto tip = repository.resolveCommit(head.empty() ? std::string_view("HEAD") : head);
    if (!tip)
        return std::unexpected(tip.error());
    Ends ends{ChangeSource::Range, branchOf(repository, head), branchOf(repository, spec.substr(0, dots)), *base, *tip, {}, true};
    return ends;
}

Result<Ends> resolveName(const Repository &repository, std::string_view spec, const std::stop_token &stop)
{
    if (const auto branch = branchOf(repository, spec); !branch.empty()) {
        auto target = repository.reference(branch);
        if (!target)
            return std::unexpected(target.error());
        const auto numbered = changeOfRef(branch);
        return Ends{numbered ? numbered->source : ChangeSource::Branch, branch, {}, {}, target->value_or(Oid()), {}, true};
    }
    auto numbered = findNumberedChange(repository, spec, stop);
    if (!numbered)
        return std::unexpected(numbered.error());
    if (*numbered)
        return Ends{(*numbered)->source, (*numbered)->reference.name, {}, {}, (*numbered)->reference.target, {}, true};
    auto commit = repository.resolveCommit(spec);
    if (!commit)
        return std::unexpected(commit.error());
    return Ends{ChangeSource::Commit, {}, {}, {}, *commit, {}, true};
}

Result<std::string> readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf()))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read.")), path,
                    Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions; it must not be empty.")));
    return std::move(bytes).str();
}

/// The target of a patch or bundle; nothing in a repository that has no commit at all.
Result<std::optional<Reference>> targetIfAny(const Repository &repository, const ResolveOptions &options)
{
    auto target = repository.targetBranch(options.target);
    if (target)
        return std::move(*target);
    if (options.target.empty() && repository.isEmpty())
        return std::nullopt;
    return std::unexpected(target.error());
}

/// The branch of a bundle that is looked at: the first that the target does not have yet.
Result<const Reference *> chooseBranch(const Repository &repository, const std::vector<Reference> &references,
                                       const std::optional<Reference> &target)
{
    const Reference *chosen = nullptr;
    for (const auto &reference : references) {
        if (reference.name == "HEAD" && references.size() > 1) // it only repeats a branch
            continue;
        auto isMerged = target ? repository.isAncestor(reference.target, target->target) : Result<bool>(false);
        if (!isMerged)
            return std::unexpected(isMerged.error());
        const bool isTarget = target && reference.name == target->name;
        if (!chosen || (!*isMerged && !isTarget))
            chosen = &reference;
        if (!*isMerged && !isTarget)
            break;
    }
    return chosen;
}

Result<Ends> resolveBundle(Repository &repository, std::string_view bytes, const ResolveOptions &options,
                           const std::stop_token &stop)
{
    auto bundle = readBundle(repository, bytes, stop);
    if (!bundle)
        return std::unexpected(bundle.error());
    auto target = targetIfAny(repository, options);
    if (!target)
        return std::unexpected(target.error());
    if (!*target) { // a whole repository in one file: its main branch is the target of the others
        const auto main = std::ranges::find_if(bundle->references, [](const Reference &reference) {
            return reference.name == "refs/heads/main" || reference.name == "refs/heads/master";
        });
        if (main != bundle->references.end() && bundle->references.size() > 2)
            *target = *main;
    }
    auto chosen = chooseBranch(repository, bundle->references, *target);
    if (!chosen)
        return std::unexpected(chosen.error());
    if (!*chosen)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The bundle has no branch.")));
    Ends ends{ChangeSource::Bundle, (*chosen)->name, {}, {}, (*chosen)->target, {}, bundle->isStored};
    if (*target) {
        ends.targetRef = (*target)->name;
        ends.base = (*target)->target;
    }
    auto isMerged = ends.base.isNull() ? Result<bool>(false) : repository.isAncestor(ends.head, ends.base);
    if (!isMerged)
        return std::unexpected(isMerged.error());
    return *isMerged ? beforeMerge(repository, std::move(ends), stop) : ends;
}

Result<Ends> resolvePatches(Repository &repository, std::string_view bytes, const ResolveOptions &options,
                            const std::stop_token &stop)
{
    auto patches = readPatches(bytes);
    if (!patches)
        return std::unexpected(patches.error());
    auto target = targetIfAny(repository, options);
    if (!target)
        return std::unexpected(target.error());
    auto applied = applyPatches(repository, *patches, *target ? (*target)->target : Oid(), stop);
    if (!applied)
        return std::unexpected(applied.error());
    Ends ends;
    ends.source = patches->size() > 1 ? ChangeSource::Mailbox : ChangeSource::Patch;
    ends.isStored = false;
    ends.targetRef = *target ? (*target)->name : std::string();
    ends.base = applied->base;
    ends.start = applied->start;
    ends.head = applied->head;
    return ends;
}

bool isFileName(std::string_view spec)
{
    static constexpr std::array<std::string_view, 4> endings{".patch", ".diff", ".mbox", ".bundle"};
    return std::ranges::any_of(endings, [spec](std::string_view ending) { return spec.ends_with(ending); });
}

} // namespace

Result<Change> resolveChange(Repository &repository, std::string_view spec, const ResolveOptions &options, std::stop_token stop)
{
    if (spec.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "No change is given.")));
    const auto finish = [&](Result<Ends> ends) -> Result<Change> {
        if (!ends)
            return std::unexpected(ends.error());
        auto change = complete(repository, spec, *ends, stop);
        if (change && change->title.empty() && !change->isStored) // a bare diff says nothing about itself
            change->title = std::filesystem::path(spec).filename().string();
        return change;
    };
    if (spec == "-" || isFileName(spec)) {
        auto bytes = spec == "-" ? Result<std::string>(options.standardInput) : readFile(std::string(spec));
        if (!bytes)
            return std::unexpected(bytes.error());
        return finish(isBundle(*bytes) ? resolveBundle(repository, *bytes, options, stop)
                                       : resolvePatches(repository, *bytes, options, stop));
    }
    if (const auto dots = spec.find(".."); dots != std::string_view::npos)
        return finish(resolveRange(repository, spec, dots));
    auto ends = resolveName(repository, spec, stop);
    if (!ends && repository.isEmpty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The repository has no commit yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Make a first commit, or open another repository.")));
    if (!ends)
        return std::unexpected(ends.error());
    return finish(againstTarget(repository, options, std::move(*ends), stop));
}

} // namespace countersign::git
