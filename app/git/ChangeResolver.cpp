// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeResolver.h"

#include "Bundle.h"
#include "Patch.h"
#include "PatchApply.h"

#include <algorithm>
#include <array>
#include <charconv>
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
    bool isStored = true;
};

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string displayed(const Signature &who)
{
    return who.name + " <" + who.email + ">";
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
    if (!ends.base.isNull()) {
        auto base = repository.mergeBase(ends.base, ends.head);
        if (!base)
            return std::unexpected(base.error());
        change.mergeBase = base->value_or(Oid());
    }
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
    const Commit &first = change.commits.empty() ? *head : change.commits.front();
    const Commit &last = change.commits.empty() ? *head : change.commits.back();
    change.title = first.subject();
    const auto body = first.message.find("\n\n");
    change.body = body == std::string::npos ? std::string() : first.message.substr(body + 2);
    change.author = displayed(last.author);
    change.updated = last.committer.time != 0 ? last.committer.time : last.author.time;
    return change;
}

/// The branch to compare with, when the user did not give a base.
Result<Ends> againstTarget(const Repository &repository, const ResolveOptions &options, Ends ends)
{
    auto target = repository.targetBranch(options.target);
    if (!target)
        return std::unexpected(target.error());
    ends.targetRef = target->name;
    ends.base = target->target;
    // A commit that the target already has is compared with its first parent.
    auto merged = repository.isAncestor(ends.head, target->target);
    if (!merged)
        return std::unexpected(merged.error());
    if (*merged) {
        auto commit = repository.commit(ends.head);
        if (!commit)
            return std::unexpected(commit.error());
        ends.base = commit->parents.empty() ? Oid() : commit->parents.front();
        ends.source = ChangeSource::Commit;
    }
    return ends;
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
    Ends ends{ChangeSource::Range, {}, {}, *base, *tip, true};
    for (const auto &prefix : {std::string("refs/heads/"), std::string("refs/remotes/")}) {
        const auto target = repository.reference(prefix + std::string(spec.substr(0, dots)));
        const auto ref = repository.reference(prefix + std::string(head));
        if (target && *target && ends.targetRef.empty())
            ends.targetRef = prefix + std::string(spec.substr(0, dots));
        if (ref && *ref && ends.ref.empty())
            ends.ref = prefix + std::string(head);
    }
    return ends;
}

/// The ref of "#12", "!12" or "1234/5", wherever it was fetched to.
Result<std::optional<Ends>> resolveNumbered(const Repository &repository, std::string_view spec)
{
    std::vector<std::string> patterns;
    ChangeSource source = ChangeSource::PullRequest;
    const auto slash = spec.find('/');
    if (spec.size() > 1 && (spec[0] == '#' || spec[0] == '!') && isNumber(spec.substr(1))) {
        const std::string number(spec.substr(1));
        source = spec[0] == '#' ? ChangeSource::PullRequest : ChangeSource::MergeRequest;
        const std::string kind = spec[0] == '#' ? "pull" : "merge-requests";
        patterns = {"refs/" + kind + "/" + number + "/head", "refs/remotes/*/" + kind + "/" + number + "/head",
                    "refs/remotes/*/" + kind + "/" + number, "refs/remotes/*/pr/" + number};
    } else if (slash != std::string_view::npos && isNumber(spec.substr(0, slash)) && isNumber(spec.substr(slash + 1))) {
        source = ChangeSource::GerritChange;
        patterns = {"refs/changes/*/" + std::string(spec), "refs/remotes/*/changes/*/" + std::string(spec)};
    } else {
        return std::nullopt;
    }
    for (const auto &pattern : patterns) {
        auto found = repository.matchingReferences(pattern);
        if (!found)
            return std::unexpected(found.error());
        if (!found->empty())
            return Ends{source, found->front().name, {}, {}, found->front().target, true};
    }
    if (source == ChangeSource::GerritChange)
        return std::nullopt;
    return fail(
        ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no change %1 in this repository."), {std::string(spec)}), {},
        Message(QT_TRANSLATE_NOOP("app", "Fetch it first, for example with “git fetch origin %1:%1”."), {patterns.front()}));
}

