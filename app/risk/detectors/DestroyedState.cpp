// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "StatefulTypes.h"
#include "TerraformBlocks.h"

#include "core/SafeText.h"
#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

std::string folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
}

/// Every Terraform block of the changed files, by folder: a folder is a module, and has each address once.
struct TerraformChange {
    explicit TerraformChange(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (!file.delta.newSide.exists() || !isTerraform(file.delta.newSide.path))
                continue;
            for (TerraformBlock &block : terraformBlocks(file.newText)) {
                const std::string folder = folderOf(file.delta.newSide.path);
                if (!block.from.empty())
                    moved.insert(block.from);
                else
                    standing[folder].insert(block.address());
            }
        }
    }

    std::map<std::string, std::set<std::string>> standing; ///< folder -> addresses on the new side
    std::set<std::string> moved; ///< what a "moved" or a keeping "removed" block names
};

/// The resource of the same type that came in where this one went.
std::string replacementOf(const FileContext &file, const TerraformBlock &gone, const std::set<std::string> &standing)
{
    for (LineNumber line = gone.first; line <= gone.last; ++line) {
        const LineNumber right = file.rowOf(Side::Old, line).right;
        if (right == noLine)
            continue;
        for (const TerraformBlock &block : terraformBlocks(file.text(Side::New))) {
            if (block.first <= right && right <= block.last && block.type == gone.type && block.address() != gone.address()
                && standing.contains(block.address()))
                return block.address();
        }
        return {};
    }
    return {};
}

/// DST-01: the next apply deletes something that holds data.
class DestroyedState final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        if (!file.file().delta.oldSide.exists() || file.changedLines(Side::Old).empty())
            return {};
        const std::string &path = file.path(Side::Old);
        if (isTerraform(path))
            return inTerraform(file, context.facts<TerraformChange>());
        if (path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".template"))
            return inCloudFormation(file);
        return {};
    }

private:
    [[nodiscard]] std::vector<Finding> inTerraform(const FileContext &file, const TerraformChange &change) const
    {
        std::vector<Finding> found;
        const auto folder = change.standing.find(folderOf(file.path(Side::New)));
        static const std::set<std::string> none;
        const auto &standing = folder == change.standing.end() ? none : folder->second;
        for (const TerraformBlock &block : terraformBlocks(file.text(Side::Old))) {
            const Span span{Side::Old, block.first, block.last};
            if (!block.from.empty() || !holdsState(block) || !touches(file, span) || standing.contains(block.address())
                || change.moved.contains(block.address()))
                continue;
            found.push_back(say(file, span, block.address(), replacementOf(file, block, standing)));
        }
        return found;
    }

    /// Resources of a stack: "Ledger:" with "Type: AWS::RDS::DBInstance" below it.
    [[nodiscard]] std::vector<Finding> inCloudFormation(const FileContext &file) const
    {
        static const RE2 type(R"(^\s+Type:\s*["']?(AWS::[\w:]+))", patternOptions());
        static const RE2 retain(R"(^\s+DeletionPolicy:\s*["']?(?:Retain|Snapshot))", patternOptions());
        std::vector<Finding> found;
        const Text &text = file.text(Side::Old);
        for (const LineNumber line : file.changedLines(Side::Old)) {
            std::string name;
            if (!RE2::PartialMatch(pieceOf(text.line(line)), type, &name) || !isStatefulCloudFormationType(name))
                continue;
            const LineNumber header = enclosingHeader(text, line);
            if (header == noLine || stands(file.text(Side::New), folded(text.line(header))))
                continue;
            const Span span{Side::Old, header, endOfIndented(text, header)};
            bool isKept = false;
            for (LineNumber inside = span.first; inside <= span.last; ++inside)
                isKept |= RE2::PartialMatch(pieceOf(text.line(inside)), retain);
            if (!isKept)
                found.push_back(say(file, span, name + " " + folded(text.line(header)), {}));
        }
        return found;
    }

    static bool stands(const Text &text, std::string_view header)
    {
        for (LineNumber line = 1; line <= text.lineCount(); ++line) {
            if (folded(text.line(line)) == header)
                return true;
        }
        return false;
    }

    static LineNumber endOfIndented(const Text &text, LineNumber header)
    {
        const auto indent = text.line(header).find_first_not_of(' ');
        LineNumber last = header;
        for (LineNumber line = header + 1; line <= text.lineCount(); ++line) {
            const auto here = text.line(line).find_first_not_of(' ');
            if (here != std::string_view::npos && here <= indent)
                break;
            if (here != std::string_view::npos)
                last = line;
        }
        return last;
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, const std::string &address,
                              const std::string &replacement) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical,
             replacement.empty()
                 ? Message(QT_TRANSLATE_NOOP("app", "A resource that holds data is deleted: %1"), {shownMatch(address)})
                 : Message(QT_TRANSLATE_NOOP("app", "A resource that holds data is deleted and made anew, empty: %1 becomes %2"),
                           {shownMatch(address), shownMatch(replacement)}),
             Message(QT_TRANSLATE_NOOP("app", "The next apply destroys it with its data; automated backups often go with it.")),
             Message(QT_TRANSLATE_NOOP("app",
                                       "Is it meant to go? If it only got another name, a “moved” block keeps it. Is there a "
                                       "backup that was restored once?"))},
            file, span);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(span.first))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "No “moved” or “removed” block of this change names it."));
        static const RE2 passing(R"((?i)(?:^|[/_.-])(?:dev|test|tests|testing|staging|preview|ephemeral|scratch)(?:[/_.-]|$))",
                                 patternOptions());
        if (isSamplePath(file.path(Side::Old)) || file.file().fileClass == FileClass::Test)
            lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        else if (RE2::PartialMatch(file.path(Side::Old), passing))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The path does not name production.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeDestroyedState()
{
    return std::make_unique<DestroyedState>();
}

} // namespace countersign::risk
