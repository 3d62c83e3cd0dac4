// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include "core/SafeText.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace countersign::risk
{

namespace
{

constexpr std::size_t window = 5; ///< lines that make a block
constexpr std::size_t shortestBlock = 120; ///< bytes of code in them; less is boilerplate
constexpr std::size_t mostFiles = 200; ///< of a change that one person wrote; a longer range is history
constexpr std::size_t mostWindows = 20'000; ///< of one change
constexpr std::size_t mostNeighbours = 200; ///< files at the head that are compared
constexpr std::size_t largestFile = 512U << 10U;
constexpr std::size_t mostFindings = 3; ///< of one change

struct CodeLine {
    LineNumber number = noLine;
    std::size_t hash = 0;
    std::size_t bytes = 0;
};

/// The lines of code of a text, without white space; imports and single brackets are left out.
std::vector<CodeLine> codeOf(const Text &text, std::string_view path)
{
    static const RE2 boilerplate(
        R"(^\s*(?:import|from|using|use|#include|package|require|export\s+\*|@Override|end|else|try|break|default|pass)\b)",
        patternOptions());
    constexpr std::size_t shortestLine = 4;
    std::vector<CodeLine> lines;
    for (LineNumber number = 1; number <= text.lineCount(); ++number) {
        std::string code = bareCode(text.line(number), path);
        if (RE2::PartialMatch(code, boilerplate))
            continue;
        if (code.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        code = text.line(number).substr(0, longestCodeLine);
        std::erase_if(code, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
        if (code.size() >= shortestLine)
            lines.push_back({number, std::hash<std::string>()(code), code.size()});
    }
    return lines;
}

std::size_t hashOf(std::span<const CodeLine> lines)
{
    std::size_t hash = lines.size();
    for (const CodeLine &line : lines)
        hash = hash * 1'000'003U ^ line.hash;
    return hash;
}

/// Calls @p visit with the hash and place of every block of the text.
void eachBlock(const std::vector<CodeLine> &lines,
               const std::function<void(std::size_t hash, LineNumber first, LineNumber last)> &visit)
{
    for (std::size_t i = 0; i + window <= lines.size(); ++i) {
        const std::span block(lines.data() + i, window);
        std::size_t bytes = 0;
        for (const CodeLine &line : block)
            bytes += line.bytes;
        if (bytes >= shortestBlock)
            visit(hashOf(block), block.front().number, block.back().number);
    }
}

struct Block {
    const FileChange *file = nullptr;
    LineNumber first = noLine;
    LineNumber last = noLine;
};

struct Twin {
    std::string path;
    LineNumber line = noLine;
    bool isFixed = false; ///< this change edits it there
};

/// SCP-05: a block that stands elsewhere was added again.
class CopiedBlocks final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-05"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        if (context.files.size() > mostFiles)
            return {};
        std::unordered_map<std::size_t, Block> added;
        for (const FileChange &file : context.files) {
            if (file.fileClass == FileClass::Code && file.rows.added >= window && file.newText.bytes().size() <= largestFile)
                collect(file, added);
        }
        if (added.empty())
            return {};
        std::map<std::pair<std::string, LineNumber>, std::pair<Block, Twin>> copies; // by place of the copy
        for (const FileChange &file : context.files)
            compareWith(file, added, copies);
        compareWithHead(context, added, copies);
        return sayAll(copies);
    }

private:
    using Added = std::unordered_map<std::size_t, Block>;
    using Copies = std::map<std::pair<std::string, LineNumber>, std::pair<Block, Twin>>;

    static void collect(const FileChange &file, Added &added)
    {
        std::vector<bool> isNew(file.newText.lineCount() + 1);
        for (const Row &row : file.rows.rows) {
            if (row.right != noLine && row.kind == RowKind::Added)
                isNew[row.right] = true;
        }
        eachBlock(codeOf(file.newText, file.path()), [&](std::size_t hash, LineNumber first, LineNumber last) {
            bool isAdded = added.size() < mostWindows;
            for (LineNumber line = first; isAdded && line <= last; ++line)
                isAdded = isNew[line] || isBare(file.newText.line(line), file.path());
            if (isAdded)
                added.try_emplace(hash, Block{&file, first, last});
        });
    }

    static void note(const Added &added, std::size_t hash, const std::string &path, LineNumber line, bool isFixed, bool isOld,
                     Copies &copies)
    {
        const auto same = added.find(hash);
        if (same == added.end())
            return;
        const Block &block = same->second;
        const bool isItself = !isOld && path == block.file->path() && line <= block.last && line + window > block.first;
        if (!isItself)
            copies.try_emplace({block.file->path(), block.first}, block, Twin{path, line, isFixed});
    }

    /// The texts of a changed file: what stands in it now, and what this change edits in it.
    static void compareWith(const FileChange &file, const Added &added, Copies &copies)
    {
        if (!isHandWritten(file.fileClass) || file.fileClass == FileClass::Test
            || std::max(file.newText.bytes().size(), file.oldText.bytes().size()) > largestFile)
            return;
        std::set<LineNumber> edited;
        for (const Row &row : file.rows.rows) {
            if (row.kind == RowKind::Changed)
                edited.insert(row.left);
        }
        if (!edited.empty()) {
            eachBlock(codeOf(file.oldText, file.path()), [&](std::size_t hash, LineNumber first, LineNumber last) {
                const auto within = edited.lower_bound(first);
                if (within != edited.end() && *within <= last)
                    note(added, hash, file.delta.oldSide.path, first, true, true, copies);
            });
        }
        eachBlock(codeOf(file.newText, file.path()), [&](std::size_t hash, LineNumber first, LineNumber) {
            note(added, hash, file.path(), first, false, false, copies);
        });
    }

    /// The nearest unchanged files of the same kind.
    static void compareWithHead(const ChangeContext &context, const Added &added, Copies &copies)
    {
        if (!context.head)
            return;
        std::set<std::string_view> changed;
        std::set<std::string_view> folders;
        std::set<std::string_view> endings;
        for (const FileChange &file : context.files)
            changed.insert(file.path());
        for (const auto &[hash, block] : added) {
            const std::string_view path = block.file->path();
            folders.insert(path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/')));
            endings.insert(path.substr(std::min(path.size(), path.rfind('.'))));
        }
        std::size_t read = 0;
        for (const std::string &path : context.head->paths()) {
            const std::string_view folder =
                std::string_view(path).substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
            if (!folders.contains(folder) || changed.contains(path) || path.rfind('.') == std::string::npos
                || !endings.contains(std::string_view(path).substr(path.rfind('.'))) || ++read > mostNeighbours)
                continue;
            auto content = context.head->content(path);
            if (!content || content->size() > largestFile)
                continue;
            const Text text(std::move(*content));
            eachBlock(codeOf(text, path), [&](std::size_t hash, LineNumber first, LineNumber) {
                note(added, hash, path, first, false, false, copies);
            });
        }
    }

    /// Blocks that follow each other are one copy.
    [[nodiscard]] std::vector<Finding> sayAll(const Copies &copies) const
    {
        std::vector<Finding> found;
        std::vector<std::pair<Block, Twin>> joined;
        for (const auto &[place, copy] : copies) {
            const bool follows = !joined.empty() && joined.back().first.file == copy.first.file
                && copy.first.first <= joined.back().first.last + 1;
            if (follows) {
                joined.back().first.last = std::max(joined.back().first.last, copy.first.last);
                joined.back().second = joined.back().second.isFixed ? joined.back().second
                    : copy.second.isFixed                           ? copy.second
                                                                    : joined.back().second;
            } else {
                joined.push_back(copy);
            }
        }
        std::ranges::stable_sort(joined, [](const auto &a, const auto &b) { return a.second.isFixed && !b.second.isFixed; });
        for (const auto &[block, twin] : joined) {
            if (found.size() < mostFindings)
                found.push_back(say(block, twin));
            else
                found.back().evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1, line %2"),
                                                   std::vector{safeText(block.file->path(), 120), std::to_string(block.first)});
        }
        return found;
    }

    [[nodiscard]] Finding say(const Block &block, const Twin &twin) const
    {
        const FileContext file(*block.file);
        const std::string place = safeText(twin.path, 120) + ":" + std::to_string(twin.line);
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             twin.isFixed ? Message(QT_TRANSLATE_NOOP("app", "A copy of lines that this very change corrects at %1"), {place})
                          : Message(QT_TRANSLATE_NOOP("app", "The same lines stand at %1"), {place}),
             twin.isFixed ? Message(QT_TRANSLATE_NOOP("app", "What was wrong there is now wrong here."))
                          : Message(QT_TRANSLATE_NOOP("app", "The next correction will be made in one of the two.")),
             Message(QT_TRANSLATE_NOOP("app", "Can both use the same function?")), Axis::Likelihood},
            file, {Side::New, block.first, block.last});
        if (isSamplePath(block.file->path()))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeCopiedBlocks()
{
    return std::make_unique<CopiedBlocks>();
}

} // namespace countersign::risk
