// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReadHunk.h"

#include "core/Clock.h"
#include "core/Error.h"
#include "core/Oid.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::review
{

/// Which change a review is about.
struct ReviewKey {
    std::string repository; ///< id of the repository
    std::string change; ///< id of the change inside it, stable over its patch sets: "#12", "refs/heads/feature-x"
    friend auto operator<=>(const ReviewKey &, const ReviewKey &) = default;
};

/// What a reviewer answers to a question of the checklist.
enum class Answer { Yes, No, NotApplicable, Override };
/// Stable lower-case names: "yes", "no", "na", "override".
[[nodiscard]] std::string_view name(Answer answer);
[[nodiscard]] std::optional<Answer> answerFromName(std::string_view text);

struct StoredAnswer {
    std::string question;
    std::optional<Answer> answer; ///< nothing: not chosen yet, evidence may already be written
    std::string evidence;
    std::string reviewer;
    std::int64_t time = 0; ///< seconds since 1970
    friend bool operator==(const StoredAnswer &, const StoredAnswer &) = default;
};

enum class FindingDecision { Acknowledged, Waived, Disputed };
[[nodiscard]] std::string_view name(FindingDecision decision);
[[nodiscard]] std::optional<FindingDecision> findingDecisionFromName(std::string_view text);

/// Which finding a decision is about. Views: only for the call.
struct FindingRef {
    FindingRef(std::string_view finding, std::string_view ofRule = {}, std::string_view about = {})
        : id(finding)
        , rule(ofRule)
        , content(about)
    {
    }
    FindingRef(const char *finding)
        : id(finding)
    {
    }
    std::string_view id; ///< Finding::id
    std::string_view rule;
    std::string_view content; ///< Finding::content
};

/// What a reviewer decided about one finding.
struct FindingState {
    std::string finding; ///< Finding::id
    FindingDecision decision = FindingDecision::Acknowledged;
    std::string reason; ///< never empty for waived and disputed
    std::optional<std::int64_t> expires; ///< of a waiver, seconds since 1970
    std::string reviewer;
    std::int64_t time = 0;
    std::string content = {}; ///< Finding::content; empty: not known

    /// False for a waiver that has run out.
    [[nodiscard]] bool isInForce(std::int64_t now) const { return !expires || now < *expires; }
    friend bool operator==(const FindingState &, const FindingState &) = default;
};

struct Draft {
    std::string intent; ///< what the reviewer took the change to be for
    std::string notes;
    friend bool operator==(const Draft &, const Draft &) = default;
};

/// One version of the change that was opened here.
struct PatchSet {
    Oid head;
    std::int64_t firstSeen = 0; ///< seconds since 1970
    std::optional<Oid> base = {}; ///< merge base when it was first seen, null for the empty tree; nothing: not known any more
    Oid target = {}; ///< tip of the target at that time; null: unknown
    std::string targetRef = {}; ///< full name of the target's ref; empty: unknown
    friend bool operator==(const PatchSet &, const PatchSet &) = default;
};

/// Everything one reviewer has about one change, and what all reviewers decided about its findings.
struct StoredReview {
    std::map<std::string, StoredAnswer> answers; ///< by question
    ReadRows read;
    std::map<std::string, std::int64_t> readTimes = {}; ///< when each was marked, seconds since 1970
    std::map<std::string, FindingState> findings; ///< by finding id
    Draft draft;
    std::vector<PatchSet> patchSets; ///< in the order they were seen
    friend bool operator==(const StoredReview &, const StoredReview &) = default;
};

struct OpenedStore;

/// The reviewer's own data in one SQLite file: answers, read marks, decisions, drafts.
///
/// Every call that returns without an error is on the disk (write-ahead log, full synchronisation): a crash after it loses
/// nothing. An object belongs to one thread; several objects and processes may have the same file open.
/// Texts are at most 1 MiB each; longer ones are refused and nothing is changed.
class Store
{
public:
    /// Opens or creates the file (and its folder), checks it and brings it to the current layout. A damaged file is renamed to
    /// "<path>.corrupt-<time>" with its -wal and -shm, never overwritten, and a new one is begun: OpenedStore::setAside says so.
    /// Errors: cannot be opened or written, of a newer version (untouched), a database of another program (untouched), busy.
    /// @param clock must outlive the store.
    [[nodiscard]] static Result<OpenedStore> open(const std::filesystem::path &path, const Clock &clock);
    Store(Store &&) noexcept;
    Store &operator=(Store &&) noexcept;
    ~Store();

    [[nodiscard]] Result<StoredReview> load(const ReviewKey &key, std::string_view reviewer);

    /// Saves an answer as it is being typed. The history keeps the last wording before each change of the choice and, for the
    /// evidence, one entry for every five minutes of typing.
    [[nodiscard]] Result<void> saveAnswer(const ReviewKey &key, std::string_view question, std::optional<Answer> answer,
                                          std::string_view evidence, std::string_view reviewer);
    /// Earlier and current wordings, oldest first.
    [[nodiscard]] Result<std::vector<StoredAnswer>> answerHistory(const ReviewKey &key, std::string_view question);

    /// Keeps what was read of hunks, all of them or nothing; a mark takes the place of the hunk's earlier one.
    [[nodiscard]] Result<void> setRead(const ReviewKey &key, std::span<const ReadHunk> hunks, std::string_view reviewer);
    /// Every mark of a reviewer, oldest first.
    [[nodiscard]] Result<std::vector<ReadHunk>> readHunks(const ReviewKey &key, std::string_view reviewer);

    /// Errors (usage): no reason where one is needed, an end for something that is no waiver.
    [[nodiscard]] Result<void> decide(const ReviewKey &key, const FindingRef &finding, FindingDecision decision,
                                      std::string_view reason, std::optional<std::int64_t> expires, std::string_view reviewer);
    /// Takes the decision back; the history keeps it.
    [[nodiscard]] Result<void> withdrawDecision(const ReviewKey &key, std::string_view finding);
    /// Every decision that was ever made about a finding of the change, oldest first.
    [[nodiscard]] Result<std::vector<FindingState>> decisionHistory(const ReviewKey &key, std::string_view finding);

    [[nodiscard]] Result<void> saveDraft(const ReviewKey &key, const Draft &draft, std::string_view reviewer);
    /// Remembers that this head was opened; its first time and its first base count (PatchSet::firstSeen is not read: the clock
    /// tells it).
    [[nodiscard]] Result<void> addPatchSet(const ReviewKey &key, const PatchSet &seen);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

struct OpenedStore {
    Store store;
    std::optional<std::filesystem::path> setAside; ///< where a damaged file was put; tell the user
};

} // namespace countersign::review
