// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberedChange.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace countersign::git
{

namespace
{

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isChangeId(std::string_view text)
{
    constexpr std::size_t shortest = 9;
    return text.size() >= shortest && text.size() <= 41 && text.front() == 'I'
        && std::ranges::all_of(text.substr(1), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The folders of a ref below "refs/", or below "refs/remotes/R/".
std::vector<std::string_view> partsOf(std::string_view ref)
{
    std::vector<std::string_view> parts;
    while (!ref.empty()) {
        const auto slash = ref.find('/');
        parts.push_back(ref.substr(0, slash));
        ref.remove_prefix(slash == std::string_view::npos ? ref.size() : slash + 1);
    }
    if (parts.empty() || parts.front() != "refs")
        return {};
    const bool isRemote = parts.size() > 3 && parts[1] == "remotes";
    parts.erase(parts.begin(), parts.begin() + (isRemote ? 3 : 1));
    return parts;
}

struct Found {
    std::uint32_t patchSet = 0;
    Reference reference;
};

/// Gerrit's change of this number, or of this Change-Id where @p changeId is given; the newest patch set, or the wanted one.
Result<std::optional<Reference>> findGerritChange(const Repository &repository, std::string_view number,
                                                  std::optional<std::uint32_t> patchSet, std::string_view changeId,
                                                  const std::stop_token &stop)
{
    std::optional<Found> best;
    for (const char *pattern : {"refs/changes/*", "refs/remotes/*/changes/*"}) {
        auto references = repository.matchingReferences(pattern);
        if (!references)
            return std::unexpected(references.error());
        for (const auto &reference : *references) {
            if (stop.stop_requested())
                return cancelled();
            const auto change = changeOfRef(reference.name);
            if (!change || (!number.empty() && change->number != number) || (patchSet && change->patchSet != *patchSet)
                || (best && best->patchSet >= change->patchSet))
                continue;
            if (!changeId.empty()) {
                const auto commit = repository.commit(reference.target);
                if (!commit || !commit->message.contains("\nChange-Id: " + std::string(changeId)))
                    continue;
            }
            best = Found{change->patchSet, reference};
        }
    }
    return best ? std::optional(best->reference) : std::nullopt;
}

/// "34", "34/2" or a Change-Id; a number alone may also be the start of a commit's name.
Result<std::optional<NumberedChange>> resolveGerrit(const Repository &repository, std::string_view spec,
                                                    const std::stop_token &stop)
{
    const auto slash = spec.find('/');
    const auto number = spec.substr(0, slash);
    std::optional<std::uint32_t> patchSet;
    if (slash != std::string_view::npos) {
        const auto digits = spec.substr(slash + 1);
        std::uint32_t value = 0;
        if (!isNumber(digits) || std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
            return std::nullopt;
        patchSet = value;
    }
    const bool byId = isChangeId(number);
    if (!byId && !isNumber(number))
        return std::nullopt;
    auto found =
        findGerritChange(repository, byId ? std::string_view() : number, patchSet, byId ? number : std::string_view(), stop);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return NumberedChange{ChangeSource::GerritChange, **found};
    if (!byId)
        return std::nullopt;
    return fail(
        ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no change %1 in this repository."), {std::string(spec)}), {},
        Message(QT_TRANSLATE_NOOP("app", "Fetch it first, for example with “git fetch origin %1:%1”."), {"refs/changes/*"}));
}

} // namespace

std::string NumberedRef::id() const
{
    switch (source) {
    case ChangeSource::MergeRequest:
        return "!" + number;
    case ChangeSource::GerritChange:
        return number + "/" + std::to_string(patchSet);
    default:
        return "#" + number;
    }
}

std::optional<NumberedRef> changeOfRef(std::string_view ref)
{
    const auto parts = partsOf(ref);
    if (parts.size() < 2 || ref.starts_with("refs/heads/") || ref.starts_with("refs/tags/"))
        return std::nullopt;
    if (parts[0] == "changes" && parts.size() == 4 && isNumber(parts[2])) {
        NumberedRef change{ChangeSource::GerritChange, std::string(parts[2]), 0};
        const auto digits = parts[3];
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), change.patchSet);
        return problem == std::errc() && end == digits.data() + digits.size() ? std::optional(change) : std::nullopt;
    }
    const bool isPull = parts[0] == "pull" || (parts[0] == "pr" && ref.starts_with("refs/remotes/"));
    const bool endsThere = parts.size() == 2 ? ref.starts_with("refs/remotes/") : parts.size() == 3 && parts[2] == "head";
    if ((!isPull && parts[0] != "merge-requests") || !isNumber(parts[1]) || !endsThere)
        return std::nullopt;
    return NumberedRef{isPull ? ChangeSource::PullRequest : ChangeSource::MergeRequest, std::string(parts[1]), 0};
}

Result<std::optional<NumberedChange>> findNumberedChange(const Repository &repository, std::string_view spec,
                                                         const std::stop_token &stop)
{
    const bool isPull = spec.starts_with('#');
    if ((!isPull && !spec.starts_with('!')) || !isNumber(spec.substr(1)))
        return resolveGerrit(repository, spec, stop);
    const std::string kind = isPull ? "pull" : "merge-requests";
    const std::string number(spec.substr(1));
    std::vector<std::string> patterns{"refs/" + kind + "/" + number + "/head", "refs/remotes/*/" + kind + "/" + number + "/head",
                                      "refs/remotes/*/" + kind + "/" + number};
    if (isPull)
        patterns.push_back("refs/remotes/*/pr/" + number);
    for (const auto &pattern : patterns) {
        auto found = repository.matchingReferences(pattern);
        if (!found)
            return std::unexpected(found.error());
        if (!found->empty())
            return NumberedChange{isPull ? ChangeSource::PullRequest : ChangeSource::MergeRequest, found->front()};
    }
    return fail(
        ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no change %1 in this repository."), {std::string(spec)}), {},
        Message(QT_TRANSLATE_NOOP("app", "Fetch it first, for example with “git fetch origin %1:%1”."), {patterns.front()}));
}

} // namespace countersign::git
