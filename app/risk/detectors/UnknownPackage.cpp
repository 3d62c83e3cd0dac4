// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "AroundChange.h"
#include "ImportTargets.h"
#include "ImportsOfFiles.h"
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
        return Ecosystem::Maven;
    case ImportLanguage::Ruby:
        return Ecosystem::Ruby;
    case ImportLanguage::Rust:
        return Ecosystem::Cargo;
    case ImportLanguage::Php:
        return Ecosystem::Composer;
    case ImportLanguage::CSharp:
        return Ecosystem::NuGet;
    case ImportLanguage::Cpp:
    case ImportLanguage::None:
        return Ecosystem::None;
    }
    return Ecosystem::None;
}

/// The first @p count parts of a dotted name, without the last one, which names a class.
std::string firstParts(const std::string &name, std::size_t count)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t dot = name.find('.', end == 0 ? 0 : end + 1);
        if (dot == std::string::npos)
            break;
        end = dot;
    }
    return end == 0 ? name : name.substr(0, end);
}

/// The package that an import asks for: its first part, or of a scoped package two; of Java's the first two. Empty: of the
/// repository or the language.
std::string packageOf(const Import &import, ImportLanguage language)
{
    static const RE2 npm(R"(^(@[a-z0-9][\w.-]*/[\w.-]+|[a-z0-9][\w.-]*)(?:/.*)?$)", patternOptions());
    static const RE2 go(R"(^([\w-]+(?:\.[\w-]+)+/\S+)$)", patternOptions());
    std::string package;
    switch (language) {
    case ImportLanguage::Python:
        if (!import.module.starts_with('.'))
            package = import.module.substr(0, import.module.find('.'));
        break;
    case ImportLanguage::Script:
        RE2::FullMatch(import.module, npm, &package);
        break;
    case ImportLanguage::Go:
        RE2::FullMatch(import.module, go, &package);
        break;
    case ImportLanguage::Java:
        package = firstParts(import.module, 2);
        break;
    case ImportLanguage::Ruby:
        if (!import.module.starts_with('.') && !import.module.starts_with('/'))
            package = import.module.substr(0, import.module.find('/'));
        break;
    case ImportLanguage::Php:
        package = import.module.substr(0, import.module.find('\\'));
        break;
    case ImportLanguage::CSharp:
        package = import.module.substr(0, import.module.find('.'));
        break;
    case ImportLanguage::Rust:
        package = import.module;
        break;
    case ImportLanguage::Cpp:
    case ImportLanguage::None:
        break;
    }
    return isStandardModule(package, language) ? std::string() : package;
}

/// @p name stands in @p text, with '-', '_' and '.' the same, also before an inner capital, and no letters around it.
bool names(const std::string &text, std::string_view name)
{
    std::string expression = "(?i)(?:^|[^a-z0-9])";
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            expression += "[-_.]?";
        expression += c == '-' || c == '_' || c == '.' ? std::string("[-_.]?") : RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
    return RE2::PartialMatch(text, RE2(expression + "(?:[^a-z]|$)", patternOptions()));
}

bool addsImport(const FileChange &file, ImportLanguage language)
{
    return std::ranges::any_of(file.rows.rows, [&](const Row &row) {
        if (row.kind != RowKind::Added && row.kind != RowKind::Changed)
            return false;
        return mayImport(file.newText.line(row.right), language);
    });
}

/// Code that was there before uses it already: whatever provides it, this change is not to blame.
bool stoodBefore(const std::string &package, ImportLanguage language, const ChangeContext &context)
{
    return std::ranges::any_of(context.files, [&](const FileChange &file) {
        if (!file.delta.oldSide.exists() || importLanguage(file.delta.oldSide.path) != language
            || !file.oldText.contains(package))
            return false;
        return std::ranges::any_of(importsOf(file.oldText, file.delta.oldSide.path),
                                   [&](const Import &import) { return packageOf(import, language) == package; });
    });
}

bool isGoKnown(const std::string &module, const std::string &manifests, const std::string &from, const ChangeContext &context)
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
bool isAlias(const std::string &package, const std::string &from, const ChangeContext &context)
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

/// A manifest or lock file names what brings the package; also where there is none, so that nothing can be told.
bool isNamed(const std::string &package, ImportLanguage language, const Manifests &manifests)
{
    const auto text = manifests.texts.find(ecosystemOf(language));
    if (text == manifests.texts.end())
        return true;
    if (names(text->second, package) || std::ranges::any_of(distributionsOf(package, language), [&](std::string_view other) {
            return names(text->second, other);
        }))
        return true;
    const auto lock = manifests.locks.find(ecosystemOf(language));
    return lock != manifests.locks.end() && names(lock->second, package); // comes with another package
}

