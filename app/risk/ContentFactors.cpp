// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Likelihood.h"

#include "Pattern.h"

#include <array>
#include <iterator>
#include <memory>

/// What the changed lines hold. The odds were measured on whole lines, so whole lines are looked at, comments too.
namespace countersign::risk
{

namespace
{

struct Sign {
    Content content;
    const char *pattern;
    bool onBothSides; ///< a removed line counts as well
    bool inTests; ///< looked for in tests, not in code
};

const Sign signs[] = {
    {Content::SkipAdded,
     R"(@(pytest\.mark\.)?skip|@Disabled|@Ignore|\b(it|test|describe)\.skip\(|t\.Skip\(|\[Ignore\]|#\[ignore)", false, true},
    {Content::NullCheckAdded, R"([!=]=\s*(null|nullptr|nil|None|undefined)\b|\bis (not )?None\b|\bis (not )?null\b)", false,
     false},
    {Content::LoopAdded, R"(^\s*(for|while|foreach|loop|do)\b)", false, false},
    {Content::TimeoutTouched, R"((?i)\b\w*(timeout|retry|retries|backoff|deadline)\w*\b)", true, false},
    {Content::LockTouched,
     R"((?i)\b(\w*(mutex|rwlock|spinlock|lock_guard|unique_lock|synchronized|semaphore)\w*|\w*lock\(\)|select_for_update)\b)",
     true, false},
    {Content::BroadCatch,
     R"(except\s*(Exception|BaseException)?\s*(as \w+)?\s*:|catch\s*\(\s*(\.\.\.|(\w+\.)?(Exception|Throwable)\b)|catch\s*\{|rescue\s*(=>|$|StandardError|Exception))",
     false, false},
};
constexpr const char *condition = R"(\b(if|elif|else if|unless|when|switch|match|case)\b)";

/// Both lines have a condition, and it is not the same.
bool isConditionChanged(const FileChange &file, const Row &row, const RE2 &pattern)
{
    if (row.kind != RowKind::Changed)
        return false;
    return RE2::PartialMatch(pieceOf(file.oldText.line(row.left)), pattern)
        && RE2::PartialMatch(pieceOf(file.newText.line(row.right)), pattern);
}

} // namespace

Contents contentsOf(std::span<const FileChange> files)
{
    constexpr std::size_t longestLine = 2000; // bytes; longer ones were not written by hand
    Contents found{};
    const auto set = [&found](Content content) { found.at(static_cast<std::size_t>(content)) = true; };
    static const RE2 conditions(condition, patternOptions());
    static const auto patterns = [] {
        std::array<std::unique_ptr<RE2>, std::size(signs)> out;
        for (std::size_t i = 0; i < out.size(); ++i)
            out.at(i) = std::make_unique<RE2>(signs[i].pattern, patternOptions());
        return out;
    }();
    for (const FileChange &file : files) {
        const bool isTest = file.fileClass == FileClass::Test;
        if (!isTest && file.fileClass != FileClass::Code)
            continue;
        for (const Row &row : file.rows.rows) {
            if (row.kind == RowKind::Equal || row.kind == RowKind::MovedFrom || row.kind == RowKind::MovedTo)
                continue;
            if (!isTest && isConditionChanged(file, row, conditions))
                set(Content::ConditionChanged);
            for (std::size_t i = 0; i < std::size(signs); ++i) {
                const Sign &sign = signs[i];
                if (sign.inTests != isTest || found.at(static_cast<std::size_t>(sign.content)))
                    continue;
                const auto has = [&](const Text &text, LineNumber line) {
                    return line != noLine && text.line(line).size() <= longestLine
                        && RE2::PartialMatch(pieceOf(text.line(line)), *patterns.at(i));
                };
                // What the old line had already is not added.
                if (sign.onBothSides ? has(file.newText, row.right) || has(file.oldText, row.left)
                                     : has(file.newText, row.right) && !has(file.oldText, row.left))
                    set(sign.content);
            }
        }
    }
    return found;
}

} // namespace countersign::risk
