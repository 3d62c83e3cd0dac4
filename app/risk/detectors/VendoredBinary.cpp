// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <string>

namespace countersign::risk
{

namespace
{

bool isProgram(std::string_view path)
{
    static const RE2 program(
        R"((?i)\.(?:jar|war|ear|class|dll|exe|msi|so(?:\.\d+)*|dylib|a|lib|o|obj|wasm|whl|egg|pyc|pyd|node|apk|ipa|deb|rpm|dmg|pkg|)"
        R"(nupkg|gem|crate|tgz|tar\.gz|zip|7z|bin|ko|sys)$)",
        patternOptions());
    static const RE2 wrapper(R"((?:^|/)(?:gradle/wrapper/gradle-wrapper\.jar|\.mvn/wrapper/maven-wrapper\.jar)$)",
                             patternOptions());
    return RE2::PartialMatch(pieceOf(path), program) && !RE2::PartialMatch(pieceOf(path), wrapper);
}

bool isMinified(const FileChange &file)
{
    constexpr std::size_t longLine = 2'000; // people do not write such lines
    static const RE2 byName(R"((?i)\.min\.(?:js|mjs|cjs)$|\.bundle\.js$)", patternOptions());
    const std::string &path = file.delta.newSide.path;
    if (RE2::PartialMatch(path, byName))
        return true;
    if (!path.ends_with(".js") && !path.ends_with(".mjs") && !path.ends_with(".cjs"))
        return false;
    const Text &text = file.newText;
    return text.lineCount() > 0 && text.bytes().size() / text.lineCount() > longLine;
}

/// DEP-06: code comes in that nobody can read.
class VendoredBinary final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-06"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        const FileDelta &delta = file.file().delta;
        if (!delta.newSide.exists() || delta.status == DeltaStatus::Renamed || delta.oldSide.blob == delta.newSide.blob
            || delta.kind == FileKind::Submodule || delta.kind == FileKind::Symlink || delta.kind == FileKind::Image)
            return {};
        const bool program = isProgram(delta.newSide.path);
        const bool wasReadable = delta.oldSide.exists() && !program && isReadable(file);
        if ((!program && !isMinified(file.file())) || onlyMoved(delta, context))
            return {};
        if (delta.oldSide.exists() && !program && !wasReadable && file.changedLines(Side::New).empty())
            return {};
        const LineNumber last = std::max<LineNumber>(1, file.text(Side::New).lineCount());
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             program
                 ? Message(QT_TRANSLATE_NOOP("app", "A program comes in as a binary file: %1"), {shownMatch(delta.newSide.path)})
                 : Message(QT_TRANSLATE_NOOP("app", "Code comes in that nobody can read: %1"), {shownMatch(delta.newSide.path)}),
             Message(QT_TRANSLATE_NOOP("app", "No review, no scanner and no update of dependencies looks inside.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Where was it built, from which source? Compare its hash with the publisher's, or build it here."))},
            file, {Side::New, 1, last});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1 bytes, blob %2"),
                                      std::vector{std::to_string(delta.newSide.size), delta.newSide.blob.shortHex(12)});
        lowerByPath(finding, file);
        return {std::move(finding)};
    }

private:
    static bool isReadable(const FileContext &file)
    {
        FileChange before;
        before.delta.newSide.path = file.path(Side::Old);
        before.newText = file.text(Side::Old);
        return !isMinified(before);
    }

    /// The very bytes left another place.
    static bool onlyMoved(const FileDelta &delta, const ChangeContext &context)
    {
        return std::ranges::any_of(context.files, [&delta](const FileChange &other) {
            return other.delta.oldSide.exists() && other.delta.oldSide.blob == delta.newSide.blob;
        });
    }
};

} // namespace

std::unique_ptr<Detector> makeVendoredBinary()
{
    return std::make_unique<VendoredBinary>();
}

} // namespace countersign::risk