/// A folder, file or alias of the repository has the package's name.
bool isOwn(const std::string &package, ImportLanguage language, const std::string &from, const ChangeContext &context)
{
    if (language == ImportLanguage::Script)
        return isAlias(package, from, context);
    // Packages of Java are folders below each other.
    return context.facts<ImportTargets>().hasName(package.substr(package.rfind('.') + 1));
}

/// An import that a change adds, of a package that no manifest, lock file or folder names.
struct Unknown {
    const FileChange *file = nullptr;
    Import import;
    std::string package;
    ImportLanguage language = ImportLanguage::None;
};

struct UnknownPackages {
    explicit UnknownPackages(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            const ImportLanguage language =
                file.delta.newSide.exists() ? importLanguage(file.delta.newSide.path) : ImportLanguage::None;
            const bool isCode = file.fileClass == FileClass::Code || file.fileClass == FileClass::Test;
            if (context.head && isCode && ecosystemOf(language) != Ecosystem::None && addsImport(file, language))
                collect(file, language, context);
        }
    }

    std::vector<Unknown> all;

private:
    void collect(const FileChange &file, ImportLanguage language, const ChangeContext &context)
    {
        const FileContext lines(file);
        std::set<std::string> said;
        for (const Import &import : context.facts<ImportsOfFiles>().of(file)) {
            std::string package = packageOf(import, language);
            if (package.empty() || !lines.isChanged(Side::New, import.line) || said.contains(package)
                || isKnown(package, import, language, file.delta.newSide.path, context))
                continue;
            said.insert(package);
            all.push_back({&file, import, std::move(package), language});
        }
    }

    bool isKnown(const std::string &package, const Import &import, ImportLanguage language, const std::string &from,
                 const ChangeContext &context)
    {
        const auto &manifests = context.facts<Manifests>();
        const auto text = manifests.texts.find(ecosystemOf(language));
        if (text == manifests.texts.end())
            return true; // nothing says what is installed
        if (language == ImportLanguage::Go)
            return isGoKnown(import.module, text->second, from, context) || stoodBefore(package, language, context);
        const auto [known, isNew] = m_known.try_emplace({language, package});
        if (isNew)
            known->second = isNamed(package, language, manifests) || stoodBefore(package, language, context);
        return known->second || isOwn(package, language, from, context);
    }

    std::map<std::pair<ImportLanguage, std::string>, bool> m_known; ///< many files import the same few
};

/// The line gives the name to a part of this repository.
bool declares(std::string_view line)
{
    static const RE2 declaration(R"(^\s*(?:pub\s+|public\s+|export\s+|declare\s+)?(?:namespace|package|mod|module|class)\b)",
                                 patternOptions());
    return RE2::PartialMatch(pieceOf(line), declaration);
}

/// DEP-02: code asks for a package that nobody installs; perhaps it does not exist at all.
class UnknownPackage final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-02"; }

    [[nodiscard]] std::set<std::string, std::less<>> namesAround(const ChangeContext &context) const override
    {
        std::set<std::string, std::less<>> names;
        for (const Unknown &one : context.facts<UnknownPackages>().all)
            names.insert(one.package);
        return names;
    }

    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        for (const Unknown &one : context.facts<UnknownPackages>().all) {
            if (!isUsedElsewhere(one, context))
                found.push_back(say(FileContext(*one.file), one, context));
        }
        return found;
    }

private:
    /// Files that the change leaves alone use it, or the change itself makes something of that name.
    static bool isUsedElsewhere(const Unknown &unknown, const ChangeContext &context)
    {
        return std::ranges::any_of(context.facts<HeadMentions>().of(unknown.package), [&](const Mention &mention) {
            if (importLanguage(mention.path) != unknown.language)
                return false;
            const bool isChanged = std::ranges::contains(
                context.files, mention.path, [](const FileChange &file) { return std::string_view(file.delta.newSide.path); });
            return !isChanged || declares(mention.text);
        });
    }

    [[nodiscard]] Finding say(const FileContext &file, const Unknown &unknown, const ChangeContext &context) const
    {
        const auto &[change, import, package, language] = unknown;
        const Ecosystem ecosystem = ecosystemOf(language);
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
        const bool bringsOthers = ecosystem == Ecosystem::Maven || ecosystem == Ecosystem::NuGet;
        if (bringsOthers && !context.facts<Manifests>().locks.contains(ecosystem))
            lowerBy(finding, 1,
                    Message(QT_TRANSLATE_NOOP("app", "It may come with another package; there is no lock file that says so.")));
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
