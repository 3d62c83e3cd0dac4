// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MergeText.h"

#include "LibGit.h"

namespace countersign::git
{

namespace
{

git_merge_file_input input(std::string_view text)
{
    git_merge_file_input out;
    git_merge_file_input_init(&out, GIT_MERGE_FILE_INPUT_VERSION);
    out.ptr = text.empty() ? "" : text.data();
    out.size = text.size();
    return out;
}

/// libgit2's answer, freed at the end.
struct Merged {
    git_merge_file_result result{};
    Merged() = default;
    Merged(const Merged &) = delete;
    Merged &operator=(const Merged &) = delete;
    ~Merged() { git_merge_file_result_free(&result); }
};

} // namespace

std::optional<std::string> mergeTexts(std::string_view ancestor, std::string_view ours, std::string_view theirs,
                                      LineMatching matching, OnConflict onConflict)
{
    startLibGit();
    git_merge_file_options options;
    git_merge_file_options_init(&options, GIT_MERGE_FILE_OPTIONS_VERSION);
    if (onConflict == OnConflict::TakeTheirs)
        options.favor = GIT_MERGE_FILE_FAVOR_THEIRS;
    if (matching == LineMatching::Patience)
        options.flags = GIT_MERGE_FILE_DIFF_PATIENCE;
    const auto base = input(ancestor);
    const auto left = input(ours);
    const auto right = input(theirs);
    Merged merged;
    if (git_merge_file(&merged.result, &base, &left, &right, &options) < 0)
        return std::nullopt;
    if (!merged.result.automergeable && onConflict == OnConflict::Fail)
        return std::nullopt;
    return merged.result.len == 0 ? std::string() : std::string(merged.result.ptr, merged.result.len);
}

} // namespace countersign::git
