// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Transition.h"

#include "core/Sha256.h"
#include "diff/Diff.h"
#include "diff/FileLoader.h"
#include "git/Repository.h"
#include "impact/Footprint.h"
#include "impact/Interactions.h"
#include "risk/Engine.h"
#include "risk/HeadFiles.h"
#include "risk/MeetingRisks.h"
#include "risk/RuleSet.h"
#include "support/RepositoryBuilder.h"

#include <QtGlobal>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

namespace countersign::testing
{

namespace
{

FileSide side(const std::string &path, const std::string &content)
{
    const std::string digest = sha256(content);
    return {path, Oid::fromRaw(reinterpret_cast<const unsigned char *>(digest.data())), 0100644, content.size()};
}

FileChange fileChange(DeltaStatus status, const FileSide &oldSide, const FileSide &newSide, const std::string &before,
                      const std::string &after)
{
    FileChange file;
    file.delta = {status, FileKind::Text, oldSide, newSide, status == DeltaStatus::Renamed ? 80 : 0};
    file.oldText = Text(before);
    file.newText = Text(after);
    file.rows = diff::diffTexts(file.oldText, file.newText);
    file.fileClass = classify(file.path(), newSide.exists() ? after : before);
    return file;
}

const risk::RuleSet &builtInRules()
{
    static const auto rules = risk::RuleSet::builtIn();
    if (!rules)
        qFatal("built-in rules: %s (%s)", rules.error().what.english().c_str(), rules.error().where.c_str());
    return **rules;
}

/// Files that a test wrote down.
class WrittenFiles final : public risk::HeadFiles
{
public:
    WrittenFiles(Files changed, const Files &around)
        : m_files(std::move(changed))
    {
        m_files.insert(around.begin(), around.end());
        for (const auto &[path, content] : m_files)
            m_paths.push_back(path);
    }
    const std::vector<std::string> &paths() const override { return m_paths; }
    bool exists(std::string_view path) const override
    {
        return std::ranges::any_of(m_paths, [path](const std::string &one) {
            return one == path || (one.starts_with(path) && one.substr(path.size()).starts_with('/'));
        });
    }
    std::optional<std::string> content(std::string_view path) const override
    {
        const auto found = m_files.find(std::string(path));
        return found == m_files.end() ? std::nullopt : std::optional(found->second);
    }

private:
    Files m_files;
    std::vector<std::string> m_paths;
};

class WrittenPasts final : public risk::FilePasts
{
public:
    explicit WrittenPasts(const Pasts &pasts)
        : m_pasts(pasts)
    {
    }
    std::optional<risk::FilePast> of(std::string_view path) const override
    {
        const auto found = m_pasts.find(path);
        return found == m_pasts.end() ? std::nullopt : std::optional(found->second);
    }

private:
    const Pasts &m_pasts;
};

/// "app/views.py revisions=9 fixes=6 owner=Ada:8 author=0"
std::pair<std::string, risk::FilePast> pastFrom(const std::string &text)
{
    std::istringstream in(text);
    std::pair<std::string, risk::FilePast> past;
    in >> past.first;
    for (std::string field; in >> field;) {
        const std::size_t equals = field.find('=');
        const std::string name = field.substr(0, equals);
        const std::string value = field.substr(equals + 1);
        if (name == "owner") {
            past.second.owner = value.substr(0, value.find(':'));
            past.second.ownerRevisions = static_cast<std::uint32_t>(std::stoul(value.substr(value.find(':') + 1)));
        } else {
            auto &number = name == "revisions" ? past.second.revisions
                : name == "fixes"              ? past.second.fixes
                                               : past.second.authorRevisions;
            number = static_cast<std::uint32_t>(std::stoul(value));
        }
    }
    return past;
}

} // namespace

std::vector<FileChange> fileChanges(const Files &before, const Files &after, const Renames &renames)
{
    std::vector<FileChange> files;
    std::set<std::string> renamedTo;
    for (const auto &[path, oldContent] : before) {
        const auto rename = renames.find(path);
        const std::string &newPath = rename == renames.end() ? path : rename->second;
        const auto now = after.find(newPath);
        if (now == after.end()) {
            files.push_back(fileChange(DeltaStatus::Deleted, side(path, oldContent), {}, oldContent, {}));
        } else if (rename != renames.end()) {
            renamedTo.insert(newPath);
            files.push_back(
                fileChange(DeltaStatus::Renamed, side(path, oldContent), side(newPath, now->second), oldContent, now->second));
        } else if (now->second != oldContent) {
            files.push_back(
                fileChange(DeltaStatus::Modified, side(path, oldContent), side(path, now->second), oldContent, now->second));
        }
    }
    for (const auto &[path, content] : after) {
        if (!before.contains(path) && !renamedTo.contains(path))
            files.push_back(fileChange(DeltaStatus::Added, {}, side(path, content), {}, content));
    }
    std::ranges::sort(files, {}, [](const FileChange &file) { return file.path(); });
    diff::markMovesAcrossFiles(files);
    return files;
}

std::vector<Finding> findings(const Files &before, const Files &after, const Change &change, const Renames &renames,
                              const Files &around, const Pasts &pasts)
{
    const std::vector<FileChange> files = fileChanges(before, after, renames);
    const WrittenFiles head(after, around);
    const WrittenPasts history(pasts);
    auto found = risk::findRisks(builtInRules(), change, files, {}, {}, {}, 1, &head, &history);
    if (!found)
        qFatal("findRisks: %s", found.error().what.english().c_str());
    return std::move(*found);
}

std::vector<Finding> findings(std::string_view rule, const Files &before, const Files &after, const Change &change,
                              const Renames &renames, const Files &around, const Pasts &pasts)
{
    std::vector<Finding> found = findings(before, after, change, renames, around, pasts);
    std::erase_if(found, [rule](const Finding &finding) { return finding.rule != rule; });
    return found;
}

std::string summary(const std::vector<Finding> &found)
{
    std::string out;
    for (const Finding &finding : found) {
        out += finding.rule;
        out.append(" ").append(name(finding.severity)).append(" ").append(name(finding.side));
        out.append(" ").append(finding.file).append(":").append(std::to_string(finding.startLine));
        if (finding.endLine != finding.startLine)
            out.append("-").append(std::to_string(finding.endLine));
        out += '\n';
    }
    return out;
}

std::vector<Finding> meetings(const TransitionCase &seeded)
{
    if (seeded.otherBefore.empty() && seeded.otherAfter.empty())
        return {};
    static const test::RepositoryBuilder empty; // texts are merged from its blobs; it has none, so nothing conflicts
    static const auto repository = git::Repository::open(empty.path());
    if (!repository)
        qFatal("no repository");
    const auto pointers = [](const std::vector<FileChange> &files) {
        std::vector<const FileChange *> all;
        for (const FileChange &file : files)
            all.push_back(&file);
        return all;
    };
    const auto files = fileChanges(seeded.before, seeded.after, seeded.renames);
    const auto otherFiles = fileChanges(seeded.otherBefore, seeded.otherAfter);
    Change own = seeded.change;
    own.head = Oid::fromHex(std::string(40, '1')).value();
    Change other;
    other.id = "#7";
    other.head = Oid::fromHex(std::string(40, '2')).value();
    const impact::Footprint here = impact::footprintOf(own, pointers(files));
    const impact::Footprint there = impact::footprintOf(other, pointers(otherFiles));
    const std::vector<const impact::Footprint *> both{&here, &there};
    const auto found = impact::findInteractions(*repository, both);
    return found ? risk::meetingRisks(found->front(), pointers(files)) : std::vector<Finding>();
}

std::vector<TransitionCase> readTransitions(const std::string &name)
{
    std::ifstream in(std::filesystem::path(COUNTERSIGN_TRANSITIONS) / name);
    if (!in)
        qFatal("%s: cannot be read", name.c_str());
    std::vector<TransitionCase> cases;
    std::string oldPath;
    std::string newPath;
    std::string aroundPath;
    bool expectationSeen = true;
    bool isOther = false;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const auto rest = [&line](std::size_t from) { return line.size() > from ? line.substr(from) : std::string(); };
        if (line.starts_with("# ")) {
            if (!expectationSeen)
                qFatal("%s:%d: the case before has no expectation", name.c_str(), number);
            cases.push_back({.name = rest(2),
                             .change = {},
                             .before = {},
                             .after = {},
                             .renames = {},
                             .around = {},
                             .pasts = {},
                             .otherBefore = {},
                             .otherAfter = {},
                             .expected = {}});
            isOther = false;
            aroundPath.clear();
            oldPath.clear();
            expectationSeen = false;
        } else if (cases.empty() || (line.empty() && (expectationSeen || oldPath.empty()))) {
            continue; // introduction of the file, or a blank line between cases
        } else if (line.starts_with("title: ")) {
            cases.back().change.title = rest(7);
        } else if (line.starts_with("body: ")) {
            cases.back().change.body += rest(6) + '\n';
        } else if (line.starts_with("past: ")) {
            cases.back().pasts.insert(pastFrom(rest(6)));
        } else if (line.starts_with("@@ ")) {
            aroundPath = rest(3);
            oldPath.clear();
        } else if (!aroundPath.empty() && line.starts_with(' ')) {
            cases.back().around[aroundPath] += rest(1) + '\n';
        } else if (line.starts_with("@other ")) {
            aroundPath.clear();
            isOther = true;
            oldPath = newPath = rest(7);
        } else if (line.starts_with("@ ")) {
            aroundPath.clear();
            isOther = false;
            const std::size_t arrow = line.find(" -> ");
            oldPath = line.substr(2, arrow == std::string::npos ? arrow : arrow - 2);
            newPath = arrow == std::string::npos ? oldPath : line.substr(arrow + 4);
            if (oldPath != newPath)
                cases.back().renames[oldPath] = newPath;
        } else if (line.starts_with("= ")) {
            expectationSeen = true;
            if (line != "= silent")
                cases.back().expected += rest(2) + '\n';
        } else if (!oldPath.empty() && (line.empty() || line[0] == ' ' || line[0] == '-' || line[0] == '+')) {
            const char mark = line.empty() ? ' ' : line[0];
            if (mark != '+')
                (isOther ? cases.back().otherBefore : cases.back().before)[oldPath] += rest(1) + '\n';
            if (mark != '-')
                (isOther ? cases.back().otherAfter : cases.back().after)[newPath] += rest(1) + '\n';
        } else {
            qFatal("%s:%d: not a line of a transition: %s", name.c_str(), number, line.c_str());
        }
    }
    if (!expectationSeen)
        qFatal("%s: the last case has no expectation", name.c_str());
    return cases;
}

std::vector<std::string> transitionFiles()
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(COUNTERSIGN_TRANSITIONS)) {
        if (entry.path().extension() == ".txt")
            names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace countersign::testing
