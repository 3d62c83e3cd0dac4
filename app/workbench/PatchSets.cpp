// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PatchSets.h"

#include "ReviewDesk.h"

#include "core/Clock.h"

#include <string>

namespace countersign::workbench
{

namespace
{

bool isCommitHere(const git::Repository &repository, const Oid &id)
{
    return id.isNull() || repository.commit(id).has_value();
}

} // namespace

Result<std::vector<KnownPatchSet>> knownPatchSets(const git::Repository &repository, const Change &change,
                                                  const std::stop_token &stop)
{
    const auto key = reviewKey(repository, change, stop);
    if (!key)
        return std::unexpected(key.error());
    const SystemClock clock;
    auto opened = review::Store::open(defaultStorePath(), clock);
    if (!opened)
        return std::unexpected(opened.error());
    if (auto added = opened->store.addPatchSet(*key, patchSetOf(change)); !added)
        return std::unexpected(added.error());
    const auto review = opened->store.load(*key, reviewerOf(repository));
    if (!review)
        return std::unexpected(review.error());
    std::vector<KnownPatchSet> known;
    for (const auto &set : review->patchSets) {
        const bool isHere = isCommitHere(repository, set.head) && isCommitHere(repository, set.base.value_or(Oid()));
        known.push_back({known.size() + 1, set, isHere, set.head == change.head});
    }
    return known;
}

Result<PatchSetTrees> treesOf(const git::Repository &repository, const Change &change, const KnownPatchSet &known)
{
    const auto gone = [&known] {
        return fail(
            ErrorKind::Input,
            Message(QT_TRANSLATE_NOOP("app", "Patch set %1 is no longer in this repository."), {std::to_string(known.number)}),
            known.set.head.hex(),
            Message(
                QT_TRANSLATE_NOOP("app", "git has cleaned its commits away. Fetch them again, or compare another patch set.")));
    };
    const auto head = repository.commit(known.set.head);
    if (!head)
        return gone();
    std::optional<Oid> base = known.set.base;
    if (!base) {
        const auto found = repository.mergeBase(change.base, known.set.head);
        if (!found)
            return gone();
        base = found->value_or(Oid());
    }
    PatchSetTrees trees{Oid(), head->tree};
    if (base->isNull())
        return trees;
    const auto start = repository.commit(*base);
    if (!start)
        return gone();
    trees.base = start->tree;
    return trees;
}

} // namespace countersign::workbench
