// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "ImportTargets.h"
#include "MakeFinding.h"
#include "NewDependencies.h"
#include "StandardModules.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

/// What the manifests at the head name, per ecosystem, with their whole text: a name may stand in a form that is not read.
struct Manifests {
    explicit Manifests(const ChangeContext &context)
    {
        constexpr std::size_t most = 300; // manifests read; a repository with more has its own ways
        if (!context.head)
            return;
        std::size_t count = 0;
        for (const std::string &path : context.head->paths()) {
            const bool isLock = lockKind(path) != Ecosystem::None;
            const Ecosystem ecosystem = isLock ? lockKind(path) : manifestKind(path);
            if (ecosystem == Ecosystem::None || path.contains("node_modules/") || ++count > most)
                continue;
            if (const auto text = textAtHead(context, path)) {
                (isLock ? locks : texts)[ecosystem] += std::string(text->bytes()) + "\n";
            }
        }
    }
    std::map<Ecosystem, std::string> texts;
    std::map<Ecosystem, std::string> locks;
};

Ecosystem ecosystemOf(ImportLanguage language)
{
    switch (language) {
    case ImportLanguage::Python:
        return Ecosystem::Python;
    case ImportLanguage::Script:
        return Ecosystem::Npm;
    case ImportLanguage::Go:
        return Ecosystem::Go;
    case ImportLanguage::Java:
    case ImportLanguage::Cpp:
    case ImportLanguage::Ruby:
    case ImportLanguage::None:
        return Ecosystem::None;
    }
    return Ecosystem::None;
}

/// The package that an import asks for: its first part, or of a scoped package two. Empty: of the repository or the language.
std::string packageOf(const Import &import, ImportLanguage language)
{
    static const RE2 npm(R"(^(@[a-z0-9][\w.-]*/[\w.-]+|[a-z0-9][\w.-]*)(?:/.*)?$)", patternOptions());
    static const RE2 go(R"(^([\w-]+(?:\.[\w-]+)+/\S+)$)", patternOptions());
    std::string package;
    if (language == ImportLanguage::Python && !import.module.starts_with('.'))
        package = import.module.substr(0, import.module.find('.'));
    else if (language == ImportLanguage::Script)
        RE2::FullMatch(import.module, npm, &package);
    else if (language == ImportLanguage::Go)
        RE2::FullMatch(import.module, go, &package);
    return isStandardModule(package, language) ? std::string() : package;
}

/// @p name stands in @p text, with '-', '_' and '.' the same and no letters around it.
bool names(const std::string &text, std::string_view name)
{
    std::string expression = "(?i)(?:^|[^a-z0-9])";
    for (const char c : name)
        expression += c == '-' || c == '_' || c == '.' ? std::string("[-_.]?") : RE2::QuoteMeta(re2::StringPiece(&c, 1));
    return RE2::PartialMatch(text, RE2(expression + "(?:[^a-z]|$)", patternOptions()));
}

/// DEP-02: code asks for a package that nobody installs; perhaps it does not exist at all.
class UnknownPackage final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileDelta &delta = file.file().delta;
        const ImportLanguage language = delta.newSide.exists() ? importLanguage(delta.newSide.path) : ImportLanguage::None;
        const bool isCode = file.file().fileClass == FileClass::Code || file.file().fileClass == FileClass::Test;
        if (!context.head || !isCode || ecosystemOf(language) == Ecosystem::None || !addsImport(file))
            return found;
        std::set<std::string> said;
        for (const Import &import : importsOf(file.text(Side::New), delta.newSide.path)) {
            const std::string package = packageOf(import, language);
            if (package.empty() || !file.isChanged(Side::New, import.line) || said.contains(package)
                || stoodBefore(package, language, context) || isKnown(package, import, language, delta.newSide.path, context))
                continue;
            said.insert(package);
            found.push_back(say(file, import, package));
        }
        return found;
    }

