// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "LockedPackages.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace countersign::risk
{

namespace
{

/// The lock file that belongs to a manifest.
struct Lock {
    std::string path;
    std::multimap<std::string, std::string> versions; ///< name -> version
};

/// Lock files of the nearest folder that has one.
std::vector<Lock> locksOf(std::string_view manifest, const ChangeContext &context)
{
    std::vector<Lock> locks;
    for (std::string_view folder = folderOf(manifest);; folder = folderOf(folder)) {
        for (const std::string_view name : lockNames(manifest)) {
            const std::string path = joinPath(folder, name);
            const auto *packages = context.facts<LockedPackages>().atHead(path);
            if (!packages)
                continue;
            Lock lock{path, {}};
            for (const LockedPackage &one : *packages)
                lock.versions.emplace(one.name, one.version);
            if (!lock.versions.empty())
                locks.push_back(std::move(lock));
        }
        if (!locks.empty() || folder.empty())
            return locks;
    }
}

/// The number before the first dot of "^2.3.1", "~2.3", "v2.0.0"; empty where the requirement leaves it open.
std::string majorOf(std::string_view requirement)
{
    static const RE2 major(R"(^\s*(?:\^|~|==|=|v)?\s*(\d+)(?:\.\d+)*[\w.+-]*\s*$)", patternOptions());
    std::string number;
    RE2::FullMatch(pieceOf(requirement), major, &number);
    return number;
}

bool isExact(std::string_view requirement, std::string_view manifest)
{
    static const RE2 exact(R"(^\s*(?:==|=|v)?\s*\d+\.\d+\.\d+[\w.+-]*\s*$)", patternOptions());
    // A bare version is a range in Cargo.toml.
    return RE2::FullMatch(pieceOf(requirement), exact) && (!manifest.ends_with("Cargo.toml") || requirement.starts_with('='));
}

std::string bareVersion(std::string_view requirement)
{
    const std::size_t first = requirement.find_first_of("0123456789");
    return std::string(first == std::string_view::npos ? requirement : requirement.substr(first));
}

bool fits(const Lock &lock, const Dependency &wanted, std::string_view manifest)
{
    const auto [first, last] = lock.versions.equal_range(wanted.name);
    if (first == last)
        return false;
    const std::string major = majorOf(wanted.requirement);
    const bool exact = isExact(wanted.requirement, manifest);
    return std::any_of(first, last, [&](const auto &entry) {
        const std::string version = bareVersion(entry.second);
        return version.empty()
            || (exact ? version == bareVersion(wanted.requirement)
                      : major.empty() || majorOf(version).empty() || majorOf(version) == major);
    });
}

/// DEP-01: the manifest and what is installed disagree, or what is installed is no longer checked.
class LockFiles final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        const FileDelta &delta = file.file().delta;
        if (!delta.newSide.exists() || (file.changedLines(Side::New).empty() && file.changedLines(Side::Old).empty()))
            return {};
        if (lockKind(delta.newSide.path) != Ecosystem::None && delta.oldSide.exists())
            return inLock(file, context.facts<LockedPackages>());
        return lockNames(delta.newSide.path).empty() ? std::vector<Finding>() : inManifest(file, context);
    }

private:
    [[nodiscard]] std::vector<Finding> inManifest(const FileContext &file, const ChangeContext &context) const
    {
        std::vector<Finding> found;
        std::vector<NewDependency> fresh = newDependencies(file.file());
        std::erase_if(fresh, [](const NewDependency &one) { return one.dependency.isLocal; });
        if (fresh.empty())
            return found;
        const std::string &path = file.path(Side::New);
        const std::vector<Lock> locks = locksOf(path, context);
        for (const NewDependency &one : fresh) {
            const bool agrees =
                locks.empty() || std::ranges::any_of(locks, [&](const Lock &lock) { return fits(lock, one.dependency, path); });
            if (agrees)
                continue;
            const auto locked = locks.front().versions.find(one.dependency.name);
            Finding finding = makeFinding(
                {rule(), Severity::High,
                 Message(QT_TRANSLATE_NOOP("app", "The manifest and the lock file disagree: %1"),
                         {shownMatch(one.dependency.name)}),
                 Message(QT_TRANSLATE_NOOP(
                     "app", "Either the build stops, or it installs something that nobody tried and no hash protects.")),
                 Message(QT_TRANSLATE_NOOP("app",
                                           "Was the package manager run, and its lock file committed? Does the package exist?"))},
                file, {Side::New, one.dependency.line, one.dependency.line});
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Asked for: %1 %2"),
                                          std::vector{shownMatch(one.dependency.name), shownMatch(one.dependency.requirement)});
            finding.evidence.push_back(
                locked == locks.front().versions.end()
                    ? Message(QT_TRANSLATE_NOOP("app", "%1 does not have it."), {shownMatch(locks.front().path)})
                    : Message(QT_TRANSLATE_NOOP("app", "%1 has version %2."),
                              {shownMatch(locks.front().path), shownMatch(locked->second)}));
            lowerByPath(finding, file);
            found.push_back(std::move(finding));
        }
        return found;
    }

    [[nodiscard]] std::vector<Finding> inLock(const FileContext &file, const LockedPackages &packages) const
    {
        std::vector<Finding> found;
        std::multimap<std::pair<std::string_view, std::string_view>, const LockedPackage *> before;
        for (const LockedPackage &one : packages.of(file.file(), Side::Old))
            before.emplace(std::pair(std::string_view(one.name), std::string_view(one.version)), &one);
        for (const LockedPackage &now : packages.of(file.file(), Side::New)) {
            const auto [first, last] = before.equal_range({now.name, now.version});
            if (first == last || !touchesEither(file, now, *first->second)
                || std::any_of(first, last, [&now](const auto &was) { return isCovered(was.second->integrity, now.integrity); }))
                continue;
            const LockedPackage &was = *first->second;
            const bool isGone = now.integrity.empty();
            Finding finding = makeFinding(
                {rule(), Severity::High,
                 isGone ? Message(QT_TRANSLATE_NOOP("app", "The hash of a package is removed: %1 %2"),
                                  {shownMatch(now.name), shownMatch(now.version)})
                        : Message(QT_TRANSLATE_NOOP("app", "The same version of a package has other content: %1 %2"),
                                  {shownMatch(now.name), shownMatch(now.version)}),
                 isGone ? Message(QT_TRANSLATE_NOOP(
                              "app", "Whatever a registry or a proxy hands out under this name is installed unchecked."))
                        : Message(QT_TRANSLATE_NOOP(
                              "app", "A released version never changes; another hash means another registry or a forgery.")),
                 Message(QT_TRANSLATE_NOOP(
                     "app", "Which command wrote this? Compare with a lock file that is made anew from the official registry."))},
                file, isGone ? Span{Side::Old, was.last, was.last} : Span{Side::New, now.last, now.last});
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownMatch(was.integrity)});
            if (!isGone)
                finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"), std::vector{shownMatch(now.integrity)});
            found.push_back(std::move(finding));
        }
        return found;
    }

    static bool touchesEither(const FileContext &file, const LockedPackage &now, const LockedPackage &was)
    {
        return touches(file, {Side::New, now.line, now.last}) || touches(file, {Side::Old, was.line, was.last});
    }

    /// One of the old hashes still stands, there was none, or another kind of hash came (of which nothing can be said).
    static bool isCovered(std::string_view was, std::string_view now)
    {
        if (was.empty())
            return true;
        for (std::size_t at = 0; at < was.size();) {
            const std::size_t end = was.find(' ', at);
            if (now.contains(was.substr(at, end - at)))
                return true;
            at = end + 1;
        }
        const auto kind = [](std::string_view hash) {
            const std::size_t end = hash.find_first_of("-:/");
            return end == std::string_view::npos ? std::string_view() : hash.substr(0, end);
        };
        const bool sameLength = was.find(' ') == now.find(' ');
        return !now.empty() && (kind(was) != kind(now) || !sameLength);
    }
};

} // namespace

std::unique_ptr<Detector> makeLockFiles()
{
    return std::make_unique<LockFiles>();
}

} // namespace countersign::risk
