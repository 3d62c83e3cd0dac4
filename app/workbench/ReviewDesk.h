// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"

#include "core/Clock.h"
#include "review/Checklist.h"
#include "review/Coverage.h"
#include "review/Pace.h"
#include "review/Store.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace countersign::workbench
{

/// Where one reviewer stands with one change.
struct ReviewState {
    review::StoredReview stored;
    review::Coverage coverage;
    std::vector<review::ChecklistItem> checklist;
    std::optional<review::Pace> pace; ///< nothing: not measured yet
    std::string templateSha256 = {}; ///< of the questions; empty: not known
};

/// Id of a repository until it has a roster: the first 32 hexadecimal digits of SHA-256 over its root commits.
[[nodiscard]] Result<std::string> repositoryId(const git::Repository &repository, const Oid &head, std::stop_token stop = {});
/// What a change's review, comments and patch sets are kept under.
[[nodiscard]] Result<review::ReviewKey> reviewKey(const git::Repository &repository, const Change &change,
                                                  std::stop_token stop = {});
/// A change as the patch set that it is now.
[[nodiscard]] review::PatchSet patchSetOf(const Change &change);
/// The address that reviews are kept under: user.email of the repository's configuration; "local" without one.
[[nodiscard]] std::string reviewerOf(const git::Repository &repository);
/// The file that reviews are kept in: COUNTERSIGN_STORE if set, else reviews.sqlite in the user's data folder.
[[nodiscard]] std::filesystem::path defaultStorePath();

/// Takes decisions along to the findings that they are about now: where a finding is gone and exactly one with the same content,
/// which nobody decided about, has come (its file was renamed), the decision goes to that one.
void followFindings(std::map<std::string, review::FindingState> &decisions, const std::vector<Finding> &findings);

/// One reviewer's review of one opened change, kept in the store. Calls may come from any thread, one after the other;
/// each that returns without an error is on the disk. Not for the GUI thread.
class ReviewDesk
{
public:
    /// Opens the store, remembers the head as a patch set, and takes over what was read of its lines when they stood in another
    /// one. @param templates for a report that brings no questions of its own. Errors: see review::Store::open().
    [[nodiscard]] static Result<std::shared_ptr<ReviewDesk>> open(const git::Repository &repository,
                                                                  std::shared_ptr<const ChangeReport> report,
                                                                  const review::Templates &templates, std::stop_token stop = {});

    [[nodiscard]] Result<ReviewState> state();
    /// Keeps what is read of hunks of the change, by their keys; others are left alone.
    [[nodiscard]] Result<ReviewState> setRead(const review::ReadRows &read);
    /// What was answered to a question before and is answered now, by everybody with this store, oldest first.
    [[nodiscard]] Result<std::vector<review::StoredAnswer>> answerHistory(const std::string &question);
    [[nodiscard]] Result<ReviewState> saveAnswer(const std::string &question, std::optional<review::Answer> answer,
                                                 const std::string &evidence);

    /// Errors (usage): no reason where one is needed. @param expires of a waiver, seconds since 1970.
    [[nodiscard]] Result<ReviewState> decide(const std::string &finding, review::FindingDecision decision,
                                             const std::string &reason, std::optional<std::int64_t> expires);
    [[nodiscard]] Result<ReviewState> withdrawDecision(const std::string &finding);

    [[nodiscard]] const std::string &reviewer() const { return m_reviewer; }
    /// Where a damaged store was put when it was opened; tell the user.
    [[nodiscard]] const std::optional<std::filesystem::path> &setAside() const { return m_setAside; }

private:
    ReviewDesk(std::unique_ptr<SystemClock> clock, review::OpenedStore opened, std::shared_ptr<const ChangeReport> report,
               review::ReviewKey key, std::string reviewer, const review::Templates &templates,
               const std::set<std::string> &demanded);
    [[nodiscard]] Result<ReviewState> load();
    [[nodiscard]] Result<void> carryRead();
    [[nodiscard]] std::vector<review::ReadHunk> marksOf(const review::ReadRows &read) const;
    [[nodiscard]] const FileChange *fileOf(const std::string &path) const;

    std::mutex m_mutex;
    std::unique_ptr<SystemClock> m_clock;
    review::Store m_store;
    std::optional<std::filesystem::path> m_setAside;
    std::shared_ptr<const ChangeReport> m_report;
    review::ReviewKey m_key;
    std::string m_reviewer;
    std::vector<review::Question> m_questions;
    std::string m_templateSha256;
};

} // namespace countersign::workbench
