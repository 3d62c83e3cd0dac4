// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FileDelta.h"
#include "Oid.h"

#include <cstdint>
#include <string>
#include <vector>

namespace countersign {

/// Who and when, as a commit has it. Bytes from outside: show through safeText().
struct Signature {
    std::string name;
    std::string email;
    std::int64_t time = 0; ///< seconds since 1970, UTC
    int offsetMinutes = 0;
    friend bool operator==(const Signature &, const Signature &) = default;
};

/// One commit of a change.
struct Commit {
    Oid id;
    Oid tree;
    std::vector<Oid> parents;
    Signature author;
    Signature committer;
    std::string message; ///< converted to UTF-8 where the commit names its encoding

    [[nodiscard]] std::string subject() const { return message.substr(0, message.find('\n')); }
    friend bool operator==(const Commit &, const Commit &) = default;
};

/// How the change was named.
enum class ChangeSource { Range, Branch, Commit, PullRequest, MergeRequest, GerritChange, Patch, Mailbox, Bundle };

/// What is reviewed: base..head. Base and head of a patch, mailbox or bundle live only in memory or in a
/// temporary object store; isStored tells.
struct Change {
    std::string id; ///< as the user names it: "#12", "!7", "feature-x", "a1b2c3..d4e5f6", "fix.patch"
    ChangeSource source = ChangeSource::Range;
    std::string ref; ///< full ref name of the head; empty when there is none
    std::string targetRef; ///< full ref name of the branch it is meant for; empty when unknown
    Oid base; ///< tip of the target, or the base that was given
    Oid mergeBase; ///< merge base of base and head: what the diff starts from; null: unrelated or root, the empty tree
    Oid head;
    Oid baseTree; ///< tree of mergeBase; null: the empty tree
    Oid headTree;
    std::vector<Commit> commits; ///< mergeBase..head, oldest first, every parent's side
    std::string title; ///< subject of the only or oldest commit, or the merge request's own
    std::string body; ///< rest of that message
    std::string author; ///< "Name <address>" of the newest commit's author
    std::int64_t updated = 0; ///< seconds since 1970 of the newest commit
    bool isStored = true; ///< every object is in the repository itself

    friend bool operator==(const Change &, const Change &) = default;
};

} // namespace countersign
