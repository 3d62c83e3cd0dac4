// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reapply.h"

#include "diff/Diff.h"
#include "git/MergeText.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::workbench
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::size_t binaryLook = 8000; ///< bytes git looks at

/// What two successors of a value come to; nothing when both changed it, and differently.
template<class T>
std::optional<T> threeWay(const T &ancestor, const T &ours, const T &theirs)
{
    if (ours == ancestor || ours == theirs)
        return theirs;
    if (theirs == ancestor)
        return ours;
    return std::nullopt;
}

Result<std::string> bytesOf(const git::Repository &repository, const FileSide &side)
{
    if (!side.exists())
        return std::string();
    if (side.mode == submoduleMode)
        return "Subproject commit " + side.blob.hex() + "\n";
    return repository.blob(side.blob);
}

bool isBinary(std::string_view bytes)
{
    return bytes.substr(0, binaryLook).find('\0') != std::string_view::npos;
}

/// The blobs of the four sides.
struct FourTexts {
    std::string baseA;
    std::string headA;
    std::string baseB;
    std::string headB;

    [[nodiscard]] bool isMergeable() const
    {
        return !isBinary(baseA) && !isBinary(headA) && !isBinary(baseB) && !isBinary(headB);
    }
};

Result<FourTexts> read(const git::Repository &repository, const FourSides &sides)
{
    FourTexts texts;
    for (const auto &[side, text] : {std::pair(&sides.baseA, &texts.baseA), std::pair(&sides.headA, &texts.headA),
                                     std::pair(&sides.baseB, &texts.baseB), std::pair(&sides.headB, &texts.headB)}) {
        auto bytes = bytesOf(repository, *side);
        if (!bytes)
            return std::unexpected(bytes.error());
        *text = std::move(*bytes);
    }
    return texts;
}

/// Lines of the new text by lines of the old one: the last kept line at or above, for every line; 0 for the top.
std::vector<LineNumber> keptAbove(const Text &before, const Text &after)
{
    std::vector<LineNumber> kept(before.lineCount() + 1);
    for (const Row &row : diff::diffTexts(before, after, {.intraline = false, .moves = false}).rows) {
        if (row.kind == RowKind::Equal)
            kept[row.left] = row.right;
    }
    for (std::size_t line = 1; line < kept.size(); ++line)
        kept[line] = std::max(kept[line], kept[line - 1]);
    return kept;
}

/// One line that a patch removes or adds, and the last line of its base above it.
struct PatchLine {
    bool isAdded = false;
    LineNumber above = 0;
    std::string_view text;
};

std::vector<PatchLine> patchLines(const Text &base, const Text &head)
{
    std::vector<PatchLine> removed;
    std::vector<PatchLine> added;
    LineNumber above = 0;
    for (const Row &row : diff::diffTexts(base, head, {.intraline = false, .moves = false}).rows) {
        if (row.left != noLine) {
            if (row.kind != RowKind::Equal)
                removed.push_back({false, row.left - 1, base.rawLine(row.left)});
            above = row.left;
        }
        if (row.right != noLine && row.kind != RowKind::Equal)
            added.push_back({true, above, head.rawLine(row.right)});
    }
    removed.insert(removed.end(), added.begin(), added.end());
    return removed;
}

/// Both patches remove and add the same lines, at places that the change of the base maps onto each other. Says so for some
/// patches that a merge of the files refuses, as when a rebase went commit by commit.
bool isSamePatch(const FourTexts &texts)
{
    const Text baseA(texts.baseA);
    const Text baseB(texts.baseB);
    const Text headA(texts.headA);
    const Text headB(texts.headB);
    const auto a = patchLines(baseA, headA);
    const auto b = patchLines(baseB, headB);
    if (a.size() != b.size())
        return false;
    const auto kept = keptAbove(baseA, baseB);
    const auto keptBack = keptAbove(baseB, baseA);
    for (std::size_t i = 0; i < a.size(); ++i) {
        // Between the same two kept lines of the bases.
        if (a[i].isAdded != b[i].isAdded || a[i].text != b[i].text || kept[a[i].above] > b[i].above
            || keptBack[b[i].above] > a[i].above)
            return false;
    }
    return true;
}

/// The author's content where only somebody could decide.
Reapplied conflict(std::string headA)
{
    return {true, true, Text(std::move(headA))};
}

Result<Reapplied> reapplyContent(const git::Repository &repository, const FourSides &sides, bool isRestRight)
{
    auto texts = read(repository, sides);
    if (!texts)
        return std::unexpected(texts.error());
    if (!sides.baseB.exists() || !sides.headA.exists() || !texts->isMergeable())
        return conflict(std::move(texts->headA));
    std::optional<std::string> merged;
    for (const auto matching : {git::LineMatching::Shortest, git::LineMatching::Patience}) {
        auto text = git::mergeTexts(texts->baseA, texts->baseB, texts->headA, matching);
        if (text && *text == texts->headB)
            return Reapplied{!isRestRight, false, Text(std::move(*text))};
        if (text && !merged)
            merged = std::move(text);
    }
    if (isRestRight && sides.headB.exists() && isSamePatch(*texts))
        return Reapplied{};
    if (merged)
        return Reapplied{true, false, Text(std::move(*merged))};
    auto best =
        git::mergeTexts(texts->baseA, texts->baseB, texts->headA, git::LineMatching::Shortest, git::OnConflict::TakeTheirs);
    return conflict(best ? std::move(*best) : std::move(texts->headA));
}

} // namespace

bool isSameContent(const FileSide &a, const FileSide &b)
{
    return a.exists() == b.exists() && a.mode == b.mode && a.blob == b.blob;
}

Result<Reapplied> reapply(const git::Repository &repository, const FourSides &sides)
{
    const auto path = threeWay(sides.baseA.path, sides.baseB.path, sides.headA.path);
    const auto mode = threeWay(sides.baseA.mode, sides.baseB.mode, sides.headA.mode);
    const auto blob = threeWay(sides.baseA.blob, sides.baseB.blob, sides.headA.blob);
    const bool isGone = mode == 0U;
    const bool isRestRight = mode == sides.headB.mode && (isGone || path == sides.headB.path);
    if (blob && mode && blob == sides.headB.blob && isRestRight)
        return Reapplied{};
    if (!blob)
        return reapplyContent(repository, sides, isRestRight);
    FileSide expected = sides.headB;
    expected.blob = *blob;
    expected.mode = mode.value_or(sides.headA.mode);
    auto bytes = bytesOf(repository, blob->isNull() ? FileSide() : expected);
    if (!bytes)
        return std::unexpected(bytes.error());
    return Reapplied{true, !mode || !path, Text(std::move(*bytes))};
}

} // namespace countersign::workbench