Result<Ends> resolveName(const Repository &repository, std::string_view spec)
{
    auto numbered = resolveNumbered(repository, spec);
    if (!numbered)
        return std::unexpected(numbered.error());
    if (*numbered)
        return **numbered;
    const std::string name(spec);
    for (const auto &candidate : {"refs/heads/" + name, "refs/remotes/" + name, name}) {
        if (!candidate.starts_with("refs/"))
            continue;
        auto target = repository.reference(candidate);
        if (target && *target)
            return Ends{ChangeSource::Branch, candidate, {}, {}, **target, true};
    }
    auto commit = repository.resolveCommit(spec);
    if (!commit)
        return std::unexpected(commit.error());
    return Ends{ChangeSource::Commit, {}, {}, {}, *commit, true};
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

Result<Ends> resolveBundle(Repository &repository, std::string_view bytes, const ResolveOptions &options)
{
    auto references = readBundle(repository, bytes);
    if (!references)
        return std::unexpected(references.error());
    if (references->empty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The bundle has no branch.")));
    // HEAD only repeats a branch.
    auto chosen = std::ranges::find_if(*references, [](const Reference &reference) { return reference.name != "HEAD"; });
    if (chosen == references->end())
        chosen = references->begin();
    Ends ends{ChangeSource::Bundle, chosen->name, {}, {}, chosen->target, false};
    if (auto target = repository.targetBranch(options.target)) {
        ends.targetRef = target->name;
        ends.base = target->target;
    }
    return ends;
}

Result<Ends> resolvePatches(Repository &repository, std::string_view bytes, const ResolveOptions &options,
                            const std::stop_token &stop)
{
    auto patches = readPatches(bytes);
    if (!patches)
        return std::unexpected(patches.error());
    Ends ends;
    ends.source = patches->size() > 1 ? ChangeSource::Mailbox : ChangeSource::Patch;
    ends.isStored = false;
    Oid tip;
    if (auto target = repository.targetBranch(options.target)) {
        ends.targetRef = target->name;
        tip = target->target;
    } else if (!repository.isEmpty()) {
        return std::unexpected(target.error());
    }
    auto applied = applyPatches(repository, *patches, tip, stop);
    if (!applied)
        return std::unexpected(applied.error());
    ends.base = applied->base;
    ends.head = applied->head;
    return ends;
}

bool isFileName(std::string_view spec)
{
    static constexpr std::array<std::string_view, 4> endings{".patch", ".diff", ".mbox", ".bundle"};
    return std::ranges::any_of(endings, [spec](std::string_view ending) { return spec.ends_with(ending); });
}

std::string withoutPrefix(std::string_view name, std::string_view prefix)
{
    return std::string(name.substr(prefix.size()));
}

/// The id that names a ref in the queue; empty when it is no change.
std::string idOf(const std::string &ref, const std::string &target)
{
    if (ref == target || ref.ends_with("/HEAD"))
        return {};
    const auto numbered = [&ref](std::string_view part, char sign) -> std::string {
        const auto at = ref.find(part);
        if (at == std::string::npos)
            return {};
        const auto rest = std::string_view(ref).substr(at + part.size());
        const auto number = rest.substr(0, rest.find('/'));
        const auto tail = rest.substr(number.size());
        return isNumber(number) && (tail.empty() || tail == "/head") ? sign + std::string(number) : std::string();
    };
    const bool remote = ref.starts_with("refs/remotes/");
    if (ref.starts_with("refs/pull/") || (remote && ref.find("/pull/") != std::string::npos))
        return numbered("/pull/", '#');
    if (remote && ref.find("/pr/") != std::string::npos)
        return numbered("/pr/", '#');
    if (ref.starts_with("refs/merge-requests/") || (remote && ref.find("/merge-requests/") != std::string::npos))
        return numbered("/merge-requests/", '!');
    if (ref.starts_with("refs/changes/")) {
        const auto rest = withoutPrefix(ref, "refs/changes/");
        const auto slash = rest.find('/');
        const auto id = slash == std::string::npos ? std::string() : rest.substr(slash + 1);
        return id.ends_with("/meta") ? std::string() : id;
    }
    if (ref.starts_with("refs/heads/"))
        return withoutPrefix(ref, "refs/heads/");
    return remote ? withoutPrefix(ref, "refs/remotes/") : std::string();
}

/// Pull requests before branches, local before remote.
int precedence(const std::string &ref)
{
    static constexpr std::array<std::string_view, 4> order{"refs/pull/", "refs/merge-requests/", "refs/changes/", "refs/heads/"};
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (ref.starts_with(order[i]))
            return static_cast<int>(i);
    }
    return static_cast<int>(order.size());
}

} // namespace

Result<Change> resolveChange(Repository &repository, std::string_view spec, const ResolveOptions &options, std::stop_token stop)
{
    if (spec.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "No change is given.")));
    const auto finish = [&](Result<Ends> ends) -> Result<Change> {
        if (!ends)
            return std::unexpected(ends.error());
        return complete(repository, spec, *ends, stop);
    };
    if (spec == "-" || isFileName(spec)) {
        auto bytes = spec == "-" ? Result<std::string>(options.standardInput) : readFile(std::string(spec));
        if (!bytes)
            return std::unexpected(bytes.error());
        return finish(isBundle(*bytes) ? resolveBundle(repository, *bytes, options)
                                       : resolvePatches(repository, *bytes, options, stop));
    }
    if (const auto dots = spec.find(".."); dots != std::string_view::npos)
        return finish(resolveRange(repository, spec, dots));
    auto ends = resolveName(repository, spec);
    if (!ends && repository.isEmpty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The repository has no commit yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Make a first commit, or open another repository.")));
    if (!ends)
        return std::unexpected(ends.error());
    return finish(againstTarget(repository, options, std::move(*ends)));
}

Result<std::vector<ChangeRef>> openChanges(const Repository &repository, const Reference &target, std::stop_token stop)
{
    std::vector<ChangeRef> found;
    for (const char *prefix : {"refs/pull/", "refs/merge-requests/", "refs/changes/", "refs/heads/", "refs/remotes/"}) {
        auto references = repository.references(prefix);
        if (!references)
            return std::unexpected(references.error());
        for (auto &reference : *references) {
            if (auto id = idOf(reference.name, target.name); !id.empty())
                found.push_back({std::move(id), std::move(reference.name), reference.target});
        }
    }
    std::ranges::stable_sort(found, {}, [](const ChangeRef &change) { return precedence(change.ref); });
    std::vector<Oid> heads;
    for (const auto &change : found)
        heads.push_back(change.head);
    auto merged = repository.reachable(target.target, heads, stop);
    if (!merged)
        return std::unexpected(merged.error());
    std::vector<ChangeRef> open;
    std::vector<Oid> seen;
    for (auto &change : found) {
        if (std::ranges::binary_search(*merged, change.head) || std::ranges::find(seen, change.head) != seen.end())
            continue;
        seen.push_back(change.head);
        open.push_back(std::move(change));
    }
    return open;
}

} // namespace countersign::git