private:
    static bool addsImport(const FileContext &file)
    {
        return std::ranges::any_of(file.changedLines(Side::New), [&file](LineNumber line) {
            const std::string_view content = file.text(Side::New).line(line);
            return content.contains("import") || content.contains("require") || content.contains("from")
                || content.contains("\"");
        });
    }

    /// Code that was there before uses it already: whatever provides it, this change is not to blame.
    static bool stoodBefore(const std::string &package, ImportLanguage language, const ChangeContext &context)
    {
        return std::ranges::any_of(context.files, [&](const FileChange &file) {
            if (!file.delta.oldSide.exists() || importLanguage(file.delta.oldSide.path) != language
                || !file.oldText.contains(package))
                return false;
            return std::ranges::any_of(importsOf(file.oldText, file.delta.oldSide.path),
                                       [&](const Import &import) { return packageOf(import, language) == package; });
        });
    }

    static bool isKnown(const std::string &package, const Import &import, ImportLanguage language, const std::string &from,
                        const ChangeContext &context)
    {
        const Ecosystem ecosystem = ecosystemOf(language);
        const auto &manifests = context.facts<Manifests>();
        const auto text = manifests.texts.find(ecosystem);
        if (text == manifests.texts.end())
            return true; // nothing says what is installed
        if (language == ImportLanguage::Go)
            return isGoKnown(import.module, text->second, from, context);
        if (names(text->second, package) || std::ranges::any_of(distributionsOf(package, language), [&](std::string_view other) {
                return names(text->second, other);
            }))
            return true;
        const auto lock = manifests.locks.find(ecosystem);
        if (lock != manifests.locks.end() && names(lock->second, package))
            return true; // comes with another package
        if (language == ImportLanguage::Python)
            return context.facts<ImportTargets>().hasName(package);
        return isAlias(package, from, context);
    }

    static bool isGoKnown(const std::string &module, const std::string &manifests, const std::string &from,
                          const ChangeContext &context)
    {
        for (std::string_view prefix = module; prefix.contains('/') || prefix.contains('.'); prefix = folderOf(prefix)) {
            if (manifests.contains(std::string(prefix) + " ") || manifests.contains(std::string(prefix) + "\n")
                || manifests.contains(std::string(prefix) + "\""))
                return true;
            if (!prefix.contains('/'))
                break;
        }
        for (std::string_view folder = folderOf(from);; folder = folderOf(folder)) {
            if (context.head->exists(joinPath(folder, "vendor/" + module)))
                return true;
            if (folder.empty())
                return false;
        }
    }

    /// Bundlers and compilers give names to folders.
    static bool isAlias(const std::string &package, const std::string &from, const ChangeContext &context)
    {
        const std::string first = package.substr(0, package.find('/'));
        for (std::string_view folder = folderOf(from);; folder = folderOf(folder)) {
            for (const std::string_view settings :
                 {"tsconfig.json", "jsconfig.json", "vite.config.ts", "vite.config.js", "webpack.config.js", "tsconfig.base.json",
                  "vitest.config.ts", "next.config.js", "deno.json", "import_map.json"}) {
                const auto text = textAtHead(context, joinPath(folder, settings));
                if (text && (text->contains("\"" + first) || text->contains("'" + first) || text->contains("baseUrl")))
                    return true;
            }
            if (context.head->exists(joinPath(folder, first)) || context.head->exists(joinPath(folder, "src/" + first)))
                return true;
            if (folder.empty())
                return false;
        }
    }

    [[nodiscard]] Finding say(const FileContext &file, const Import &import, const std::string &package) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "A package is used that nothing installs: %1"), {shownMatch(package)}),
             Message(QT_TRANSLATE_NOOP(
                 "app",
                 "It fails where the package is missing; if the name was made up, a stranger can register it and "
                 "waits for exactly this.")),
             Message(QT_TRANSLATE_NOOP("app", "Does the package exist, who publishes it, and which manifest should name it?"))},
            file, {Side::New, import.line, import.line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(import.line))});
        finding.evidence.emplace_back(
            QT_TRANSLATE_NOOP("app", "No manifest, lock file, standard library or folder of the repository has it."));
        if (import.isOptional)
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The program goes on without it.")));
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeUnknownPackage()
{
    return std::make_unique<UnknownPackage>();
}

} // namespace countersign::risk
