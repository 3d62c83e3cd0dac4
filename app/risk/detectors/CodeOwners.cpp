// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"

#include "core/Joined.h"
#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace countersign::risk
{

namespace
{

constexpr std::size_t shownCharacters = 80;
constexpr std::size_t evidenceLines = 5; ///< of a run of lines

/// One line of a CODEOWNERS file: a path pattern and who must review changes of what it matches.
struct OwnerLine {
    std::string pattern;
    std::set<std::string> owners;
};

/// Patterns end at a blank that is not escaped; a comment starts at '#'. A section header ("[Docs]") or nothing: no pattern.
OwnerLine readLine(std::string_view line)
{
    OwnerLine read;
    std::string word;
    const auto take = [&read, &word] {
        if (word.empty())
            return;
        if (read.pattern.empty())
            read.pattern = word;
        else
            read.owners.insert(word);
        word.clear();
    };
    for (std::size_t i = 0; i < line.size() && line[i] != '#'; ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            word += line[++i];
        else if (line[i] == ' ' || line[i] == '\t')
            take();
        else
            word += line[i];
    }
    take();
    return read.pattern.starts_with('[') || read.pattern.starts_with('^') ? OwnerLine() : read;
}

bool isOwnersFile(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return (slash == std::string_view::npos ? path : path.substr(slash + 1)) == "CODEOWNERS";
}

std::map<std::string, std::set<std::string>> ownersByPattern(const Text &text)
{
    std::map<std::string, std::set<std::string>> owners;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        OwnerLine read = readLine(text.line(line));
        if (!read.pattern.empty())
            owners[read.pattern] = std::move(read.owners); // the last line of a pattern counts
    }
    return owners;
}

/// Part of CI-03: a path loses the people who must review its changes.
class CodeOwners final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CI-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override;
};

std::vector<Finding> CodeOwners::inspectFile(FileContext &file, const ChangeContext &context) const
{
    std::vector<Finding> found;
    if (!file.file().delta.oldSide.exists() || !isOwnersFile(file.path(Side::Old)))
        return found;
    // The file may have moved to another of the places where it counts.
    std::map<std::string, std::set<std::string>> now;
    for (const FileChange &other : context.files) {
        if (other.delta.newSide.exists() && isOwnersFile(other.delta.newSide.path))
            now.merge(ownersByPattern(other.newText));
    }
    for (const LineNumber line : file.changedLines(Side::Old)) {
        const OwnerLine before = readLine(file.text(Side::Old).line(line));
        if (before.owners.empty())
            continue;
        const auto after = now.find(before.pattern);
        std::set<std::string> lost;
        std::ranges::set_difference(before.owners, after == now.end() ? std::set<std::string>() : after->second,
                                    std::inserter(lost, lost.end()));
        if (lost.empty())
            continue;
        const std::string pattern = safeText(before.pattern, shownCharacters);
        const std::string people = safeText(joined(lost), shownCharacters);
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::Critical;
        finding.file = file.path(Side::Old);
        finding.side = Side::Old;
        finding.startLine = finding.endLine = line;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Required reviewers removed: %1 loses %2"), {pattern, people});
        finding.why = Message(QT_TRANSLATE_NOOP("app", "Changes of these files no longer wait for the people who know them."));
        finding.check = Message(QT_TRANSLATE_NOOP("app", "Did the owners agree, and who reviews these files from now on?"));
        const Row &row = file.rowOf(Side::Old, line);
        const OwnerLine beside = row.right == noLine ? OwnerLine() : readLine(file.text(Side::New).line(row.right));
        finding.evidence.push_back(
            Message(QT_TRANSLATE_NOOP("app", "Removed: %1"), {safeText(file.text(Side::Old).line(line), 2 * shownCharacters)}));
        if (after != now.end() && !after->second.empty()) {
            finding.severity = Severity::High;
            finding.counterEvidence.push_back(
                Message(QT_TRANSLATE_NOOP("app", "Others still own it: %1"), {safeText(joined(after->second), shownCharacters)}));
        } else if (after == now.end() && beside.owners == before.owners) {
            finding.severity = Severity::Medium;
            finding.counterEvidence.push_back(
                Message(QT_TRANSLATE_NOOP("app", "The same people own now: %1"), {safeText(beside.pattern, shownCharacters)}));
        }
        // A run of lines is one finding, named after its first.
        if (!found.empty() && found.back().endLine + 1 == line && found.back().severity == finding.severity) {
            found.back().endLine = line;
            if (found.back().evidence.size() < evidenceLines)
                found.back().evidence.push_back(finding.evidence.front());
            continue;
        }
        found.push_back(std::move(finding));
    }
    return found;
}

} // namespace

std::unique_ptr<Detector> makeCodeOwners()
{
    return std::make_unique<CodeOwners>();
}

} // namespace countersign::risk
